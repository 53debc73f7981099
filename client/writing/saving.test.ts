// When a field is sent, with a clock and a network that the test holds in its hands.
import { describe, expect, test } from 'vitest';
import { initialState, keptState, type Sent } from './field-state.ts';
import { createField, type Outcome, retryDelay } from './saving.ts';

const stage = (initial = initialState({ text: '', rev: 0, at: null })) => {
  let now = 0;
  let keys = 0;
  const timers: { at: number; run: () => void; done: boolean }[] = [];
  const sent: (Sent & { last: boolean; answer: (outcome: Outcome) => Promise<void> })[] = [];
  const kept: (string | null)[] = [];
  const field = createField(initial, {
    send: (one, last) =>
      new Promise((resolve) => {
        sent.push({
          ...one,
          last,
          answer: async (outcome) => {
            resolve(outcome);
            await Promise.resolve();
            await Promise.resolve();
          },
        });
      }),
    keep: (unsent) => kept.push(unsent?.text ?? null),
    later: (ms, run) => {
      const timer = { at: now + ms, run, done: false };
      timers.push(timer);
      return () => {
        timer.done = true;
      };
    },
    random: () => 1,
    newKey: () => {
      keys += 1;
      return `k${keys}`;
    },
  });
  const wait = (ms: number) => {
    const until = now + ms;
    for (;;) {
      const due = timers.filter((t) => !t.done && t.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      due.done = true;
      now = due.at;
      due.run();
    }
    now = until;
  };
  const here = (rev: number): Outcome => ({
    kind: 'answered',
    answer: { kept: 'here', rev, savedAt: '2026-11-22T08:42:00Z', alternativeId: null, noteId: null },
  });
  return { field, sent, kept, wait, here, type: (text: string) => field.step({ kind: 'typed', text }) };
};

describe('saving one field', () => {
  test('waits a short pause, gathers what is typed meanwhile, and has one request under way', async () => {
    const { field, sent, wait, type, here } = stage();
    type('a');
    wait(200);
    type('ab');
    wait(149);
    expect(sent).toHaveLength(0);
    wait(1);
    expect(sent.map((s) => s.text)).toEqual(['ab']);
    type('abc');
    wait(5_000);
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(here(1));
    wait(350);
    expect(sent.map((s) => [s.text, s.base])).toEqual([
      ['ab', 0],
      ['abc', 1],
    ]);
    await sent[1]?.answer(here(2));
    expect(field.state().kind).toBe('clean');
  });
  test('goes at once when the field is left, and may outlive the page', () => {
    const { field, sent, type } = stage();
    type('a');
    field.flush(true);
    expect(sent.map((s) => [s.text, s.last])).toEqual([['a', true]]);
  });
  test('keeps every change on the device until it is confirmed, then wipes it', async () => {
    const { sent, kept, wait, type, here } = stage();
    type('a');
    type('ab');
    wait(350);
    expect(kept.at(-1)).toBe('ab');
    await sent[0]?.answer(here(1));
    expect(kept.at(-1)).toBeNull();
  });
  test('tries again by itself, later each time, with the same key', async () => {
    const { field, sent, wait, type, here } = stage();
    type('a');
    wait(350);
    for (const pause of [1_000, 2_000, 4_000]) {
      await sent.at(-1)?.answer({ kind: 'failed' });
      const before = sent.length;
      wait(pause - 1);
      expect(sent).toHaveLength(before);
      wait(1);
      expect(sent).toHaveLength(before + 1);
    }
    expect(new Set(sent.map((s) => s.key))).toEqual(new Set(['k1']));
    await sent.at(-1)?.answer(here(1));
    expect(field.state().kind).toBe('clean');
  });
  test('tells when all is settled, and when it cannot be', async () => {
    const { field, sent, type, here } = stage();
    type('a');
    const settled = field.settle();
    await sent[0]?.answer(here(1));
    expect(await settled).toBe(true);
    type('ab');
    const not = field.settle();
    await sent[1]?.answer({ kind: 'failed' });
    expect(await not).toBe(false);
  });
  test('begins by itself with what an earlier page kept', () => {
    const { sent, wait } = stage(
      keptState({ text: 'Aamut', base: 2, sent: { text: 'Aa', base: 2, key: 'old' } }),
    );
    wait(0);
    expect(sent.map((s) => [s.text, s.key])).toEqual([['Aa', 'old']]);
  });
  test('spreads the retries of many, never faster than a quarter and never slower than fifteen seconds', () => {
    expect(retryDelay(3, 0)).toBe(1_000);
    expect(retryDelay(3, 1)).toBe(4_000);
    expect(retryDelay(20, 1)).toBe(15_000);
  });
});
