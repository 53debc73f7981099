// Everything that can be done to a meeting and to what hangs on it, tried at random by whoever may or may not: what is refused must
// change nothing, what is done must be told.

import { invitation } from '../../server/testing/case-parts.ts';
import { endMembership, inviteMember } from '../../shared/cases.ts';
import { saveField } from '../../shared/entries.ts';
import * as m from '../../shared/meetings.ts';
import { moveStep, writeStep } from '../../shared/steps.ts';
import { endWallScreen } from '../../shared/wall.ts';
import { memoActs } from './memo-acts.ts';
import { type Act, type Draw, nobody, type Place, somebody } from './place.ts';

const hour = 3_600_000;
const from = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** Mostly what is being discussed, where something is. */
const itemOf = ({ now, items }: Place, draw: Draw): Place['items'][number] => {
  const current = items.find(({ itemId }) => itemId === now.current);
  return current && draw.chance() < 0.8 ? current : draw.pick(items);
};

const window = (draw: Draw) =>
  draw.pick([
    { fromAt: from(-hour), untilAt: from(2 * hour) },
    { fromAt: from(-hour), untilAt: from(2 * hour) },
    { fromAt: from(hour), untilAt: from(3 * hour) },
    { fromAt: from(-3 * hour), untilAt: from(-hour) },
  ]);
const proposal = (caseId: string) => ({
  caseId,
  minutes: 40,
  presenterMembershipId: null,
  familyStance: 'agrees' as const,
  familyNote: null,
  question: 'Miten saamme aamut sellaisiksi, että molemmat jaksavat?',
  whyNow: 'Poissaolot ovat lisääntyneet.',
});

const moves = (act: m.MeetingAct, of: 'meeting' | 'item', phase = false): Act => ({
  name: act,
  run: async (place, draw) => {
    const chair = place.people.find(({ id }) => id === place.now.chair) ?? place.kaisa;
    const by = draw.chance() < 0.85 ? chair : somebody(place, draw);
    const item = itemOf(place, draw);
    const weekly = place.meetings.slice(0, draw.chance() < 0.8 ? 1 : undefined);
    const { status } = await by.try(m.moveMeeting, {
      params: { meetingId: of === 'item' ? item.meetingId : draw.pick(weekly) },
      body: {
        act,
        itemId: of === 'item' ? item.itemId : null,
        phase: phase ? Math.floor(draw.chance() * 7) : null,
        reason: act === 'postpone-item' || act === 'withdraw-item' ? 'Aika ei riitä.' : null,
      },
    });
    return { status, by };
  },
});

