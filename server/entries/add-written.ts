// A text that is whole from its first moment: put into a case and given to those whom it is for, in one.
import type { Audience } from '../../shared/entries.ts';
import type { CaseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { privateTarget, targetOf } from './audiences.ts';
import type { EntryRow } from './find-entry.ts';
import { moveEntry } from './move-entry.ts';
import { noteShared } from './note-shared.ts';
import type { Draft } from './start-draft.ts';

/** @param texts by the name of their field; the kind of the entry says who may change them later, if anybody */
export const addWritten = async (
  c: CaseCommand,
  acting: Membership,
  draft: Draft,
  texts: Readonly<Record<string, string>>,
  audience: Audience,
): Promise<EntryRow> => {
  const at = c.at.toISOString();
  const fields = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { text, rev: 1, at }]),
  );
  const row = await c.tx
    .insertInto('entries')
    .values({
      case_id: c.caseId,
      acl_key: await c.intern(privateTarget(draft.ownerAgencyId, draft.authorIds, draft.dataClass)),
      owner_agency_id: draft.ownerAgencyId,
      data_class: draft.dataClass,
      kind: draft.kind,
      author_ids: [...draft.authorIds],
      affiliation_id: acting.affiliationId,
      assessment_id: draft.assessmentId,
      parent_id: draft.parentId,
      about: draft.about,
      agenda_item_id: draft.agendaItemId ?? null,
      expires_at: draft.expiresAt ?? null,
      fields: JSON.stringify(fields),
      created_at: c.at,
      updated_at: c.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const moved = await moveEntry(c, row, targetOf(draft.ownerAgencyId, draft.authorIds, audience), 'shared');
  await noteShared(c, row, moved);
  return moved;
};
