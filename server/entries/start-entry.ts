// Starts a draft. What one person writes once (a form of a name, the own view in an assessment) is found again instead
// of being begun a second time.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { startEntry as contract } from '../../shared/entries.ts';
import { DataClass } from '../../shared/vocabulary.ts';
import { type Call, type CaseCommand, caseCommand, command } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { activeMemberships } from '../access/rules.ts';
import { actingIn, mayStart } from '../access/writing.ts';
import { requireAssessment, requireOpenAssessment } from '../assessments/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { dataClassOf } from './audiences.ts';
import { type EntryRow, readableEntry } from './find-entry.ts';
import { type Draft, startDraft } from './start-draft.ts';

type Input = z.output<typeof contract.body & z.ZodType>;
type Ref = { id: string; version: number };

const misfit = (field: string): Refusal => new Refusal('invalid-input', { field });

/** A form or a note: of no case, private for good. */
const startAlone = (server: Server, call: Call, input: Input): Promise<Ref> =>
  command(server.context, call, async ({ tx, actor, at }) => {
    const form = input.kind === 'form';
    if ((input.about === null) === form) throw misfit('about');
    if (input.pairId !== null) throw misfit('pairId');
    const ofName = tx
      .selectFrom('entries')
      .select(['id', 'version'])
      .where('kind', '=', 'form')
      .where('about', '=', input.about)
      .where('author_ids', '=', sql<string[]>`array[${actor.personId}]::uuid[]`);
    const existing = form ? await ofName.executeTakeFirst() : undefined;
    if (existing) return existing;
    const agencyId = actor.affiliation?.agencyId ?? null;
    const dataClass = form ? 'coordination' : dataClassOf(actor.affiliation?.agencyKind);
    const { rows } = await sql<{ key: number }>`select access.intern_audience(
      null, ${agencyId}, ${dataClass}, 'private', '{}', 'none', '{}', ${[actor.personId]}) as key`.execute(
      tx,
    );
    return tx
      .insertInto('entries')
      .values({
        acl_key: rows[0]?.key ?? 0,
        owner_agency_id: agencyId,
        data_class: dataClass,
        kind: input.kind,
        author_ids: [actor.personId],
        affiliation_id: actor.affiliation?.id ?? null,
        about: input.about,
        created_at: at,
        updated_at: at,
      })
      .returning(['id', 'version'])
      .executeTakeFirstOrThrow();
  });

/** A pair is two professionals of one agency, both in the case. @throws Refusal `not-found`, `invalid-input` */
export const pairOf = (c: CaseCommand, acting: Membership, pairId: string | null): string[] => {
  if (pairId === null) return [acting.personId];
  const pair = activeMemberships(c.facts, pairId, c.at.getTime()).find((m) => m.agencyId === acting.agencyId);
  if (!pair) throw new Refusal('not-found');
  if (acting.agencyId === null || pairId === acting.personId) throw misfit('pairId');
  return [acting.personId, pairId];
};

const requireMayStart = (c: CaseCommand, input: Input): Membership => {
  const acting = actingIn(c.facts, c.actor, c.at);
  if (!acting) throw new Refusal('not-allowed');
  if (c.viewer.closed) throw new Refusal('case-closed');
  if (!mayStart(input.kind, c.facts, acting)) throw new Refusal('not-allowed');
  return acting;
};

/** What a comment is about: a text that is shared and is no comment itself, or the assessment as a whole. */
const findParent = async (c: CaseCommand, input: Input): Promise<EntryRow | null> => {
  if (input.parentId === null) {
    if (input.assessmentId === null) throw misfit('parentId');
    await requireAssessment(c, input.assessmentId);
    return null;
  }
  const parent = await readableEntry(c, input.parentId);
  if (parent.state === 'draft' || parent.kind === 'comment') throw new Refusal('not-allowed');
  return parent;
};

