// Reads what an agenda is built from. For the team alone: a visitor finds nothing here, also while they are in the room.
import type { AgendaNews } from '../../shared/agenda-news.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { rightsInAll } from '../access/reading-all.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findMeeting } from './find-meeting.ts';
import { newsItems, readItemNews } from './item-news.ts';
import { discussionWeeks } from './settings.ts';
import { mayWait, readWaitingCases } from './waiting-cases.ts';

/** @throws Refusal `not-found` */
export const readNews = (
  server: Server,
  actor: Actor,
  meetingId: string,
  only: 'waiting' | undefined,
): Promise<AgendaNews> =>
  read(server.context, actor, async (tx, at) => {
    const found = await findMeeting(tx, server.facts, actor, at, meetingId);
    if (found.part !== 'team') throw notFound();
    const own = only === 'waiting' ? [] : newsItems(found);
    const [items, weeks] = await Promise.all([readItemNews(tx, found, own), discussionWeeks(tx, dayOf(at))]);
    const waiting = mayWait(found)
      ? await readWaitingCases(tx, found, await rightsInAll(tx, server.facts, actor, at), weeks)
      : [];
    for (const { row } of own)
      await logView(tx, actor, at, {
        kind: 'agenda-item',
        caseId: row.case_id,
        objectId: row.id,
        purpose: 'meeting',
      });
    await logView(tx, actor, at, {
      kind: 'waiting-cases',
      caseId: null,
      objectId: meetingId,
      purpose: 'meeting',
      detail: { count: waiting.length },
    });
    return { items, waiting, weeks };
  });
