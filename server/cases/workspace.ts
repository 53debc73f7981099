// The snapshot of a case for one viewer, as of one moment, from which the live stream goes on. Each query names the
// viewer's keys (ring 1); row-level security asks again (ring 2).
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { Agency, Workspace } from '../../shared/cases.ts';
import type { CaseEvent } from '../../shared/live.ts';
import { AgencyKind } from '../../shared/vocabulary.ts';
import {
  assessmentAbilities,
  caseAbilities,
  handoverAbilities,
  memberAbilities,
  standingOf,
} from '../access/abilities.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsFrom } from '../access/reading.ts';
import {
  contributionFor,
  presentAssessment,
  presentContribution,
  presentSignature,
  presentVersionHead,
  readStatutoryRules,
} from '../assessments/index.ts';
import {
  presentAlternative,
  presentAudience,
  presentEntry,
  presentFor,
  privateAudience,
} from '../entries/index.ts';
import { readHandovers } from '../handovers/index.ts';
import type { DB } from '../platform/db/tables.ts';
import { atLast, type Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { fingerprintOf, sealPosition } from '../platform/live/resume-token.ts';
import type { Server } from '../server.ts';
import {
  activityFor,
  groundFor,
  presentActivity,
  presentCase,
  presentGround,
  presentInvitation,
  presentMember,
  presentRelation,
  presentWhereabouts,
} from './present.ts';
import { selectMembers } from './read-members.ts';

const recentActivities = 50;

const isHeld = (keys: readonly number[]) => sql<number>`any(${keys}::bigint[])`;

const readAgencies = async (tx: Tx, ids: readonly string[]): Promise<z.infer<typeof Agency>[]> => {
  const rows = await tx
    .selectFrom('agencies')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map((g) => ({
    id: g.id,
    kind: AgencyKind.parse(g.kind),
    nameFi: g.name_fi,
    nameSv: g.name_sv,
    municipality: g.municipality,
  }));
};

/** Every agency that any row of the case can name; which of them the viewer hears of follows from the rows they see. */
const agenciesOf = (facts: Rights['facts']): string[] => [
  ...new Set([
    facts.homeAgencyId,
    ...facts.memberships.flatMap((m) => m.agencyId ?? []),
    ...facts.grounds.flatMap((g) => [g.fromAgencyId ?? [], g.toAgencyId ?? []].flat()),
  ]),
];

const readAssessments = async (tx: Tx, caseId: string, keys: readonly number[]) => {
  const rows = await tx
    .selectFrom('assessments as s')
    .innerJoin('assessment_templates as t', 't.id', 's.template_id')
    .selectAll('s')
    .select('t.areas')
    .where('s.case_id', '=', caseId)
    .where('s.acl_key', '=', isHeld(keys))
    .orderBy('s.id')
    .execute();
  return Promise.all(
    rows.map(async (row) => presentAssessment(row, await readStatutoryRules(tx, row.began_on))),
  );
};

const readContributions = (tx: Tx, caseId: string, keys: readonly number[]) =>
  tx
    .selectFrom('contributions as c')
    .innerJoin('affiliations as a', 'a.id', 'c.affiliation_id')
    .selectAll('c')
    .select('a.agency_id')
    .where('c.case_id', '=', caseId)
    .where((eb) => eb.or([eb('c.acl_key', '=', isHeld(keys)), eb('c.pair_acl_key', '=', isHeld(keys))]))
    .orderBy('c.id')
    .execute();

/** For the home team by its key; one's own besides. */
const readInvitations = (tx: Tx, caseId: string, keys: readonly number[], viewer: Rights['viewer']) =>
  tx
    .selectFrom('membership_invitations')
    .selectAll()
    .where('case_id', '=', caseId)
    .where((eb) =>
      eb.or([
        eb('acl_key', '=', isHeld(keys)),
        eb.and([
          eb('person_id', '=', viewer.personId),
          eb('affiliation_id', 'is not distinct from', viewer.affiliationId),
        ]),
      ]),
    )
    .orderBy('membership_id')
    .execute();

const readEntries = async (tx: Tx, caseId: string, keys: readonly number[]) => {
  const entries = await tx
    .selectFrom('entries')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', '=', isHeld(keys))
    .orderBy('id')
    .execute();
  const ids = entries.map((e) => e.id);
  const alternatives = await tx
    .selectFrom('entry_alternatives')
    .selectAll()
    .where('acl_key', '=', isHeld(keys))
    .where('entry_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .execute();
  return { entries, alternatives };
};

const readActivities = (tx: Tx, caseId: string, keys: readonly number[]) =>
  tx
    .selectFrom('activities')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', '=', isHeld(keys))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(recentActivities)
    .execute();

/** The rows of one of the tables that are all asked alike. */
const readAll = <
  T extends 'cases' | 'relations' | 'whereabouts' | 'grounds' | 'assessment_versions' | 'signatures',
>(
  tx: Tx,
  table: T,
  caseId: string,
  keys: readonly number[],
): Promise<Selectable<DB[T]>[]> => {
  const column = sql.ref(table === 'cases' ? 'id' : 'case_id');
  const order = sql.ref(table === 'whereabouts' ? 'case_id' : 'id');
  return sql<Selectable<DB[T]>>`select * from ${sql.table(table)} where ${column} = ${caseId}
    and acl_key = ${isHeld(keys)} order by ${order}`
    .execute(tx)
    .then(({ rows }) => rows);
};

/** Everything of the case that the keys open, in one transaction. What does not need the others' rows is asked at once. */
export const readWorkspace = async (
  tx: Tx,
  rights: Rights,
  personId: string,
  caseId: string,
): Promise<Omit<Workspace, 'live'>> => {
  const { facts, keys, viewer } = rights;
  const [
    [row],
    members,
    relations,
    [whereabouts],
    grounds,
    contributions,
    { entries, alternatives },
    versions,
    signatures,
    activities,
    visit,
    assessments,
    agencies,
    invitations,
    handovers,
  ] = await Promise.all([
    readAll(tx, 'cases', caseId, keys),
    selectMembers(tx, caseId).where('m.acl_key', '=', isHeld(keys)).orderBy('m.id').execute(),
    readAll(tx, 'relations', caseId, keys),
    readAll(tx, 'whereabouts', caseId, keys),
    readAll(tx, 'grounds', caseId, keys),
    readContributions(tx, caseId, keys),
    readEntries(tx, caseId, keys),
    readAll(tx, 'assessment_versions', caseId, keys),
    readAll(tx, 'signatures', caseId, keys),
    readActivities(tx, caseId, keys),
    tx
      .selectFrom('visits')
      .select('at')
      .where('case_id', '=', caseId)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
    readAssessments(tx, caseId, keys),
    readAgencies(tx, agenciesOf(facts)),
    readInvitations(tx, caseId, keys, viewer),
    readHandovers(tx, facts, caseId, keys),
  ]);
  if (!row) throw notFound();
  const named = new Set([
    row.owner_agency_id,
    ...members.flatMap((m) => m.agency_id ?? []),
    ...grounds.flatMap((g) => [g.from_agency_id ?? [], g.to_agency_id ?? []].flat()),
  ]);
  const audiences = new Map(facts.audiences.map((a) => [a.aclKey, presentAudience(a)]));
  const presented = entries.map((e) =>
    presentEntry(e, audiences.get(e.acl_key) ?? privateAudience('coordination')),
  );
  const shown = new Set(entries.map((e) => e.id));
  return {
    case: { ...presentCase(row), can: caseAbilities(viewer) },
    agencies: agencies.filter((agency) => named.has(agency.id)),
    members: members.map(presentMember).map((m) => ({ ...m, can: memberAbilities(viewer, m) })),
    invitations: invitations.map(presentInvitation),
    handovers: handovers.map((h) => ({ ...h, can: handoverAbilities(viewer, h) })),
    relations: relations.map(presentRelation),
    whereabouts: whereabouts ? presentWhereabouts(whereabouts) : null,
    grounds: grounds.map((g) => groundFor(presentGround(g), viewer)),
    assessments: assessments.map((a) => ({ ...a, can: assessmentAbilities(viewer, a) })),
    contributions: contributions.map((c) => contributionFor(presentContribution(c), viewer)),
    entries: presented.map((e) => presentFor(e, viewer, e.parentId !== null && shown.has(e.parentId))),
    alternatives: alternatives.map(presentAlternative),
    versions: versions.map(presentVersionHead),
    signatures: signatures.map(presentSignature),
    activities: activities.map((a) => activityFor(presentActivity(a), viewer)),
    lastVisitAt: visit?.at.toISOString() ?? null,
  };
};

/**
 * The same completion for an event on its way to one viewer: abilities and audience as a snapshot would have shown them.
 * @param readsParent may the viewer read the text that an entry of the event is about?
 */
export const completeEvent = (
  event: CaseEvent,
  viewer: Rights['viewer'],
  readsParent: boolean,
): CaseEvent => {
  switch (event.kind) {
    case 'case.changed':
      return { ...event, case: { ...event.case, can: caseAbilities(viewer) } };
    case 'assessment.opened':
    case 'assessment.changed':
      return {
        ...event,
        assessment: { ...event.assessment, can: assessmentAbilities(viewer, event.assessment) },
      };
    case 'member.joined':
    case 'member.changed':
      return { ...event, member: { ...event.member, can: memberAbilities(viewer, event.member) } };
    case 'handover.offered':
      return { ...event, handover: { ...event.handover, can: handoverAbilities(viewer, event.handover) } };
    case 'contribution.asked':
    case 'contribution.changed':
      return { ...event, contribution: contributionFor(event.contribution, viewer) };
    case 'activity.added':
      return { ...event, activity: activityFor(event.activity, viewer) };
    case 'entry.started':
    case 'entry.shared':
    case 'entry.changed':
      return { ...event, entry: presentFor(event.entry, viewer, readsParent) };
    case 'ground.recorded':
    case 'ground.withdrawn':
      return { ...event, ground: groundFor(event.ground, viewer) };
    default:
      return event;
  }
};

/** Opens a case for its viewer: the snapshot, the row in the access log, and where the live stream goes on. */
export const openWorkspace = (server: Server, actor: Actor, caseId: string): Promise<Workspace> =>
  read(
    server.context,
    actor,
    async (tx, at, known) => {
      const rights = rightsFrom(known, actor, at);
      const [workspace, stream] = await Promise.all([
        readWorkspace(tx, rights, actor.personId, caseId),
        tx.selectFrom('streams').select('head_seq').where('id', '=', caseId).executeTakeFirstOrThrow(),
      ]);
      // After the snapshot, which tells of the visit before this one.
      await logView(tx, actor, at, { kind: 'case', caseId, objectId: caseId, purpose: 'case-work' });
      atLast(
        tx,
        tx
          .insertInto('visits')
          .values({ person_id: actor.personId, case_id: caseId, at })
          .onConflict((c) => c.columns(['person_id', 'case_id']).doUpdateSet({ at })),
      );
      const newestKey = Math.max(0, ...rights.facts.audiences.map((a) => a.aclKey));
      const live = sealPosition(server.context.secrets, {
        streamId: caseId,
        ...actingAs(actor),
        seq: stream.head_seq,
        newestKey,
        fingerprint: fingerprintOf(rights.keys, newestKey, standingOf(rights.viewer)),
        at: at.getTime(),
      });
      return { live, ...workspace };
    },
    (tx: Tx) => server.facts.read(tx, caseId),
  );
