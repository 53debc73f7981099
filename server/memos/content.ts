// What a part of a memo says, made of what was written in the item: its own texts, and of everything else what every reader of the part may
// read. In an order that does not depend on who makes it, so that two who read the same see the same hash.
import type { Selectable } from 'kysely';
import type { MeetingPerson } from '../../shared/meeting.ts';
import { MeetingKind, Phases } from '../../shared/meeting.ts';
import type { MemoContent, MemoWriter } from '../../shared/memo.ts';
import { isForAllOf, isKnownToAll } from '../access/memo-rules.ts';
import type { Context } from '../context.ts';
import { documentLines } from '../documents/index.ts';
import { type EntryRow, fieldsOf, textOf } from '../entries/index.ts';
import { memoSection } from '../meetings/index.ts';
import { type People, readMeetingPeople } from '../people/index.ts';
import { hashOf } from '../platform/canonical-json.ts';
import type { Steps } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { FoundPart } from './find-parts.ts';

type Named = { readonly personId: string; readonly affiliationId: string | null };

/** The people of a part, each once, by the order in which they are first named. */
const createWriters = (people: People) => {
  const list: MemoWriter[] = [];
  const known = new Map<string, number>();
  return {
    list,
    of: (who: Named, name = ''): number => {
      const key = `${who.personId} ${who.affiliationId}`;
      const at = known.get(key);
      if (at !== undefined) return at;
      const person: Omit<MeetingPerson, 'personId'> = people.by(who) ?? {
        name,
        profession: null,
        agencyNameFi: null,
        agencyNameSv: null,
      };
      const { profession, agencyNameFi, agencyNameSv } = person;
      list.push({ name: person.name, profession, agencyNameFi, agencyNameSv });
      known.set(key, list.length - 1);
      return list.length - 1;
    },
  };
};
type Writers = ReturnType<typeof createWriters>;

