// The people whom a meeting names: professionals as they act, members of the family by their name alone.
import type { MeetingPerson } from '../../shared/meeting.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { readActingNames } from './acting-names.ts';

export type Named = { readonly personId: string; readonly affiliationId: string | null };
export type People = {
  readonly by: (who: Named) => MeetingPerson | null;
  readonly acting: (affiliationId: string) => MeetingPerson | null;
};

/** Whoever may not be read is not there: no name is made up for them. */
export const readMeetingPeople = async (
  tx: Tx,
  affiliationIds: readonly (string | null)[],
  personIds: readonly string[],
): Promise<People> => {
  const alone = [...new Set(personIds)];
  const [byAffiliation, family] = await Promise.all([
    readActingNames(tx, affiliationIds),
    alone.length === 0
      ? []
      : tx.selectFrom('people').select(['id', 'name']).where('id', 'in', alone).execute(),
  ]);
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
