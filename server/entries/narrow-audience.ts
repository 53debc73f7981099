// The child may change the answer: a view that is shared further than the child now allows goes back at once.
import type { CaseCommand } from '../access/command.ts';
import { targetOf } from './audiences.ts';
import { childAllows } from './child-allows.ts';
import { audienceOf, type EntryRow, fieldsOf } from './find-entry.ts';
import { moveEntry } from './move-entry.ts';
import { presentAudience } from './present.ts';

export const narrowToChildsWish = async (c: CaseCommand, row: EntryRow, field: string): Promise<void> => {
  if (row.kind !== 'child-view' || row.state !== 'shared' || !['mayRead', 'safetyCheck'].includes(field))
    return;
  const now = await c.tx.selectFrom('entries').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
  const fields = fieldsOf(now);
  const audience = audienceOf(c.facts, now);
  const shown = presentAudience(audience);
  if (childAllows(c.facts, fields, shown)) return;
  const professionalsOnly = { ...shown, familyScope: 'none' as const, familyIds: [] };
  const ownAgency = { ...professionalsOnly, scope: 'agency' as const, agencyIds: [] };
  const allowed = childAllows(c.facts, fields, professionalsOnly) ? professionalsOnly : ownAgency;
  await moveEntry(c, now, targetOf(audience.ownerAgencyId, now.author_ids, allowed), 'shared');
};
