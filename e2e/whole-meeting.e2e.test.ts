// One whole meeting in seven browsers, in Finnish and Swedish at once: two cases, visitors from a school and a clinic for the second alone, a
// screen on the wall; a network that is cut in the middle of a sentence and a chair who is gone while it is; then the memo, signed by three agencies, and
// corrected. What reaches the visitors is kept byte for byte, from before the meeting to after it.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ground, invite, inviteColleague, openACase } from '../server/testing/case-parts.ts';
import { convened, invitedTo, moved, newTeam, proposed } from '../server/testing/meeting-parts.ts';
import type { Person } from '../server/testing/world.ts';
import { recordGround } from '../shared/cases.ts';
import { saveField } from '../shared/entries.ts';
import { writeInRoom } from '../shared/meetings.ts';
import { violationsOn } from './harness/accessibility.ts';
import { line } from './harness/case-steps.ts';
import { t, wordsIn } from './harness/journey.ts';
import { openMeetingHouse } from './harness/meeting-house.ts';
import {
  comeIn,
  confirm,
  doneInMemo,
  goAlong,
  memoPart,
  next,
  phase,
  press,
  pressInMemo,
  section,
  signMemo,
  textIn,
  toBeginning,
} from './harness/meeting-steps.ts';
import { takePicture } from './harness/pictures.ts';
import { connectionLost } from './harness/watch.ts';

const { world, watch, enter, openBrowser } = await openMeetingHouse();
const sv = wordsIn('sv');
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const kaisa = await world.professional('Kaisa Salo', protection, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const jukka = await world.professional('Jukka Peltonen', protection, 'family-therapist');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const team = await newTeam(arja, protection, kaisa, leena, oskar, jukka);
await world.superuser(`update people set language = 'sv' where id = any($1)`, [[jukka.id, maria.id]]);

const noted = async (who: Person, itemId: string, field: 'absence' | 'verbatim', text: string) => {
  const { id } = await who.do(writeInRoom, { params: { itemId }, body: { kind: 'child-view' } });
  await who.do(saveField, { params: { entryId: id, field }, body: { base: 0, text, device: 'aaaaaaaa' } });
};
/** Everything that a page receives, over its socket and as answers. */
const recorded = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  page.on('response', async (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/'))
      heard.push(await response.text().catch(() => ''));
  });
  return heard;
};

