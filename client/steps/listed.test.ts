import { expect, test } from 'vitest';
import type { Step } from '../../shared/steps.ts';
import { comingBack, listed } from './listed.ts';

const step = (id: string, changes: Partial<Step> = {}): Step => ({
  id,
  caseId: 'case',
  text: id,
  doerId: null,
  doerAffiliationId: null,
  dueOn: null,
  state: 'open',
  agendaItemId: null,
  offeredToId: null,
  offeredToAffiliationId: null,
  writtenById: null,
  writtenAt: '2026-11-20T10:00:00.000Z',
  changedAt: '2026-11-20T10:00:00.000Z',
  audience: { dataClass: 'shared-goal', scope: 'agency', agencyIds: [], familyScope: 'none', familyIds: [] },
  version: 1,
  can: [],
  ...changes,
});
const ids = (steps: readonly Step[]) => steps.map((one) => one.id);

test('open steps stand by due date, those without one last; what is over, the newest first', () => {
  const all = [
    step('no-day'),
    step('done', { state: 'done', changedAt: '2026-11-21T10:00:00.000Z' }),
    step('later', { dueOn: '2026-12-11' }),
    step('dropped', { state: 'dropped', changedAt: '2026-11-22T10:00:00.000Z' }),
    step('soon', { dueOn: '2026-12-04' }),
  ];
  expect(ids(listed(all, null).open)).toEqual(['soon', 'later', 'no-day']);
  expect(ids(listed(all, null).over)).toEqual(['dropped', 'done']);
});

test('of one item of an agenda its own alone', () => {
  const all = [
    step('here', { agendaItemId: 'item' }),
    step('there', { agendaItemId: 'other' }),
    step('nowhere'),
  ];
  expect(ids(listed(all, 'item').open)).toEqual(['here']);
  expect(ids(listed(all, null).open)).toEqual(['here', 'there', 'nowhere']);
});

test('what comes back is what was agreed before: open ones late first, and of those that are over what is new', () => {
  const all = [
    step('soon', { dueOn: '2026-12-04' }),
    step('late', { dueOn: '2026-11-02', agendaItemId: 'last' }),
    step('now', { agendaItemId: 'item', dueOn: '2026-11-01' }),
    step('done', { state: 'done', changedAt: '2026-11-22T10:00:00.000Z' }),
    step('done before', { state: 'done', changedAt: '2026-11-10T10:00:00.000Z' }),
  ];
  const { open, over } = comingBack(all, 'item', '2026-11-20T10:00:00.000Z');
  expect(ids(open)).toEqual(['late', 'soon']);
  expect(ids(over)).toEqual(['done']);
});
