// Drafts of a request: their asker's alone, in the affiliation in which they ask. Nothing of a draft is told, mailed or indexed.
import { ConsultationDraft, type DraftFields } from '../../shared/consultation.ts';
import type { Actor } from '../access/actor.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { excerptOf } from './present.ts';

const ownDrafts = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('consultation_drafts')
    .selectAll()
    .where('person_id', '=', actor.personId)
    .where('affiliation_id', '=', actor.affiliation?.id ?? null);

/** @throws Refusal `not-found` */
export const findDraft = async (tx: Tx, actor: Actor, draftId: string): Promise<ConsultationDraft> => {
  const row = await ownDrafts(tx, actor).where('id', '=', draftId).executeTakeFirst();
  if (!row) throw notFound();
  const { id, rev, fields, saved_at } = row;
  return ConsultationDraft.parse({ id, rev, fields, savedAt: saved_at.toISOString() });
};

export const countDrafts = async (tx: Tx, actor: Actor): Promise<number> =>
  (await ownDrafts(tx, actor).execute()).length;

export const listDrafts = async (tx: Tx, actor: Actor) => {
  const rows = await ownDrafts(tx, actor).orderBy('saved_at', 'desc').orderBy('id').execute();
  return rows.map((row) => {
    const fields = ConsultationDraft.shape.fields.parse(row.fields);
    return {
      id: row.id,
      savedAt: row.saved_at.toISOString(),
      excerpt: excerptOf(fields.question),
      serviceId: fields.serviceId,
    };
  });
};

/** What of a draft may not name a child in an anonymous request. */
export const passagesOf = ({ question, consent, supports }: DraftFields) => [
  { path: 'question', text: question },
  { path: 'consent', text: consent },
  ...supports.map(({ note }, index) => ({ path: `supports.${index}.note`, text: note })),
];