test('two cases, seven browsers, two languages: from the first code on the wall to the corrected memo', async () => {
  const elsa = await openACase(oskar, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
  await inviteColleague(oskar, elsa, kaisa);
  const aino = await openACase(leena);
  await inviteColleague(leena, aino, kaisa);
  await inviteColleague(leena, aino, jukka);
  const shared = ground(['coordination', 'shared-goal', 'child-voice']);
  for (const one of [maria, sari]) await invite(leena, aino, one, { toThem: shared, fromThem: shared });
  // Whoever is to sit at one table may know of each other.
  for (const [fromAgencyId, toAgencyId] of [
    [school, clinic],
    [clinic, school],
  ]) {
    const statute = ground(['coordination', 'health', 'education'], {
      kind: 'statute',
      statute: 'Sosiaalihuoltolaki 1301/2014, 41 §',
    });
    await leena.do(recordGround, {
      params: { caseId: aino },
      body: { fromAgencyId: fromAgencyId ?? '', toAgencyId: toAgencyId ?? '', ground: statute },
    });
  }
  const meeting = await convened(kaisa, team);
  const first = await proposed(oskar, meeting, elsa);
  const second = await proposed(leena, meeting, aino);
  for (const one of [maria, sari]) await invitedTo(leena, aino, second, one);
  const address = `/meetings/${meeting}`;

  const [wall, teacher, nurse] = await Promise.all([
    openBrowser('wall'),
    enter(maria, '/'),
    enter(sari, '/'),
  ]);
  const heard = [recorded(teacher), recorded(nurse)];
  const bytes = () => heard.map((all) => all.join('\n')).join('\n');
  await Promise.all([teacher.goto(address), nurse.goto(address)]);
  await teacher.getByText(sv('meeting.visitWaits')).waitFor();
  await nurse.getByText(t('meeting.visitWaits')).waitFor();

  await moved(kaisa, meeting, 'open');
  const [chair, presenter, therapist, colleague] = await Promise.all([
    enter(kaisa, address),
    enter(leena, address),
    enter(jukka, address),
    enter(oskar, address),
  ]);
  await Promise.all([comeIn(chair), comeIn(presenter), comeIn(therapist, sv), comeIn(colleague)]);
  await wall.goto('/wall');
  const code = (await wall.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
  await press(chair, t('wall.pair'));
  const pairing = chair.getByRole('dialog', { name: t('wall.pair') });
  await pairing.getByLabel(t('wall.code')).fill(code);
  await pairing.getByLabel(t('wall.code')).press('Enter');
  await wall.getByRole('heading', { level: 1, name: 'Tiimi Itä' }).waitFor();

  // The first case: on nobody’s screen but those of its team, and on the wall not at all, since not all present are of it.
  await press(chair, t('meetingRoom.begin', { name: 'Elsa' }));
  await colleague.getByRole('heading', { level: 1, name: 'Elsa' }).waitFor();
  await presenter.getByText(t('meetingRoom.restrictedLead')).waitFor();
  await therapist.getByText(sv('meetingRoom.restrictedLead')).waitFor();
  await noted(oskar, first, 'absence', 'Elsa on leirikoulussa.');
  await press(chair, t('meetingRoom.closeItem'));
  await confirm(chair, t('meetingRoom.closeTitle', { name: 'Elsa' }), t('meetingRoom.closeItem'));
  await chair.getByText(t('meetingRoom.betweenLead')).waitFor();
  for (const page of [wall, presenter, therapist]) expect(await page.getByText('Elsa').count()).toBe(0);
  expect(bytes()).not.toMatch(/Elsa|leirikoulu|"meetings","ids":\[/);
  expect(bytes()).not.toContain(elsa);
  await press(colleague, t('meetingRoom.goOut'));

  // The second: both visitors are let in where they wait, each in their language; the wall shows it, and only it.
  await press(chair, t('meetingRoom.begin', { name: 'Aino' }));
  await Promise.all([comeIn(teacher, sv), comeIn(nurse)]);
  await wall.getByRole('heading', { level: 1, name: 'Aino' }).waitFor();
  await chair.locator('#meeting-room').getByText(t('wall.narrowed')).waitFor();
  const [curious, nyfikna] = [t('meetingPhase.curious'), sv('meetingPhase.curious')];
  await next(chair, t('meetingPhase.picture'));
  await next(chair, curious);
  for (const page of [chair, presenter, nurse]) await phase(page, curious).waitFor();
  for (const page of [therapist, teacher]) await phase(page, nyfikna).waitFor();

  // Three agencies write one text in two languages, one of them through a cut; the chair is gone before it heals.
  await presenter.getByRole('button', { name: t('meetingRoom.writeHere') }).click();
  const [worker, therapists, teachers, nurses] = [
    section(presenter, curious),
    section(therapist, nyfikna, sv),
    section(teacher, nyfikna, sv),
    section(nurse, curious),
  ];
  await worker.waitFor();
  await presenter.keyboard.type('Milloin aamu on hyvä?');
  await expect.poll(() => textIn(teachers)).toBe('Milloin aamu on hyvä?');
  await expect.poll(() => textIn(nurses)).toBe('Milloin aamu on hyvä?');
  await therapists.click();
  await therapist.keyboard.press('Control+End');
  await therapist.keyboard.press('Enter');
  await therapist.keyboard.type('Vem vaknar först?', { delay: 10 });
  await expect.poll(() => textIn(worker)).toBe('Milloin aamu on hyvä?\nVem vaknar först?');
  await watch.expecting(connectionLost, async () => {
    await therapist.context().setOffline(true);
    await therapist.evaluate(() => dispatchEvent(new Event('offline')));
    await therapist.keyboard.type(' Och vem väcker?', { delay: 5 });
    await toBeginning(teacher, teachers);
    await teacher.keyboard.type('Först: ', { delay: 5 });
    await chair.context().close();
    await press(presenter, t('meetingRoom.takeChair'));
    await presenter
      .getByRole('button', { name: t('meetingRoom.next', { phase: t('meetingPhase.hypotheses') }) })
      .waitFor();
    await therapist.context().setOffline(false);
    await therapist.getByText(sv('meetingRoom.chairIs', { name: 'Leena Kallio' })).waitFor();
  });
  const together = 'Först: Milloin aamu on hyvä?\nVem vaknar först? Och vem väcker?';
  for (const box of [therapists, teachers, nurses])
    await expect.poll(() => textIn(box), { timeout: 30_000 }).toBe(together);
  await wall.getByText('Och vem väcker?').waitFor();
  await takePicture(wall, 'whole-meeting-wall', { width: 1920, theme: 'light', language: 'fi' });
  await takePicture(teacher, 'whole-meeting-visitor', { width: 1440, theme: 'dark', language: 'sv' });
  await takePicture(therapist, 'whole-meeting-team', { width: 1440, theme: 'light', language: 'sv' });
  for (const page of [teacher, therapist, presenter]) expect(await violationsOn(page)).toEqual([]);

  // The new chair goes on to the child's voice and the steps; what is agreed is on all screens.
  for (const title of ['hypotheses', 'reflection', 'child-voice'] as const)
    await next(presenter, t(`meetingPhase.${title}`));
  await goAlong(nurse, t('meetingPhase.child-voice'));
  await noted(leena, second, 'verbatim', 'Isä nukkuu hyvin, jos mä oon hiljaa.');
  for (const title of ['safety', 'steps'] as const) await next(presenter, t(`meetingPhase.${title}`));
  const step = 'Maria soittaa Ainon isälle perjantaina';
  const stepBox = line(presenter, t('steps.lineLabel')).first();
  await stepBox.fill(step);
  await expect.poll(() => presenter.getByLabel(t('steps.doer')).first().inputValue()).not.toBe('');
  await stepBox.press('Enter');
  await goAlong(teacher, sv('meetingPhase.steps'), sv);
  await teacher.getByText(step).first().waitFor();
  await nurse.getByText(step).first().waitFor();

  // Each agency writes its own.
  for (const [page, words, text] of [
    [teacher, sv, 'Läraren följer morgnarna.'],
    [nurse, t, 'Seuraamme unta kaksi viikkoa.'],
  ] as const) {
    await press(page, words('meetingRoom.ownPart'));
    await page.getByRole('button', { name: words('meetingRoom.writeHere') }).click();
    const own = page.getByRole('textbox', { name: words('meetingRoom.ownPart') });
    await own.waitFor();
    await page.keyboard.type(text);
    await expect.poll(() => textIn(own)).toBe(text);
  }
  const written = async () =>
    (
      await world.superuser(
        `select count(*)::int as n from document_updates u join documents d on d.id = u.document_id
      join memo_sections s on s.id = d.scope_id where s.item_id = $1 and s.part = 'agency'`,
        [second],
      )
    ).rows[0]?.['n'];
  await expect.poll(written).toBeGreaterThanOrEqual(2);
  await press(presenter, t('meetingRoom.closeItem'));
  await confirm(presenter, t('meetingRoom.closeTitle', { name: 'Aino' }), t('meetingRoom.closeItem'));
  for (const [page, words] of [
    [teacher, sv],
    [nurse, t],
  ] as const)
    await page.getByText(words('meetingRoom.visitOverLead')).waitFor();
  const until = heard.map((all) => all.length);
  await press(presenter, t('meetingRoom.end'));
  await confirm(presenter, t('meetingRoom.endTitle'), t('meetingRoom.end'));
  await wall.getByText(t('wall.overTitle')).waitFor();
  // That the meeting is over is told to nobody who came for one case: a hint without a name, that something of theirs can be read.
  const after = heard.map((all, n) => all.slice(until[n]).join('\n')).join('\n');
  expect(after).not.toContain(meeting + '"],');

  // The memo is ready at once: three agencies sign the shared part, and two their own.
  const memo = `/cases/${aino}/memos/${second}`;
  await Promise.all([presenter, teacher, nurse].map((page) => page.goto(memo)));
  await signMemo(presenter, t, t('memo.sharedPart'));
  await signMemo(presenter, t, t('memo.teamPart'));
  await memoPart(teacher, sv('memo.sharedPart')).getByText('Och vem väcker?').waitFor();
  await signMemo(teacher, sv, sv('memo.sharedPart'));
  await memoPart(nurse, t('memo.sharedPart')).getByText('Och vem väcker?').waitFor();
  await signMemo(nurse, t, t('memo.sharedPart'));
  await signMemo(teacher, sv, sv('memo.agencyPart', { agency: 'Meriniemen koulu' }));
  await signMemo(nurse, t, t('memo.agencyPart', { agency: 'Rannikon nuorisopsykiatria' }));
  for (const name of ['Leena Kallio', 'Maria Lind', 'Sari Niskanen'])
    await memoPart(presenter, t('memo.sharedPart')).getByText(new RegExp(name)).last().waitFor();

  // A correction with its reason: all three see it, and sign it anew.
  await pressInMemo(presenter, t, t('memo.sharedPart'), 'correct');
  const correcting = presenter.getByRole('dialog');
  await correcting.getByLabel(t('memo.correctReason')).fill('Kysymys jäi kesken.');
  await correcting.getByRole('button', { name: t('memo.correct'), exact: true }).click();
  await pressInMemo(presenter, t, t('memo.sharedPart'), 'write');
  const box = memoPart(presenter, t('memo.sharedPart')).getByRole('textbox');
  await box.click();
  await presenter.keyboard.press('Control+End');
  await presenter.keyboard.type(' Ja kuka auttaa?');
  await doneInMemo(presenter, t, t('memo.sharedPart'));
  await memoPart(presenter, t('memo.sharedPart')).getByText('Ja kuka auttaa?').waitFor();
  await signMemo(presenter, t, t('memo.sharedPart'));
  await memoPart(teacher, sv('memo.sharedPart')).getByText('Ja kuka auttaa?').waitFor();
  await signMemo(teacher, sv, sv('memo.sharedPart'));
  await pressInMemo(teacher, sv, sv('memo.sharedPart'), 'compare');
  await teacher.getByRole('dialog').locator('ins').filter({ hasText: 'kuka auttaa' }).waitFor();
  await takePicture(teacher, 'whole-meeting-compared', { width: 1440, theme: 'light', language: 'sv' });

  // Of the first case, of what the team alone wrote and of the other agency’s own nothing ever came to the visitors.
  expect(bytes()).not.toMatch(/Elsa|leirikoulu|R-\d{4}-\d+.*Elsa/);
  expect(bytes()).not.toContain(elsa);
  expect(bytes()).not.toContain(first);
  expect(heard[0]?.join('\n')).not.toContain('Seuraamme unta');
  expect(heard[1]?.join('\n')).not.toContain('Läraren följer');
}, 240_000);
