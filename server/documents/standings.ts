// What the people in an open document may do there, and what happens when that ends: at once, with what they had typed kept
// as a note of theirs.

import { wordsIn } from '../../shared/document-words.ts';
import type { RefusedFor } from '../../shared/documents.ts';
import type { Member } from './member.ts';
import type { DocumentStore, Standing } from './store.ts';
import type { TextState } from './text-state.ts';
import type { WaitingRoom } from './waiting.ts';

const mostTries = 8;
const longestTimer = 2 ** 31 - 1;

type Parts = {
  readonly store: DocumentStore;
  readonly now: () => number;
  readonly later: (milliseconds: number, run: () => void) => () => void;
  readonly onFailure: (error: unknown) => void;
};
type Around = {
  readonly members: ReadonlySet<Member>;
  readonly waiting: WaitingRoom;
  readonly text: () => TextState | null;
  readonly gone: (member: Member) => void;
  readonly turn: (work: () => Promise<void>) => void;
};

export const createStandings = (
  documentId: string,
  { store, now, later, onFailure }: Parts,
  around: Around,
) => {
  const { members, waiting } = around;
  let epoch = -1;
  let disarm: () => void = () => undefined;

  /** What waits of this member's is written no more. Returns the note that holds the words, if there is one. */
  const rescue = async (member: Member): Promise<string | null> => {
    const late = waiting.of(member);
    const text = around.text();
    waiting.remove(late);
    if (late.length === 0 || !text) return null;
    const clients = new Set(late.map((one) => one.clientId));
    const words = [...clients].map((clientId) =>
      wordsIn(
        text.doc,
        clientId,
        late.filter((one) => one.clientId === clientId).map((one) => one.bytes),
      ),
    );
    const all = words.filter((one) => one !== '').join('\n');
    if (all === '') return null;
    try {
      return await store.keepAsNote(documentId, member.actor, all);
    } catch (error) {
      // The page that sent them has them still, and keeps them itself.
      onFailure(error);
      return null;
    }
  };
  const endWriting = async (member: Member, why: RefusedFor): Promise<void> => {
    const last = waiting.of(member).at(-1)?.n;
    const noteId = await rescue(member);
    if (last !== undefined) member.refuse(last, why, noteId);
  };
  const settle = async (member: Member, found: Standing | null): Promise<void> => {
    if (!found?.reads) {
      const noteId = await rescue(member);
      member.say({ t: 'document-gone', noteId });
      around.gone(member);
      return;
    }
    const before = member.standing;
    member.standing = found;
    if (before?.writes !== found.writes || before.frozen !== found.frozen)
      member.say({ t: 'document-standing', writes: found.writes, frozen: found.frozen });
    if (!found.writes) await endWriting(member, found.frozen ? 'frozen' : 'not-a-writer');
  };

  const arm = (): void => {
    disarm();
    let next = Number.POSITIVE_INFINITY;
    for (const { standing } of members) next = Math.min(next, standing?.until ?? next);
    if (next === Number.POSITIVE_INFINITY) return;
    disarm = later(Math.min(longestTimer, Math.max(0, next - now())), () => around.turn(endByTime));
  };
  const ask = async (those: Iterable<Member>): Promise<Map<Member, Standing | null>> => {
    const people = Map.groupBy(those, ({ actor }) => `${actor.personId} ${actor.affiliation?.id}`);
    const found = new Map<Member, Standing | null>();
    await Promise.all(
      [...people.values()].map(async (own) => {
        const [first] = own;
        const standing = first ? await store.standing(documentId, first.actor) : null;
        for (const member of own) found.set(member, standing);
      }),
    );
    return found;
  };
  /** Everybody's, under one and the same epoch. */
  const refresh = async (): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      const found = await ask(new Set([...members, ...waiting.members()]));
      const epochs = new Set([...found.values()].flatMap((standing) => standing?.epoch ?? []));
      if (epochs.size > 1 && tries < mostTries) continue;
      // Should it go on changing: with an older one nothing is written, and all is asked once more.
      epoch =
        epochs.size === 0
          ? ((await store.heads([documentId])).get(documentId)?.epoch ?? -1)
          : Math.min(...epochs);
      for (const [member, standing] of found) await settle(member, standing);
      arm();
      return;
    }
  };
  const endByTime = async (): Promise<void> => {
    const at = now();
    const due = [...members].filter(({ standing }) => standing && standing.until <= at);
    // A timer may ring a moment too early.
    if (due.length === 0) return arm();
    for (const [member, standing] of await ask(due)) await settle(member, standing);
    arm();
  };

  return {
    epoch: (): number => epoch,
    refresh,
    endByTime,
    endWriting,
    /** Somebody has come in whose standing was just found. */
    joined: async (member: Member): Promise<void> => {
      if (members.size === 1 && waiting.size() === 0) epoch = member.standing?.epoch ?? -1;
      if (member.standing?.epoch !== epoch) await refresh();
      arm();
    },
    stop: (): void => disarm(),
  };
};
