// Reads again what a page has read, when it is told that it has moved.
import type { Query, QueryClient, QueryKey } from '@tanstack/solid-query';

const isFirst = ({ state }: Query): boolean => state.data === undefined && state.fetchStatus === 'fetching';

/**
 * Everything that stands under a key. What is read for the first time just then may have been read before it moved: it is shown when
 * it comes, and read once more.
 */
export const createReading =
  (queryClient: QueryClient) =>
  (queryKey: QueryKey): void => {
    const first = new Set(queryClient.getQueryCache().findAll({ queryKey, predicate: isFirst }));
    void queryClient.invalidateQueries({ queryKey }).then(() => {
      if (first.size > 0)
        void queryClient.invalidateQueries({ queryKey, predicate: (query) => first.has(query) });
    });
  };
