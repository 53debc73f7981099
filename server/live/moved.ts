// Which requests, or which meetings, moved since a client was told last: by their ids, or all of them, where too many did or nobody
// knows which. Whatever changes what somebody may see makes it all of them, so that nothing is named which was seen only before.
import type { ServerFrame } from '../../shared/live.ts';
import { mostHinted } from '../../shared/live-codes.ts';

type Hint = Extract<ServerFrame, { t: 'consultations' | 'meetings' }>;
export type Moved = {
  /** @param id null: any of them may have moved */
  add(id: string | null): void;
  /** One hint, or none where nothing moved; what it tells is forgotten. */
  take(): Hint[];
};

/** @param unknown whether it is not known what moved before */
export const createMoved = (t: Hint['t'], unknown = false): Moved => {
  let all = unknown;
  let ids = new Set<string>();
  return {
    add: (id) => {
      if (id !== null) ids.add(id);
      if (id !== null && ids.size <= mostHinted) return;
      all = true;
      ids = new Set();
    },
    take: () => {
      const hint: Hint = { t, ids: all ? null : [...ids] };
      const nothing = !all && ids.size === 0;
      all = false;
      ids = new Set();
      return nothing ? [] : [hint];
    },
  };
};
