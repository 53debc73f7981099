// One end of one right: pages open on both servers and a row of polls, somebody writing fast, the command, and
// everything that came until a while after.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Ended,
  framesAfter,
  headOf,
  isAffected,
  isWordOfEnd,
  markAfter,
  misplaced,
  ordinaryWaits,
  streamAfter,
} from './judge.ts';
import type { Kind, Scene } from './kind.ts';
import type { Ports, Writing } from './lane.ts';
import { type Noted, openPage, openPolls, type Page, type Where } from './page.ts';

export type Found = {
  /** Milliseconds from the end until the last byte of what it affects, of each page. */
  readonly waits: readonly number[];
  /** The same of ordinary events just before, from commit to arrival. */
  readonly ordinary: readonly number[];
  readonly unended: number;
  readonly framesAfter: { readonly sockets: number; readonly polls: number; readonly resumed: number };
  readonly framesBefore: number;
  readonly misplaced: number;
  readonly examples: readonly string[];
};
export type Patience = {
  /** How long a page may go on before it is said not to have ended. */
  readonly endMs: number;
  /** For what may still come. */
  readonly afterMs: number;
};

/** So many saves at least are made after each end. */
const savesAfter = 4;
const mostMsForSaves = 10_000;

const describe = (kind: Kind, where: string, { frame, place }: Noted): string =>
  `${kind.name}, ${where}: ${frame.t}${frame.t === 'event' ? ` ${frame.event.kind} at ${place}` : ''}`;

export const playRound = async (
  kind: Kind,
  scene: Scene,
  ports: Ports,
  secrets: Where['secrets'],
  writing: Writing,
  { endMs, afterMs }: Patience,
): Promise<Found> => {
  const { lane, curtain } = scene;
  const { caseId, textId } = lane;
  const { session, end } = await kind.prepare(scene);
  const where = (port: number): Where => ({ port, secrets, caseId });
  const pages = ports.map((port) => openPage(where(port), session));
  const closing: { close(): Promise<void> }[] = [...pages];
  try {
    await Promise.all(pages.map((page) => page.watching()));
    const early = pages.map((page) => page.token());
    const polls = await openPolls(where(scene.port), session);
    closing.push({ close: polls.stop });
    const before = await headOf(curtain, caseId);
    const from = await end(async () => {
      writing.hurry(true);
      await sleep(60 + Math.random() * 60);
    });
    const savesThen = writing.saves();
    const toldAt = (page: Page): number | null =>
      page.noted.find(({ at, frame }) => at > began && isWordOfEnd(kind, frame, textId))?.at ??
      page.closedAt();
    const began = kind.place === 'moment' ? from - 1 : 0;
    while (Date.now() - from < endMs && pages.some((page) => toldAt(page) === null)) await sleep(5);
    // However slow the machine is: there was something to come.
    const enough = (): boolean => writing.saves() >= savesThen + savesAfter;
    for (const since = Date.now(); !enough() && Date.now() - since < mostMsForSaves; ) await sleep(5);
    await sleep(afterMs);
    writing.hurry(false);
    // Who comes back with what they had gets nothing of it, neither from early on nor from the last that was heard.
    const again = pages.flatMap((page, i) =>
      [early[i] ?? '', page.token()].map((token) => openPage(where(ports[i] ?? 0), session, token)),
    );
    closing.push(...again);
    await sleep(afterMs);
    await polls.stop();

    const mark = kind.place === 'moment' ? null : await markAfter(curtain, caseId, kind.place, before);
    const ended: Ended = { kind, textId, from, mark, stream: await streamAfter(curtain, caseId, before) };
    const onSockets = pages.flatMap((page) => framesAfter(ended, page.noted, toldAt(page)));
    const inPolls = framesAfter(ended, polls.noted, null);
    const resumed = again.flatMap((page) =>
      page.noted.filter((noted) => isAffected(kind, noted.frame, textId) && noted.frame.t !== 'watching'),
    );
    const all = [...pages.flatMap((page) => page.noted), ...polls.noted];
    return {
      waits: pages.map((page) => {
        const affected = page.noted.filter(({ frame }) => isAffected(kind, frame, textId));
        const last = Math.max(toldAt(page) ?? from + endMs, affected.at(-1)?.at ?? 0);
        return Math.max(0, last - from);
      }),
      ordinary: pages.flatMap((page) => ordinaryWaits(ended, page.noted)),
      unended: pages.filter((page) => toldAt(page) === null).length,
      framesAfter: { sockets: onSockets.length, polls: inPolls.length, resumed: resumed.length },
      framesBefore: all.filter(({ frame }) => frame.t === 'event').length,
      misplaced: misplaced(ended.stream, all),
      examples: [
        ...onSockets.slice(0, 2).map((n) => describe(kind, 'socket', n)),
        ...inPolls.slice(0, 1).map((n) => describe(kind, 'poll', n)),
        ...resumed.slice(0, 1).map((n) => describe(kind, 'resumed', n)),
      ],
    };
  } finally {
    writing.hurry(false);
    for (const page of closing) await page.close();
    await kind.restore(scene);
  }
};
