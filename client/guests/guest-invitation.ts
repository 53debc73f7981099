// An invitation of somebody without an account while it is being put together: what is still missing, and what is sent.
import type { z } from 'zod';
import type { inviteGuest, listGuestAgencies } from '../../shared/guests.ts';
import { type LifeArea, professions } from '../../shared/vocabulary.ts';
import {
  groundInput,
  type Invitable,
  type Invitation,
  type Missing as MissingInInvitation,
  missingIn,
} from '../cases/invitation.ts';
import type { Locale } from '../i18n/locale.ts';

export type GuestAgency = z.output<(typeof listGuestAgencies)['response']>['agencies'][number];
export type GuestBody = z.output<NonNullable<(typeof inviteGuest)['body']>>;
type Profession = (typeof professions)[number];

export type GuestDraft = {
  readonly name: string;
  readonly email: string;
  readonly profession: Profession | '';
  readonly agency: GuestAgency | undefined;
  readonly language: Locale;
  readonly area: LifeArea | '';
  readonly question: string;
  readonly dueOn: string;
  readonly nobodyKnown: boolean;
};
export type Missing =
  | MissingInInvitation
  | 'name'
  | 'email'
  | 'profession'
  | 'agency'
  | 'area'
  | 'question'
  | 'dueOn';

/** Those who watch over the installation or serve it see no case; the server refuses them. */
const neverAsked: readonly string[] = ['administrator', 'data-protection-officer', 'regional-developer'];
export const guestProfessions: readonly Profession[] = professions.filter((one) => !neverAsked.includes(one));

/** As the invitation's form knows people. There is no person yet, so the ids are of nobody. */
export const asInvitable = (draft: GuestDraft): Invitable => ({
  personId: 'guest',
  affiliationId: 'guest',
  name: draft.name,
  profession: draft.profession || null,
  agencyId: draft.agency?.id ?? 'guest',
  agencyKind: draft.agency?.kind ?? null,
  agencyNameFi: draft.agency?.nameFi ?? null,
  agencyNameSv: draft.agency?.nameSv ?? null,
});

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

/** `today` as an ISO date. A visit without an end is not for guests. */
export const missingInGuest = (
  draft: GuestDraft,
  invitation: Invitation,
  homeAgencyId: string,
  today: string,
): Missing[] => {
  const missing: Missing[] = [];
  if (draft.name.trim().split(/\s+/).length < 2) missing.push('name');
  if (!isAddress(draft.email)) missing.push('email');
  if (draft.profession === '') missing.push('profession');
  if (!draft.agency) missing.push('agency');
  if (draft.area === '') missing.push('area');
  if (draft.question.trim() === '') missing.push('question');
  if (draft.dueOn !== '' && draft.dueOn < today) missing.push('dueOn');
  missing.push(...missingIn(invitation, asInvitable(draft), homeAgencyId, today));
  if (invitation.endsOn === '') missing.push('endsOn');
  return missing;
};

/** Null while something is missing that nothing can be sent without. */
export const guestBody = (
  draft: GuestDraft,
  invitation: Invitation,
  assessmentId: string,
): GuestBody | null => {
  if (draft.profession === '' || draft.area === '' || !draft.agency) return null;
  const { ground, endsOn } = invitation;
  return {
    name: draft.name.trim().replace(/\s+/g, ' '),
    email: draft.email.trim(),
    profession: draft.profession,
    agencyId: draft.agency.id,
    language: draft.language,
    endsOn,
    participation: {
      scope: invitation.known === 'all' ? 'everyone' : 'agencies',
      agencyIds: [],
      familyScope: invitation.familyKnows ? 'all' : 'none',
    },
    toThem: groundInput(ground, invitation.toThem, endsOn),
    fromThem: groundInput(ground, invitation.fromThem, endsOn),
    ask: { assessmentId, area: draft.area, question: draft.question.trim(), dueOn: draft.dueOn || null },
    nobodyKnown: draft.nobodyKnown,
  };
};
