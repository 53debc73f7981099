// What somebody who was invited says in writing instead of coming: a text of their own agency's register, a draft until they share it.
import type { CaseCommand } from '../access/command.ts';
import { actingIn } from '../access/writing.ts';
import { dataClassOf, startDraft } from '../entries/index.ts';
import { notFound } from '../platform/http/refusal.ts';

/** The own answer to an item: begun once, found again after that. Returns the entry's id. */
export const beginOwnAnswer = async (c: CaseCommand, itemId: string): Promise<string> => {
  const acting = actingIn(c.facts, c.actor, c.at);
  if (!acting) throw notFound();
  const rows = await c.tx
    .selectFrom('entries')
    .select(['id', 'author_ids'])
    .where('agenda_item_id', '=', itemId)
    .where('kind', '=', 'written-answer')
    .execute();
  const own = rows.find((row) => row.author_ids.includes(acting.personId));
  if (own) return own.id;
  const row = await startDraft(c, acting, {
    kind: 'written-answer',
    ownerAgencyId: acting.agencyId ?? c.facts.homeAgencyId,
    dataClass: dataClassOf(c.actor.affiliation?.agencyKind),
    authorIds: [acting.personId],
    assessmentId: null,
    parentId: null,
    about: null,
    agendaItemId: itemId,
  });
  return row.id;
};
