// Invites somebody who has no account: person, affiliation, membership, grounds, the one question, link and mail, in one
// command or not at all.
import type { z } from 'zod';
import type { inviteGuest as contract, NewLink } from '../../shared/guests.ts';
import { AgencyKind } from '../../shared/vocabulary.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { neverInCases, requireCaseAbility } from '../access/granting.ts';
import { askOf, requireHome } from '../assessments/index.ts';
import { joinCase } from '../cases/index.ts';
import { endOfDay } from '../platform/clock/helsinki.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findOrAddPerson } from './find-person.ts';
import { makeLink, presentLink } from './make-link.ts';

export type GuestInput = z.output<typeof contract.body & z.ZodType>;

const longestDays = 366;

const wrong = (field: string): Refusal => new Refusal('invalid-input', { field });

/** What no list of values can say. A colleague gets an account from the own administration. */
const requireSound = ({ at, facts }: CaseCommand, input: GuestInput): void => {
  const ends = endOfDay(input.endsOn);
  if (ends <= at || ends.getTime() > at.getTime() + longestDays * 24 * 3_600_000) throw wrong('endsOn');
  if (input.agencyId === facts.homeAgencyId) throw wrong('agencyId');
  if (neverInCases.some((one) => one === input.profession)) throw wrong('profession');
  if (input.ask.question.trim() === '') throw wrong('question');
  if (input.ask.dueOn !== null && endOfDay(input.ask.dueOn) <= at) throw wrong('dueOn');
};

const findAgency = async ({ tx }: CaseCommand, id: string) => {
  const agency = await tx
    .selectFrom('agencies')
    .select(['id', 'kind'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!agency) throw notFound();
  return { id: agency.id, kind: AgencyKind.parse(agency.kind) };
};

/** @throws Refusal `not-found`, `not-allowed`, `ground-missing`, `name-in-directory`, `already-done`, `assessment-signed` */
export const inviteGuest = async (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  input: GuestInput,
): Promise<NewLink> => {
  const { id, linkId, expiresAt } = await caseCommand(
    context,
    facts,
    call,
    caseId,
    (c) => {
      requireCaseAbility(c, 'invite');
      requireHome(c);
    },
    async (c) => {
      requireSound(c, input);
      const agency = await findAgency(c, input.agencyId);
      const { personId, affiliationId } = await findOrAddPerson(c, input);
      const { endsOn, participation, toThem, fromThem } = input;
      const memberId = await joinCase(
        c,
        {
          personId,
          affiliationId,
          role: 'visiting',
          endsOn,
          participation,
          purpose: input.ask.question,
          toThem,
          fromThem,
        },
        agency,
      );
      const { assessmentId, area, question, dueOn } = input.ask;
      const asked = await askOf(c, assessmentId, {
        area,
        contributorId: personId,
        pairId: null,
        dueOn,
        question,
      });
      const link = await makeLink(context, c, {
        memberId,
        personId,
        affiliationId,
        contributionId: asked.id,
        dueOn,
      });
      return { id: memberId, ...link };
    },
  );
  return presentLink(context, id, { linkId, expiresAt }, input.language);
};