export const hintActs: readonly Act[] = [
  moves('open', 'meeting'),
  moves('take-chair', 'meeting'),
  moves('begin-item', 'item'),
  moves('set-phase', 'item', true),
  moves('close-item', 'item'),
  moves('postpone-item', 'item'),
  moves('withdraw-item', 'item'),
  moves('end', 'meeting'),
  {
    name: 'invite',
    run: async (place, draw) => {
      const { itemId, caseId } = itemOf(place, draw);
      const by =
        draw.chance() < 0.8 ? (place.placed.responsible[caseId] ?? place.kaisa) : somebody(place, draw);
      const membershipId = draw.pick(place.placed.guests[caseId] ?? ['']);
      const answer = await by.try(m.inviteToItem, {
        params: { itemId },
        body: { membershipId, ...window(draw) },
      });
      if (answer.status === 200) place.visits.push({ id: answer.body.id, membershipId });
      return { status: answer.status, by };
    },
  },
  {
    name: 'change-visit',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      if (place.visits.length === 0) return nobody(by);
      const body = { ...window(draw), withdraw: draw.chance() < 0.3 };
      const { status } = await by.try(m.changeVisit, {
        params: { visitId: draw.pick(place.visits).id },
        body,
      });
      return { status, by };
    },
  },
  {
    name: 'answer-visit',
    run: async (place, draw) => {
      if (place.visits.length === 0) return nobody(place.maria);
      const visit = draw.pick(place.visits);
      const by = place.placed.whose[visit.membershipId] ?? place.maria;
      const body = { answer: draw.pick(['comes', 'comes-not', 'writes'] as const) };
      const { status } = await by.try(m.answerVisit, { params: { visitId: visit.id }, body });
      return { status, by };
    },
  },
  {
    name: 'come-in',
    run: async (place, draw) => {
      const by = draw.pick(place.people);
      const { status } = await by.try(m.comeIn, { params: { meetingId: draw.pick(place.meetings) } });
      return { status, by };
    },
  },
  {
    name: 'go-out',
    run: async (place, draw) => {
      const by = draw.pick(place.people);
      const { status } = await by.try(m.goOut, { params: { meetingId: draw.pick(place.meetings) } });
      return { status, by };
    },
  },
  {
    name: 'begin-section',
    run: async (place, draw) => {
      const by = draw.chance() < 0.6 ? somebody(place, draw) : draw.pick(place.people);
      const phase = draw.pick(['curious', 'steps', 'safety', 'reflection', null]);
      const { status } = await by.try(m.beginSection, {
        params: { itemId: itemOf(place, draw).itemId },
        body: { phase },
      });
      return { status, by };
    },
  },
  {
    name: 'write-in-room',
    run: async (place, draw) => {
      const { itemId, caseId } = itemOf(place, draw);
      const by =
        draw.chance() < 0.7 ? (place.placed.responsible[caseId] ?? place.kaisa) : somebody(place, draw);
      const kind = draw.pick(['hypothesis', 'reflection', 'decision', 'child-view', 'child-view'] as const);
      const answer = await by.try(m.writeInRoom, { params: { itemId }, body: { kind } });
      if (answer.status === 200) place.entries.push({ itemId, id: answer.body.id, kind, base: 0 });
      return { status: answer.status, by };
    },
  },
  {
    name: 'child-says',
    run: async (place, draw) => {
      const { itemId, caseId } = itemOf(place, draw);
      const by = place.placed.responsible[caseId] ?? place.kaisa;
      const begun = await by.try(m.writeInRoom, { params: { itemId }, body: { kind: 'child-view' } });
      if (begun.status !== 200) return { status: begun.status, by };
      const params = { entryId: begun.body.id, field: 'verbatim' };
      const body = { base: 0, text: 'Haluan mummolaan.', device: 'aaaaaaaa' };
      const { status } = await by.try(saveField, { params, body });
      return { status, by };
    },
  },
  {
    name: 'save-field',
    run: async (place, draw) => {
      if (place.entries.length === 0) return nobody(place.kaisa);
      const entry = draw.pick(place.entries);
      const caseId = place.items.find(({ itemId }) => itemId === entry.itemId)?.caseId ?? '';
      const by = place.placed.responsible[caseId] ?? place.kaisa;
      const field = entry.kind === 'child-view' ? 'verbatim' : entry.kind;
      const body = {
        base: entry.base,
        text: draw.chance() < 0.2 ? '' : `Sana ${entry.base}.`,
        device: 'aaaaaaaa',
      };
      const { status } = await by.try(saveField, { params: { entryId: entry.id, field }, body });
      if (status === 200) entry.base += 1;
      return { status, by };
    },
  },
  {
    name: 'take-into-record',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const thoughts = place.entries.filter(({ kind }) => kind === 'hypothesis');
      if (thoughts.length === 0) return nobody(by);
      const { itemId, id: entryId } = draw.pick(thoughts);

      const { status } = await by.try(m.takeIntoRecord, { params: { itemId }, body: { entryId } });
      return { status, by };
    },
  },
  {
    name: 'order-agenda',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const [meetingId] = place.meetings;
      const open = place.items.filter((item) => item.meetingId === meetingId);
      const items = (draw.chance() < 0.5 ? open : open.toReversed()).map(({ itemId: id }) => ({
        id,
        minutes: 20 + Math.floor(draw.chance() * 30),
      }));
      const { status } = await by.try(m.orderAgenda, {
        params: { meetingId: meetingId ?? '' },
        body: { items },
      });
      return { status, by };
    },
  },
  {
    name: 'change-item',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const { itemId, meetingId } = draw.pick(place.items);
      const room = await by.try(m.getMeetingRoom, { params: { meetingId } });
      const item = room.status === 200 ? room.body.items.find(({ id }) => id === itemId) : undefined;
      if (!item || item.restricted) return nobody(by);
      const body = {
        version: item.version,
        presenterMembershipId: null,
        familyStance: draw.pick(['agrees', 'disagrees', null] as const),
        familyNote: null,
      };
      const { status } = await by.try(m.changeItem, { params: { itemId }, body });
      return { status, by };
    },
  },
  {
    name: 'change-meeting',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const meetingId = draw.pick(place.meetings);
      const room = await by.try(m.getMeetingRoom, { params: { meetingId } });
      if (room.status !== 200) return nobody(by);
      const { version, startsAt, endsAt } = room.body.meeting;
      const body = { version, startsAt, endsAt, place: `Huone ${version}`, link: null };
      const { status } = await by.try(m.changeMeeting, { params: { meetingId }, body });
      return { status, by };
    },
  },
  {
    name: 'put-on-agenda',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const caseId = draw.pick(place.placed.cases);
      const meetingId = draw.pick(place.meetings);
      const answer = await by.try(m.putOnAgenda, { params: { meetingId }, body: proposal(caseId) });
      if (answer.status === 200) place.items.push({ itemId: answer.body.id, caseId, meetingId });
      return { status: answer.status, by };
    },
  },
  {
    name: 'convene',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const of =
        draw.chance() < 0.5
          ? { kind: 'team' as const, teamId: place.team }
          : { kind: 'case' as const, caseId: draw.pick(place.placed.cases) };
      const body = {
        of,
        meeting: 'weekly' as const,
        startsAt: from(24 * hour),
        endsAt: from(26 * hour),
        place: null,
        link: null,
      };
      const { status } = await by.try(m.conveneMeeting, { body });
      return { status, by };
    },
  },
  {
    name: 'write-step',
    run: async (place, draw) => {
      const { itemId, caseId } = itemOf(place, draw);
      const by = place.placed.responsible[caseId] ?? place.kaisa;
      const scope = draw.pick(['team', 'everyone'] as const);
      const audience = {
        dataClass: 'shared-goal' as const,
        scope,
        agencyIds: [],
        familyScope: 'none' as const,
        familyIds: [],
      };
      const body = {
        text: 'Soitan koululle.',
        doerMemberId: place.placed.doers[caseId] ?? '',
        dueOn: '2099-01-15',
        audience,
        agendaItemId: itemId,
      };
      const answer = await by.try(writeStep, { params: { caseId }, body });
      if (answer.status === 200) place.steps.push(answer.body.id);
      return { status: answer.status, by };
    },
  },
  {
    name: 'step-done',
    run: async (place, draw) => {
      const by = draw.pick([place.leena, place.oskar]);
      if (place.steps.length === 0) return nobody(by);
      const { status } = await by.try(moveStep, {
        params: { stepId: draw.pick(place.steps) },
        body: { act: 'done', version: 1, reason: null, dueOn: null, toMemberId: null },
      });
      return { status, by };
    },
  },
  ...memoActs,
  {
    name: 'end-wall',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const { status } = await by.try(endWallScreen, {
        params: { meetingId: draw.pick(place.meetings) },
        body: {},
      });
      return { status, by };
    },
  },
  {
    name: 'colleague-joins',
    run: async (place, draw) => {
      const caseId = draw.pick(place.placed.cases);
      const by = place.placed.responsible[caseId] ?? place.kaisa;
      const body = invitation(place.tiina, { role: 'team', toThem: null, fromThem: null });
      const answer = await by.try(inviteMember, { params: { caseId }, body });
      if (answer.status === 200) place.placed.guests[caseId]?.push(answer.body.id);
      return { status: answer.status, by };
    },
  },
  {
    name: 'end-membership',
    run: async (place, draw) => {
      const caseId = draw.pick(place.placed.cases);
      const by = place.placed.responsible[caseId] ?? place.kaisa;
      const memberId = draw.pick(place.placed.guests[caseId] ?? ['']);
      const { status } = await by.try(endMembership, {
        params: { caseId, memberId },
        body: { reason: 'Osuus on tehty.' },
      });
      return { status, by };
    },
  },
];
