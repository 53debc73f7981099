// Who acts: a person in one of their affiliations, or a member of the family.
import type { AgencyKind, Profession } from '../../shared/vocabulary.ts';
import type { Acting, Tx } from '../platform/db/transaction.ts';

export type { Acting } from '../platform/db/transaction.ts';

export type Actor = {
  readonly personId: string;
  readonly sessionId: string;
  readonly family: boolean;
  readonly affiliation: {
    readonly id: string;
    readonly agencyId: string;
    readonly agencyKind: AgencyKind;
    readonly profession: Profession;
  } | null;
  /** Set where the session was remembered instead of looked up. */
  readonly remembered?: Remembered;
};

/** Asks in a transaction whether the session still holds, before anything is done in its name; throws where it does not. */
export type Remembered = { readonly ask: (tx: Tx) => Promise<void>; readonly asked: boolean };

/** Goes ahead with the beginning of a transaction in the actor's name. */
export const confirmed = async (actor: Actor, tx: Tx): Promise<void> => {
  if (actor.remembered) await actor.remembered.ask(tx);
};

/** The one affiliation in which the actor's rights are asked for; none for a member of the family. */
export const actingAs = (actor: {
  readonly personId: string;
  readonly affiliation: { readonly id: string } | null;
}): Acting => ({
  personId: actor.personId,
  affiliationId: actor.affiliation?.id ?? null,
});

/** Professions whose work is the systemic team's; the administrator's and the like see no case. */
export const isAdministrator = (actor: Actor): boolean => actor.affiliation?.profession === 'administrator';

/** Only social workers of child protection open the case of a new child. */
export const opensCases = (actor: Actor): boolean =>
  actor.affiliation?.agencyKind === 'child-protection' &&
  ['social-worker', 'consultant-social-worker'].includes(actor.affiliation.profession);

/**
 * Professionals of social and health care, who may break the glass. (verify: laki sosiaalihuollon ammattihenkilöistä 817/2015,
 * laki terveydenhuollon ammattihenkilöistä 559/1994)
 */
export const breaksGlass = ({ affiliation }: Actor): boolean =>
  affiliation !== null &&
  ['child-protection', 'family-services', 'psychiatry', 'substance-services'].includes(
    affiliation.agencyKind,
  ) &&
  [
    'social-worker',
    'social-counsellor',
    'consultant-social-worker',
    'family-therapist',
    'psychiatric-nurse',
    'psychiatrist',
    'substance-worker',
  ].includes(affiliation.profession);

/** Those who look afterwards at what was opened by break-glass, in the agencies that it concerned. */
export const reviewsGlass = ({ affiliation }: Actor): boolean =>
  affiliation !== null &&
  ['data-protection-officer', 'consultant-social-worker'].includes(affiliation.profession);
