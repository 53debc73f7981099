// The people whom a meeting names: professionals as they act, members of the family by their name alone.
import type { MeetingPerson } from '../../shared/meeting.ts';
import { Profession } from '../../shared/vocabulary.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type Named = { readonly personId: string; readonly affiliationId: string | null };
export type People = {
  readonly by: (who: Named) => MeetingPerson | null;
  readonly acting: (affiliationId: string) => MeetingPerson | null;
};

/** Whoever may not be read is not there: no name is made up for them. */
export const readPeople = async (
  tx: Tx,
  affiliationIds: readonly (string | null)[],
  personIds: readonly string[],
): Promise<People> => {
  const acting = [...new Set(affiliationIds)].filter((id) => id !== null);
  const alone = [...new Set(personIds)];
  const [professionals, family] = await Promise.all([
    acting.length === 0
      ? []
      : tx
          .selectFrom('affiliations as a')
          .innerJoin('people as p', 'p.id', 'a.person_id')
          .innerJoin('agencies as g', 'g.id', 'a.agency_id')
          .select(['a.id', 'p.id as person_id', 'p.name', 'a.profession', 'g.name_fi', 'g.name_sv'])
          .where('a.id', 'in', acting)
          .execute(),
    alone.length === 0
      ? []
      : tx.selectFrom('people').select(['id', 'name']).where('id', 'in', alone).execute(),
  ]);
  const byAffiliation = new Map(
    professionals.map((row): [string, MeetingPerson] => [
      row.id,
      {
        personId: row.person_id,
        name: row.name,
        profession: Profession.parse(row.profession),
        agencyNameFi: row.name_fi,
        agencyNameSv: row.name_sv,
      },
    ]),
  );
  const byPerson = new Map(
    family.map(({ id, name }): [string, MeetingPerson] => [
      id,
      { personId: id, name, profession: null, agencyNameFi: null, agencyNameSv: null },
    ]),
  );
  return {
    by: ({ personId, affiliationId }) =>
      (affiliationId === null ? byPerson.get(personId) : byAffiliation.get(affiliationId)) ?? null,
    acting: (affiliationId) => byAffiliation.get(affiliationId) ?? null,
  };
};
