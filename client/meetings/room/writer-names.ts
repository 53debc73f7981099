// Who is writing in a text now, by the names that one says in a room; empty while nobody is.
import { createMemo } from 'solid-js';
import type { Entry } from '../../../shared/entries.ts';
import { useItem } from './item-case.tsx';

export const useWriterNames = (entry: () => Pick<Entry, 'id'>): (() => string) => {
  const { workspace, writers } = useItem();
  return createMemo(() =>
    writers(entry().id)
      .flatMap((id) => workspace()?.members.find(({ personId }) => personId === id)?.givenName ?? [])
      .join(', '),
  );
};

/** The given name of a text's first author, as far as the reader may know of them. */
export const useAuthorName = (entry: () => Pick<Entry, 'authorIds'>): (() => string) => {
  const { workspace } = useItem();
  return () =>
    workspace()?.members.find(({ personId }) => personId === entry().authorIds[0])?.givenName ?? '';
};
