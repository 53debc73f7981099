// Last week's meeting of the team, held: Elsa's case was discussed in Swedish, her worker has signed what was shared, and the rest of the memo
// waits for whoever led.
import { saveField } from '../../../shared/entries.ts';
import {
  beginSection,
  comeIn,
  conveneMeeting,
  type MeetingAct,
  moveMeeting,
  type roomNoteKinds,
  writeInRoom,
} from '../../../shared/meetings.ts';
import { getMemo, signMemo, writeInMemo } from '../../../shared/memo.ts';
import { writeStep } from '../../../shared/steps.ts';
import type { SignInName } from '../region.ts';
import { share } from '../scenes.ts';
import type { Storyteller } from '../storyteller.ts';
import type { Line } from '../write-together.ts';
import { memberIn, propose } from './proposals.ts';

const leader = 'consultant-social-worker';
const worker = 'oskar.nystrom';

const note = async (
  teller: Storyteller,
  who: SignInName,
  itemId: string,
  kind: (typeof roomNoteKinds)[number],
  fields: Readonly<Record<string, string>>,
): Promise<void> => {
  const { id: entryId } = await teller.as(who, writeInRoom, { params: { itemId }, body: { kind } });
  for (const [field, text] of Object.entries(fields))
    await teller.as(who, saveField, {
      params: { entryId, field },
      body: { base: 0, text, device: 'demostory' },
    });
};

const section = async (
  teller: Storyteller,
  itemId: string,
  phase: string,
  lines: readonly Line[],
): Promise<void> => {
  const { documentId } = await teller.as(leader, beginSection, { params: { itemId }, body: { phase } });
  await teller.writeTogether(documentId, lines);
};

export const tellHeldMeeting = async (teller: Storyteller, teamId: string): Promise<void> => {
  teller.on(7, '13:00');
  const day = teller.date(-6);
  const { id: meetingId } = await teller.as(leader, conveneMeeting, {
    body: {
      of: { kind: 'team', teamId },
      meeting: 'weekly',
      startsAt: `${day}T07:00:00Z`,
      endsAt: `${day}T08:30:00Z`,
      place: 'Kokoushuone Meri',
      link: null,
    },
  });
  const { caseId, itemId } = await propose(teller, meetingId, {
    child: 'Elsa',
    by: leader,
    presenter: worker,
    minutes: 40,
    stance: 'agrees',
    question: 'Hur kan Elsa få tillbaka sina kvällar utan att mamma blir ensam med allt?',
    whyNow: 'Handbollen börjar igen i januari, och Elsa vill vara med.',
  });
  const move = (act: MeetingAct, more: { itemId?: string; phase?: number } = {}) =>
    teller.as(leader, moveMeeting, {
      params: { meetingId },
      body: { act, itemId: more.itemId ?? null, phase: more.phase ?? null, reason: null },
    });

  teller.on(6, '09:00');
  await move('open');
  for (const who of [leader, worker, 'family-therapist'] as const)
    await teller.as(who, comeIn, { params: { meetingId } });
  await move('begin-item', { itemId });
  teller.on(6, '09:12');
  await move('set-phase', { itemId, phase: 2 });
  await section(teller, itemId, 'curious', [
    { who: worker, text: 'Elsa passar Liam fyra kvällar i veckan, när mamma arbetar.' },
    {
      who: leader,
      text: 'Vem märker först att Elsa är trött? Läraren Annika, säger Elsa själv.',
      look: 'bullet',
    },
    { who: worker, text: 'Mormor bor i samma by och har inte blivit tillfrågad.', look: 'bullet' },
  ]);
  await move('set-phase', { itemId, phase: 3 });
  await note(teller, leader, itemId, 'hypothesis', {
    hypothesis: 'Elsa håller ihop kvällarna för att mamma inte ska behöva säga upp sig.',
    for: 'Elsa frågar varje vecka om mammas jobb.',
  });
  await note(teller, worker, itemId, 'hypothesis', {
    hypothesis: 'Familjen har vant sig, och ingen har sagt högt att det är för mycket.',
  });
  teller.on(6, '09:25');
  await move('set-phase', { itemId, phase: 5 });
  await note(teller, worker, itemId, 'child-view', {
    verbatim: 'Jag kan passa Liam ibland, men inte så att det är mitt jobb.',
    heardOn: teller.date(-8),
  });
  await move('set-phase', { itemId, phase: 6 });
  await section(teller, itemId, 'safety', [
    { who: worker, text: 'Ingen oro för våld. Liam är trygg hemma.' },
  ]);
  await move('set-phase', { itemId, phase: 7 });
  await teller.as(worker, writeStep, {
    params: { caseId },
    body: {
      text: 'Oskar frågar mormor och mamma om två kvällar i veckan.',
      doerMemberId: await memberIn(teller, worker, caseId, worker),
      dueOn: teller.date(4),
      audience: {
        dataClass: 'shared-goal',
        scope: 'team',
        agencyIds: [],
        familyScope: 'none',
        familyIds: [],
      },
      agendaItemId: itemId,
    },
  });
  await note(teller, worker, itemId, 'decision', {
    decision: 'Hemservice för barnfamiljer söks för två kvällar i veckan.',
  });
  teller.on(6, '09:40');
  await move('close-item', { itemId });
  await move('end');

  teller.on(5, '13:30');
  const memo = await teller.as(worker, getMemo, { params: { itemId } });
  for (const { id: memoPartId, part, version, hash } of memo.parts)
    if (part === 'shared' && hash !== null)
      await teller.as(worker, signMemo, { params: { memoPartId }, body: { version, hash } });
  await tellFamily(teller, caseId, memo.parts.find(({ part }) => part === 'team')?.id ?? '');
};

/** What was agreed, in plain words for Elsa and her mother, who are then asked how they were heard. */
const tellFamily = async (teller: Storyteller, caseId: string, memoPartId: string): Promise<void> => {
  const { id } = await teller.as(worker, writeInMemo, {
    params: { memoPartId },
    body: { kind: 'family-summary' },
  });
  await teller.as(worker, saveField, {
    params: { entryId: id, field: 'narrative' },
    body: {
      base: 0,
      text: 'Vi talade om kvällarna. Elsa ska inte behöva passa Liam varje kväll. Vi söker hemservice för två kvällar i veckan, och Oskar frågar mormor om hon kan hjälpa till. Elsa kan börja med handboll i januari.',
      device: 'demostory',
    },
  });
  await share(teller, caseId, worker, id, { familyScope: 'all' });
};
