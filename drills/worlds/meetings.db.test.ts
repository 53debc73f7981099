// Two worlds that differ in what a visitor is not to know of a meeting: in one their case is alone on the agenda and only what is shared was
// written; in the other another case was discussed before it, with a visitor of its own, and the team wrote, decided, signed and took over its own part.
// The visitor, before, during and after, gets the same answers and the same frames, byte for byte.
import { expect, test, vi } from 'vitest';
import { settableClock } from '../../server/platform/clock/clock.ts';
import { ground, invite, inviteColleague, openACase, see } from '../../server/testing/case-parts.ts';
import { connectLive } from '../../server/testing/live-client.ts';
import { cameIn, moved, newTeam, proposed } from '../../server/testing/meeting-parts.ts';
import { type Person, testWorld } from '../../server/testing/world.ts';
import { openWriter } from '../../server/testing/writer.ts';
import { saveField } from '../../shared/entries.ts';
import { beginSection, conveneMeeting, inviteToItem, writeInRoom } from '../../shared/meetings.ts';
import { getMemo, signMemo, transferMemo, writeInMemo } from '../../shared/memo.ts';
import { heard, quiet } from './heard.ts';
import { createPlain } from './plain.ts';
import { walkApi } from './walk-api.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const begin = new Date('2026-12-03T07:00:00Z');
/** By a clock that goes fast: whoever is idle for half an hour is signed out. */
const at = (minutes: number): Date => new Date(begin.getTime() + minutes * 12_000);
const text = (value: string) => ({ base: 0, text: value, device: 'aaaaaaaa' });
const shared = ground(['coordination', 'shared-goal']);

const noted = async (
  who: Person,
  itemId: string,
  kind: 'child-view' | 'hypothesis' | 'decision',
  field: string,
  words: string,
): Promise<void> => {
  const { id } = await who.do(writeInRoom, { params: { itemId }, body: { kind } });
  await who.do(saveField, { params: { entryId: id, field }, body: text(words) });
};

type Which = 'alone' | 'among others' | 'leaking';

