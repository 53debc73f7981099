// The team of the east and its meetings: the next weekly one with three cases on its agenda, of which Elsa's is for her own team
// alone to know; the special teacher is invited to Kasper's, and
// has not answered. One network meeting is convened for Aino.
import { addTeam } from '../../../shared/agencies.ts';
import { getWorkspace } from '../../../shared/cases.ts';
import { conveneMeeting, inviteToItem } from '../../../shared/meetings.ts';
import { dayOf, startOfDay } from '../../platform/clock/helsinki.ts';
import type { SignInName } from '../region.ts';
import type { Storyteller } from '../storyteller.ts';
import { tellHeldMeeting } from './held-meeting.ts';
import { caseOf, memberIn, propose } from './proposals.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const leader = 'consultant-social-worker';
const team: readonly SignInName[] = [
  leader,
  'social-worker',
  'social-counsellor',
  'family-therapist',
  'coordinator',
];

/** Today while there is a working day left of it, else tomorrow at nine. */
const nextMeeting = (now: Date): Date => {
  const midnight = startOfDay(dayOf(now));
  const hour = Math.max(9, Math.ceil((now.getTime() - midnight.getTime()) / hourMs + 0.5));
  if (hour <= 14) return new Date(midnight.getTime() + hour * hourMs);
  return new Date(startOfDay(dayOf(new Date(now.getTime() + dayMs))).getTime() + 9 * hourMs);
};

const openTeam = async (teller: Storyteller): Promise<string> => {
  const caseId = await caseOf(teller, leader, 'Elsa');
  const { case: head } = await teller.as(leader, getWorkspace, { params: { caseId } });
  const { id } = await teller.as('administrator', addTeam, {
    params: { agencyId: head.ownerAgencyId },
    body: { name: 'Tiimi Itä', affiliationIds: team.map((who) => teller.people[who].affiliationId ?? '') },
  });
  return id;
};

export const tellMeetings = async (teller: Storyteller): Promise<void> => {
  teller.on(8, '15:30');
  const teamId = await openTeam(teller);
  await tellHeldMeeting(teller, teamId);
  teller.on(2, '15:30');
  const begins = nextMeeting(teller.now);
  const convene = (
    of: { kind: 'team'; teamId: string } | { kind: 'case'; caseId: string },
    from: Date,
    hours: number,
  ) => ({
    body: {
      of,
      meeting: of.kind === 'team' ? ('weekly' as const) : ('network' as const),
      startsAt: from.toISOString(),
      endsAt: new Date(from.getTime() + hours * hourMs).toISOString(),
      place: of.kind === 'team' ? 'Kokoushuone Meri' : 'Meriniemen koulu, kirjasto',
      link: of.kind === 'team' ? 'https://video.example.org/tiimi-ita' : null,
    },
  });
  const { id: weekly } = await teller.as(
    leader,
    conveneMeeting,
    convene({ kind: 'team', teamId }, begins, 2),
  );
  await teller.as(
    leader,
    conveneMeeting,
    convene({ kind: 'team', teamId }, new Date(begins.getTime() + 7 * dayMs), 2),
  );
  const aino = await caseOf(teller, 'social-worker', 'Aino');
  const inThreeDays = new Date(begins.getTime() + 3 * dayMs);
  await teller.as('social-worker', conveneMeeting, convene({ kind: 'case', caseId: aino }, inThreeDays, 1.5));

  teller.on(1, '10:15');
  const kasper = await propose(teller, weekly, {
    child: 'Kasper',
    by: 'social-worker',
    minutes: 45,
    stance: 'agrees',
    note: 'Isä suostui puhelimessa.',
    question: 'Miten saamme aamut sellaisiksi, että Kasper ja isä jaksavat molemmat?',
    whyNow: 'Isä pyysi itse apua, ja koulu on huolissaan aamuista.',
  });
  await propose(teller, weekly, {
    child: 'Aino',
    by: 'social-worker',
    presenter: 'social-counsellor',
    minutes: 40,
    stance: 'knows',
    question: 'Kenen kanssa Aino haluaa puhua, ja miten annamme sille tilaa?',
    whyNow: 'Arviointi valmistuu pian, ja Ainon oma ääni on vielä ohut.',
  });
  teller.on(1, '11:40');
  await propose(teller, weekly, {
    child: 'Elsa',
    by: leader,
    minutes: 20,
    stance: 'agrees',
    question: 'Vilka steg i planen har burit, och vad behöver Camilla av oss i vinter?',
    whyNow: 'Bedömningen är underskriven, och uppföljningen börjar.',
  });
  await inviteTeacher(teller, kasper, begins);
};

const inviteTeacher = async (
  teller: Storyteller,
  { caseId, itemId }: { caseId: string; itemId: string },
  begins: Date,
): Promise<void> => {
  const minutes = (count: number) => new Date(begins.getTime() + count * 60_000).toISOString();
  await teller.as('social-worker', inviteToItem, {
    params: { itemId },
    body: {
      membershipId: await memberIn(teller, 'social-worker', caseId, 'special-teacher'),
      fromAt: minutes(-10),
      untilAt: minutes(55),
    },
  });
};
