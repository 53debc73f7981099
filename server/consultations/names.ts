// Names that a request shows: people by the affiliation in which they act, and services.
import type { z } from 'zod';
import type { ConsultationHead } from '../../shared/consultation.ts';
import { readActingNames } from '../people/index.ts';
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
  const which = [...new Set(serviceIds)].filter((id) => id !== null);
  const [byAffiliation, services] = await Promise.all([
    readActingNames(tx, affiliationIds),
    which.length === 0
      ? []
      : tx.selectFrom('services').select(['id', 'name_fi', 'name_sv']).where('id', 'in', which).execute(),
  ]);
  const byService = new Map<string, NamedService>(
    services.map((row) => [row.id, { serviceId: row.id, nameFi: row.name_fi, nameSv: row.name_sv }]),
  );
  return { person: (id) => present(byAffiliation, id), service: (id) => present(byService, id) };
};