const draftComment = async (c: CaseCommand, acting: Membership, input: Input): Promise<Draft> => {
  const parent = await findParent(c, input);
  const ownerAgencyId = acting.agencyId ?? c.facts.homeAgencyId;
  // About a text of the own register a comment is of its class. Said to another agency, it is the commenter's register
  // that speaks, and the grounds that open that register carry it.
  const ofOwnRegister = acting.agencyId !== null && parent?.owner_agency_id === acting.agencyId;
  return {
    kind: 'comment',
    ownerAgencyId,
    dataClass:
      parent && ofOwnRegister
        ? DataClass.parse(parent.data_class)
        : dataClassOf(c.actor.affiliation?.agencyKind),
    authorIds: pairOf(c, acting, input.pairId),
    assessmentId: parent ? parent.assessment_id : input.assessmentId,
    parentId: input.parentId,
    about: null,
  };
};

/** Whose view it is: a parent writes their own, a worker says whose it is. */
const aboutOf = (acting: Membership, input: Input): string | null => {
  if (input.kind !== 'parent-view') return null;
  if (acting.agencyId === null) return acting.personId;
  if (input.about === null) throw misfit('about');
  return input.about;
};

const classIn = (c: CaseCommand, input: Input): DataClass => {
  if (input.kind === 'child-view') return 'child-voice';
  return input.kind === 'dissent' ? dataClassOf(c.actor.affiliation?.agencyKind) : 'social';
};

const draftView = async (c: CaseCommand, acting: Membership, input: Input): Promise<Draft> => {
  if (input.assessmentId === null) throw misfit('assessmentId');
  if (input.parentId !== null) throw misfit('parentId');
  await requireOpenAssessment(c, input.assessmentId);
  return {
    kind: input.kind,
    ownerAgencyId: acting.agencyId ?? c.facts.homeAgencyId,
    dataClass: classIn(c, input),
    authorIds: pairOf(c, acting, input.pairId),
    assessmentId: input.assessmentId,
    parentId: null,
    about: aboutOf(acting, input),
  };
};

/**
 * The own entry of the same kind in the same assessment. Also the child's view is one for each author: a draft of it is
 * its author's alone, so that two can begin unseen by each other, and each hearing stays a record of its own.
 */
const findAgain = async (c: CaseCommand, draft: Draft): Promise<Ref | undefined> => {
  const rows = await c.tx
    .selectFrom('entries')
    .select(['id', 'version', 'author_ids'])
    .where('assessment_id', '=', draft.assessmentId)
    .where('kind', '=', draft.kind)
    .where('about', draft.about === null ? 'is' : '=', draft.about)
    .orderBy('id')
    .execute();
  const own = rows.find((row) => row.author_ids.includes(c.actor.personId));
  return own && { id: own.id, version: own.version };
};

const startInCase = (server: Server, call: Call, caseId: string, input: Input): Promise<Ref> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    caseId,
    (c) => void requireMayStart(c, input),
    async (c) => {
      const acting = requireMayStart(c, input);
      const comment = input.kind === 'comment';
      const draft = comment ? await draftComment(c, acting, input) : await draftView(c, acting, input);
      const existing = comment ? undefined : await findAgain(c, draft);
      if (existing) return existing;
      const row = await startDraft(c, acting, draft);
      return { id: row.id, version: row.version };
    },
  );

/** @throws Refusal `not-found`, `not-allowed`, `invalid-input`, `assessment-signed`, `case-closed` */
export const startEntry = (server: Server, call: Call, input: Input): Promise<Ref> => {
  // A form belongs to its writer also when it is filled in within a case: its name says which one it is.
  if (input.kind === 'form') return startAlone(server, call, input);
  if (input.kind === 'private-note' && input.caseId === null) return startAlone(server, call, input);
  if (input.kind === 'private-note' || input.caseId === null) throw misfit('caseId');
  return startInCase(server, call, input.caseId, input);
};
