// Whoever may do something may do it in the affiliation in which they act, while it lasts, and nobody else in its name. In a
// disguise nobody may do what they may as they are, but for what the tables of writes say is theirs in it too.
import type { Who } from './cast.ts';
import type { Behind } from './try-statement.ts';

/** In which name the database is spoken to. */
export type Acting = { readonly id: string; readonly affiliationId: string | null };

const anotherPerson = `insert into people (sign_in_name, name, given_name, local_key)
  values ('disguise ' || gen_random_uuid(), 'X', 'X', '\\x00') returning id`;
/** Somebody else's school, in which nobody of the case works. */
const anotherAffiliation = `with agency as (insert into agencies (kind, name_fi, name_sv, municipality, region)
    values ('education', 'Muu koulu', 'Annan skola', 'X', 'X') returning id)
  insert into affiliations (person_id, agency_id, profession, starts_at)
  select $1, id, 'special-teacher', now() - interval '9 days' from agency returning id`;
/** What the derivation comes to when an affiliation ends, without deriving every case of theirs. */
const ended = [
  `update affiliations set starts_at = least(starts_at, now() - interval '2 seconds'), ends_at = now() - interval '1 second' where id = $1`,
  `delete from acl_members where affiliation_id = $1 and lower(valid) >= now() - interval '1 second'`,
  `update acl_members set valid = valid * tstzrange(null, now() - interval '1 second') where affiliation_id = $1`,
] as const;

/**
 * What is done first, past every rule and in the transaction of the attempt, and in which name the statement is made then.
 * Null: this disguise is none for them.
 */
type Disguise = {
  readonly says: string;
  readonly puts: (behind: Behind, as: Acting) => Promise<Acting | null>;
};

const idOf = async (behind: Behind, statement: string, values: unknown[] = []): Promise<string> =>
  String((await behind.query(statement, values)).rows[0]?.['id']);

export const disguises = {
  gone: {
    says: 'when the affiliation has ended',
    puts: async (behind, as) => {
      if (as.affiliationId === null) return null;
      // The triggers would derive every case of theirs anew.
      await behind.query(`set local session_replication_role = 'replica'`);
      for (const statement of ended) await behind.query(statement, [as.affiliationId]);
      await behind.query(`set local session_replication_role = 'origin'`);
      return as;
    },
  },
  elsewhere: {
    says: 'acting in another affiliation of theirs',
    puts: async (behind, as) => ({ ...as, affiliationId: await idOf(behind, anotherAffiliation, [as.id]) }),
  },
  alone: {
    says: 'acting in no affiliation',
    puts: async (_, as) => (as.affiliationId === null ? null : { ...as, affiliationId: null }),
  },
  borrowed: {
    says: 'of whom only the affiliation is true, and the person is another',
    puts: async (behind, as) =>
      as.affiliationId === null ? null : { ...as, id: await idOf(behind, anotherPerson) },
  },
} as const satisfies Record<string, Disguise>;

export type DisguiseName = keyof typeof disguises;
export const disguiseNames = Object.keys(disguises) as DisguiseName[];

/** Who may do it in which disguise. */
export type Even = Readonly<Partial<Record<DisguiseName, readonly Who[]>>>;
/** What is somebody's own as a person, whatever they act in. */
export const whateverTheyActIn = (...who: readonly Who[]): Even => ({
  gone: who,
  elsewhere: who,
  alone: who,
});
