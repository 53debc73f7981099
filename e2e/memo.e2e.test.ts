// The memo after the meeting, in four browsers: written on, signed by three agencies' people in Finnish and Swedish, corrected, compared, taken
// over; a comment of somebody else; and what was agreed, given to the family.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inviteFamily } from '../server/testing/case-parts.ts';
import { openEndedMeeting } from '../server/testing/ended-meeting.ts';
import { inOrder } from './harness/in-order.ts';
import { t, wordsIn } from './harness/journey.ts';
import { everyLook, type Language, languages } from './harness/looks.ts';
import { openMeetingHouse } from './harness/meeting-house.ts';
import { doneInMemo, memoPart, pressInMemo, signMemo } from './harness/meeting-steps.ts';

const { world, origin, enter } = await openMeetingHouse();
const { kaisa, leena, maria, ended } = await openEndedMeeting(world, origin);
const sv = wordsIn('sv');

const done = (page: Page, title: string): Promise<void> => doneInMemo(page, t, title);
const inLanguage = (person: { id: string }, language: Language) =>
  world.superuser('update people set language = $1 where id = $2', [language, person.id]);

test('signed by those who were there, each in their own language; corrected as a new version; given to the family', async () => {
  const { aino, meeting, second } = await ended();
  const minna = await world.family('Minna Virtanen');
  await inviteFamily(leena, aino, minna, 'guardian');
  await inLanguage(maria, 'sv');
  const address = `/cases/${aino}/memos/${second}`;
  const shared = t('memo.sharedPart');

  // What the responsible worker decides when the others have gone, and the one hypothesis that is not to lapse.
  const worker = await enter(leena, `/meetings/${meeting}`);
  await worker.getByRole('link', { name: 'Aino', exact: true }).waitFor();
  await worker.getByRole('button', { name: 'Aino', exact: true }).click();
  await worker.getByRole('button', { name: new RegExp(`^${t('meetingPhase.hypotheses')}`) }).click();
  await worker.getByRole('button', { name: new RegExp(`^${t('meetingRoom.intoRecord')}`) }).click();
  await worker.getByText(t('meetingRoom.inRecord')).waitFor();
  await worker.getByRole('button', { name: new RegExp(`^${t('meetingPhase.steps')}`) }).click();
  const decisions = worker.getByLabel(t('meetingRoom.decision'), { exact: true });
  await worker.getByRole('button', { name: t('meetingRoom.addDecision') }).click();
  await expect.poll(() => decisions.count()).toBe(2);
  await decisions.last().fill('Jatketaan kahdella käynnillä viikossa.');
  await worker.getByLabel(t('meetingRoom.differs')).last().fill('Tiimi ehdotti yhtä käyntiä.');
  await inOrder(worker, 'room-ended');

  // The memo waits on Today, and is read before it is signed.
  await worker.goto('/');
  const waiting = worker
    .locator('section')
    .filter({ has: worker.getByRole('heading', { name: t('memo.toSignTitle') }) });
  await waiting
    .getByRole('link', { name: new RegExp(t('memo.toSign')) })
    .first()
    .click();
  await memoPart(worker, shared).getByText('Aamut ovat raskaita.').waitFor();
  for (const words of ['Haluan mummolaan.', 'Tiimi ehdotti yhtä käyntiä.', 'Aino vahtii isän vointia.'])
    await memoPart(worker, t('memo.teamPart')).getByText(words).waitFor();
  await inOrder(worker, 'memo-open');
  const teacher = await enter(maria, address);
  await teacher.getByText(sv('memo.notSignedYet')).waitFor();
  await teacher.getByText('Koulun oma huomio.').waitFor();
  expect(await teacher.getByText('Aamut ovat raskaita.').count()).toBe(0);

  // Something is still missing from what was said: written, read, signed. It is on the teacher's open page at once.
  await pressInMemo(worker, t, shared, 'write');
  const box = memoPart(worker, shared).getByRole('textbox');
  await box.click();
  await worker.keyboard.press('Control+End');
  await worker.keyboard.press('Enter');
  await worker.keyboard.type('Mummo voi auttaa maanantaisin.');
  await done(worker, shared);
  await memoPart(worker, shared).getByText('Mummo voi auttaa maanantaisin.').waitFor();
  await signMemo(worker, t, shared);
  await memoPart(worker, shared)
    .getByText(t('memo.signedVersion', { version: 1 }))
    .waitFor();
  await memoPart(teacher, sv('memo.sharedPart')).getByText('Mummo voi auttaa maanantaisin.').waitFor();
  await signMemo(teacher, sv, sv('memo.sharedPart'));
  await memoPart(worker, shared)
    .getByText(/Maria Lind/)
    .last()
    .waitFor();

  // The school signs its own into its own register, and marks it as taken over.
  const own = sv('memo.agencyPart', { agency: 'Meriniemen koulu' });
  await signMemo(teacher, sv, own);
  await pressInMemo(teacher, sv, own, 'transfer');
  const taking = teacher.getByRole('dialog');
  await taking.getByLabel(sv('memo.system')).fill('Wilma');
  await taking.getByRole('button', { name: sv('memo.transferDo'), exact: true }).click();
  await memoPart(teacher, own).getByText(/Wilma/).waitFor();
  await inOrder(teacher, 'memo-visitor', 'sv');
  expect(await worker.getByText('Koulun oma huomio.').count()).toBe(0);

  // Somebody else says what they think of it, in their own name.
  const chair = await enter(kaisa, address);
  await memoPart(chair, t('memo.teamPart'))
    .getByRole('button', { name: t('memo.addComment') })
    .click();
  await memoPart(chair, t('memo.teamPart'))
    .getByLabel(t('memo.ownComment'))
    .fill('Isoäiti kannattaa kutsua mukaan.');
  await memoPart(worker, t('memo.teamPart')).getByText('Isoäiti kannattaa kutsua mukaan.').waitFor();

  // A correction is a new version with a reason; the two stand beside each other.
  await pressInMemo(worker, t, shared, 'correct');
  const correcting = worker.getByRole('dialog');
  await correcting.getByLabel(t('memo.correctReason')).fill('Viikonpäivä oli väärin.');
  await correcting.getByRole('button', { name: t('memo.correct'), exact: true }).click();
  await memoPart(worker, shared).getByText(t('memo.correcting')).waitFor();
  await pressInMemo(worker, t, shared, 'write');
  await box.click();
  await worker.keyboard.press('Control+End');
  for (let n = 0; n < 'maanantaisin.'.length; n += 1) await worker.keyboard.press('Backspace');
  await worker.keyboard.type('tiistaisin.');
  await done(worker, shared);
  await memoPart(worker, shared).getByText('Mummo voi auttaa tiistaisin.').waitFor();
  await signMemo(worker, t, shared);
  await pressInMemo(worker, t, shared, 'compare');
  const compared = worker.getByRole('dialog');
  await compared.locator('del').filter({ hasText: 'maanantaisin' }).waitFor();
  await compared.locator('ins').filter({ hasText: 'tiistaisin' }).waitFor();
  await inOrder(worker, 'memo-compared');
  await worker.keyboard.press('Escape');
  await memoPart(teacher, sv('memo.sharedPart')).getByText('Mummo voi auttaa tiistaisin.').waitFor();

  // What was agreed, for the family.
  await worker.getByRole('button', { name: t('memo.familyBegin') }).click();
  await worker.getByLabel(t('memo.familyText')).fill('Sovimme, että mummo auttaa aamuisin.');
  await worker.getByRole('button', { name: t('memo.familyGive'), exact: true }).waitFor();
  await inOrder(worker, 'memo-signed');
  const mother = await enter(minna, `/cases/${aino}`);
  await mother.getByRole('heading', { name: t('family.peopleTitle') }).waitFor();
  expect(await mother.getByText('mummo auttaa').count()).toBe(0);
  await worker.getByRole('button', { name: t('memo.familyGive'), exact: true }).click();
  const giving = worker.getByRole('dialog', { name: t('memo.familyGive') });
  await giving.getByRole('radio', { name: t('assessment.familyAll') }).check();
  await giving.getByText('Minna Virtanen').waitFor();
  await giving.getByRole('button', { name: t('assessment.changeAudience'), exact: true }).click();
  await giving.waitFor({ state: 'detached' });
  await worker.getByText(t('memo.familyGiven')).waitFor();
  await mother.getByText('Sovimme, että mummo auttaa aamuisin.').waitFor();
  expect(await mother.getByText(/vahtii|Tuetaan kotiin|osoitetta/).count()).toBe(0);
  await inOrder(mother, 'memo-family');

  // A thought of the team goes to the family when the responsible worker gives it, and comes back when they take it.
  await worker.goto(`/meetings/${meeting}`);
  await worker.getByRole('button', { name: 'Aino', exact: true }).click();
  await worker.getByRole('button', { name: new RegExp(`^${t('meetingPhase.hypotheses')}`) }).click();
  await worker.getByRole('button', { name: new RegExp(`^${t('meetingRoom.thoughtGive')}`) }).click();
  await worker.getByText(t('meetingRoom.thoughtGiven')).waitFor();
  await mother.getByRole('heading', { name: t('family.thought') }).waitFor();
  await mother.getByText('Aino vahtii isän vointia.').waitFor();
  await worker.getByRole('button', { name: new RegExp(`^${t('meetingRoom.thoughtBack')}`) }).click();
  await mother.getByText('Aino vahtii isän vointia.').waitFor({ state: 'detached' });

  for (const language of everyLook ? languages : []) {
    await inLanguage(leena, language);
    await worker.goto(address);
    await memoPart(worker, wordsIn(language)('memo.sharedPart')).waitFor();
    await inOrder(worker, 'memo-whole', language);
  }
});
