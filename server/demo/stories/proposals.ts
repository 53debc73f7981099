// Proposing a case for a meeting, as the stories do: by whom, presented by whom, asked what.
import { getWorkspace, listCases } from '../../../shared/cases.ts';
import type { FamilyStance } from '../../../shared/meeting.ts';
import { putOnAgenda } from '../../../shared/meetings.ts';
import type { SignInName } from '../region.ts';
import type { Storyteller } from '../storyteller.ts';

export const caseOf = async (teller: Storyteller, who: SignInName, child: string): Promise<string> => {
  const { cases } = await teller.as(who, listCases, {});
  const found = cases.find((one) => one.childGivenName === child);
  if (!found) throw new Error(`${who} has no child called ${child}`);
  return found.id;
};

export const memberIn = async (
  teller: Storyteller,
  by: SignInName,
  caseId: string,
  who: SignInName,
): Promise<string> => {
  const { members } = await teller.as(by, getWorkspace, { params: { caseId } });
  return members.find((one) => one.personId === teller.people[who].id)?.id ?? '';
};

type Proposal = {
  readonly child: string;
  readonly by: SignInName;
  readonly presenter?: SignInName;
  readonly minutes: number;
  readonly stance: FamilyStance;
  readonly note?: string;
  readonly question: string;
  readonly whyNow: string;
};

export const propose = async (
  teller: Storyteller,
  meetingId: string,
  { child, by, presenter = by, minutes, stance, note, question, whyNow }: Proposal,
): Promise<{ caseId: string; itemId: string }> => {
  const caseId = await caseOf(teller, by, child);
  const { id } = await teller.as(by, putOnAgenda, {
    params: { meetingId },
    body: {
      caseId,
      minutes,
      presenterMembershipId: await memberIn(teller, by, caseId, presenter),
      familyStance: stance,
      familyNote: note ?? null,
      question,
      whyNow,
    },
  });
  return { caseId, itemId: id };
};
