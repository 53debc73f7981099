// Adding agencies, people and affiliations. Used by the administrator's commands, `npm run admin` and the demo region.
import { randomBytes, randomUUID } from 'node:crypto';
import type { AgencyKind, Language, Profession } from '../../shared/vocabulary.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { hashPassword } from '../sessions/index.ts';

export type NewAgency = {
  kind: AgencyKind;
  nameFi: string;
  nameSv: string;
  municipality: string;
  region: string;
};
export const addAgency = async (tx: Tx, agency: NewAgency): Promise<string> => {
  const { id } = await tx
    .insertInto('agencies')
    .values({
      kind: agency.kind,
      name_fi: agency.nameFi,
      name_sv: agency.nameSv,
      municipality: agency.municipality,
      region: agency.region,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export type NewPerson = {
  signInName: string;
  name: string;
  givenName: string;
  family: boolean;
  language: Language;
  email: string | null;
  password: string;
  mustChange: boolean;
};

const insertPerson = async (tx: Tx, person: Omit<NewPerson, 'password' | 'mustChange'>): Promise<string> => {
  // Chosen here: a family member's row cannot be read back by somebody who is in no case with them.
  const id = randomUUID();
  await tx
    .insertInto('people')
    .values({
      id,
      sign_in_name: person.signInName.toLowerCase(),
      name: person.name,
      given_name: person.givenName,
      family: person.family,
      language: person.language,
      email: person.email,
      local_key: randomBytes(32),
    })
    .execute();
  return id;
};

/** A professional without a password, who comes by one-time links until they choose one. */
export const addGuest = (
  tx: Tx,
  guest: { name: string; language: Language; email: string },
): Promise<string> =>
  insertPerson(tx, {
    // A name that nobody types; it is replaced with the first password.
    signInName: `guest-${randomBytes(12).toString('hex')}`,
    name: guest.name,
    givenName: guest.name.split(/\s+/)[0] ?? guest.name,
    family: false,
    language: guest.language,
    email: guest.email,
  });

/** @param hash how the password is kept: tests choose a way that costs less */
export const addPerson = async (tx: Tx, person: NewPerson, hash = hashPassword): Promise<string> => {
  const id = await insertPerson(tx, person);
  await tx
    .insertInto('credentials')
    .values({
      person_id: id,
      password_hash: await hash(person.password),
      must_change: person.mustChange,
    })
    .execute();
  return id;
};

export const addAffiliation = async (
  tx: Tx,
  personId: string,
  agencyId: string,
  profession: Profession,
  endsAt: Date | null = null,
): Promise<string> => {
  const { id } = await tx
    .insertInto('affiliations')
    .values({ person_id: personId, agency_id: agencyId, profession, ends_at: endsAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
