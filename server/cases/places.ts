// What follows when a place in a case begins, changes or ends: its substitutes' places, requests that waited for its
// holder, an offer of responsibility. Told to those who may know of each.
import { sql } from 'kysely';
import type { CaseCommand } from '../access/command.ts';
import { presentContribution } from '../assessments/index.ts';
import { presentGround, presentMember } from './present.ts';
import { readMember, readSubstitutes } from './read-members.ts';

/** Tells of a membership as it stands now, and of its substitutes' places. */
export const publishPlaces = async (
  command: CaseCommand,
  memberId: string,
  kind: 'member.joined' | 'member.changed',
): Promise<void> => {
  const { tx, caseId } = command;
  const member = await readMember(tx, caseId, memberId);
  if (!member) return;
  const substitutes = await readSubstitutes(tx, caseId, memberId);
  for (const row of [member, ...substitutes]) {
    command.publish({ kind, member: presentMember(row) }, row.acl_key);
    command.tell(row.person_id, { kind: 'today.changed' });
  }
};

const askedAlone = ({ tx, caseId }: CaseCommand) =>
  tx
    .selectFrom('contributions as c')
    .innerJoin('affiliations as a', 'a.id', 'c.affiliation_id')
    .selectAll('c')
    .select('a.agency_id')
    .where('c.case_id', '=', caseId)
    .where(sql<boolean>`cardinality(c.contributor_ids) = 1`);

/** What waits for the holder of a place, or for its substitutes, and for nobody besides. Read before the place ends. */
export const waitingFor = async (command: CaseCommand, memberId: string): Promise<string[]> => {
  const { facts, tx, caseId } = command;
  const substitutes = await readSubstitutes(tx, caseId, memberId);
  const people = [
    ...facts.memberships.filter((m) => m.id === memberId).map((m) => m.personId),
    ...substitutes.map((m) => m.person_id),
  ];
  const rows = await askedAlone(command).where('c.status', '=', 'asked').execute();
  return rows.filter((row) => row.contributor_ids.some((id) => people.includes(id))).map((row) => row.id);
};

/** Tells which of these requests were withdrawn with the place. */
export const publishWithdrawn = async (command: CaseCommand, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const rows = await askedAlone(command)
    .where('c.id', 'in', ids)
    .where('c.status', '=', 'withdrawn')
    .execute();
  for (const row of rows)
    command.publish({ kind: 'contribution.changed', contribution: presentContribution(row) }, row.acl_key);
};

/** The open offer of responsibility in the case, as far as the actor may read it. */
export const openOffer = ({ tx, caseId }: CaseCommand) =>
  tx
    .selectFrom('handovers')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();

/** Tells that the offer which was open before is none any more. */
export const publishOfferClosed = async (
  command: CaseCommand,
  before: Awaited<ReturnType<typeof openOffer>>,
): Promise<void> => {
  if (!before || (await openOffer(command))?.id === before.id) return;
  command.publish({ kind: 'handover.closed', handoverId: before.id }, before.acl_key);
  for (const id of [before.from_membership_id, before.to_membership_id]) {
    const person = command.facts.memberships.find((m) => m.id === id)?.personId;
    if (person !== undefined) command.tell(person, { kind: 'today.changed' });
  }
};

/** Tells that what a broken glass had opened of other agencies ended with it, at this moment: the home team reads each. */
export const publishVitalInterestsEnded = async (command: CaseCommand): Promise<void> => {
  const rows = await command.tx
    .selectFrom('grounds')
    .selectAll()
    .where('case_id', '=', command.caseId)
    .where('kind', '=', 'vital-interest')
    .where('withdrawn_at', '>=', command.at)
    .execute();
  for (const row of rows)
    command.publish({ kind: 'ground.withdrawn', ground: presentGround(row) }, row.acl_key);
};
