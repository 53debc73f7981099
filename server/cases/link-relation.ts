// The ring shows a guardian once: the relation that names them and their sign-in are one person.
import type { CaseCommand } from '../access/command.ts';
import { hasCustody } from '../access/granting.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { presentRelation } from './present.ts';

type Joined = { readonly person_id: string; readonly name: string; readonly role: string };

/**
 * Links the one relation of the case that has this person's name, unless one is linked already.
 * @throws Refusal `ground-missing` for a guardian without custody, who may be invited as a close person.
 */
export const linkRelation = async (command: CaseCommand, joined: Joined): Promise<void> => {
  const { tx, caseId } = command;
  const relations = await tx
    .selectFrom('relations')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', 'in', ['guardian', 'close'])
    .execute();
  const namesakes = relations.filter(
    (r) => r.person_id === null && r.name.toLowerCase() === joined.name.toLowerCase(),
  );
  const linked = relations.find((r) => r.person_id === joined.person_id);
  const found = linked ?? (namesakes.length === 1 ? namesakes[0] : undefined);
  if (!found) return;
  const custody = { custody: found.custody, until: found.custody_until };
  if (joined.role === 'guardian' && !hasCustody(custody, dayOf(command.at)))
    throw new Refusal('ground-missing', { reason: 'no-custody' });
  if (linked || joined.role === 'child') return;
  const row = await tx
    .updateTable('relations')
    .set({ person_id: joined.person_id, version: found.version + 1 })
    .where('id', '=', found.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  // A consent that this person gave counts for that guardian from now on.
  await command.changeAccess();
  command.publish({ kind: 'relation.changed', relation: presentRelation(row) }, row.acl_key);
};
