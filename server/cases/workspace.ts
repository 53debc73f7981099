// The snapshot of a case for one viewer, as of one moment, from which the live stream goes on. Each query names the
// viewer's keys (ring 1); row-level security asks again (ring 2).
import { sql } from 'kysely';
import type { Entry } from '../../shared/entries.ts';
import type { CaseEvent } from '../../shared/live.ts';
import { assessmentAbilities, caseAbilities, entryAbilities, standingOf } from '../access/abilities.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { newestKeyOf } from '../access/live-rights.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsFrom } from '../access/reading.ts';
import { audienceAsKnown } from '../access/rules.ts';
import { presentAssessment, readAllRules } from '../assessments/index.ts';
import { presentAudience, presentFor, privateAudience, teamsOwnFields } from '../entries/index.ts';
import { kept } from '../platform/db/kept.ts';
import { Afterwards, ask, atLast, type Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { WrittenJson } from '../platform/http/written.ts';
import { fingerprintOf, sealPosition } from '../platform/live/resume-token.ts';
import type { Server } from '../server.ts';
import { entriesOf, partsOf, type WrittenEntry } from './workspace-sql.ts';

const assessmentRows = kept((db, given: { caseId: string; keys: string }) =>
  db
    .selectFrom('assessments as s')
    .innerJoin('assessment_templates as t', 't.id', 's.template_id')
    .selectAll('s')
    .select('t.areas')
    .where('s.case_id', '=', given.caseId)
    .where('s.acl_key', '=', sql<number>`any(${given.keys}::bigint[])`)
    .orderBy('s.id'),
);

/** An object's JSON with more in it. */
const withMore = (object: string, more: string): string => `${object.slice(0, -1)},${more}}`;

/** What the viewer may do and whom the audience names to them: the same for all entries that are alike in this. */
const entryTail = (rights: Rights, entry: WrittenEntry): string => {
  const audience = rights.facts.audiences.find((a) => a.aclKey === entry.acl_key);
  const shown = audience ? presentAudience(audience) : privateAudience('coordination');
  const can = entryAbilities(rights.viewer, {
    authorIds: entry.own ? [rights.viewer.personId] : [],
    state: entry.state as Entry['state'],
    kind: entry.kind as Entry['kind'],
    caseId: rights.facts.caseId,
  });
  return `"audience":${JSON.stringify(audienceAsKnown(shown, rights.viewer.known))},"can":${JSON.stringify(can)}`;
};
const presentEntries = (rights: Rights, rows: readonly WrittenEntry[]): string => {
  const tails = new Map<string, string>();
  return rows
    .map((row) => {
      const alike = `${row.acl_key} ${row.kind} ${row.state} ${row.own}`;
      const tail = tails.get(alike) ?? entryTail(rights, row);
      tails.set(alike, tail);
      return withMore(row.json, tail);
    })
    .join(',');
};

/**
 * Everything of the case that the keys open, asked at once; the answers come with the commit. The text is JSON but for
 * its beginning, where `live` stands.
 */
const readWorkspace = (tx: Tx, { facts, keys, viewer }: Rights) => {
  const held = `{${keys.join(',')}}`;
  const { caseId } = facts;
  const hidden = viewer.home ? [] : teamsOwnFields;
  const asked = Promise.all([
    ask(tx, partsOf(caseId, held, viewer.personId)),
    ask(tx, entriesOf(caseId, held, viewer.personId, hidden)),
    ask(tx, assessmentRows({ caseId, keys: held })),
    readAllRules(tx),
  ]);
  asked.catch(() => undefined);
  return async (rights: Rights): Promise<{ seq: number; text: string }> => {
    const [[found], entries, assessments, rulesOn] = await asked;
    if (!found || found.head === '') throw notFound();
    const presented = assessments
      .map((row) => presentAssessment(row, rulesOn(row.began_on)))
      .map((a) => JSON.stringify({ ...a, can: assessmentAbilities(viewer, a) }));
    const parts = [
      `"case":${withMore(found.head, `"can":${JSON.stringify(caseAbilities(viewer))}`)}`,
      `"agencies":[${found.agencies}]`,
      `"members":[${found.members}]`,
      `"relations":[${found.relations}]`,
      `"whereabouts":${found.whereabouts === '' ? 'null' : found.whereabouts}`,
      `"grounds":[${found.grounds}]`,
      `"assessments":[${presented.join(',')}]`,
      `"contributions":[${found.contributions}]`,
      `"entries":[${presentEntries(rights, entries)}]`,
      `"alternatives":[${found.alternatives}]`,
      `"versions":[${found.versions}]`,
      `"signatures":[${found.signatures}]`,
      `"activities":[${found.activities}]`,
      `"lastVisitAt":${JSON.stringify(found.visit)}`,
    ];
    return { seq: found.seq, text: parts.join(',') };
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

const visit = kept((db, { person_id, case_id, at }: { person_id: string; case_id: string; at: Date }) =>
  db
    .insertInto('visits')
    .values({ person_id, case_id, at })
    .onConflict((c) => c.columns(['person_id', 'case_id']).doUpdateSet({ at })),
);

/** Opens a case for its viewer: the snapshot, the row in the access log, and where the live stream goes on. */
export const openWorkspace = (server: Server, actor: Actor, caseId: string): Promise<WrittenJson> =>
  read(
    server.context,
    actor,
    async (tx, at, known) => {
      const rights = rightsFrom(known, actor, at);
      const present = readWorkspace(tx, rights);
      // After the snapshot, which tells of the visit before this one.
      await logView(tx, actor, at, { kind: 'case', caseId, objectId: caseId, purpose: 'case-work' });
      atLast(tx, visit({ person_id: actor.personId, case_id: caseId, at }));
      return new Afterwards(async () => {
        const { seq, text } = await present(rights);
        const newestKey = newestKeyOf(rights.facts);
        const live = sealPosition(server.context.secrets, {
          streamId: caseId,
          ...actingAs(actor),
          seq,
          newestKey,
          fingerprint: fingerprintOf(rights.keys, newestKey, standingOf(rights.viewer)),
          at: at.getTime(),
        });
        return new WrittenJson(`{"live":${JSON.stringify(live)},${text}}`);
      });
    },
    (tx: Tx) => server.facts.read(tx, caseId),
  );
