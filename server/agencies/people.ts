// People, their affiliations and sign-ins, as an administrator keeps them. Members of families are not among them.
import { sql } from 'kysely';
import type { z } from 'zod';
import type * as contract from '../../shared/agencies.ts';
import { type Call, command, type OutsideCommand } from '../access/command.ts';
import type { Context } from '../context.ts';
import { addPerson as register, addAffiliation as registerAffiliation } from '../people/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { endSessions, hashPassword, oneTimePassword } from '../sessions/index.ts';
import { endAffiliations, holdingAffiliations } from './end-affiliations.ts';

type Body<R extends { body?: z.ZodType }> = z.output<NonNullable<R['body']>>;
type Ref = { id: string };
type WithPassword = Ref & { oneTimePassword: string };

/** The same for a retried request, so that it is shown again, and kept nowhere. */
const passwordFor = (context: Context, call: Call): string =>
  oneTimePassword(
    context.secrets.derivedBytes(`${call.actor.personId} ${call.operation} ${call.idempotencyKey}`, 20),
  );

const requireAgency = async ({ tx }: OutsideCommand, agencyId: string): Promise<void> => {
  const agency = await tx
    .selectFrom('agencies')
    .select('id')
    .where('id', '=', agencyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!agency) throw notFound();
};

const requireProfessional = async ({ tx }: OutsideCommand, personId: string) => {
  const person = await tx
    .selectFrom('people')
    .select(['id', 'ended_at'])
    .where('id', '=', personId)
    .where('family', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw notFound();
  return person;
};

const endEverySession = async ({ tx, at, tell }: OutsideCommand, personId: string): Promise<void> => {
  for (const sessionId of await endSessions(tx, personId, {}, at))
    tell(personId, { kind: 'session.ended', sessionId });
};

export const addPerson = async (
  context: Context,
  call: Call,
  input: Body<typeof contract.addPerson>,
): Promise<WithPassword> => {
  const password = passwordFor(context, call);
  const { id } = await command(context, call, async (scope) => {
    const { tx } = scope;
    await requireAgency(scope, input.agencyId);
    const taken = await sql`select id from access.person_by_sign_in_name(${input.signInName})`.execute(tx);
    if (taken.rows.length > 0) throw new Refusal('name-taken');
    const { agencyId, profession, ...person } = input;
    const id = await register(tx, { ...person, family: false, password, mustChange: true });
    await registerAffiliation(tx, id, agencyId, profession);
    return { id };
  });
  return { id, oneTimePassword: password };
};

export const endPerson = (context: Context, call: Call, personId: string): Promise<Ref> =>
  command(context, call, async (scope) => {
    const person = await requireProfessional(scope, personId);
    if (person.ended_at !== null) throw new Refusal('already-done');
    await endAffiliations(scope, await holdingAffiliations(scope, { personId }));
    await scope.tx.updateTable('people').set({ ended_at: scope.at }).where('id', '=', personId).execute();
    await endEverySession(scope, personId);
    return { id: personId };
  });

export const addAffiliation = (
  context: Context,
  call: Call,
  personId: string,
  input: Body<typeof contract.addAffiliation>,
): Promise<Ref> =>
  command(context, call, async (scope) => {
    const person = await requireProfessional(scope, personId);
    if (person.ended_at !== null) throw notFound();
    await requireAgency(scope, input.agencyId);
    const holding = await holdingAffiliations(scope, { personId });
    const same =
      holding.length === 0
        ? undefined
        : await scope.tx
            .selectFrom('affiliations')
            .select('id')
            .where('id', 'in', holding)
            .where('agency_id', '=', input.agencyId)
            .where('profession', '=', input.profession)
            .executeTakeFirst();
    if (same) throw new Refusal('already-done');
    return { id: await registerAffiliation(scope.tx, personId, input.agencyId, input.profession) };
  });

export const endAffiliation = (context: Context, call: Call, affiliationId: string): Promise<Ref> =>
  command(context, call, async (scope) => {
    const known = await scope.tx
      .selectFrom('affiliations')
      .select('id')
      .where('id', '=', affiliationId)
      .executeTakeFirst();
    if (!known) throw notFound();
    const holding = await holdingAffiliations(scope, { id: affiliationId });
    if (holding.length === 0) throw new Refusal('already-done');
    await endAffiliations(scope, holding);
    return { id: affiliationId };
  });

export const resetSignIn = async (context: Context, call: Call, personId: string): Promise<WithPassword> => {
  const password = passwordFor(context, call);
  const hash = await hashPassword(password);
  const { id } = await command(context, call, async (scope) => {
    const person = await requireProfessional(scope, personId);
    if (person.ended_at !== null) throw notFound();
    await scope.tx
      .insertInto('credentials')
      .values({ person_id: personId, password_hash: hash, must_change: true, changed_at: scope.at })
      // Somebody who came by one-time links has none yet.
      .onConflict((conflict) =>
        conflict
          .column('person_id')
          .doUpdateSet({ password_hash: hash, must_change: true, changed_at: scope.at }),
      )
      .execute();
    await endEverySession(scope, personId);
    return { id: personId };
  });
  return { id, oneTimePassword: password };
};
