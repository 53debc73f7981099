// A service as the request that goes to it needs it, and who is in it, for whoever hands a request on there.
import type { Consultation } from '../../shared/consultation.ts';
import { type ServiceInput, ServiceRole } from '../../shared/services.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { describe } from './present.ts';

export type AskedService = ServiceInput & {
  readonly id: string;
  readonly agencyId: string;
  readonly ended: boolean;
};

export const findService = async (tx: Tx, serviceId: string): Promise<AskedService | undefined> => {
  const row = await tx.selectFrom('services').selectAll().where('id', '=', serviceId).executeTakeFirst();
  return row && { ...describe(row), id: row.id, agencyId: row.agency_id, ended: row.ended_at !== null };
};

/** Members of a service by name, as a member of it reads them. */
export const readTeam = async (tx: Tx, serviceId: string, at: Date): Promise<Consultation['team']> => {
  const rows = await tx
    .selectFrom('service_members as m')
    .innerJoin('affiliations as a', 'a.id', 'm.affiliation_id')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['m.affiliation_id', 'm.person_id', 'p.name', 'm.role'])
    .where('m.service_id', '=', serviceId)
    .where('m.starts_at', '<=', at)
    .where((eb) => eb.or([eb('m.ends_at', 'is', null), eb('m.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .orderBy('p.name')
    .orderBy('m.affiliation_id')
    .execute();
  return rows.map((row) => ({
    affiliationId: row.affiliation_id,
    personId: row.person_id,
    name: row.name,
    role: ServiceRole.parse(row.role),
  }));
};
