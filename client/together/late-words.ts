// Words that the document did not take, because the right to write there ended meanwhile: they become a private note.

import { createSignal } from 'solid-js';
import { saveField, startEntry } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { thisDevice } from '../writing/device.ts';

const [keptLate, setKeptLate] = createSignal(false);

/** Late words have become a note since this was last said; for a page that shows the text no more. */
export { keptLate };
export const saidKeptLate = (): void => void setKeptLate(false);

let underWay: Promise<unknown> = Promise.resolve();
/** Resolves when nothing is on its way into a note. */
export const lateWordsSettled = async (): Promise<void> => {
  await underWay.catch(() => undefined);
};

/** @param noteId the note in which the server has kept what had reached it; the same words are not kept twice */
export const keepLateWords = (noteId: string | null, words: string): Promise<void> => {
  const work = keep(noteId, words);
  underWay = Promise.allSettled([underWay, work]);
  return work;
};

const keep = async (noteId: string | null, words: string): Promise<void> => {
  if (words.trim() === '') return;
  const body = {
    kind: 'private-note',
    caseId: null,
    assessmentId: null,
    parentId: null,
    about: null,
    pairId: null,
  } as const;
  const entryId = noteId ?? (await call(startEntry, { body })).id;
  await call(saveField, {
    params: { entryId, field: 'narrative' },
    body: { base: 0, text: words, device: await thisDevice() },
  });
  setKeptLate(true);
};
