// What was received and is not in the table yet, in the order in which it came.
import type { Member } from './member.ts';

/** An update on its way into the table. */
export type Waiting = {
  readonly member: Member;
  readonly n: number;
  readonly clientId: number;
  /** The clock after its last word. */
  readonly to: number;
  readonly bytes: Uint8Array;
};

export const createWaitingRoom = () => {
  let all: Waiting[] = [];
  let bytes = 0;
  let reach = new Map<number, number>();

  const keep = (those: Waiting[]): void => {
    all = those;
    bytes = 0;
    reach = new Map();
    for (const one of those) count(one);
  };
  const count = (one: Waiting): void => {
    bytes += one.bytes.length;
    reach.set(one.clientId, Math.max(one.to, reach.get(one.clientId) ?? 0));
  };
  return {
    add: (one: Waiting): void => {
      all.push(one);
      count(one);
    },
    first: (most: number): Waiting[] => all.slice(0, most),
    has: (one: Waiting): boolean => all.includes(one),
    remove: (those: readonly Waiting[]): void => keep(all.filter((one) => !those.includes(one))),
    of: (member: Member): Waiting[] => all.filter((one) => one.member === member),
    members: (): Member[] => all.map((one) => one.member),
    size: (): number => all.length,
    bytes: (): number => bytes,
    /** How far the words of a client reach that wait here. */
    ahead: (clientId: number): number => reach.get(clientId) ?? 0,
  };
};
export type WaitingRoom = ReturnType<typeof createWaitingRoom>;
