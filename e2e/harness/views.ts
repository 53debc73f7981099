// The views of the house, each with who looks at it and how they get there. Read by the journeys that look at all of
// them: accessibility and pictures.
import type { Page } from 'playwright-core';
import type { SignInName } from '../../server/demo/region.ts';
import type { Journey } from './journey.ts';
import { meetingViews } from './meeting-views.ts';
import { type Cases, dialogOpened, type View } from './view.ts';
import type { Words } from './words.ts';

export const casesOf = async (journey: Journey): Promise<Cases> => {
  const rows = await journey.look<{ id: string; child_given_name: string }>(
    'select id, child_given_name from cases',
  );
  return (child) => rows.find((row) => row.child_given_name === child)?.id ?? '';
};

const press = (key: Parameters<Words>[0] & ('members.invite' | 'shell.account')) => {
  return async (page: Page, words: Words): Promise<void> => {
    await page
      .getByRole('button', { name: words(key) })
      .first()
      .click();
  };
};

const assessment =
  (child: string, search: string) =>
  (cases: Cases): string =>
    `/cases/${cases(child)}/assessment?${search}`;

export const views: readonly View[] = [
  { name: 'today-worker', who: 'social-worker', path: () => '/', pictured: true },
  { name: 'children', who: 'social-worker', path: () => '/children', pictured: true },
  { name: 'open-case', who: 'social-worker', path: () => '/cases/new', pictured: true },
  { name: 'case', who: 'social-worker', path: (cases) => `/cases/${cases('Aino')}`, pictured: true },
  {
    name: 'case-as-list',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Aino')}`,
    // The choice is remembered: on a second visit the list is there already.
    opened: async (page, words) => {
      const toList = page.getByRole('button', { name: words('ring.asList') });
      await toList.or(page.getByRole('button', { name: words('ring.asRing') })).waitFor();
      if (await toList.isVisible()) await toList.click();
    },
  },
  {
    name: 'sharing',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
    pictured: true,
  },
  {
    name: 'custody-dialog',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Onni')}`,
    pictured: true,
    opened: dialogOpened(async (page, words) => {
      await page.getByRole('button', { name: new RegExp(`^${words('custody.change')}\\s*: Jani`) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio').first().check();
      await dialog
        .getByText(/Henrik Lindqvist/)
        .first()
        .waitFor();
      await dialog.getByText(words('custody.history')).click();
      await dialog.getByText(words('cases.custodyLimited'), { exact: true }).waitFor();
    }),
  },
  { name: 'withheld', who: 'social-worker', path: (cases) => `/cases/${cases('Onni')}` },
  {
    name: 'withheld-dialog',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Onni')}`,
    opened: dialogOpened((page, words) =>
      page.getByRole('button', { name: words('cases.homeChange'), exact: true }).click(),
    ),
  },
  {
    name: 'leave-dialog',
    who: 'special-teacher',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
    pictured: true,
    opened: dialogOpened((page, words) =>
      page.getByRole('button', { name: words('membership.leaveCase') }).click(),
    ),
  },
  {
    name: 'sharing-of-a-visitor',
    who: 'psychiatric-nurse',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
  },
  {
    name: 'view-as-dialog',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
    opened: dialogOpened(async (page, words) => {
      await page.getByRole('button', { name: words('sharing.viewAs') }).click();
      await page.getByRole('dialog').getByRole('button').nth(1).waitFor();
    }),
  },
  {
    name: 'seen-as-school',
    pictured: true,
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
    opened: async (page, words) => {
      await page.getByRole('button', { name: words('sharing.viewAs') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /koulu|skola/i })
        .click();
      await page.getByRole('link', { name: words('sharing.asLeave') }).waitFor();
    },
  },
  {
    name: 'invite-dialog',
    pictured: true,
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Kasper')}/sharing`,
    opened: dialogOpened(async (page, words) => {
      await press('members.invite')(page, words);
      await page.getByRole('dialog').getByRole('button', { name: 'Sari Niskanen' }).click();
    }),
  },
  {
    name: 'account-dialog',
    who: 'social-worker',
    path: () => '/',
    opened: dialogOpened(press('shell.account')),
  },
  { name: 'situation', who: 'social-worker', path: assessment('Aino', 'part=situation') },
  {
    name: 'own-text',
    who: 'social-worker',
    path: assessment('Aino', 'area=family-relations'),
    pictured: true,
  },
  {
    name: 'ask-dialog',
    who: 'social-worker',
    path: assessment('Aino', 'area=friends'),
    opened: dialogOpened((page, words) =>
      page.getByRole('button', { name: words('assessment.ask') }).click(),
    ),
  },
  { name: 'child-view', who: 'social-worker', path: assessment('Aino', 'part=child-view'), pictured: true },
  { name: 'parent-views', who: 'social-worker', path: assessment('Aino', 'part=parent-views') },
  { name: 'synthesis', who: 'social-worker', path: assessment('Amir', 'part=synthesis'), pictured: true },
  { name: 'signatures', pictured: true, who: 'social-worker', path: assessment('Amir', 'part=signatures') },
  {
    name: 'sign-dialog',
    who: 'social-worker',
    path: assessment('Amir', 'part=signatures'),
    opened: dialogOpened((page, words) =>
      page.getByRole('button', { name: words('assessment.signThis') }).click(),
    ),
  },
  {
    name: 'sharing-offer',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Wilma')}/sharing`,
    pictured: true,
  },
  {
    name: 'handover-dialog',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
    pictured: true,
    opened: dialogOpened(async (page, words) => {
      await page.getByRole('button', { name: words('membership.handOver'), exact: true }).click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    }),
  },
  {
    name: 'change-membership-dialog',
    who: 'social-worker',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
    pictured: true,
    opened: dialogOpened((page, words) =>
      page.getByRole('button', { name: new RegExp(`^${words('membership.change')}\\s*: Petri`) }).click(),
    ),
  },
  { name: 'absences', who: 'coordinator', path: () => '/absences', pictured: true },
  {
    name: 'absence-dialog',
    who: 'coordinator',
    path: () => '/absences',
    pictured: true,
    opened: dialogOpened(async (page, words) => {
      await page
        .getByRole('button', { name: words('membership.record') })
        .first()
        .click();
      await page.getByRole('dialog').getByLabel(words('membership.substituteLabel')).waitFor();
    }),
  },
  { name: 'today-consultant', who: 'consultant-social-worker', path: () => '/', pictured: true },
  { name: 'today-psychiatrist', who: 'psychiatrist', path: () => '/', pictured: true },
  {
    name: 'decline-dialog',
    who: 'psychiatrist',
    path: () => '/',
    pictured: true,
    opened: dialogOpened((page, words) =>
      page.getByRole('button', { name: new RegExp(`^${words('membership.decline')}\\s*: Onni`) }).click(),
    ),
  },
  { name: 'notes', who: 'social-worker', path: () => '/notes' },
  { name: 'settings', who: 'social-worker', path: () => '/settings' },
  { name: 'not-found', who: 'social-worker', path: () => '/nothing-here' },
  { name: 'today-teacher', who: 'special-teacher', path: () => '/', pictured: true },
  { name: 'own-draft', who: 'special-teacher', path: assessment('Kasper', 'area=school-and-learning') },
  {
    name: 'share-dialog',
    pictured: true,
    who: 'special-teacher',
    path: assessment('Kasper', 'area=school-and-learning'),
    opened: dialogOpened(async (page, words) => {
      await page.getByRole('button', { name: words('assessment.shareContribution') }).click();
      await page.getByText(words('assessment.knowOf')).waitFor();
    }),
  },
  { name: 'restricted', who: 'special-teacher', path: assessment('Amir', 'area=mental-health') },
  { name: 'today-nurse', who: 'psychiatric-nurse', path: () => '/' },
  { name: 'today-swedish-worker', who: 'oskar.nystrom', path: () => '/' },
  { name: 'signed', who: 'oskar.nystrom', path: assessment('Elsa', 'part=signatures') },
  {
    name: 'version',
    pictured: true,
    who: 'oskar.nystrom',
    path: assessment('Elsa', 'part=signatures'),
    opened: async (page, words) => {
      await page.getByRole('link', { name: words('assessment.version', { count: 1 }) }).click();
      await page.getByRole('link', { name: words('assessment.pdf') }).waitFor();
    },
  },
  { name: 'case-empty', who: 'oskar.nystrom', path: (cases) => `/cases/${cases('Wilma')}` },
  { name: 'today-guardian', who: 'guardian', path: () => '/', pictured: true },
  { name: 'family-guardian', who: 'guardian', path: (cases) => `/cases/${cases('Aino')}`, pictured: true },
  { name: 'today-child', who: 'child', path: () => '/' },
  { name: 'family-child', who: 'child', path: (cases) => `/cases/${cases('Aino')}`, pictured: true },
  {
    name: 'family-sharing',
    who: 'guardian',
    path: (cases) => `/cases/${cases('Aino')}/sharing`,
    pictured: true,
  },
  { name: 'consultations', who: 'special-teacher', path: () => '/consultations', pictured: true },
  { name: 'consultation-ask', who: 'special-teacher', path: () => '/consultations/new', pictured: true },
  {
    name: 'consultation-ask-named',
    who: 'special-teacher',
    path: () => '/consultations/new',
    opened: async (page, words) => {
      await page.getByRole('radio', { name: words('ask.named') }).check();
      await page
        .getByRole('combobox', { name: words('ask.groundKind') })
        .first()
        .selectOption('statute');
      await page.getByText(words('ask.more')).click();
      await page.getByLabel(words('ask.deputyLabel')).waitFor();
    },
  },
  ...meetingViews,
  { name: 'services', who: 'special-teacher', path: () => '/services', pictured: true },
  { name: 'services-administration', who: 'administrator', path: () => '/services', pictured: true },
  {
    name: 'service-dialog',
    who: 'administrator',
    path: () => '/services',
    pictured: true,
    opened: dialogOpened((page, words) =>
      page
        .getByRole('button', { name: words('service.add') })
        .first()
        .click(),
    ),
  },
  { name: 'administration', who: 'administrator', path: () => '/administration', pictured: true },
];

/** The page is there when its heading is, and nothing is being loaded any more. */
export const openView = async (page: Page, view: View, cases: Cases, words: Words): Promise<void> => {
  await page.goto(view.path(cases));
  await page.locator('main#content h1').waitFor();
  await page.locator('main#content [aria-busy="true"]').waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await view.opened?.(page, words);
};

/** The people in the order of the list, each with their views. */
export const viewsByPerson = (of: readonly View[]): [SignInName, View[]][] => {
  const grouped = Map.groupBy(of, (view) => view.who);
  return [...grouped];
};
