// Parts from which tests and drills put meetings together: a team, a meeting of it, a case on its agenda, a visit.
import { addTeam } from '../../shared/agencies.ts';
import type { OpenItem } from '../../shared/meeting.ts';
import {
  comeIn,
  conveneMeeting,
  getMeetingRoom,
  inviteToItem,
  listMeetings,
  type MeetingAct,
  moveMeeting,
  putOnAgenda,
} from '../../shared/meetings.ts';
import { see } from './case-parts.ts';
import type { Person } from './open-world.ts';

const hour = 3_600_000;

export const newTeam = async (
  administrator: Person,
  agencyId: string,
  ...people: Person[]
): Promise<string> =>
  (
    await administrator.do(addTeam, {
      params: { agencyId },
      body: { name: 'Tiimi Itä', affiliationIds: people.map((one) => one.affiliationId ?? '') },
    })
  ).id;

/** From half an hour ago until an hour and a half from now. */
export const convened = async (by: Person, teamId: string): Promise<string> =>
  (
    await by.do(conveneMeeting, {
      body: {
        of: { kind: 'team', teamId },
        meeting: 'weekly',
        startsAt: new Date(Date.now() - hour / 2).toISOString(),
        endsAt: new Date(Date.now() + (3 * hour) / 2).toISOString(),
        place: 'Kokoushuone Meri',
        link: null,
      },
    })
  ).id;

export const aProposal = {
  minutes: 40,
  presenterMembershipId: null,
  familyStance: 'agrees' as const,
  familyNote: null,
  question: 'Miten saamme aamut sellaisiksi, että molemmat jaksavat?',
  whyNow: 'Poissaolot ovat lisääntyneet.',
};
export const proposed = async (by: Person, meetingId: string, caseId: string): Promise<string> =>
  (await by.do(putOnAgenda, { params: { meetingId }, body: { ...aProposal, caseId } })).id;

export const act = (
  meetingId: string,
  what: MeetingAct,
  more: { itemId?: string; phase?: number; reason?: string } = {},
) => ({
  params: { meetingId },
  body: {
    act: what,
    itemId: more.itemId ?? null,
    phase: more.phase ?? null,
    reason: more.reason ?? null,
  },
});
export const moved = (by: Person, ...[meetingId, what, more]: Parameters<typeof act>) =>
  by.do(moveMeeting, act(meetingId, what, more));

export const roomOf = (who: Person, meetingId: string) => who.do(getMeetingRoom, { params: { meetingId } });
export const roomStatus = async (who: Person, meetingId: string): Promise<number> =>
  (await who.try(getMeetingRoom, { params: { meetingId } })).status;
export const itemsOf = async (who: Person, meetingId: string): Promise<OpenItem[]> =>
  (await roomOf(who, meetingId)).items.filter((item) => !item.restricted);
export const visitsOf = async (who: Person) => (await who.do(listMeetings)).visits;
export const cameIn = (who: Person, meetingId: string) => who.do(comeIn, { params: { meetingId } });

/** Invites a member of the case to an item, from half an hour ago until an hour from now. */
export const invitedTo = async (by: Person, caseId: string, itemId: string, who: Person): Promise<string> => {
  const membershipId = (await see(by, caseId)).members.find((m) => m.personId === who.id)?.id ?? '';
  const body = {
    membershipId,
    fromAt: new Date(Date.now() - hour / 2).toISOString(),
    untilAt: new Date(Date.now() + hour).toISOString(),
  };
  return (await by.do(inviteToItem, { params: { itemId }, body })).id;
};
