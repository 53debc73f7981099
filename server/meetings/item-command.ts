// A command about one item, in its case: for what is written there, and for who comes to it. Ring 1 finds the item by its meeting.
import type { Actor } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { read } from '../access/reading.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { besideMeeting, sectionsMoved, tellBesideMeeting } from './beside.ts';
import { type Found, type FoundItem, findMeeting } from './find-meeting.ts';
import { tellVisitors } from './tell-visitors.ts';

export type Place = { readonly found: Found; readonly item: FoundItem };

const placeOf = (server: Server, actor: Actor, itemId: string) =>
  read(server.context, actor, (tx) =>
    tx
      .selectFrom('agenda_items')
      .select(['meeting_id', 'case_id'])
      .where('id', '=', itemId)
      .executeTakeFirst(),
  );

/**
 * @param who of the item: its home team alone, or a visitor of it too
 * @throws Refusal `not-found`, `case-closed`
 */
export const itemCommand = async <R extends Record<string, unknown>>(
  server: Server,
  call: Call,
  itemId: string,
  who: 'team' | 'anybody',
  run: (command: CaseCommand, place: Place) => Promise<R>,
): Promise<R> => {
  const place = await placeOf(server, call.actor, itemId);
  if (!place) throw notFound();
  const seen: { place?: Place } = {};
  const look = async (c: CaseCommand): Promise<void> => {
    const found = await findMeeting(c.tx, server.facts, c.actor, c.at, place.meeting_id);
    const item = found.items.find(({ row }) => row.id === itemId);
    if (!item || (who === 'team' && item.part !== 'team')) throw notFound();
    if (c.viewer.closed) throw new Refusal('case-closed');
    seen.place = { found, item };
  };
  return caseCommand(server.context, server.facts, call, place.case_id, look, async (c) => {
    if (!seen.place) throw notFound();
    const before = await besideMeeting(c.tx, place.meeting_id);
    const result = await run(c, seen.place);
    await sectionsMoved(c, place.meeting_id);
    await tellBesideMeeting(c, place.meeting_id, before);
    await tellVisitors(c, place.meeting_id, seen.place.found.row.kind);
    return result;
  });
};
