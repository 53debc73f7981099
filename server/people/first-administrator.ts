// The first administrator of an empty installation, and a way back in for one who lost their password. Only from the
// machine itself (`npm run admin`): no route leads here.
import { sql } from 'kysely';
import type { AgencyKind, Language } from '../../shared/vocabulary.ts';
import { tellPeople } from '../access/outbox.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { endSessions, hashPassword } from '../sessions/index.ts';
import { addAffiliation, addAgency, addPerson } from './register.ts';

/** Something that the person at the terminal can act on. */
export class AdminError extends Error {
  override name = 'AdminError';
}

export type FirstAdministrator = {
  readonly agency: { kind: AgencyKind; nameFi: string; nameSv: string; municipality: string; region: string };
  readonly signInName: string;
  readonly name: string;
  readonly language: Language;
  readonly email: string | null;
  readonly password: string;
  /** A generated password is good for one sign-in. */
  readonly mustChange: boolean;
};

/** The sign-in names of those who administer the installation now. */
export const administratorNames = async (tx: Tx, at: Date): Promise<string[]> => {
  const rows = await tx
    .selectFrom('affiliations as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select('p.sign_in_name')
    .distinct()
    .where('a.profession', '=', 'administrator')
    .where('a.starts_at', '<=', at)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .where('p.ended_at', 'is', null)
    .orderBy('p.sign_in_name')
    .execute();
  return rows.map((row) => row.sign_in_name);
};

/** @throws AdminError when somebody administers the installation already. */
export const createFirstAdministrator = async (
  tx: Tx,
  at: Date,
  given: FirstAdministrator,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('rinki administrators'))`.execute(tx);
  const names = await administratorNames(tx, at);
  if (names.length > 0) {
    throw new AdminError(
      `This installation has an administrator already: ${names.join(', ')}. For a new password: npm run admin -- --reset ${names[0]}`,
    );
  }
  const taken = await sql`select id from access.person_by_sign_in_name(${given.signInName})`.execute(tx);
  if (taken.rows.length > 0) throw new AdminError(`The sign-in name ${given.signInName} is taken.`);
  const { agency, signInName, name, language, email, password, mustChange } = given;
  const agencyId = await addAgency(tx, agency);
  const givenName = name.split(' ')[0] ?? name;
  const personId = await addPerson(tx, {
    signInName,
    name,
    givenName,
    family: false,
    language,
    email,
    password,
    mustChange,
  });
  await addAffiliation(tx, personId, agencyId, 'administrator');
};

/** Ends every session of the administrator. @throws AdminError where the name is nobody's who administers. */
export const resetAdministrator = async (
  tx: Tx,
  at: Date,
  signInName: string,
  password: string,
  mustChange: boolean,
): Promise<void> => {
  const names = await administratorNames(tx, at);
  if (!names.includes(signInName.toLowerCase())) {
    throw new AdminError(
      `${signInName} is no administrator. ${names.length > 0 ? `There are: ${names.join(', ')}.` : 'There is none yet.'}`,
    );
  }
  const { id } = await tx
    .selectFrom('people')
    .select('id')
    .where('sign_in_name', '=', signInName.toLowerCase())
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('credentials')
    .set({ password_hash: await hashPassword(password), must_change: mustChange, changed_at: at })
    .where('person_id', '=', id)
    .execute();
  const ended = await endSessions(tx, id, {}, at);
  await tellPeople(
    tx,
    at,
    ended.map((sessionId) => [id, { kind: 'session.ended', sessionId }]),
  );
};
