// The snapshot of a case for one viewer, as of one moment, from which the live stream goes on.

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
import { newestKeyOf } from '../access/live-rights.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsFrom } from '../access/reading.ts';
import {
  contributionFor,
  presentAssessment,
  presentContribution,
  presentSignature,
  presentVersionHead,
  readAllRules,
} from '../assessments/index.ts';
import {
  presentAlternative,
  presentAudience,
  presentEntry,
  presentFor,
  privateAudience,
} from '../entries/index.ts';
import { readHandovers } from '../handovers/index.ts';
import { ask, atLast, type Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { fingerprintOf, sealPosition } from '../platform/live/resume-token.ts';
import type { Server } from '../server.ts';
import { presentStep, stepFor } from '../steps/index.ts';
import { isAnotherVisit } from './another-visit.ts';
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
import { membersOf } from './read-members.ts';
import {
  type Asked,
  activitiesOf,
  agenciesNamed,
  alternativesOf,
  assessmentsOf,
  caseOf,
  contributionsOf,
  entriesOf,
  groundsOf,
  headOf,
  invitationsOf,
  markFirstVisit,
  markVisit,
  relationsOf,
  signaturesOf,
  stepsOf,
  versionsOf,
  visitOf,
  whereaboutsOf,
} from './workspace-rows.ts';

const readAgencies = async (tx: Tx, ids: readonly string[]): Promise<z.infer<typeof Agency>[]> =>
  (await ask(tx, agenciesNamed({ ids }))).map((g) => ({
    id: g.id,
    kind: AgencyKind.parse(g.kind),
    nameFi: g.name_fi,
    nameSv: g.name_sv,
    municipality: g.municipality,
  }));

/** Every agency that any row of the case can name; which of them the viewer hears of follows from the rows they see. */
const agenciesOf = (facts: Rights['facts']): string[] => [
  ...new Set([
    facts.homeAgencyId,
    ...facts.memberships.flatMap((m) => m.agencyId ?? []),
    ...facts.grounds.flatMap((g) => [g.fromAgencyId ?? [], g.toAgencyId ?? []].flat()),
  ]),
];

const readAssessments = async (tx: Tx, asked: Asked) => {
  const [rows, rulesOn] = await Promise.all([ask(tx, assessmentsOf(asked)), readAllRules(tx)]);
  return rows.map((row) => presentAssessment(row, rulesOn(row.began_on)));
};

/** Everything of the case that the keys open, in one transaction, asked at once: the questions travel together. */
export const readWorkspace = async (
  tx: Tx,
  rights: Rights,
  personId: string,
  caseId: string,
): Promise<Omit<Workspace, 'live'>> => {
  const { facts, keys, viewer } = rights;
  const asked: Asked = { caseId, keys };
  const { affiliationId } = viewer;
  const [
    [row],
    members,
    relations,
    [whereabouts],
    grounds,
    contributions,
    entries,
    alternatives,
    versions,
    signatures,
    steps,
    activities,
    [visited],
    assessments,
    agencies,
    invitations,
    handovers,
  ] = await Promise.all([
    ask(tx, caseOf(asked)),
    ask(tx, membersOf(asked)),
    ask(tx, relationsOf(asked)),
    ask(tx, whereaboutsOf(asked)),
    ask(tx, groundsOf(asked)),
    ask(tx, contributionsOf(asked)),
    ask(tx, entriesOf(asked)),
    ask(tx, alternativesOf(asked)),
    ask(tx, versionsOf(asked)),
    ask(tx, signaturesOf(asked)),
    ask(tx, stepsOf(asked)),
    ask(tx, activitiesOf(asked)),
    ask(tx, visitOf({ caseId, personId })),
    readAssessments(tx, asked),
    readAgencies(tx, agenciesOf(facts)),
    ask(tx, invitationsOf({ ...asked, personId: viewer.personId, affiliationId })),
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
    steps: steps.map((s) =>
      stepFor(presentStep(s, audiences.get(s.acl_key) ?? privateAudience('coordination')), viewer),
    ),
    activities: activities.map((a) => activityFor(presentActivity(a), viewer)),
    lastVisitAt: visited?.at.toISOString() ?? null,
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
    case 'step.changed':
      return { ...event, step: stepFor(event.step, viewer) };
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
      const [workspace, [stream]] = await Promise.all([
        readWorkspace(tx, rights, actor.personId, caseId),
        ask(tx, headOf({ caseId })),
      ]);
      if (!stream) throw notFound();
      // After the snapshot, which tells of the visit before this one.
      await logView(tx, actor, at, { kind: 'case', caseId, objectId: caseId, purpose: 'case-work' });
      if (isAnotherVisit(workspace, at)) {
        const mark = workspace.lastVisitAt === null ? markFirstVisit : markVisit;
        atLast(tx, mark({ personId: actor.personId, caseId, at }));
      }
      const newestKey = newestKeyOf(rights.facts);
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
