// Telling of a place in a case that has begun or changed, with its substitutes' places. Where one ends, the door of the
// database tells what ended with it: see `told.ts`.
import type { CaseCommand } from '../access/command.ts';
import { presentMember } from './present.ts';
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

/** The open offer of responsibility in the case, as far as the actor may read it. */
export const openOffer = ({ tx, caseId }: CaseCommand) =>
  tx
    .selectFrom('handovers')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
