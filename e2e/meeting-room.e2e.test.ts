// Journeys in a meeting's room: the chair, the presenter, a family therapist, and a teacher who visits for the second case alone. Phases
// move for all, several write at once, through a network that breaks; the child's voice is not passed over; a chair that dies is
// followed by another; nobody's words are lost.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ground, invite, inviteColleague, openACase } from '../server/testing/case-parts.ts';
import { convened, invitedTo, moved, newTeam, proposed } from '../server/testing/meeting-parts.ts';
import type { Person } from '../server/testing/world.ts';
import { saveField } from '../shared/entries.ts';
import { writeInRoom } from '../shared/meetings.ts';
import { violationsOn } from './harness/accessibility.ts';
import { cover } from './harness/case-steps.ts';
import { inOrder } from './harness/in-order.ts';
import { t, wordsIn } from './harness/journey.ts';
import { everyLook, type Language, languages } from './harness/looks.ts';
import { openMeetingHouse } from './harness/meeting-house.ts';
import { comeIn, confirm, goAlong, next, phase, press, section, textIn } from './harness/meeting-steps.ts';
import { takePicture } from './harness/pictures.ts';
import { connectionLost } from './harness/watch.ts';

const { world, watch, enter } = await openMeetingHouse();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const kaisa = await world.professional('Kaisa Salo', protection, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const jukka = await world.professional('Jukka Peltonen', protection, 'family-therapist');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const team = await newTeam(arja, protection, kaisa, leena, oskar, jukka);

/** An open meeting: first Elsa's case (Oskar's, with Kaisa), then Aino's (Leena's, with Kaisa and Jukka), to which Maria comes. */
const opened = async () => {
  const elsa = await openACase(oskar, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
  await inviteColleague(oskar, elsa, kaisa);
  const aino = await openACase(leena);
  await inviteColleague(leena, aino, kaisa);
  await inviteColleague(leena, aino, jukka);
  await invite(leena, aino, maria, { toThem: ground(['coordination', 'shared-goal', 'child-voice']) });
  const meeting = await convened(kaisa, team);
  const first = await proposed(oskar, meeting, elsa);
  const second = await proposed(leena, meeting, aino);
  await invitedTo(leena, aino, second, maria);
  await moved(kaisa, meeting, 'open');
  return { meeting, first, second, aino, elsa, address: `/meetings/${meeting}` };
};
const childSays = async (
  who: Person,
  itemId: string,
  field: 'verbatim' | 'absence',
  text: string,
): Promise<void> => {
  const { id } = await who.do(writeInRoom, { params: { itemId }, body: { kind: 'child-view' } });
  const body = { base: 0, text, device: 'aaaaaaaa' };
  await who.do(saveField, { params: { entryId: id, field }, body });
};

const memo = section;
const textOf = (page: Page, title: string): Promise<string> => textIn(memo(page, title));

const curious = t('meetingPhase.curious');
const hypotheses = t('meetingPhase.hypotheses');
const childVoice = t('meetingPhase.child-voice');

test('a meeting of two cases with four people, from coming in to the end', async () => {
  const { address } = await opened();
  const [chair, presenter, therapist, visitor] = await Promise.all([
    enter(kaisa, address),
    enter(leena, address),
    enter(jukka, address),
    enter(maria, address),
  ]);
  await Promise.all([chair, presenter, therapist].map((page) => comeIn(page)));
  const told: string[] = [];
  visitor.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => told.push(String(payload))),
  );
  await visitor.reload();
  await visitor.getByText(t('meeting.visitWaits')).waitFor();

  // The first case is not theirs: they are told that something is discussed, and no more.
  await press(chair, t('meetingRoom.begin', { name: 'Elsa' }));
  await phase(chair, t('meetingPhase.question')).waitFor();
  await presenter.getByText(t('meetingRoom.restrictedLead')).waitFor();
  await press(chair, t('meetingRoom.closeItem'));
  await confirm(chair, t('meetingRoom.closeTitle', { name: 'Elsa' }), t('meetingRoom.closeItem'));
  await chair.getByText(t('meetingRoom.childFirst')).waitFor();
  await press(chair, t('meetingRoom.toChildVoice'));
  await press(chair, t('meetingRoom.writeAbsence'));
  await chair.getByLabel(t('meetingRoom.absence')).fill('Elsa on leirikoulussa. Oskar kysyy maanantaina.');
  await chair
    .getByText(/^Tallennettu klo/)
    .first()
    .waitFor();
  await press(chair, t('meetingRoom.closeItem'));
  await confirm(chair, t('meetingRoom.closeTitle', { name: 'Elsa' }), t('meetingRoom.closeItem'));
  await chair.getByText(t('meetingRoom.betweenLead')).waitFor();
  expect(await presenter.getByText('Elsa').count()).toBe(0);
  expect(told.join('')).not.toMatch(/Elsa|meetings/);

  // The second: the visitor is let in, and everybody goes along as the chair moves.
  await press(chair, t('meetingRoom.begin', { name: 'Aino' }));
  await presenter.getByText('Miten saamme aamut sellaisiksi').waitFor();
  await visitor.reload();
  await comeIn(visitor);
  expect(await visitor.getByText(t('meetingRoom.agenda')).count()).toBe(0);
  await presenter.getByText('Maria Lind').waitFor();
  await presenter.getByText('Meriniemen koulu').waitFor();
  await next(chair, t('meetingPhase.picture'));
  await next(chair, curious);
  for (const page of [chair, presenter, therapist, visitor]) await phase(page, curious).waitFor();

  // Two write one section at once, one of them without a network, while the meeting goes on.
  await presenter.getByRole('button', { name: t('meetingRoom.writeHere') }).click();
  await memo(presenter, curious).waitFor();
  await presenter.keyboard.type('Milloin aamu on hyvä?');
  await expect.poll(() => textOf(therapist, curious)).toBe('Milloin aamu on hyvä?');
  await expect.poll(() => textOf(visitor, curious)).toBe('Milloin aamu on hyvä?');
  await memo(therapist, curious).click();
  await therapist.keyboard.press('Control+End');
  await therapist.keyboard.press('Enter');
  await therapist.keyboard.type('Kuka herää ensin?', { delay: 10 });
  await watch.expecting(connectionLost, async () => {
    await therapist.context().setOffline(true);
    await therapist.evaluate(() => dispatchEvent(new Event('offline')));
    await therapist.keyboard.type(' Ja kuka nukkuu pisimpään?', { delay: 5 });
    await memo(presenter, curious).click();
    await presenter.keyboard.press('Control+Home');
    await presenter.keyboard.type('Ensin: ', { delay: 5 });
    await next(chair, hypotheses);
    await therapist.context().setOffline(false);
    // In the middle of a sentence one stays, and is told where the others are.
    await therapist.getByText(t('meetingRoom.othersAt', { phase: hypotheses })).waitFor();
    await therapist.keyboard.type(' Miksi?', { delay: 5 });
  });
  const both = 'Ensin: Milloin aamu on hyvä?\nKuka herää ensin? Ja kuka nukkuu pisimpään? Miksi?';
  await expect.poll(() => textOf(therapist, curious)).toBe(both);
  await press(chair, `${curious} (${t('meetingRoom.phaseDone')})`);
  await expect.poll(() => textOf(chair, curious), { timeout: 30_000 }).toBe(both);
  await press(chair, t('meetingRoom.backToNow'));
  await press(therapist, t('meetingRoom.backToNow'));
  await phase(therapist, hypotheses).waitFor();
  await goAlong(presenter, hypotheses);

  // A hypothesis grows on the others' screens; the visitor gets nothing of it.
  await press(therapist, t('meetingRoom.addHypothesis'));
  const box = therapist.getByRole('textbox', { name: t('meetingRoom.hypothesis', { count: 1 }) });
  await box.waitFor();
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
  await Promise.all([
    therapist.keyboard.type('Aino vahtii aamuisin isän vointia.', { delay: 60 }),
    presenter
      .locator('#meeting-room')
      .getByText(t('meetingRoom.writing', { name: 'Jukka' }))
      .waitFor(),
    presenter.getByText('Aino vahtii').waitFor(),
  ]);
  await therapist.getByLabel(t('meetingRoom.for')).fill('Jää kotiin useammin maanantaisin.');
  await presenter.getByText('Jää kotiin useammin maanantaisin.').waitFor();
  await presenter.getByText(/raukeaa \d+ päivän kuluttua/).waitFor();
  expect(await visitor.getByText('vahtii').count()).toBe(0);

  // The presenter listens: no field, and the thoughts come large.
  await next(chair, t('meetingPhase.reflection'));
  await presenter.getByText(t('meetingRoom.listen')).waitFor();
  expect(await presenter.locator('main').getByRole('textbox').count()).toBe(0);
  await goAlong(therapist, t('meetingPhase.reflection'));
  await press(therapist, t('meetingRoom.addReflection'));
  await therapist.getByRole('textbox', { name: t('meetingRoom.reflection') }).waitFor();
  await therapist.keyboard.type('Mietin, kuinka väsynyt isä on.');
  await presenter.getByRole('listitem').filter({ hasText: 'Mietin, kuinka väsynyt isä on.' }).waitFor();

  // The child's voice is not passed over.
  await next(chair, childVoice);
  await phase(presenter, childVoice).waitFor();
  await next(chair, t('meetingPhase.safety'));
  await chair.getByText(t('meetingRoom.childFirst')).waitFor();
  await phase(chair, childVoice).waitFor();
  await press(presenter, t('meetingRoom.writeVerbatim'));
  const verbatim = presenter.getByLabel(t('meetingRoom.verbatim', { name: 'Aino' }));
  await verbatim.fill('Isä nukkuu hyvin, jos mä oon hiljaa.');
  await chair.getByText('Isä nukkuu hyvin, jos mä oon hiljaa.').first().waitFor();

  // The chair's laptop dies; another takes the chair.
  await chair.context().close();
  await press(therapist, t('meetingRoom.takeChair'));
  await presenter.getByText(t('meetingRoom.chairIs', { name: 'Jukka Peltonen' })).waitFor();
  await next(therapist, t('meetingPhase.safety'));
  await next(therapist, t('meetingPhase.steps'));
  await phase(visitor, t('meetingPhase.steps')).waitFor();

  // The visitor's own part; then the item closes while they write in the shared one without a network.
  await press(visitor, t('meetingRoom.ownPart'));
  await visitor.getByRole('button', { name: t('meetingRoom.writeHere') }).click();
  await visitor.getByRole('textbox', { name: t('meetingRoom.ownPart') }).waitFor();
  await visitor.keyboard.type('Kerroin opettajille, että aamut ovat raskaita.');
  await visitor
    .getByText(/^Tallennettu klo/)
    .first()
    .waitFor();
  await press(visitor, `${curious} (${t('meetingRoom.phaseDone')})`);
  await memo(visitor, curious).waitFor();
  await watch.expecting(connectionLost, async () => {
    await visitor.context().setOffline(true);
    await visitor.evaluate(() => dispatchEvent(new Event('offline')));
    await memo(visitor, curious).click();
    await visitor.keyboard.press('Control+End');
    await visitor.keyboard.type(' Koulussa isä on aina ajoissa.', { delay: 5 });
    await press(therapist, t('meetingRoom.closeItem'));
    await confirm(therapist, t('meetingRoom.closeTitle', { name: 'Aino' }), t('meetingRoom.closeItem'));
    await visitor.context().setOffline(false);
    await visitor.getByText(t('meetingRoom.visitOverLead')).waitFor();
    await visitor.getByText(t('writing.noteTitle')).waitFor();
  });
  await visitor.getByRole('link', { name: t('writing.noteLink') }).click();
  await expect
    .poll(async () => (await visitor.getByRole('textbox').first().inputValue()).trim())
    .toBe('Koulussa isä on aina ajoissa.');
  await visitor.goto(address);
  await visitor.getByText(t('meetingRoom.visitOver')).waitFor();

  // What was written can be read, the meeting ends, and whoever comes back lands there.
  await press(therapist, t('meetingRoom.end'));
  await confirm(therapist, t('meetingRoom.endTitle'), t('meetingRoom.end'));
  await therapist.getByText(t('meetingRoom.ended')).waitFor();
  await presenter.reload();
  await presenter.getByText(t('meetingRoom.ended')).waitFor();
  await press(presenter, 'Aino');
  await press(presenter, `${curious} (${t('meetingRoom.phaseDone')})`);
  await expect.poll(() => textOf(presenter, curious)).toBe(both);
});

