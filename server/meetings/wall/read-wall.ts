// What is on the wall: read in the name of whoever paired the screen, by both rings, and of that only what everybody present may
// read too. What is left out leaves no gap: no count, no place, no word that something is hidden from somebody.

import { sql } from 'kysely';
import { MeetingKind, type Phase } from '../../../shared/meeting.ts';
import type { WallItem, WallView } from '../../../shared/wall.ts';
import type { Actor } from '../../access/actor.ts';
import { logView } from '../../access/logs.ts';
import { read } from '../../access/reading.ts';
import { documentLines } from '../../documents/index.ts';
import { type EntryRow, fieldsOf, textOf } from '../../entries/index.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Server } from '../../server.ts';
import { type Found, type FoundItem, findMeeting } from '../find-meeting.ts';
import { readCases, readSections } from '../item-rows.ts';
import { phasesOf } from '../phases.ts';
import { readTeamName } from '../read-room.ts';
import { type ForAll, readForAll } from './for-all.ts';
import type { Screen } from './screen.ts';

const readEntries = (tx: Tx, itemId: string) =>
  tx
    .selectFrom('entries')
    .selectAll()
    .where('agenda_item_id', '=', itemId)
    .where('state', '<>', 'draft')
    .where('kind', 'in', ['presenter-question', 'hypothesis', 'child-view'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
const readSteps = (tx: Tx, itemId: string) =>
  tx
    .selectFrom('steps')
    .select(['text', 'due_on', 'acl_key'])
    .where('agenda_item_id', '=', itemId)
    .where('state', '<>', 'dropped')
    .orderBy('written_at')
    .orderBy('id')
    .execute();

type Sections = readonly { readonly acl_key: number; readonly document_id: string }[];
const linesIn = async (server: Server, sections: Sections, keys: ReadonlySet<number>): Promise<string[]> => {
  const shown = sections.filter((one) => keys.has(one.acl_key));
  const texts = await Promise.all(shown.map((one) => documentLines(server.context.gateway, one.document_id)));
  return texts
    .flat()
    .map(({ block }) => block.runs.map(({ text }) => text).join(''))
    .filter((line) => line.trim() !== '');
};

const wordsOf = (entries: readonly EntryRow[], kind: string, field: string): string[] =>
  entries
    .filter((row) => row.kind === kind)
    .map((row) => textOf(fieldsOf(row), field).trim())
    .filter((text) => text !== '');

type Around = { readonly found: Found; readonly forAll: ForAll; readonly phases: readonly Phase[] };

/** Null unless everybody present is of its team or visits it. */
const itemOnWall = async (
  server: Server,
  tx: Tx,
  item: FoundItem,
  { found, forAll, phases }: Around,
): Promise<WallItem | null> => {
  const phase = phases[item.row.phase ?? 0];
  if (!phase || !item.row.phase_at || !forAll.isOpen(item)) return null;
  const [cases, entries, steps, all] = await Promise.all([
    readCases(found, tx),
    readEntries(tx, item.row.id),
    readSteps(tx, item.row.id),
    readSections(found, tx),
  ]);
  const sections = all.filter(
    (one) => one.item_id === item.row.id && one.part === 'shared' && one.phase === phase.key,
  );
  const asked = [...entries, ...steps, ...sections].map((one) => one.acl_key);
  const keys = await forAll.keys(item, [...new Set([item.facts.aclKey, ...asked])]);
  const about = cases.find(({ id }) => id === item.row.case_id);
  if (!about || !keys.has(item.facts.aclKey)) return null;
  const said = entries.filter((one) => keys.has(one.acl_key));
  return {
    childGivenName: about.child_given_name,
    phase,
    phaseAt: item.row.phase_at.toISOString(),
    question: wordsOf(said, 'presenter-question', 'question')[0] ?? null,
    hypotheses: forAll.isTeams(item) && !forAll.visited ? wordsOf(said, 'hypothesis', 'hypothesis') : [],
    childVoice: wordsOf(said, 'child-view', 'verbatim'),
    lines: await linesIn(server, sections, keys),
    steps: steps.filter((one) => keys.has(one.acl_key)).map((one) => ({ text: one.text, dueOn: one.due_on })),
  };
};

const agendaOnWall = async (tx: Tx, { found, forAll }: Around) => {
  if (!forAll.agenda || forAll.visited) return null;
  const cases = await readCases(found, tx);
  return found.slots.map(({ id, state }) => {
    const item = found.items.find(({ row }) => row.id === id);
    const about = item && forAll.isTeams(item) ? cases.find((one) => one.id === item.row.case_id) : undefined;
    return { name: about?.child_given_name ?? null, state };
  });
};

/** Once for each item that comes onto the wall, in the name of whoever paired the screen. */
const logItem = async (tx: Tx, actor: Actor, at: Date, { row }: FoundItem): Promise<void> => {
  const { rows } = await sql<{ first: boolean }>`select access.wall_shows(${row.id}) as first`.execute(tx);
  if (rows[0]?.first === true)
    await logView(tx, actor, at, {
      kind: 'wall-screen',
      caseId: row.case_id,
      objectId: row.id,
      purpose: 'meeting',
    });
};

type On = Extract<Screen, { state: 'on' }>;

const readShown = (server: Server, { actor, meetingId, language }: On): Promise<WallView> =>
  read(server.context, actor, async (tx, at) => {
    const found = await findMeeting(tx, server.facts, actor, at, meetingId);
    if (found.part !== 'team') throw new Refusal('not-found');
    const [forAll, phases, teamName] = await Promise.all([
      readForAll(tx, found),
      phasesOf(tx, found),
      readTeamName(tx, found),
    ]);
    const around = { found, forAll, phases };
    const current = found.items.find(({ row, part }) => row.state === 'current' && part === 'team');
    const item = current ? await itemOnWall(server, tx, current, around) : null;
    const agenda = await agendaOnWall(tx, around);
    const named = found.items.filter((one) => agenda !== null && forAll.isTeams(one));
    for (const one of new Set([...named, ...(current && item ? [current] : [])]))
      await logItem(tx, actor, at, one);
    return {
      state: 'shown',
      language,
      kind: MeetingKind.parse(found.row.kind),
      teamName,
      agenda,
      item,
    };
  });

export const readWall = async (server: Server, screen: Screen | null): Promise<WallView> => {
  if (screen === null) return { state: 'none' };
  if (screen.state !== 'on') return screen;
  try {
    return await readShown(server, screen);
  } catch (error) {
    // Whoever paired it is nothing to the meeting any more: nobody is left in whose name it could read.
    if (error instanceof Refusal && error.id === 'not-found')
      return { state: 'over', language: screen.language };
    throw error;
  }
};
