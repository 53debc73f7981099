// A service is added, described anew and ended by whoever administers the agency that owns it.
import { sql } from 'kysely';
import type { ServiceInput } from '../../shared/services.ts';
import { type Call, type Command, command } from '../access/command.ts';
import { jointAnswer, jointAnswersOfService } from '../access/joint-answers.ts';
import { documentAccessChanged } from '../documents/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { administersAgency } from './list-services.ts';
import { columnsOf } from './present.ts';

type Ref = { id: string };

const requireTakesSomething = (input: ServiceInput): void => {
  if (!input.takesAnonymous && !input.takesNamed) throw new Refusal('invalid-input', { field: 'takesNamed' });
};

/**
 * A service of the own agency. Everybody may know of a service, so another agency's is refused, not hidden.
 * @throws Refusal `not-found`, `not-allowed`, `already-done` once it has ended
 */
export const requireOwnService = async ({ tx, actor }: Command, serviceId: string) => {
  const row = await tx.selectFrom('services').selectAll().where('id', '=', serviceId).executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  if (!administersAgency(actor, row.agency_id)) throw new Refusal('not-allowed');
  if (row.ended_at !== null) throw new Refusal('already-done');
  return row;
};

/** Whoever writes an answer together in it is asked for anew: who is in it has changed. */
export const tellWriters = async (scope: Command, serviceId: string): Promise<void> =>
  documentAccessChanged(scope, jointAnswer, await jointAnswersOfService(scope.tx, serviceId));

export const addService = (server: Server, call: Call, input: ServiceInput): Promise<Ref> =>
  command(server.context, call, async ({ tx, actor, at }) => {
    requireTakesSomething(input);
    const agencyId = actor.affiliation?.agencyId;
    if (agencyId === undefined) throw new Refusal('not-allowed');
    return tx
      .insertInto('services')
      .values({ agency_id: agencyId, kind: input.kind, ...columnsOf(input), added_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
  });

/** What it is stays as it was made: a standing team has people of other agencies in it. */
export const changeService = (
  server: Server,
  call: Call,
  serviceId: string,
  input: ServiceInput,
): Promise<Ref> =>
  command(server.context, call, async (scope) => {
    requireTakesSomething(input);
    const { kind } = await requireOwnService(scope, serviceId);
    if (kind !== input.kind) throw new Refusal('invalid-input', { field: 'kind' });
    await scope.tx.updateTable('services').set(columnsOf(input)).where('id', '=', serviceId).execute();
    return { id: serviceId };
  });

/** @throws Refusal `open-requests` while somebody waits for it */
export const endService = (server: Server, call: Call, serviceId: string): Promise<Ref> =>
  command(server.context, call, async (scope) => {
    await requireOwnService(scope, serviceId);
    const { rows } = await sql<{ ended: boolean }>`select access.end_service(${serviceId}) as ended`.execute(
      scope.tx,
    );
    if (!rows[0]?.ended) throw new Refusal('open-requests');
    await tellWriters(scope, serviceId);
    return { id: serviceId };
  });