test('whoever comes back after a reload is where the meeting is; Esc twice covers it; the keyboard alone is enough', async () => {
  const { meeting, second, address } = await opened();
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 2 });
  const page = await enter(leena, address);
  await comeIn(page);
  await page.reload();
  await phase(page, curious).waitFor();
  expect(await page.getByRole('button', { name: t('meetingRoom.comeIn') }).count()).toBe(0);
  const skip = page.getByRole('button', { name: t('meetingRoom.skip') });
  await skip.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await memo(page, curious).waitFor();
  await page.keyboard.type('Näppäimillä.');
  await expect.poll(() => textOf(page, curious)).toBe('Näppäimillä.');
  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 3 });
  await page.getByText(t('meetingRoom.othersAt', { phase: hypotheses })).waitFor();
  const back = page.getByRole('button', { name: t('meetingRoom.backToNow') });
  await back.focus();
  await page.keyboard.press('Enter');
  await phase(page, hypotheses).waitFor();
  await cover(page);
  await press(page, t('shell.uncover'));
  await press(page, t('meetingRoom.goOut'));
  await page.getByRole('button', { name: t('meetingRoom.comeIn') }).waitFor();
});

test('listening is activity: who presses nothing is asked, and one press keeps the session as long as the case is discussed', async () => {
  const { meeting, second, address } = await opened();
  const page = await enter(leena, address);
  await page.clock.install();
  await page.reload();
  await comeIn(page);
  let extended = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/session/extend')) extended += 1;
  });
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  await page.getByRole('heading', { name: 'Aino', level: 1 }).waitFor();
  const listen = page.getByRole('button', { name: t('meetingRoom.listeningYes') });
  // A clock that leaps is a socket that was silent for long: it is opened anew.
  await watch.expecting(connectionLost, async () => {
    await page.clock.fastForward('19:00');
    expect(await listen.count()).toBe(0);
    await page.clock.fastForward('02:00');
    await listen.waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await takePicture(page, 'room-listening', { width: 1440, theme: 'light', language: 'fi' });
    expect(extended).toBe(0);
    await listen.press('Enter');
    await listen.waitFor({ state: 'detached' });
    await expect.poll(() => extended).toBe(1);
    // Without another press, well past what a session lasts by itself. One request that a lost connection takes with it is no end.
    for (let minutes = 0; minutes < 36; minutes += 6) {
      const before = extended;
      await page.clock.fastForward('06:00');
      await expect.poll(() => extended).toBe(before + 1);
    }
    expect(await page.getByRole('dialog', { name: t('own.idleTitle') }).count()).toBe(0);
    // When the case is over the press is, too.
    await childSays(leena, second, 'absence', 'Lapsi on koulussa.');
    await moved(kaisa, meeting, 'close-item', { itemId: second });
    await page.getByRole('heading', { name: 'Aino', level: 1 }).waitFor({ state: 'detached' });
    const until = extended;
    await page.clock.fastForward('20:00');
    await page.clock.fastForward('01:00');
    expect(extended).toBe(until);
    await page.close();
  });
});

