// Invites somebody: a colleague, a professional of another agency on recorded grounds, or a member of the family.
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { inviteMember as contract } from '../../shared/cases.ts';
import { AgencyKind } from '../../shared/vocabulary.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { coverageOf } from '../access/coverage.ts';
import { mayHaveRole, neverInCases, participationClass, requireCaseAbility } from '../access/granting.ts';
import { activeMemberships } from '../access/rules.ts';
import { queueMail } from '../mails/index.ts';
import { endOfDay } from '../platform/clock/helsinki.ts';
import type { Grounds } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { homeTeamAudience } from './case-audiences.ts';
import { lackingDetail } from './lacking-consents.ts';
import { linkRelation } from './link-relation.ts';
import { publishPlaces } from './places.ts';
import { presentInvitation } from './present.ts';
import { readMember } from './read-members.ts';
import { publishGround, writeGround } from './record-ground.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/** The agency in which the invited person would take part; null for the family. */
const findInvited = async ({ tx, at }: CaseCommand, input: Input) => {
  if (input.affiliationId === null) return null;
  const found = await tx
    .selectFrom('affiliations as a')
    .innerJoin('agencies as g', 'g.id', 'a.agency_id')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['g.id', 'g.kind'])
    .where('a.id', '=', input.affiliationId)
    .where('a.person_id', '=', input.personId)
    .where('a.starts_at', '<=', at)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('p.ended_at', 'is', null), eb('p.ended_at', '>', at)]))
    .where('a.profession', 'not in', neverInCases)
    .executeTakeFirst();
  if (!found) throw notFound();
  return { id: found.id, kind: AgencyKind.parse(found.kind) };
};

/** Records what was given, each way, and refuses where the way to them, or from them, is still closed. */
const recordGrounds = async (
  command: CaseCommand,
  agency: { id: string; kind: AgencyKind },
  input: Input,
): Promise<Selectable<Grounds>[]> => {
  const home = command.facts.homeAgencyId;
  const rows: Selectable<Grounds>[] = [];
  if (input.toThem)
    rows.push(...(await writeGround(command, { fromAgencyId: home, toAgencyId: agency.id }, input.toThem)));
  if (input.fromThem)
    rows.push(...(await writeGround(command, { fromAgencyId: agency.id, toAgencyId: home }, input.fromThem)));
  if (rows.length > 0) await command.changeAccess();
  const at = command.at.getTime();
  const back = new Set(
    command.facts.grounds
      .filter((g) => g.effect === 'allow' && g.fromAgencyId === agency.id && g.toAgencyId === home)
      .flatMap((g) => g.dataClasses),
  );
  const { facts } = command;
  const open = [...back].some((c) => coverageOf(facts, { from: agency.id, to: home, dataClass: c }, at).sees);
  // Without times and agenda titles an invited agency could not even be told that it is invited.
  const toThem = coverageOf(facts, { from: home, to: agency.id, dataClass: 'coordination' }, at);
  if (!toThem.sees)
    throw new Refusal('ground-missing', {
      direction: 'to-them',
      dataClass: 'coordination',
      why: toThem.why,
      ...lackingDetail(command, home, agency.id, ['coordination']),
    });
  if (!open)
    throw new Refusal('ground-missing', {
      direction: 'from-them',
      ...lackingDetail(command, agency.id, home, [...back]),
    });
  return rows;
};

/** At the least the own agency, the home agency and the person themself know that somebody takes part. */
const participationOf = (input: Input, agency: { kind: AgencyKind } | null) => {
  const { scope, agencyIds, familyScope } = input.participation;
  const toAll = scope === 'everyone';
  const family = agency === null;
  return {
    dataClass: participationClass(agency?.kind ?? null),
    scope: toAll ? ('everyone' as const) : ('agencies' as const),
    agencyIds: scope === 'agencies' ? agencyIds : [],
    familyScope: family && familyScope !== 'all' ? ('chosen' as const) : familyScope,
    familyIds: family && familyScope !== 'all' ? [input.personId] : [],
  };
};

const addMember = async (
  { tx, actor, at, caseId }: CaseCommand,
  input: Input,
  agency: { kind: AgencyKind } | null,
): Promise<string> => {
  const endsAt = input.endsOn === null ? null : endOfDay(input.endsOn);
  if (endsAt !== null && endsAt <= at) throw new Refusal('invalid-input', { field: 'endsOn' });
  const p = participationOf(input, agency);
  const { rows } = await sql<{
    id: string;
  }>`select access.add_member(${caseId}, ${input.personId}, ${input.affiliationId}, ${input.role}, ${endsAt},
    ${actor.affiliation?.id ?? null}, ${p.dataClass}, ${p.scope}, ${p.agencyIds}, ${p.familyScope}, ${p.familyIds}) as id`.execute(
    tx,
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('a membership has no id');
  return id;
};

/** Why somebody is asked is for the home team, and for them. */
const writePurpose = async (command: CaseCommand, memberId: string, input: Input): Promise<void> => {
  const aclKey = await command.intern(homeTeamAudience(command.facts.homeAgencyId));
  const row = await command.tx
    .insertInto('membership_invitations')
    .values({
      membership_id: memberId,
      case_id: command.caseId,
      acl_key: aclKey,
      person_id: input.personId,
      affiliation_id: input.affiliationId,
      purpose: input.purpose.trim(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  command.publish({ kind: 'invitation.changed', invitation: presentInvitation(row) }, aclKey);
};

/**
 * Membership, grounds, and what is told of them to those who may know. The mail is the caller's.
 * @throws Refusal `invalid-input`, `already-done`, `ground-missing`
 */
export const joinCase = async (
  command: CaseCommand,
  input: Input,
  agency: { id: string; kind: AgencyKind } | null,
): Promise<string> => {
  const { tx, at, caseId } = command;
  const atHome = agency?.id === command.facts.homeAgencyId;
  if (!mayHaveRole(input.role, agency !== null, atHome))
    throw new Refusal('invalid-input', { field: 'role' });
  if (activeMemberships(command.facts, input.personId, at.getTime()).length > 0)
    throw new Refusal('already-done');
  // First the membership: who may know of a ground depends on who may know that its agencies take part.
  const id = await addMember(command, input, agency);
  const grounds = agency === null || atHome ? [] : await recordGrounds(command, agency, input);
  await writePurpose(command, id, input);
  await command.changeAccess();
  const member = await readMember(tx, caseId, id);
  if (!member) throw new Error('a new member cannot be read');
  for (const ground of grounds) publishGround(command, ground);
  await publishPlaces(command, id, 'member.joined');
  if (agency === null) await linkRelation(command, member);
  command.note({ kind: 'member-joined', aclKey: member.acl_key, objectId: id });
  command.tell(input.personId, { kind: 'today.changed' });
  return id;
};

export const inviteMember = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  input: Input,
): Promise<{ id: string }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    (command) => requireCaseAbility(command, 'invite'),
    async (command) => {
      const { tx, at } = command;
      const id = await joinCase(command, input, await findInvited(command, input));
      const { number } = await tx
        .selectFrom('cases')
        .select('number')
        .where('id', '=', caseId)
        .executeTakeFirstOrThrow();
      await queueMail(
        tx,
        {
          personId: input.personId,
          stage: 'invited',
          caseNumber: number,
          dueOn: null,
          path: `/cases/${caseId}`,
        },
        at,
      );
      return { id };
    },
  );
