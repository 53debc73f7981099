// A draft begins, is saved as it is typed, and is thrown away.
import type { DraftFields } from '../../shared/consultation.ts';
import { type Call, command } from '../access/command.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { countDrafts, findDraft } from './drafts.ts';

const mostDrafts = 30;

export const startDraft = (
  server: Server,
  call: Call,
  fields: DraftFields,
): Promise<{ id: string; rev: number }> =>
  command(server.context, call, async ({ tx, actor, at, tell }) => {
    if (!actor.affiliation) throw new Refusal('not-allowed');
    if ((await countDrafts(tx, actor)) >= mostDrafts) throw new Refusal('too-many-drafts');
    const { id, rev } = await tx
      .insertInto('consultation_drafts')
      .values({
        person_id: actor.personId,
        affiliation_id: actor.affiliation.id,
        rev: 1,
        fields: JSON.stringify(fields),
        saved_at: at,
      })
      .returning(['id', 'rev'])
      .executeTakeFirstOrThrow();
    // The own other tabs, and nobody else.
    tell(actor.personId, { kind: 'consultations.changed' });
    return { id, rev };
  });

/**
 * Only over what this device has seen. Else nothing is written: the answer names the saved revision, and the device shows
 * both texts.
 */
export const saveDraft = (
  server: Server,
  call: Call,
  draftId: string,
  input: { rev: number; fields: DraftFields },
): Promise<{ id: string; rev: number; savedAt: string }> =>
  command(server.context, call, async ({ tx, actor, at }) => {
    const saved = await tx
      .updateTable('consultation_drafts')
      .set({ rev: input.rev + 1, fields: JSON.stringify(input.fields), saved_at: at })
      .where('id', '=', draftId)
      .where('person_id', '=', actor.personId)
      .where('affiliation_id', '=', actor.affiliation?.id ?? null)
      .where('rev', '=', input.rev)
      .returning('rev')
      .executeTakeFirst();
    if (!saved) {
      const { rev } = await findDraft(tx, actor, draftId);
      throw new Refusal('version-conflict', { rev });
    }
    return { id: draftId, rev: saved.rev, savedAt: at.toISOString() };
  });

export const discardDraft = (server: Server, call: Call, draftId: string): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, tell }) => {
    const gone = await tx
      .deleteFrom('consultation_drafts')
      .where('id', '=', draftId)
      .where('person_id', '=', actor.personId)
      .where('affiliation_id', '=', actor.affiliation?.id ?? null)
      .returning('id')
      .executeTakeFirst();
    if (!gone) throw notFound();
    tell(actor.personId, { kind: 'consultations.changed' });
    return { id: draftId };
  });
