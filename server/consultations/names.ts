// Names that a request shows: people by the affiliation in which they act, and services.
import type { z } from 'zod';
import type { ConsultationHead } from '../../shared/consultation.ts';
import { Profession } from '../../shared/vocabulary.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type Somebody = ConsultationHead['asker'];
export type NamedService = z.infer<typeof ConsultationHead>['service'];
export type Names = {
  readonly person: (affiliationId: string) => Somebody;
  readonly service: (serviceId: string) => NamedService;
};

const present = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error('a name that was not read');
  return value;
};

export const readNames = async (
  tx: Tx,
  affiliationIds: readonly (string | null)[],
  serviceIds: readonly (string | null)[],
): Promise<Names> => {
  const [whose, which] = [
    [...new Set(affiliationIds)].filter((id) => id !== null),
    [...new Set(serviceIds)].filter((id) => id !== null),
  ];
  const [people, services] = await Promise.all([
    whose.length === 0
      ? []
      : tx
          .selectFrom('affiliations as a')
          .innerJoin('people as p', 'p.id', 'a.person_id')
          .innerJoin('agencies as g', 'g.id', 'a.agency_id')
          .select(['a.id', 'p.id as person_id', 'p.name', 'a.profession', 'g.name_fi', 'g.name_sv'])
          .where('a.id', 'in', whose)
          .execute(),
    which.length === 0
      ? []
      : tx.selectFrom('services').select(['id', 'name_fi', 'name_sv']).where('id', 'in', which).execute(),
  ]);
  const byAffiliation = new Map<string, Somebody>(
    people.map((row) => [
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
  const byService = new Map<string, NamedService>(
    services.map((row) => [row.id, { serviceId: row.id, nameFi: row.name_fi, nameSv: row.name_sv }]),
  );
  return { person: (id) => present(byAffiliation, id), service: (id) => present(byService, id) };
};