const readEntries = (tx: Tx, { row }: FoundPart) =>
  tx
    .selectFrom('entries')
    .selectAll()
    .where('agenda_item_id', '=', row.item_id)
    .where('state', '<>', 'draft')
    .where('kind', 'in', ['presenter-question', 'child-view', 'decision', 'hypothesis'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
const readSteps = (tx: Tx, { row }: FoundPart) =>
  tx
    .selectFrom('steps')
    .selectAll()
    .where('agenda_item_id', '=', row.item_id)
    .where('state', '<>', 'dropped')
    .orderBy('written_at')
    .orderBy('id')
    .execute();
const readPresent = (tx: Tx, { row }: FoundPart) =>
  tx
    .selectFrom('attendances')
    .select(['person_id', 'affiliation_id'])
    .where('meeting_id', '=', row.meeting_id)
    .where((eb) =>
      eb.or([
        eb('item_id', '=', row.item_id),
        eb.and([
          eb('item_id', 'is', null),
          eb('came_at', '<', row.until_at),
          eb.or([eb('left_at', 'is', null), eb('left_at', '>', row.from_at)]),
        ]),
      ]),
    )
    .orderBy('came_at')
    .orderBy('id')
    .execute();
/** The texts of a part, in the order of the phases. */
export const readDocuments = (tx: Tx, { row }: Pick<FoundPart, 'row'>) =>
  tx
    .selectFrom('memo_sections as s')
    .innerJoin('documents as d', 'd.scope_id', 's.id')
    .select(['s.phase', 'd.id as document_id', 's.id as section_id'])
    .where('d.scope_kind', '=', memoSection)
    .where('s.item_id', '=', row.item_id)
    .where('s.acl_key', '=', row.acl_key)
    .orderBy('s.begun_at')
    .orderBy('s.id')
    .execute();
const readPhases = async (tx: Tx, { row }: FoundPart) => {
  const template = await tx
    .selectFrom('meetings as m')
    .innerJoin('meeting_templates as t', 't.id', 'm.template_id')
    .select('t.phases')
    .where('m.id', '=', row.meeting_id)
    .executeTakeFirst();
  return template ? Phases.parse(template.phases) : [];
};

const peopleOf = (
  tx: Tx,
  entries: readonly EntryRow[],
  steps: readonly Selectable<Steps>[],
  present: readonly { person_id: string; affiliation_id: string | null }[],
  lines: readonly { readonly by: readonly Named[] }[],
): Promise<People> => {
  const by = lines.flatMap((line) => line.by);
  return readMeetingPeople(
    tx,
    [
      ...entries.map((one) => one.affiliation_id),
      ...steps.map((one) => one.doer_affiliation_id),
      ...present.map((one) => one.affiliation_id),
      ...by.map((one) => one.affiliationId),
    ],
    [
      ...entries.flatMap((one) => one.author_ids),
      ...steps.map((one) => one.doer_id),
      ...present.map((one) => one.person_id),
      ...by.map((one) => one.personId),
    ],
  );
};

const said = (writers: Writers, row: EntryRow, field: string) => ({
  text: textOf(fieldsOf(row), field),
  by: writers.of({ personId: row.author_ids[0] ?? '', affiliationId: row.affiliation_id }),
  at: row.updated_at.toISOString(),
});

/** What the home team caught as texts of their own: of its own part alone. */
const caught = (writers: Writers, entries: readonly EntryRow[]) => {
  const of = (kind: string, ...fields: string[]) =>
    entries.filter(
      (row) => row.kind === kind && fields.some((field) => textOf(fieldsOf(row), field).trim() !== ''),
    );
  const text = (row: EntryRow, field: string) => textOf(fieldsOf(row), field);
  const [question] = of('presenter-question', 'question');
  return {
    question: question ? { ...said(writers, question, 'question'), whyNow: text(question, 'whyNow') } : null,
    childVoice: of('child-view', 'verbatim', 'absence').map((row) => {
      const kind = text(row, 'verbatim').trim() === '' ? ('absence' as const) : ('verbatim' as const);
      return { ...said(writers, row, kind), kind, heardOn: text(row, 'heardOn') || null };
    }),
    decisions: of('decision', 'decision').map((row) => ({
      ...said(writers, row, 'decision'),
      differs: text(row, 'differs'),
    })),
    hypotheses: of('hypothesis', 'hypothesis')
      .filter((row) => row.expires_at === null)
      .map((row) => ({
        ...said(writers, row, 'hypothesis'),
        for: text(row, 'for'),
        against: text(row, 'against'),
      })),
  };
};
const nothingCaught = { question: null, childVoice: [], decisions: [], hypotheses: [] };

/** @throws where the case may not be read: whoever calls has found the part */
export const contentOf = async (
  tx: Tx,
  { gateway }: Pick<Context, 'gateway'>,
  part: FoundPart,
  at: Date,
): Promise<MemoContent> => {
  const { row, fact, facts } = part;
  const now = at.getTime();
  const isForAll = (key: number) => isForAllOf(facts, fact, key, now);
  const own = fact.part === 'agency';
  const [about, agency, allEntries, allSteps, attended, documents, phases] = await Promise.all([
    tx
      .selectFrom('cases')
      .select(['number', 'child_given_name'])
      .where('id', '=', row.case_id)
      .executeTakeFirstOrThrow(),
    row.agency_id === null
      ? undefined
      : tx
          .selectFrom('agencies')
          .select(['name_fi', 'name_sv'])
          .where('id', '=', row.agency_id)
          .executeTakeFirst(),
    fact.part === 'team' ? readEntries(tx, part) : [],
    own ? [] : readSteps(tx, part),
    own ? [] : readPresent(tx, part),
    readDocuments(tx, part),
    readPhases(tx, part),
  ]);
  const entries = allEntries.filter((one) => isForAll(one.acl_key));
  const steps = allSteps.filter((one) => isForAll(one.acl_key));
  const present = attended.filter((one) =>
    isKnownToAll(facts, fact, { personId: one.person_id, affiliationId: one.affiliation_id }, now),
  );
  const texts = await Promise.all(
    documents.map(async (one) => ({ ...one, lines: await documentLines(gateway, one.document_id) })),
  );
  const people = await peopleOf(
    tx,
    entries,
    steps,
    present,
    texts.flatMap(({ lines }) => lines),
  );
  const writers = createWriters(people);
  const place = (phase: string | null) => phases.findIndex(({ key }) => key === phase);
  const there = present.map((one) =>
    writers.of({ personId: one.person_id, affiliationId: one.affiliation_id }),
  );
  return {
    caseNumber: about.number,
    childGivenName: about.child_given_name,
    kind: MeetingKind.parse(row.kind),
    fromAt: row.from_at.toISOString(),
    untilAt: row.until_at.toISOString(),
    part: fact.part,
    agencyNameFi: agency?.name_fi ?? null,
    agencyNameSv: agency?.name_sv ?? null,
    present: [...new Set(there)],
    ...(fact.part === 'team' ? caught(writers, entries) : nothingCaught),
    sections: texts
      .toSorted((a, b) => place(a.phase) - place(b.phase))
      .map(({ phase, lines }) => ({
        phase,
        title: phases[place(phase)]?.title ?? null,
        lines: lines
          .filter(({ block }) => block.runs.some(({ text }) => text.trim() !== ''))
          .map(({ block, by }) => ({
            look: block.look,
            runs: block.runs,
            by: [...new Set(by.map((one) => writers.of(one, one.name)))],
          })),
      }))
      .filter(({ lines }) => lines.length > 0),
    steps: steps.map((step) => {
      const doer = { personId: step.doer_id, affiliationId: step.doer_affiliation_id };
      return {
        text: step.text,
        doer: isKnownToAll(facts, fact, doer, now) ? writers.of(doer) : null,
        dueOn: step.due_on,
      };
    }),
    writers: writers.list,
  };
};

/** SHA-256 of the canonical JSON, in hexadecimal. Whoever sees it reads all that it is of: nothing can be worked out from it. */
export const hashOfContent = (content: MemoContent): string => hashOf(content);

export const isEmpty = ({
  question,
  sections,
  childVoice,
  decisions,
  hypotheses,
  steps,
}: MemoContent): boolean =>
  question === null &&
  sections.length + childVoice.length + decisions.length + hypotheses.length + steps.length === 0;
