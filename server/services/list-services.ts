// Whom one can ask, and who is in a service.
import { sql } from 'kysely';
import type { z } from 'zod';
import {
  type listServices as listContract,
  type listServiceMembers as membersContract,
  ServiceMember,
} from '../../shared/services.ts';
import { type Actor, isAdministrator } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentService } from './present.ts';

export const administersAgency = (actor: Actor, agencyId: string): boolean =>
  isAdministrator(actor) && actor.affiliation?.agencyId === agencyId;

/** Half of the answers of the last year came within so many hours; nothing is said of fewer than five. */
const readSpeeds = async (tx: Tx): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ service_id: string; hours: number }>`
    select service_id, hours from access.service_speeds()`.execute(tx);
  return new Map(rows.map((row) => [row.service_id, row.hours]));
};

export const listServices = (server: Server, actor: Actor): Promise<z.output<typeof listContract.response>> =>
  read(server.context, actor, async (tx, at) => {
    const { services: own } = await readStanding(tx, actor, at);
    const speeds = await readSpeeds(tx);
    const rows = await tx
      .selectFrom('services as s')
      .innerJoin('agencies as g', 'g.id', 's.agency_id')
      .selectAll('s')
      .select(['g.kind as agency_kind', 'g.name_fi as agency_name_fi', 'g.name_sv as agency_name_sv'])
      .where('s.ended_at', 'is', null)
      .orderBy('s.name_fi')
      .orderBy('s.id')
      .execute();
    await logView(tx, actor, at, {
      kind: 'services',
      caseId: null,
      objectId: null,
      purpose: 'consultation',
      detail: { count: rows.length },
    });
    return {
      services: rows.map((row) =>
        presentService(row, {
          role: own.get(row.id) ?? null,
          administers: administersAgency(actor, row.agency_id),
          measuredHours: speeds.get(row.id) ?? null,
        }),
      ),
    };
  });

/** For the service itself, and for whoever administers the agency that owns it; nobody else learns who is in it. */
export const listServiceMembers = (
  server: Server,
  actor: Actor,
  serviceId: string,
): Promise<z.output<typeof membersContract.response>> =>
  read(server.context, actor, async (tx, at) => {
    const service = await tx
      .selectFrom('services')
      .select('agency_id')
      .where('id', '=', serviceId)
      .executeTakeFirst();
    const { services: own } = await readStanding(tx, actor, at);
    if (!service || !(own.has(serviceId) || administersAgency(actor, service.agency_id))) throw notFound();
    const rows = await tx
      .selectFrom('service_members as m')
      .innerJoin('affiliations as a', 'a.id', 'm.affiliation_id')
      .innerJoin('people as p', 'p.id', 'm.person_id')
      .innerJoin('agencies as g', 'g.id', 'a.agency_id')
      .select([
        'm.id',
        'm.affiliation_id',
        'm.person_id',
        'p.name',
        'a.profession',
        'm.role',
        'm.starts_at',
        'm.ends_at',
      ])
      .select(['g.name_fi', 'g.name_sv'])
      .where('m.service_id', '=', serviceId)
      .where((eb) => eb.or([eb('m.ends_at', 'is', null), eb('m.ends_at', '>', at)]))
      .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
      .orderBy('p.name')
      .orderBy('m.id')
      .execute();
    await logView(tx, actor, at, {
      kind: 'service-members',
      caseId: null,
      objectId: serviceId,
      purpose: 'consultation',
      detail: { count: rows.length },
    });
    return {
      members: rows.map((row) =>
        ServiceMember.parse({
          id: row.id,
          affiliationId: row.affiliation_id,
          personId: row.person_id,
          name: row.name,
          profession: row.profession,
          agencyNameFi: row.name_fi,
          agencyNameSv: row.name_sv,
          role: row.role,
          startsAt: row.starts_at.toISOString(),
          endsAt: row.ends_at?.toISOString() ?? null,
        }),
      ),
    };
  });
