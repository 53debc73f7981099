// The matrix of memos: everybody × every part of the memo of a discussed case, open and signed, by both rings and by each alone. Real: app,
// database.
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { asPerson } from '../../server/platform/db/transaction.ts';
import { testWorld } from '../../server/testing/world.ts';
import { getMemo, getMemoVersion, type MemoAbility } from '../../shared/memo.ts';
import { type PlacedMeeting, placeMeeting } from './meeting-place.ts';
import {
  type MeetingPlace,
  makesMemo,
  meetingPlaces,
  readsMemo,
  type Section,
  sections,
  signsMemo,
  writesMemo,
} from './meeting-rules.ts';
import { openRingTwo } from './open-ring-two.ts';
import { createTally, look, type Tally } from './tally.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
const db = openDatabase(world.pools.app);
const hash = 'c'.repeat(64);
let placed: PlacedMeeting;
const parts = new Map<Section, { readonly id: string; versionId: string }>();
const partOf: Readonly<Record<Section, string>> = {
  shared: 'shared',
  team: 'team',
  'school’s own': 'agency',
};

/** Those who came in: the team into the meeting, visitors into the item. */
const came: readonly [MeetingPlace, 'meeting' | 'item'][] = [
  ['of the team, in the second case', 'meeting'],
  ['of the team, in no case', 'meeting'],
  ['visits the second from the own agency', 'item'],
  ['visits the second from the school', 'item'],
  ['visits the second from home', 'item'],
];

beforeAll(async () => {
  placed = await placeMeeting(world);
  const { meetingId, items, people } = placed;
  await world.superuser(
    `update agenda_items set opened_at = now() - interval '1 hour', closed_at = now() where meeting_id = $1`,
    [meetingId],
  );
  await placed.put('ended');
  for (const [place, where] of came)
    await world.superuser(
      `insert into attendances (meeting_id, item_id, person_id, affiliation_id, came_at) values ($1, $2, $3, $4, now() - interval '30 minutes')`,
      [meetingId, where === 'item' ? items.second : null, people[place].id, people[place].affiliationId],
    );
  await world.superuser('select access.complete_memos($1)', [meetingId]);
  for (const section of sections) {
    const found = await world.superuser('select id from memo_parts where item_id = $1 and part = $2', [
      items.second,
      partOf[section],
    ]);
    parts.set(section, { id: String(found.rows[0]?.['id']), versionId: '' });
  }
});

const content = JSON.stringify({
  caseNumber: 'R-2026-000001',
  childGivenName: 'Aino',
  kind: 'weekly',
  fromAt: '2026-01-01T10:00:00Z',
  untilAt: '2026-01-01T11:00:00Z',
  part: 'team',
  agencyNameFi: null,
  agencyNameSv: null,
  present: [],
  writers: [],
  question: null,
  sections: [],
  childVoice: [],
  decisions: [],
  hypotheses: [],
  steps: [],
});
/** Signed by somebody who is none of those who are asked. */
const signAll = async (): Promise<void> => {
  for (const part of parts.values()) {
    const made = await world.superuser(
      `insert into memo_versions (memo_part_id, case_id, acl_key, agency_id, version, content, hash, made_by, made_at)
       select p.id, p.case_id, p.acl_key, p.agency_id, 1, $2, $3, m.convened_by, now() from memo_parts p join meetings m on m.id = p.meeting_id
       where p.id = $1 returning id`,
      [part.id, content, hash],
    );
    part.versionId = String(made.rows[0]?.['id']);
    await world.superuser(`update memo_parts set state = 'signed' where id = $1`, [part.id]);
  }
  // The home agency has taken over what is shared.
  await world.superuser(
    `insert into memo_transfers (version_id, case_id, agency_id, system, by_affiliation_id, at)
     select v.id, v.case_id, a.agency_id, 'x', a.id, now() from memo_versions v join affiliations a on a.id = v.made_by where v.id = $1`,
    [parts.get('shared')?.versionId],
  );
};

const says = (place: MeetingPlace, section: Section, what: string) => () =>
  `${what} the ${section} part, ${place}`;
