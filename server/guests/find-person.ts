// Is the invited person somebody whom Rinki knows? Asked of the directory of professionals, which every professional
// reads anyway, and of the own agency's earlier guests. Never of e-mail addresses: they are in no directory.
import { sql } from 'kysely';
import type { CaseCommand } from '../access/command.ts';
import { neverInCases } from '../access/granting.ts';
import { addAffiliation, addGuest } from '../people/index.ts';
import { endOfDay } from '../platform/clock/helsinki.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { GuestInput } from './invite-guest.ts';

const isInDirectory = async ({ tx, at }: CaseCommand, name: string): Promise<boolean> => {
  const found = await tx
    .selectFrom('people as p')
    .innerJoin('affiliations as a', 'a.person_id', 'p.id')
    .select('p.id')
    .where('p.family', '=', false)
    .where(sql<boolean>`lower(p.name) = lower(${name})`)
    .where('a.profession', 'not in', neverInCases)
    .where('a.starts_at', '<=', at)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('p.ended_at', 'is', null), eb('p.ended_at', '>', at)]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};

const earlierGuest = async (c: CaseCommand, input: GuestInput): Promise<string | null> => {
  const { rows } = await sql<{ id: string | null }>`
    select access.known_guest(${c.caseId}, ${input.agencyId}, ${input.name}, ${input.email}) as id`.execute(
    c.tx,
  );
  return rows[0]?.id ?? null;
};

/** An affiliation in the agency and profession that lasts as long as the membership shall, if there is one. */
const lastingAffiliation = async (
  { tx }: CaseCommand,
  personId: string,
  input: GuestInput,
): Promise<string | undefined> => {
  const found = await tx
    .selectFrom('affiliations')
    .select('id')
    .where('person_id', '=', personId)
    .where('agency_id', '=', input.agencyId)
    .where('profession', '=', input.profession)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>=', endOfDay(input.endsOn))]))
    .executeTakeFirst();
  return found?.id;
};

/** @throws Refusal `name-in-directory` when somebody of that name is there and nobody said that it is another person */
export const findOrAddPerson = async (
  c: CaseCommand,
  input: GuestInput,
): Promise<{ personId: string; affiliationId: string }> => {
  const known = await earlierGuest(c, input);
  if (known === null && !input.nobodyKnown && (await isInDirectory(c, input.name)))
    throw new Refusal('name-in-directory');
  const personId = known ?? (await addGuest(c.tx, input));
  const affiliationId =
    (await lastingAffiliation(c, personId, input)) ??
    (await addAffiliation(c.tx, personId, input.agencyId, input.profession, endOfDay(input.endsOn)));
  return { personId, affiliationId };
};
