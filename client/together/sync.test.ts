// How a page draws what others do: at once where it is quiet, together where many write, and never the carets of a time that is over.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { toText } from './bytes.ts';
import { createSync, syncPatience } from './sync.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const documentId = '01990000-0000-7000-8000-000000000001';
const author = { clientId: 7, personId: documentId, name: 'Maria', agencyKind: null };
const caret = { anchor: 'AA', head: 'AA' };
const clock = (second: number): string => `2026-11-30T10:00:0${second}.000Z`;

const opened = () => {
  const doc = new Y.Doc();
  const seen = { changes: 0, carets: 0, at: null as string | null, sent: [] as string[] };
  const sync = createSync({
    documentId,
    doc,
    send: (frame) => {
      seen.sent.push(frame.t);
      return true;
    },
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    keep: () => undefined,
    onState: ({ at }) => {
      seen.at = at;
    },
    onAuthors: () => undefined,
    onCarets: () => {
      seen.carets += 1;
    },
    onEnded: () => undefined,
  });
  doc.on('update', () => {
    seen.changes += 1;
  });
  const theirs = new Y.Doc();
  let n = 0;
  const state = (): void => {
    n = 0;
    const text = { update: toText(Y.encodeStateAsUpdate(theirs)), vector: '' };
    sync.hear({
      t: 'document-state',
      documentId,
      ...text,
      writes: true,
      frozen: false,
      at: null,
      authors: [],
    });
  };
  const write = (letters: string): void => {
    const before = Y.encodeStateVector(theirs);
    theirs.getText('text').insert(theirs.getText('text').length, letters);
    n += 1;
    const update = toText(Y.encodeStateAsUpdate(theirs, before));
    sync.hear({ t: 'document-update', documentId, n, update, at: clock(n) });
  };
  const moveCaret = () => sync.hear({ t: 'document-carets', documentId, carets: [{ author, caret }] });
  sync.connected();
  state();
  seen.changes = 0;
  return { sync, seen, state, write, moveCaret, text: () => doc.getText('text').toString() };
};

test('a letter in the quiet is drawn at once; of many the first, and the others together after a moment', () => {
  const { seen, write, text } = opened();
  write('a');
  expect(text()).toBe('a');
  for (const letter of 'bcdef') write(letter);
  expect(text()).toBe('a');
  expect(seen.changes).toBe(1);
  vi.advanceTimersByTime(syncPatience.gather);
  expect(text()).toBe('abcdef');
  expect(seen.changes).toBe(2);
  expect(seen.at).toBe(clock(6));
  vi.advanceTimersByTime(syncPatience.gather);
  write('g');
  expect(text()).toBe('abcdefg');
});

test('what stands of the text is told after all that was gathered', () => {
  const { sync, seen, write, text } = opened();
  write('a');
  write('b');
  sync.hear({ t: 'document-standing', documentId, writes: false, frozen: true });
  expect(text()).toBe('ab');
  vi.advanceTimersByTime(10 * syncPatience.gather);
  expect(seen.changes).toBe(2);
});

test('a gap is seen when it comes, not when it is drawn', () => {
  const { sync, seen, write } = opened();
  write('a');
  write('b');
  const update = toText(Y.encodeStateAsUpdate(new Y.Doc()));
  sync.hear({ t: 'document-update', documentId, n: 5, update, at: clock(5) });
  expect(seen.sent).toEqual(['open-document', 'open-document']);
  expect(seen.changes).toBe(2);
});

test.each(['before it came back', 'before it was opened anew'])(
  'a caret that was told %s is not drawn after it',
  (when) => {
    const { sync, seen, state, write, moveCaret } = opened();
    write('a');
    moveCaret();
    if (when === 'before it came back') {
      sync.disconnected();
      sync.connected();
    }
    state();
    vi.advanceTimersByTime(10 * syncPatience.gather);
    expect(seen.carets).toBe(0);
    moveCaret();
    expect(seen.carets).toBe(1);
  },
);
