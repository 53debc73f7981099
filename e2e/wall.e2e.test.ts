// A screen on the wall of a meeting's room, with the chair and a visitor: paired by its code, narrowed while the visitor is there, covered by
// a key and by a network that breaks, dark at the end.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ground, invite, inviteColleague, openACase } from '../server/testing/case-parts.ts';
import { convened, invitedTo, moved, newTeam, proposed } from '../server/testing/meeting-parts.ts';
import type { Person } from '../server/testing/world.ts';
import { saveField } from '../shared/entries.ts';
import { writeInRoom } from '../shared/meetings.ts';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { t } from './harness/journey.ts';
import { openMeetingHouse } from './harness/meeting-house.ts';
import { comeIn, press } from './harness/meeting-steps.ts';
import { takePicture } from './harness/pictures.ts';
import { connectionLost } from './harness/watch.ts';

const { world, watch, enter, openBrowser } = await openMeetingHouse();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const kaisa = await world.professional('Kaisa Salo', protection, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const team = await newTeam(arja, protection, kaisa, leena, oskar);

const noted = async (
  who: Person,
  itemId: string,
  kind: 'hypothesis' | 'child-view',
  field: string,
  text: string,
) => {
  const { id } = await who.do(writeInRoom, { params: { itemId }, body: { kind } });
  await who.do(saveField, { params: { entryId: id, field }, body: { base: 0, text, device: 'aaaaaaaa' } });
};

const looked: string[] = [];
const look = async (page: Page, view: string): Promise<void> => {
  for (const width of [1920, 390])
    for (const theme of ['light', 'dark'] as const) {
      await takePicture(page, `wall-${view}`, { width, theme, language: 'fi' });
      looked.push(...(await tooWide(page)).map((line) => `${view} ${width}: ${line}`));
      looked.push(...(await violationsOn(page)).map((line) => `${view} ${width} ${theme}: ${line}`));
    }
  await page.setViewportSize({ width: 1920, height: 1080 });
};

test('a screen on the wall, from its code to the end of the meeting', async () => {
  const elsa = await openACase(oskar, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
  await inviteColleague(oskar, elsa, kaisa);
  const aino = await openACase(leena);
  await inviteColleague(leena, aino, kaisa);
  await invite(leena, aino, maria, { toThem: ground(['coordination', 'shared-goal', 'child-voice']) });
  const meeting = await convened(kaisa, team);
  await proposed(oskar, meeting, elsa);
  const item = await proposed(leena, meeting, aino);
  await invitedTo(leena, aino, item, maria);
  await moved(kaisa, meeting, 'open');
  const address = `/meetings/${meeting}`;

  const [wall, chair] = await Promise.all([openBrowser('wall'), enter(kaisa, address)]);
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto('/wall');
  await wall.getByRole('heading', { name: t('wall.codeTitle') }).waitFor();
  const code = (await wall.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
  await look(wall, 'code');

  await comeIn(chair);
  await press(chair, t('wall.pair'));
  const dialog = chair.getByRole('dialog', { name: t('wall.pair') });
  const field = dialog.getByLabel(t('wall.code'));
  const digits = code.replace(' ', '');
  await field.fill(String((Number(digits) + 1) % 1_000_000).padStart(6, '0'));
  await field.press('Enter');
  await dialog.getByText(t('wall.codeWrong')).waitFor();
  await takePicture(chair, 'wall-dialog', { width: 1440, theme: 'light', language: 'fi' });
  await field.fill(code);
  await field.press('Enter');
  await chair.getByText(t('wall.paired')).waitFor();
  expect(await chair.getByText(t('wall.narrowed')).count()).toBe(0);

  // Between two items: the agenda, which all present may read.
  await wall.getByRole('heading', { level: 1, name: 'Tiimi Itä' }).waitFor();
  await wall.getByText('Elsa').waitFor();
  await look(wall, 'between');

  await press(chair, t('meetingRoom.begin', { name: 'Aino' }));
  await wall.getByRole('heading', { level: 1, name: 'Aino' }).waitFor();
  await noted(kaisa, item, 'hypothesis', 'hypothesis', 'Aamut kuormittavat molempia, kun isä on yövuorossa.');
  await noted(leena, item, 'hypothesis', 'hypothesis', 'Aino vahtii, ettei isä jää yksin.');
  await noted(leena, item, 'child-view', 'verbatim', 'Isä nukkuu hyvin, jos mä oon hiljaa.');
  await moved(kaisa, meeting, 'set-phase', { itemId: item, phase: 3 });
  await wall.getByRole('heading', { level: 2, name: t('meetingPhase.hypotheses') }).waitFor();
  await wall.getByText('Aino vahtii').waitFor();
  await wall
    .getByRole('status')
    .filter({ hasText: t('meetingPhase.hypotheses') })
    .waitFor();
  await look(wall, 'team');

  // Somebody comes who may not see all of it.
  const visitor = await enter(maria, address);
  await comeIn(visitor);
  const narrowed = chair.locator('#meeting-room').getByText(t('wall.narrowed'));
  await narrowed.waitFor();
  await chair
    .getByRole('status')
    .filter({ hasText: t('wall.narrowed') })
    .waitFor();
  await wall.getByText('Elsa').waitFor({ state: 'detached' });
  await wall.getByText('Aino vahtii').waitFor({ state: 'detached' });
  await wall.getByRole('heading', { level: 1, name: 'Aino' }).waitFor();
  await look(wall, 'visitor');
  await takePicture(chair, 'wall-chair', { width: 1440, theme: 'light', language: 'fi' });
  await takePicture(chair, 'wall-chair', { width: 390, theme: 'dark', language: 'fi' });
  looked.push(...(await tooWide(chair)).map((line) => `chair: ${line}`));
  looked.push(...(await violationsOn(chair)).map((line) => `chair: ${line}`));
  await chair.setViewportSize({ width: 1440, height: 900 });

  // A key covers it until it is pressed again; Esc twice does the same.
  const aboutAino = wall.getByRole('heading', { level: 1, name: 'Aino' });
  for (const keys of [['b'], ['Escape', 'Escape']]) {
    for (const key of keys) await wall.keyboard.press(key);
    await wall.getByText(t('wall.covered')).waitFor();
    expect(await wall.getByText('Aino').count()).toBe(0);
    if (keys.length === 1) await look(wall, 'covered');
    await wall.keyboard.press('b');
    await aboutAino.waitFor();
  }

  await watch.expecting(connectionLost, async () => {
    await wall.context().setOffline(true);
    await wall.getByText(t('wall.lost')).waitFor();
    expect(await wall.getByText('Aino').count()).toBe(0);
    await wall.context().setOffline(false);
    await aboutAino.waitFor();
  });

  // They go, and everything comes back; the screen goes dark with the meeting.
  await press(visitor, t('meetingRoom.goOut'));
  await wall.getByText('Aino vahtii').waitFor();
  await narrowed.waitFor({ state: 'detached' });
  await moved(kaisa, meeting, 'close-item', { itemId: item });
  await moved(kaisa, meeting, 'end');
  await wall.getByRole('heading', { name: t('wall.overTitle') }).waitFor();
  await look(wall, 'over');
  await press(wall, t('wall.newCode'));
  await wall.getByText(/^\d{3} \d{3}$/).waitFor();
  expect(looked).toEqual([]);
}, 300_000);