const seenIn = async (which: Which) => {
  const clock = settableClock(begin);
  const world = await testWorld({ clock });
  const address = await world.listen();
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const arja = await world.professional('Arja Hallinto', home, 'administrator');
  const kaisa = await world.professional('Kaisa Salo', home, 'consultant-social-worker');
  const leena = await world.professional('Leena Kallio', home, 'social-worker');
  const oskar = await world.professional('Oskar Nyström', home, 'social-worker');
  const maria = await world.professional('Maria Lind', school, 'special-teacher');
  const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
  const team = await newTeam(arja, home, kaisa, leena, oskar);
  const aino = await openACase(leena);
  await inviteColleague(leena, aino, kaisa);
  await invite(leena, aino, maria, { toThem: shared, fromThem: shared });
  const elsa = await openACase(oskar, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
  await inviteColleague(oskar, elsa, kaisa);
  await invite(oskar, elsa, sari, { toThem: shared, fromThem: shared });
  const { id: meeting } = await kaisa.do(conveneMeeting, {
    body: {
      of: { kind: 'team', teamId: team },
      meeting: 'weekly',
      startsAt: at(10).toISOString(),
      endsAt: at(130).toISOString(),
      place: null,
      link: null,
    },
  });
  const visit = async (by: Person, caseId: string, itemId: string, who: Person): Promise<void> => {
    const membershipId = (await see(by, caseId)).members.find((m) => m.personId === who.id)?.id ?? '';
    const body = { membershipId, fromAt: at(30).toISOString(), untilAt: at(90).toISOString() };
    await by.do(inviteToItem, { params: { itemId }, body });
  };
  const others = which !== 'alone';
  const first = others ? await proposed(oskar, meeting, elsa) : '';
  const item = await proposed(leena, meeting, aino);
  if (others) await visit(oskar, elsa, first, sari);
  clock.set(at(2));
  await visit(leena, aino, item, maria);

  const live = await connectLive(address, maria);
  await live.watchToday();
  await live.follow(aino);
  const rest = quiet([live]);
  await rest();
  const begun = live.frames.length;
  const plain = createPlain();
  const ids = { caseId: aino, meetingId: meeting, itemId: item };
  const seen: Record<string, unknown> = {};
  const look = async (when: string): Promise<void> => {
    await rest();
    seen[when] = await walkApi(world, maria, ids, plain);
  };

  clock.set(at(10));
  await moved(kaisa, meeting, 'open');
  await cameIn(kaisa, meeting);
  await cameIn(leena, meeting);
  if (others) {
    await moved(kaisa, meeting, 'begin-item', { itemId: first });
    await noted(oskar, first, 'child-view', 'verbatim', 'Elsan sana.');
    await noted(oskar, first, 'hypothesis', 'hypothesis', 'Elsan hypoteesi.');
    await moved(kaisa, meeting, 'close-item', { itemId: first });
  }
  await look('before');
  clock.set(at(40));
  await moved(kaisa, meeting, 'begin-item', { itemId: item });
  await cameIn(maria, meeting);
  const write = async (phase: string, words: string): Promise<void> => {
    const { documentId } = await leena.do(beginSection, { params: { itemId: item }, body: { phase } });
    const writer = await openWriter(address, leena, documentId);
    await writer.opened();
    writer.paragraph(words);
    await writer.acknowledged();
    await writer.close();
  };
  await write('curious', 'Aamut ovat raskaita.');
  await noted(leena, item, 'child-view', 'verbatim', 'Haluan mummolaan.');
  if (others) {
    await write('safety', 'Äidin osoitetta ei kerrota.');
    await noted(kaisa, item, 'hypothesis', 'hypothesis', 'Aino vahtii isän vointia.');
    await noted(leena, item, 'decision', 'decision', 'Tuetaan kotiin.');
  }
  await look('during');
  clock.set(at(80));
  await moved(kaisa, meeting, 'close-item', { itemId: item });
  clock.set(at(95));
  await moved(kaisa, meeting, 'end');
  clock.set(at(100));
  const memo = await leena.do(getMemo, { params: { itemId: item } });
  for (const { id, part, version, hash } of memo.parts)
    if (part === 'shared' || others)
      await leena.do(signMemo, { params: { memoPartId: id }, body: { version, hash: hash ?? '' } });
  if (others) {
    const own = (await leena.do(getMemo, { params: { itemId: item } })).parts.find(
      ({ part }) => part === 'team',
    );
    const params = { memoVersionId: own?.versions[0]?.id ?? '' };
    await leena.do(transferMemo, { params, body: { system: 'Pro Consona' } });
    const body = { kind: 'memo-comment' as const };
    const { id } = await kaisa.do(writeInMemo, { params: { memoPartId: own?.id ?? '' }, body });
    await kaisa.do(saveField, {
      params: { entryId: id, field: 'narrative' },
      body: text('Tiimin kommentti.'),
    });
  }
  // A mistake that nobody would see in the code: the team's own part dates the shared one.
  if (which === 'leaking')
    await world.superuser(
      `update memo_parts set until_at = until_at + interval '1 minute' where part = 'shared'`,
      [],
    );
  await look('after');
  expect(live.faults).toEqual([]);
  seen['frames'] = heard(live.frames, begun, (frame) => plain.text(JSON.stringify(frame)));
  await live.close();
  return seen;
};

test('a visitor cannot tell what else was on the agenda, nor what the team has of its own', async () => {
  const [alone, among, leaking] = await Promise.all([
    seenIn('alone'),
    seenIn('among others'),
    seenIn('leaking'),
  ]);
  expect(Object.keys(alone)).toEqual(Object.keys(among));
  for (const [what, answers] of Object.entries(alone)) expect(among[what], what).toEqual(answers);
  expect(JSON.stringify(among)).not.toMatch(/Elsa|osoitetta|vahtii|Tuetaan|Pro Consona|Tiimin kommentti/);
  // Two controls: a trace is seen, and the visitor does see what is theirs.
  expect(leaking['after']).not.toEqual(alone['after']);
  expect(JSON.stringify(alone['during'])).toContain('get-meeting-room":"200');
  expect(JSON.stringify(alone['after'])).toContain('Aamut ovat raskaita.');
});
