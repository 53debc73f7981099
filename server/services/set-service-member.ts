// Somebody comes into a service, gets another role in it, and leaves it. What they had then waits for the others.
import { sql } from 'kysely';
import type { ServiceRole } from '../../shared/services.ts';
import { type Call, command } from '../access/command.ts';
import { neverInCases } from '../access/granting.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireOwnService, tellWriters } from './set-service.ts';

type Ref = { id: string };
type Input = { affiliationId: string; role: ServiceRole; endsAt: string | null };

/**
 * A standing team takes people of any agency, every other service its own.
 * @throws Refusal `not-found` for whoever cannot be in it, `already-done` when they are in that role already
 */
export const setServiceMember = (server: Server, call: Call, serviceId: string, input: Input): Promise<Ref> =>
  command(server.context, call, async (scope) => {
    const { tx, at, tell } = scope;
    const service = await requireOwnService(scope, serviceId);
    if (input.endsAt !== null && new Date(input.endsAt) <= at)
      throw new Refusal('invalid-input', { field: 'endsAt' });
    const one = await tx
      .selectFrom('affiliations as a')
      .innerJoin('people as p', 'p.id', 'a.person_id')
      .select(['a.person_id', 'a.agency_id', 'a.profession'])
      .where('a.id', '=', input.affiliationId)
      .where('a.starts_at', '<=', at)
      .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
      .where((eb) => eb.or([eb('p.ended_at', 'is', null), eb('p.ended_at', '>', at)]))
      .executeTakeFirst();
    const fits = service.kind === 'standing-team' || one?.agency_id === service.agency_id;
    if (!one || !fits || neverInCases.some((profession) => profession === one.profession)) throw notFound();
    const present = await tx
      .selectFrom('service_members')
      .select(['role', 'ends_at'])
      .where('service_id', '=', serviceId)
      .where('affiliation_id', '=', input.affiliationId)
      .where('starts_at', '<=', at)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
      .executeTakeFirst();
    const until = input.endsAt === null ? null : new Date(input.endsAt).getTime();
    if (present?.role === input.role && (present.ends_at?.getTime() ?? null) === until)
      throw new Refusal('already-done');
    const { rows } =
      await sql<Ref>`select access.set_service_member(${serviceId}, ${input.affiliationId}, ${input.role},
      ${input.endsAt}::timestamptz) as id`.execute(tx);
    await tellWriters(scope, serviceId);
    tell(one.person_id, { kind: 'consultations.changed' });
    return { id: rows[0]?.id ?? '' };
  });

export const endServiceMember = (
  server: Server,
  call: Call,
  serviceId: string,
  serviceMemberId: string,
): Promise<Ref> =>
  command(server.context, call, async (scope) => {
    const { tx, at, tell } = scope;
    await requireOwnService(scope, serviceId);
    const members = await tx
      .selectFrom('service_members')
      .select(['id', 'person_id', 'ends_at'])
      .where('service_id', '=', serviceId)
      .where((eb) =>
        eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at), eb('id', '=', serviceMemberId)]),
      )
      .execute();
    const leaving = members.find(({ id }) => id === serviceMemberId);
    if (!leaving) throw notFound();
    if (leaving.ends_at !== null && leaving.ends_at <= at) throw new Refusal('already-done');
    await sql`select access.end_service_member(${serviceMemberId})`.execute(tx);
    await tellWriters(scope, serviceId);
    // What they had can be taken: the others look again.
    for (const personId of new Set(members.map((member) => member.person_id)))
      tell(personId, { kind: 'consultations.changed' });
    return { id: serviceMemberId };
  });
