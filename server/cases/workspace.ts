// The snapshot of a case for one viewer, as of one moment, from which the live stream goes on. Each query names the
// viewer's keys (ring 1); row-level security asks again (ring 2).
import type { z } from 'zod';
import type { Agency, Workspace } from '../../shared/cases.ts';
import type { CaseEvent } from '../../shared/live.ts';
import { AgencyKind } from '../../shared/vocabulary.ts';
import { assessmentAbilities, caseAbilities, standingOf } from '../access/abilities.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import {
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
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { fingerprintOf, sealPosition } from '../platform/live/resume-token.ts';
import type { Server } from '../server.ts';
import {
  presentActivity,
  presentCase,
  presentGround,
  presentMember,
  presentRelation,
  presentWhereabouts,
} from './present.ts';
import { selectMembers } from './read-members.ts';

const recentActivities = 50;

const readMembers = (tx: Tx, caseId: string, keys: number[]) =>
  selectMembers(tx, caseId).where('m.acl_key', 'in', keys).orderBy('m.id').execute();

const readAgencies = async (tx: Tx, ids: string[]): Promise<z.infer<typeof Agency>[]> => {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('agencies').selectAll().where('id', 'in', ids).orderBy('id').execute();
  return rows.map((g) => ({
    id: g.id,
    kind: AgencyKind.parse(g.kind),
    nameFi: g.name_fi,
    nameSv: g.name_sv,
    municipality: g.municipality,
  }));
};

const readAssessments = async (tx: Tx, caseId: string, keys: number[]) => {
  const rows = await tx
    .selectFrom('assessments as s')
    .innerJoin('assessment_templates as t', 't.id', 's.template_id')
    .selectAll('s')
    .select('t.areas')
    .where('s.case_id', '=', caseId)
    .where('s.acl_key', 'in', keys)
    .orderBy('s.id')
    .execute();
  return Promise.all(
    rows.map(async (row) => presentAssessment(row, await readStatutoryRules(tx, row.began_on))),
  );
};

/** Everything of the case that the keys open, in one transaction. */
export const readWorkspace = async (
  tx: Tx,
  rights: Rights,
  personId: string,
  caseId: string,
): Promise<Omit<Workspace, 'live'>> => {
  const keys = [...rights.keys];
  const audiences = new Map(rights.facts.audiences.map((a) => [a.aclKey, presentAudience(a)]));
  const row = await tx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', caseId)
    .where('acl_key', 'in', keys)
    .executeTakeFirst();
  if (!row) throw notFound();
  const members = await readMembers(tx, caseId, keys);
  const relations = await tx
    .selectFrom('relations')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', 'in', keys)
    .orderBy('id')
    .execute();
  const whereabouts = await tx
    .selectFrom('whereabouts')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', 'in', keys)
    .executeTakeFirst();
  const grounds = await tx
    .selectFrom('grounds')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', 'in', keys)
    .orderBy('id')
    .execute();
  const contributions = await tx
    .selectFrom('contributions as c')
    .innerJoin('affiliations as a', 'a.id', 'c.affiliation_id')
    .selectAll('c')
    .select('a.agency_id')
    .where('c.case_id', '=', caseId)
    .where('c.acl_key', 'in', keys)
    .orderBy('c.id')
    .execute();
  const entries = await tx
    .selectFrom('entries')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', 'in', keys)
    .orderBy('id')
    .execute();
  const alternatives =
    entries.length === 0
      ? []
      : await tx
          .selectFrom('entry_alternatives')
          .selectAll()
          .where('acl_key', 'in', keys)
          .where(
            'entry_id',
            'in',
            entries.map((e) => e.id),
          )
          .orderBy('id')
          .execute();
  const versions = await tx
    .selectFrom('assessment_versions')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', 'in', keys)
    .orderBy('id')
    .execute();
  const signatures = await tx
    .selectFrom('signatures')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', 'in', keys)
    .orderBy('id')
    .execute();
  const activities = await tx
    .selectFrom('activities')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', 'in', keys)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(recentActivities)
    .execute();
  const visit = await tx
    .selectFrom('visits')
    .select('at')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const agencyIds = new Set([
    row.owner_agency_id,
    ...members.flatMap((m) => m.agency_id ?? []),
    ...grounds.flatMap((g) => [g.from_agency_id ?? [], g.to_agency_id ?? []].flat()),
  ]);
  const presented = entries.map((e) =>
    presentEntry(e, audiences.get(e.acl_key) ?? privateAudience('coordination')),
  );
  return {
    case: { ...presentCase(row), can: caseAbilities(rights.viewer) },
    agencies: await readAgencies(tx, [...agencyIds]),
    members: members.map(presentMember),
    relations: relations.map(presentRelation),
    whereabouts: whereabouts ? presentWhereabouts(whereabouts) : null,
    grounds: grounds.map(presentGround),
    assessments: (await readAssessments(tx, caseId, keys)).map((a) => ({
      ...a,
      can: assessmentAbilities(rights.viewer, a),
    })),
    contributions: contributions.map(presentContribution),
    entries: presented.map((e) => presentFor(e, rights.viewer)),
    alternatives: alternatives.map(presentAlternative),
    versions: versions.map(presentVersionHead),
    signatures: signatures.map(presentSignature),
    activities: activities.map(presentActivity),
    lastVisitAt: visit?.at.toISOString() ?? null,
  };
};

/** The same completion for an event on its way to one viewer: abilities and audience as a snapshot would have shown them. */
export const completeEvent = (event: CaseEvent, viewer: Rights['viewer']): CaseEvent => {
  switch (event.kind) {
    case 'case.changed':
      return { ...event, case: { ...event.case, can: caseAbilities(viewer) } };
    case 'assessment.opened':
    case 'assessment.changed':
      return {
        ...event,
        assessment: { ...event.assessment, can: assessmentAbilities(viewer, event.assessment) },
      };
    case 'entry.started':
    case 'entry.shared':
    case 'entry.changed':
      return { ...event, entry: presentFor(event.entry, viewer) };
    default:
      return event;
  }
};

/** Opens a case for its viewer: the snapshot, the row in the access log, and where the live stream goes on. */
export const openWorkspace = (server: Server, actor: Actor, caseId: string): Promise<Workspace> =>
  read(server.context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, server.facts, actor, caseId, at);
    const workspace = await readWorkspace(tx, rights, actor.personId, caseId);
    const stream = await tx
      .selectFrom('streams')
      .select('head_seq')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    await logView(tx, actor, at, { kind: 'case', caseId, objectId: caseId, purpose: 'case-work' });
    await tx
      .insertInto('visits')
      .values({ person_id: actor.personId, case_id: caseId, at })
      .onConflict((c) => c.columns(['person_id', 'case_id']).doUpdateSet({ at }))
      .execute();
    const newestKey = Math.max(0, ...rights.facts.audiences.map((a) => a.aclKey));
    const live = sealPosition(server.context.secrets, {
      streamId: caseId,
      personId: actor.personId,
      seq: stream.head_seq,
      newestKey,
      fingerprint: fingerprintOf(rights.keys, newestKey, standingOf(rights.viewer)),
      at: at.getTime(),
    });
    return { live, ...workspace };
  });
