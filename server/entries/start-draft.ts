// Puts a new draft into a case: its authors' alone until they share it.

import type { DataClass, EntryKind } from '../../shared/vocabulary.ts';
import type { CaseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { privateTarget } from './audiences.ts';
import type { EntryRow } from './find-entry.ts';
import { presentEntry, privateAudience } from './present.ts';

export type Draft = {
  readonly kind: EntryKind;
  readonly ownerAgencyId: string;
  readonly dataClass: DataClass;
  readonly authorIds: readonly string[];
  readonly assessmentId: string | null;
  readonly parentId: string | null;
  readonly about: string | null;
  /** Of a meeting: which item, and when it ends by itself. */
  readonly agendaItemId?: string;
  readonly expiresAt?: Date | null;
};

export const startDraft = async (c: CaseCommand, acting: Membership, draft: Draft): Promise<EntryRow> => {
  const key = await c.intern(privateTarget(draft.ownerAgencyId, draft.authorIds, draft.dataClass));
  const row = await c.tx
    .insertInto('entries')
    .values({
      case_id: c.caseId,
      acl_key: key,
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
      created_at: c.at,
      updated_at: c.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  c.publish({ kind: 'entry.started', entry: presentEntry(row, privateAudience(draft.dataClass)) }, key);
  return row;
};
