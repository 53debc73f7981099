// One whole meeting with a visitor for one of its cases, led at random; and everything that the visitor's page was sent, byte for byte.
import type WebSocket from 'ws';
import { ground, invite, inviteColleague, openACase } from '../../server/testing/case-parts.ts';
import { connectLive, eventually, type LiveClient } from '../../server/testing/live-client.ts';
import { cameIn, convened, invitedTo, moved, proposed } from '../../server/testing/meeting-parts.ts';
import type { Person } from '../../server/testing/open-world.ts';
import { openWriter } from '../../server/testing/writer.ts';
import { getAgendaNews } from '../../shared/agenda-news.ts';
import { saveField } from '../../shared/entries.ts';
import {
  beginSection,
  getMeetingRoom,
  listMeetings,
  orderAgenda,
  writeInRoom,
} from '../../shared/meetings.ts';
import type { VisitCast } from './cast.ts';

/** What a page was sent over its socket: whole frames as they came, with what was being discussed then. */
export type Sent = { readonly during: string; readonly text: string };
export type Recorded = {
  readonly sent: readonly Sent[];
  /** Bodies of what the page asked for, as whoever visits, at every turn of the meeting. */
  readonly answers: readonly Sent[];
  /** Ids, names and words of the other cases, of which nothing may be in any of that. */
  readonly secrets: readonly string[];
  readonly own: string;
};

const record = (socket: WebSocket, during: () => string): Sent[] => {
  const sent: Sent[] = [];
  socket.on('message', (data) => void sent.push({ during: during(), text: String(data) }));
  return sent;
};

const typed = async (
  by: Person,
  itemId: string,
  kind: 'hypothesis' | 'reflection' | 'child-view',
  field: string,
  text: string,
) => {
  const { id } = await by.do(writeInRoom, { params: { itemId }, body: { kind } });
  await by.do(saveField, { params: { entryId: id, field }, body: { base: 0, text, device: 'aaaaaaaa' } });
  return id;
};

const settled = async (clients: readonly LiveClient[]): Promise<void> => {
  for (let before = -1; ; ) {
    const now = clients.reduce((sum, client) => sum + client.frames.length, 0);
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
};

/**
 * @param number of this meeting: its words are its own
 * @param draw a number from 0 up to 1
 */
export const holdMeeting = async (
  address: string,
  { worker, leader, visitor, team, outsider }: VisitCast,
  number: number,
  draw: () => number,
): Promise<{ readonly visitor: Recorded; readonly control: Recorded }> => {
  const pick = (most: number): number => Math.floor(draw() * most);
  const shared = ground(['coordination', 'shared-goal']);
  const secrets: string[] = [];
  const openCase = async (name: string): Promise<string> => {
    const caseId = await openACase(worker, { childName: `${name} Salainen`, childGivenName: name });
    await inviteColleague(worker, caseId, leader);
    return caseId;
  };
  const mine = await openCase(`Oma${number}`);
  await invite(worker, mine, visitor, { toThem: shared, fromThem: shared });
  const others: string[] = [];
  for (let n = 0; n < 1 + pick(3); n += 1) {
    const name = `Muu${number}x${n}`;
    const caseId = await openCase(name);
    await invite(worker, caseId, outsider, { toThem: shared, fromThem: shared });
    others.push(caseId);
    secrets.push(name, caseId);
  }
  const meeting = await convened(leader, team);
  const cases = others.toSpliced(pick(others.length + 1), 0, mine);
  const items = new Map<string, string>();
  for (const caseId of cases) {
    const itemId = await proposed(worker, meeting, caseId);
    items.set(caseId, itemId);
    if (caseId !== mine) secrets.push(itemId, await invitedTo(worker, caseId, itemId, outsider));
  }
  const ownItem = items.get(mine) ?? '';
  await invitedTo(worker, mine, ownItem, visitor);

  let during = 'before';
  const live = await connectLive(address, visitor);
  const sent = record(live.socket, () => during);
  await live.watchToday();
  await live.follow(mine);
  const control = await connectLive(address, worker);
  const controlSent = record(control.socket, () => during);
  for (const caseId of cases) await control.follow(caseId);
  const answers: Sent[] = [];
  const look = async (): Promise<void> => {
    const list = await visitor.try(listMeetings);
    const room = await visitor.try(getMeetingRoom, { params: { meetingId: meeting } });
    const news = await visitor.try(getAgendaNews, { params: { meetingId: meeting }, query: {} });
    for (const { status, body } of [list, room, news])
      answers.push({ during, text: status === 200 ? JSON.stringify(body) : `${status}` });
  };
  const settle = () => settled([live, control]);

  await look();
  await moved(leader, meeting, 'open');
  await cameIn(leader, meeting);
  await cameIn(worker, meeting);
  await settle();
  during = 'open';
  await look();
  for (const [at, caseId] of cases.entries()) {
    const itemId = items.get(caseId) ?? '';
    const own = caseId === mine;
    during = own ? 'own' : 'other';
    await moved(leader, meeting, 'begin-item', { itemId });
    await cameIn(own ? visitor : outsider, meeting);
    const word = `sana${number}x${at}y`;
    if (!own) secrets.push(word);
    await typed(worker, itemId, 'hypothesis', 'hypothesis', `Hypoteesi ${word}`);
    const section = await worker.do(beginSection, { params: { itemId }, body: { phase: 'curious' } });
    if (!own) secrets.push(section.documentId);
    const writer = await openWriter(address, worker, section.documentId);
    await writer.opened();
    writer.paragraph(`Muistio ${word}`);
    await writer.acknowledged();
    await writer.close();
    if (draw() < 0.5) await moved(leader, meeting, 'set-phase', { itemId, phase: 1 + pick(4) });
    const rest = cases.slice(at + 1).map((id) => ({ id: items.get(id) ?? '', minutes: 10 + pick(30) }));
    if (rest.length > 0 && draw() < 0.5)
      await leader.do(orderAgenda, { params: { meetingId: meeting }, body: { items: rest } });
    await typed(worker, itemId, 'child-view', 'verbatim', `Lapsi sanoo ${word}`);
    await look();
    await settle();
    await moved(leader, meeting, 'close-item', { itemId });
    await settle();
    during = 'between';
    await look();
  }
  await moved(leader, meeting, 'end');
  await settle();
  during = 'after';
  await look();
  await eventually(() => live.frames.length > 0, 'frames');
  await Promise.all([live.close(), control.close()]);
  return {
    visitor: { sent, answers, secrets, own: meeting },
    control: { sent: controlSent, answers: [], secrets, own: meeting },
  };
};
