// The views of meetings, of a child's meetings and memos, and of how a team meets.
import type { Page } from 'playwright-core';
import { everyLook } from './looks.ts';
import { dialogOpened, type View } from './view.ts';
import type { Words } from './words.ts';

/** From the list to the next weekly meeting, whose agenda stands there. */
const toMeeting = async (page: Page, words: Words): Promise<void> => {
  await page
    .getByRole('link', { name: new RegExp(`^${words('meetingKind.weekly')}`) })
    .first()
    .click();
  await page.getByRole('heading', { name: words('meeting.agenda') }).waitFor();
};

const toItem = async (
  page: Page,
  words: Words,
  child: string,
  act: 'meeting.invite' | 'meeting.changeItem',
): Promise<void> => {
  await toMeeting(page, words);
  await page.getByRole('button', { name: `${words('ui.menu')}: ${child}` }).click();
  await page.getByRole('menuitem', { name: words(act) }).click();
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
};

/** By its link on the list of meetings. */
const toTeam =
  (link: 'teamMeetings.phases' | 'teamFigures.title') =>
  async (page: Page, words: Words): Promise<void> => {
    await page
      .getByRole('link', { name: new RegExp(`^${words(link)}`) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: words(link), exact: true }).waitFor();
  };

const seenElsewhere: readonly View[] = [
  {
    name: 'case-meetings',
    who: 'consultant-social-worker',
    path: (cases) => `/cases/${cases('Elsa')}/meetings`,
    pictured: true,
  },
  {
    name: 'case-memo',
    who: 'consultant-social-worker',
    path: (cases) => `/cases/${cases('Elsa')}/meetings`,
    pictured: true,
    opened: async (page, words) => {
      await page
        .getByRole('link', { name: new RegExp(`^${words('memo.toSign')}|^${words('memo.read')}`) })
        .first()
        .click();
      await page.getByRole('heading', { name: words('memo.sharedPart') }).waitFor();
    },
  },
  {
    name: 'team-phases',
    who: 'consultant-social-worker',
    path: () => '/meetings',
    pictured: true,
    opened: toTeam('teamMeetings.phases'),
  },
  {
    name: 'team-figures',
    who: 'consultant-social-worker',
    path: () => '/meetings',
    pictured: true,
    opened: toTeam('teamFigures.title'),
  },
  {
    name: 'family-after-meeting',
    who: 'camilla.sjoberg',
    path: (cases) => `/cases/${cases('Elsa')}`,
    pictured: true,
    opened: async (page, words) => {
      await page.getByRole('heading', { name: words('family.heardTitle') }).waitFor();
    },
  },
];

export const meetingViews: readonly View[] = [
  { name: 'meetings', who: 'social-worker', path: () => '/meetings', pictured: true },
  {
    name: 'meeting-planned',
    who: 'social-worker',
    path: () => '/meetings',
    pictured: true,
    opened: async (page, words) => {
      await toMeeting(page, words);
      await page.locator('main summary').first().click();
      await page.getByRole('textbox', { name: words('meeting.question') }).waitFor();
    },
  },
  {
    name: 'meeting-propose',
    who: 'social-worker',
    path: () => '/meetings',
    pictured: true,
    opened: dialogOpened(async (page, words) => {
      await toMeeting(page, words);
      await page
        .getByRole('button', { name: words('meeting.propose') })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      const option = dialog.getByLabel(words('meeting.proposeCase')).locator('option', { hasText: 'Onni' });
      const value = (await option.getAttribute('value')) ?? '';
      await dialog.getByLabel(words('meeting.proposeCase')).selectOption(value);
      await dialog.getByLabel(words('meeting.presenter')).waitFor();
    }),
  },
  {
    name: 'meeting-change-item',
    who: 'social-worker',
    path: () => '/meetings',
    opened: dialogOpened((page, words) => toItem(page, words, 'Kasper', 'meeting.changeItem')),
  },
  {
    name: 'meeting-invite',
    who: 'social-worker',
    path: () => '/meetings',
    pictured: true,
    opened: dialogOpened((page, words) => toItem(page, words, 'Aino', 'meeting.invite')),
  },
  {
    name: 'meeting-convene',
    who: 'consultant-social-worker',
    path: () => '/meetings',
    pictured: true,
    opened: dialogOpened(async (page, words) => {
      await page.getByRole('button', { name: words('meeting.convene') }).click();
      await page.getByRole('dialog').getByLabel(words('meeting.whose')).waitFor();
    }),
  },
  { name: 'meetings-of-a-visitor', who: 'special-teacher', path: () => '/meetings', pictured: true },
  {
    name: 'meeting-visit',
    who: 'special-teacher',
    path: () => '/meetings',
    pictured: true,
    opened: async (page, words) => {
      await page.getByRole('link', { name: /Kasper/ }).click();
      await page.getByRole('heading', { name: words('meeting.answerLabel') }).waitFor();
    },
  },
  // Seen in journeys of their own, in one look each.
  ...(everyLook ? seenElsewhere : []),
];
