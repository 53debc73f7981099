// "Has shared a text", for those who gain it. Of a text that was shared already, whoever had it learns nothing: else they
// would learn that somebody has come to it of whom they may not know.
import type { CaseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { knowsOf } from '../access/rules.ts';
import { audienceOf, type EntryRow } from './find-entry.ts';
import { moving } from './move-entry.ts';

/** The own agency and those who have gained the text; null where somebody would read it who may not know of them. */
const keyForGaining = async (
  c: CaseCommand,
  moved: EntryRow,
  { gaining, staying }: { gaining: readonly Membership[]; staying: readonly Membership[] },
): Promise<number | null> => {
  const at = c.at.getTime();
  const { aclKey: _key, ...audience } = audienceOf(c.facts, moved);
  const own = audience.ownerAgencyId;
  const told = staying.filter((m) => m.agencyId === own);
  const known = told.every((m) => gaining.every((other) => knowsOf(c.facts, m, other, at)));
  if (gaining.length === 0 || !known) return null;
  const agencyIds = [...new Set(gaining.flatMap((m) => m.agencyId ?? []))].filter((id) => id !== own);
  const familyIds = gaining.filter((m) => m.agencyId === null).map((m) => m.personId);
  return c.intern({
    ...audience,
    scope: agencyIds.length > 0 ? 'agencies' : audience.scope === 'team' ? 'team' : 'agency',
    agencyIds,
    familyScope: familyIds.length > 0 ? 'chosen' : 'none',
    familyIds,
  });
};

export const noteShared = async (c: CaseCommand, before: EntryRow, moved: EntryRow): Promise<void> => {
  const aclKey =
    before.state === 'draft' ? moved.acl_key : await keyForGaining(c, moved, moving(c, before, moved));
  if (aclKey === null) return;
  const other = moved.author_ids.find((id) => id !== c.actor.personId);
  const detail = {
    kind: moved.kind,
    ...(moved.about === null ? {} : { about: moved.about }),
    // Whoever may know only the other of the two reads that the other shared it.
    ...(other === undefined ? {} : { pair: other }),
  };
  c.note({ kind: 'entry-shared', aclKey, objectId: moved.id, detail });
};
