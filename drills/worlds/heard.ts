// What somebody heard on their socket, as far as it is the world's and not the moment's: hints are gathered by timers and
// read from streams of their own, so which of them comes first, and whether two become one, is chance in any world.
import type { LiveClient } from '../../server/testing/live-client.ts';
import type { ServerFrame } from '../../shared/live.ts';

/** Frames that come by a beat of their own, whatever happens. */
const beats: ReadonlySet<ServerFrame['t']> = new Set(['beat', 'token', 'hello']);
/** What only tells to read anew. */
const hints: ReadonlySet<ServerFrame['t']> = new Set(['today', 'consultations', 'meetings']);

export const isBeat = ({ t }: ServerFrame): boolean => beats.has(t);

/** Waits until nothing has come to any of them for a while. */
export const quiet = (clients: readonly LiveClient[]) => async (): Promise<void> => {
  for (let before = -1; ; ) {
    const now = clients.reduce((sum, client) => sum + client.frames.length, 0);
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
  }
};

/**
 * Who is where is gathered over a moment, too, so a frame that changes the picture may come a little earlier in one world.
 * What must be the same is the picture; a frame that changes nothing in it tells something by coming.
 */
const withPicture = (
  frames: readonly ServerFrame[],
  from: number,
): { kept: ServerFrame[]; picture: string } => {
  const places = new Map<string, string>();
  const drawn = (): string => JSON.stringify([...places.values()].toSorted());
  const kept = frames.filter((frame, n) => {
    if (frame.t !== 'presence') return n >= from;
    const before = JSON.stringify([...places].toSorted());
    if (frame.all) places.clear();
    for (const { personId, places: where } of frame.people)
      if (where.length === 0) places.delete(personId);
      else places.set(personId, JSON.stringify(where));
    return n >= from && before === JSON.stringify([...places].toSorted());
  });
  return { kept, picture: drawn() };
};

/**
 * What came from the `from`th frame on: all that is told, in its order; which hints came at all; the picture of who is where.
 * `text` writes a frame so that two worlds can be compared.
 */
export const heard = (
  frames: readonly ServerFrame[],
  from: number,
  text: (frame: unknown) => string,
): string[] => {
  const { kept, picture } = withPicture(frames, from);
  const told = kept.filter((frame) => !isBeat(frame) && !hints.has(frame.t)).map(text);
  const hinted = [...new Set(kept.flatMap(({ t }) => (hints.has(t) ? [t] : [])))].toSorted();
  return [...told, `hints: ${hinted.join(', ')}`, text(picture)];
};
