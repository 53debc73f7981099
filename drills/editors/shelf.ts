// The tables of several documents, asked by the document's name as the real ones are.
import type { DocumentStore } from '../../server/documents/store.ts';
import type { KeptTables } from './kept-tables.ts';
import type { Given } from './schedule.ts';

export const shelfOf = (tables: readonly (readonly [string, KeptTables])[]) => {
  const byId = new Map(tables);
  const of = (id: string): KeptTables => {
    const found = byId.get(id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  };
  return {
    of,
    all: [...byId.values()] as readonly KeptTables[],
    /** `crossing`: a control, in which the log of the second is read where the first is asked for. */
    storeFor: (isAlive: () => boolean, wrong: Given['wrong']): DocumentStore => {
      const stores = new Map(
        [...byId].map(([id, one]) => [id, one.storeFor(isAlive, wrong === 'crossing' ? null : wrong)]),
      );
      const store = (id: string): DocumentStore => {
        const found = stores.get(id);
        if (!found) throw new Error(`there is no ${id}`);
        return found;
      };
      const [first, second] = [...byId.keys()];
      const logOf = (id: string): string => (wrong === 'crossing' && id === first && second ? second : id);
      return {
        load: (id) => store(logOf(id)).load(id),
        readAfter: (id, seq) => store(logOf(id)).readAfter(id, seq),
        heads: async (ids) => {
          const heads = await Promise.all(ids.map((id) => store(id).heads([id])));
          return new Map(heads.flatMap((head) => [...head]));
        },
        standing: (id, actor) => store(id).standing(id, actor),
        enter: (id, actor, again) => store(id).enter(id, actor, again),
        commit: (id, epoch, updates) => store(id).commit(id, epoch, updates),
        keepSnapshot: (id, seq, state) => store(id).keepSnapshot(id, seq, state),
        keepAsNote: (id, actor, words) => store(id).keepAsNote(id, actor, words),
      };
    },
  };
};
