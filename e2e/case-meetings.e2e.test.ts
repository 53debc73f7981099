// The meetings of one child, on the child's own page: what was held and its memo, a proposal to the next one; what a visitor finds there; how the
// family says that it was heard, and that nobody sees what was said.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inviteColleague, inviteFamily, openACase } from '../server/testing/case-parts.ts';
import { openEndedMeeting } from '../server/testing/ended-meeting.ts';
import { convened } from '../server/testing/meeting-parts.ts';
import { conveneMeeting } from '../shared/meetings.ts';
import { getTeamFigures } from '../shared/team-figures.ts';
import { inOrder } from './harness/in-order.ts';
import { t, wordsIn } from './harness/journey.ts';
import { openMeetingHouse } from './harness/meeting-house.ts';

const { world, origin, enter } = await openMeetingHouse();
const { kaisa, leena, maria, team, ended } = await openEndedMeeting(world, origin);
const sv = wordsIn('sv');

const section = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });

test('the meetings of a child stand together: held with the memo, to come with who presents it', async () => {
  const { aino } = await ended();
  await convened(kaisa, team);
  const worker = await enter(leena, `/cases/${aino}`);
  await worker
    .getByRole('navigation', { name: 'Aino' })
    .getByRole('link', { name: t('cases.meetings'), exact: true })
    .click();
  await section(worker, t('meeting.caseBehind'))
    .getByRole('link', { name: new RegExp(`^${t('memo.toSign')}`) })
    .waitFor();
  expect(await section(worker, t('meeting.caseComing')).count()).toBe(0);

  await worker.getByRole('button', { name: t('meeting.proposeTo') }).click();
  const choosing = worker.getByRole('dialog', { name: t('meeting.proposeWhich') });
  await choosing
    .getByRole('button', { name: new RegExp(`^${t('meeting.proposeHere')}`) })
    .first()
    .click();
  const proposing = worker.getByRole('dialog', { name: t('meeting.proposeTitle') });
  await proposing.getByLabel(t('meeting.proposeQuestion')).fill('Riittääkö nykyinen tuki?');
  await proposing.getByRole('button', { name: t('meeting.proposeDo') }).click();
  await proposing.waitFor({ state: 'detached' });
  await section(worker, t('meeting.caseComing'))
    .getByText(t('meeting.presents', { name: 'Leena Kallio' }))
    .waitFor();
  await inOrder(worker, 'case-meetings');

  // What is offered once is not offered again.
  await worker.getByRole('button', { name: t('meeting.proposeTo') }).click();
  await worker.getByText(t('meeting.proposeNoMeeting')).waitFor();
  await worker.keyboard.press('Escape');

  // The teacher, who came for this case alone, finds the memo of it and nothing of what is planned.
  await world.superuser(`update people set language = 'sv' where id = $1`, [maria.id]);
  const teacher = await enter(maria, `/cases/${aino}/meetings`);
  await section(teacher, sv('meeting.caseBehind'))
    .getByRole('link', { name: new RegExp(`^${sv('memo.read')}|^${sv('memo.toSign')}`) })
    .waitFor();
  expect(await teacher.getByText('Riittääkö nykyinen tuki?').count()).toBe(0);
  expect(await section(teacher, sv('meeting.caseComing')).count()).toBe(0);
  await inOrder(teacher, 'case-meetings-visitor', 'sv');
});

test('a mother says how she was heard, changes it by keyboard, and the team sees that nothing is to be told yet', async () => {
  const { aino, second } = await ended();
  const minna = await world.family('Minna Virtanen');
  await inviteFamily(leena, aino, minna, 'guardian');
  await world.superuser(
    `insert into attendances (meeting_id, item_id, person_id, came_at, left_at) select meeting_id, id, $2, opened_at, closed_at from agenda_items where id = $1`,
    [second, minna.id],
  );
  const mother = await enter(minna, `/cases/${aino}`);
  const asked = section(mother, t('family.heardTitle'));
  const saved = async () =>
    (await world.superuser('select rating from heard_ratings where person_id = $1', [minna.id])).rows[0]?.[
      'rating'
    ];
  // The number itself lies over its round button.
  await asked.getByRole('radio', { name: '7', exact: true }).check({ force: true });
  await asked.getByText(t('family.heardChange')).waitFor();
  await expect.poll(saved).toBe(7);
  await asked.getByRole('radio', { name: '7', exact: true }).focus();
  for (let n = 0; n < 3; n += 1) await mother.keyboard.press('ArrowRight');
  await expect.poll(saved).toBe(10);
  await inOrder(mother, 'family-heard');
  await mother.reload();
  await expect.poll(() => asked.getByRole('radio', { name: '10', exact: true }).isChecked()).toBe(true);
  // Not answering is an answer too.
  await asked.getByRole('radio', { name: '10', exact: true }).focus();
  await mother.keyboard.press('Delete');
  await expect.poll(saved).toBe(undefined);

  const leader = await enter(kaisa, `/meetings/teams/${team}/figures`);
  await leader.getByText(t('teamFigures.heardNone')).waitFor();
  await inOrder(leader, 'team-heard');
  expect((await kaisa.do(getTeamFigures, { params: { teamId: team } })).heard).toEqual([]);
});

test('whoever leads a team finds on Today what has waited long, and proposes it with one press', async () => {
  const waiting = await openACase(leena, { childName: 'Onni Lehto', childGivenName: 'Onni' });
  await inviteColleague(leena, waiting, kaisa);
  await world.superuser(`update cases set opened_at = now() - interval '70 days' where id = $1`, [waiting]);
  const tomorrow = Date.now() + 24 * 3_600_000;
  await kaisa.do(conveneMeeting, {
    body: {
      of: { kind: 'team', teamId: team },
      meeting: 'weekly',
      startsAt: new Date(tomorrow).toISOString(),
      endsAt: new Date(tomorrow + 3_600_000).toISOString(),
      place: null,
      link: null,
    },
  });
  const leader = await enter(kaisa, '/');
  await section(leader, t('meetingNews.waiting')).getByRole('link', { name: 'Onni' }).waitFor();
  await inOrder(leader, 'today-waiting');
  const views = async () =>
    (await world.superuser(`select count(*)::int as n from access_log where kind = 'agenda-item'`)).rows[0]?.[
      'n'
    ];
  // Looking at Today is looking at no agenda.
  const before = await views();
  await leader.reload();
  await section(leader, t('meetingNews.waiting')).getByRole('link', { name: 'Onni' }).waitFor();
  expect(await views()).toBe(before);
  await section(leader, t('meetingNews.waiting'))
    .getByRole('button', { name: new RegExp(`^${t('meetingNews.propose')}`) })
    .click();
  const proposing = leader.getByRole('dialog', { name: t('meeting.proposeTitle') });
  await expect
    .poll(() => proposing.getByLabel(t('meeting.proposeCase')).locator('option:checked').textContent())
    .toContain('Onni');
  await proposing.getByLabel(t('meeting.proposeQuestion')).fill('Mitä Onni tarvitsee nyt?');
  await proposing.getByRole('button', { name: t('meeting.proposeDo') }).click();
  await proposing.waitFor({ state: 'detached' });
  await leader.goto('/');
  await leader
    .getByRole('heading', { name: t('meeting.todayTitle') })
    .or(leader.getByText(t('teamFigures.today', { team: 'Tiimi Itä' })))
    .first()
    .waitFor();
  await expect.poll(() => section(leader, t('meetingNews.waiting')).count()).toBe(0);
});