test('the room, wide and on a phone, light and dark, in three languages', async () => {
  const { meeting, first, second, address } = await opened();
  await childSays(oskar, first, 'absence', 'Lapsi on sairaalassa.');
  await moved(kaisa, meeting, 'begin-item', { itemId: first });
  await moved(kaisa, meeting, 'close-item', { itemId: first });
  const foyer = await enter(maria, '/');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  await foyer.goto(address);
  const [chair, presenter, therapist] = await Promise.all([
    enter(kaisa, address),
    enter(leena, address),
    enter(jukka, address),
  ]);
  await Promise.all([chair, presenter, therapist].map((page) => comeIn(page)));
  const look = (page: Page, view: string, language: Language): Promise<void> =>
    inOrder(page, `meeting-${view}`, language);
  await look(foyer, 'foyer', 'fi');
  await comeIn(foyer);

  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 2 });
  await phase(presenter, curious).waitFor();
  await presenter.getByRole('button', { name: t('meetingRoom.writeHere') }).click();
  await memo(presenter, curious).waitFor();
  await presenter.keyboard.type('Milloin aamu on hyvä, ja mitä silloin on toisin?');
  await presenter.keyboard.press('Enter');
  await presenter.keyboard.type('Keneltä voisimme kysyä: mummolta, opettajalta?');
  await memo(therapist, curious).click();
  await therapist.keyboard.press('Control+End');
  await therapist.keyboard.press('Enter');
  await therapist.keyboard.type('Isä on sanonut, että maanantait ovat raskaimpia.');
  await expect.poll(() => textOf(chair, curious)).toContain('raskaimpia');
  await look(chair, 'section', 'fi');
  await look(foyer, 'visitor', 'fi');

  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 3 });
  for (const writer of [therapist, presenter]) await goAlong(writer, hypotheses);
  for (const words of [
    'Aino vahtii aamuisin isän vointia eikä siksi halua lähteä.',
    'Koulun siirtymät kuormittavat; kotiin jääminen on lepoa, ei pelkoa.',
  ]) {
    await press(therapist, t('meetingRoom.addHypothesis'));
    const box = therapist.getByRole('textbox', { name: /^Hypoteesi/ }).last();
    await expect.poll(() => box.inputValue()).toBe('');
    await box.fill(words);
    await chair.getByText(words).waitFor();
  }
  await therapist.getByLabel(t('meetingRoom.for')).first().fill('Jää kotiin useammin maanantaisin.');
  await therapist
    .getByLabel(t('meetingRoom.against'))
    .first()
    .fill('Lähtee helposti, kun mummo on paikalla.');
  await chair.getByText('kun mummo on paikalla').waitFor();
  await look(chair, 'hypotheses', 'fi');
  await look(therapist, 'own-hypotheses', 'fi');

  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 4 });
  await goAlong(therapist, t('meetingPhase.reflection'));
  for (const words of ['Mietin, kuinka väsynyt isä on.', 'Minua kosketti, miten Aino huolehtii.']) {
    await press(therapist, t('meetingRoom.addReflection'));
    const box = therapist.getByRole('textbox', { name: t('meetingRoom.reflection') }).last();
    await expect.poll(() => box.inputValue()).toBe('');
    await box.fill(words);
    await presenter.getByRole('listitem').filter({ hasText: words }).waitFor();
  }
  await presenter.getByText(t('meetingRoom.listen')).waitFor();
  await look(presenter, 'listening', 'fi');
  await look(therapist, 'reflection', 'fi');

  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 5 });
  await childSays(leena, second, 'verbatim', 'Isä nukkuu hyvin, jos mä oon hiljaa.');
  await phase(chair, childVoice).waitFor();
  await chair.getByText('Isä nukkuu hyvin').first().waitFor();
  await look(chair, 'child-voice', 'fi');
  await look(presenter, 'own-child-voice', 'fi');

  for (const language of everyLook ? languages : (['sv'] as const)) {
    const words = wordsIn(language);
    await world.superuser('update people set language = $1 where id = $2', [language, kaisa.id]);
    await chair.goto(address);
    await press(chair, words('meetingRoom.ownPart'));
    await chair.getByText(words('meetingRoom.elsewhereOwn')).waitFor();
    await look(chair, 'own-part', language);
    await press(chair, `${words('meetingPhase.hypotheses')} (${words('meetingRoom.phaseDone')})`);
    await chair.getByText('Aino vahtii').waitFor();
    await look(chair, 'hypotheses', language);
  }
}, 900_000);