const expectAsTheTable = ({ cells, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(cells).toBeGreaterThan(meetingPlaces.length * sections.length);
};
const isFamily = (place: MeetingPlace): boolean => placed.people[place].affiliationId === null;
const isMember = (section: Section, place: MeetingPlace): boolean =>
  readsMemo(section, place) && place !== 'of the school, invited, whose place in the case has ended';

const expected = (section: Section, place: MeetingPlace, signed: boolean): MemoAbility[] => {
  const can: MemoAbility[] = [];
  if (!signed && writesMemo(section, place)) can.push('write');
  if (signed ? signsMemo(section, place) : makesMemo(section, place)) can.push('sign');
  if (signed && makesMemo(section, place)) can.push('correct');
  if (section !== 'school’s own' && isMember(section, place) && !isFamily(place)) can.push('comment');
  if (signed) can.push('transfer');
  return can;
};

/** Ring 1, and ring 2 beside it unless it is open. */
const walk = async (signed: boolean): Promise<Tally> => {
  const tally = createTally();
  for (const place of meetingPlaces) {
    const { status, body } = await placed.people[place].try(getMemo, {
      params: { itemId: placed.items.second },
    });
    const reads = sections.some((section) => readsMemo(section, place));
    // Of an unsigned part of their own whoever has left the case is shown nothing that is not theirs by a signature.
    const shown = status === 200 ? body.parts : [];
    const kept = !signed && place === 'of the school, invited, whose place in the case has ended';
    look(tally, reads && !kept ? 200 : 404, status, () => `opens the memo, ${place}`);
    for (const section of sections) {
      const part = shown.find((one) => one.part === partOf[section]);
      look(tally, readsMemo(section, place) && !kept, part !== undefined, says(place, section, 'reads'));
      if (part)
        look(tally, expected(section, place, signed).join(), part.can.join(), says(place, section, 'can'));
      if (part && !signed)
        look(
          tally,
          writesMemo(section, place),
          part.content !== null,
          says(place, section, 'reads the draft of'),
        );
      if (!signed) continue;
      const takenByOwn =
        section === 'shared' &&
        (writesMemo(section, place) || place === 'visits the second from the own agency');
      if (part)
        look(tally, takenByOwn, part.transfers.length > 0, says(place, section, 'sees who took over'));
      const version = await placed.people[place].try(getMemoVersion, {
        params: { memoVersionId: parts.get(section)?.versionId ?? '' },
      });
      look(
        tally,
        readsMemo(section, place) ? 200 : 404,
        version.status,
        says(place, section, 'reads the version of'),
      );
    }
  }
  return tally;
};

class Undone extends Error {}
const tried = (place: MeetingPlace, statement: ReturnType<typeof sql>) => {
  const { id: personId, affiliationId } = placed.people[place];
  return asPerson(db, { personId, affiliationId }, null, 'read committed', async (tx) => {
    await statement.execute(tx);
    throw new Undone();
  }).catch((error: unknown) => {
    if (error instanceof Undone) return true;
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  });
};
const seen = async (place: MeetingPlace, query: ReturnType<typeof sql>): Promise<boolean> => {
  const { id: personId, affiliationId } = placed.people[place];
  const { rows } = await asPerson(db, { personId, affiliationId }, null, 'read committed', (tx) =>
    query.execute(tx),
  );
  return rows.length > 0;
};

test('both rings, open', async () => {
  expectAsTheTable(await walk(false));
});

test('ring 2 alone, open: the row, and the door of signing', async () => {
  const tally = createTally();
  for (const place of meetingPlaces)
    for (const section of sections) {
      const id = parts.get(section)?.id ?? '';
      const row = await seen(place, sql`select from memo_parts where id = ${id}`);
      look(tally, readsMemo(section, place), row, says(place, section, 'the row of'));
      const signs = await tried(place, sql`select access.sign_memo(${id}, 1, ${content}::jsonb, ${hash})`);
      look(tally, makesMemo(section, place), signs, says(place, section, 'makes'));
      const corrects = await tried(place, sql`select access.correct_memo(${id}, 1, 'x')`);
      look(tally, false, corrects, says(place, section, 'corrects what is not signed of'));
    }
  expectAsTheTable(tally);
});

test('both rings, signed', async () => {
  await signAll();
  expectAsTheTable(await walk(true));
});

test('ring 2 alone, signed: the version and the doors', async () => {
  const tally = createTally();
  for (const place of meetingPlaces)
    for (const section of sections) {
      const { id, versionId } = parts.get(section) ?? { id: '', versionId: '' };
      const row = await seen(place, sql`select from memo_versions where id = ${versionId}`);
      look(tally, readsMemo(section, place), row, says(place, section, 'the version of'));
      const signs = await tried(place, sql`select access.sign_memo(${id}, 1, null, ${hash})`);
      look(tally, signsMemo(section, place), signs, says(place, section, 'signs'));
      const other = await tried(place, sql`select access.sign_memo(${id}, 1, null, ${'d'.repeat(64)})`);
      look(tally, false, other, says(place, section, 'signs another text of'));
      const corrects = await tried(place, sql`select access.correct_memo(${id}, 1, 'x')`);
      look(tally, makesMemo(section, place), corrects, says(place, section, 'corrects'));
      const takes = await tried(place, sql`select access.transfer_memo(${versionId}, 'x')`);
      look(tally, readsMemo(section, place) && !isFamily(place), takes, says(place, section, 'takes over'));
    }
  expectAsTheTable(tally);
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walk(true));
});
