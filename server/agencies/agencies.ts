// Adding and ending agencies, and the teams in them.
import type { z } from 'zod';
import type * as contract from '../../shared/agencies.ts';
import { type Call, command, type OutsideCommand } from '../access/command.ts';
import type { Context } from '../context.ts';
import { addAgency as register } from '../people/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { endAffiliations, holdingAffiliations } from './end-affiliations.ts';

type Body<R extends { body?: z.ZodType }> = z.output<NonNullable<R['body']>>;
type Ref = { id: string };

export const addAgency = (
  context: Context,
  call: Call,
  input: Body<typeof contract.addAgency>,
): Promise<Ref> => command(context, call, async ({ tx }) => ({ id: await register(tx, input) }));

export const endAgency = (context: Context, call: Call, agencyId: string): Promise<Ref> =>
  command(context, call, async (scope) => {
    const { tx, at } = scope;
    const agency = await tx
      .selectFrom('agencies')
      .select('ended_at')
      .where('id', '=', agencyId)
      .forUpdate()
      .executeTakeFirst();
    if (!agency) throw notFound();
    if (agency.ended_at !== null) throw new Refusal('already-done');
    await endAffiliations(scope, await holdingAffiliations(scope, { agencyId }));
    await tx.updateTable('agencies').set({ ended_at: at }).where('id', '=', agencyId).execute();
    return { id: agencyId };
  });

/** A team is made of people of its own agency, in affiliations that hold. */
const requireOfAgency = async (
  { tx, at }: OutsideCommand,
  agencyId: string,
  affiliationIds: string[],
): Promise<void> => {
  const wanted = [...new Set(affiliationIds)];
  if (wanted.length === 0) return;
  const found = await tx
    .selectFrom('affiliations')
    .select('id')
    .where('id', 'in', wanted)
    .where('agency_id', '=', agencyId)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .execute();
  if (found.length < wanted.length) throw notFound();
};

/** Whose meetings are others now, or who stands in theirs. */
const tellTeam = async ({ tx, tell }: OutsideCommand, affiliationIds: readonly string[]): Promise<void> => {
  if (affiliationIds.length === 0) return;
  const rows = await tx
    .selectFrom('affiliations')
    .select('person_id')
    .distinct()
    .where('id', 'in', affiliationIds)
    .execute();
  for (const { person_id } of rows) tell(person_id, { kind: 'meetings.changed' });
};

const setTeam = async (scope: OutsideCommand, teamId: string, affiliationIds: string[]): Promise<void> => {
  const { tx, at } = scope;
  const now = await tx
    .selectFrom('team_members')
    .select('affiliation_id')
    .where('team_id', '=', teamId)
    .where('ends_at', 'is', null)
    .execute();
  const present = now.map((row) => row.affiliation_id);
  const leaving = present.filter((id) => !affiliationIds.includes(id));
  const coming = [...new Set(affiliationIds)].filter((id) => !present.includes(id));
  if (leaving.length > 0) {
    await tx
      .updateTable('team_members')
      .set({ ends_at: at })
      .where('team_id', '=', teamId)
      .where('ends_at', 'is', null)
      .where('affiliation_id', 'in', leaving)
      .execute();
  }
  if (coming.length > 0) {
    await tx
      .insertInto('team_members')
      .values(coming.map((id) => ({ team_id: teamId, affiliation_id: id, starts_at: at })))
      .execute();
  }
  if (leaving.length + coming.length > 0) await tellTeam(scope, [...present, ...coming]);
};

export const addTeam = (
  context: Context,
  call: Call,
  agencyId: string,
  input: Body<typeof contract.addTeam>,
): Promise<Ref> =>
  command(context, call, async (scope) => {
    const { tx } = scope;
    const agency = await tx
      .selectFrom('agencies')
      .select('id')
      .where('id', '=', agencyId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!agency) throw notFound();
    await requireOfAgency(scope, agencyId, input.affiliationIds);
    const { id } = await tx
      .insertInto('teams')
      .values({ agency_id: agencyId, name: input.name })
      .returning('id')
      .executeTakeFirstOrThrow();
    await setTeam(scope, id, input.affiliationIds);
    return { id };
  });

export const changeTeam = (
  context: Context,
  call: Call,
  teamId: string,
  input: Body<typeof contract.changeTeam>,
): Promise<Ref> =>
  command(context, call, async (scope) => {
    const { tx, at } = scope;
    const team = await tx
      .selectFrom('teams')
      .select(['agency_id', 'ended_at'])
      .where('id', '=', teamId)
      .forUpdate()
      .executeTakeFirst();
    if (!team) throw notFound();
    await requireOfAgency(scope, team.agency_id, input.affiliationIds);
    await tx
      .updateTable('teams')
      .set({ name: input.name, ended_at: input.ended ? (team.ended_at ?? at) : null })
      .where('id', '=', teamId)
      .execute();
    await setTeam(scope, teamId, input.ended ? [] : input.affiliationIds);
    return { id: teamId };
  });
