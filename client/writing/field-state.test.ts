// One field between a person's hands and the server: every state, and that no order of events drops a word.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type FieldEvent,
  type FieldState,
  hasUnsent,
  initialState,
  keptState,
  next,
  type Sent,
} from './field-state.ts';

const known = (text: string, rev: number) => ({ text, rev, at: '2026-11-22T08:42:00Z' });
const answer = (kept: Answer['kept'], rev: number): Answer => ({
  kept,
  rev,
  savedAt: '2026-11-22T08:42:00Z',
  alternativeId: kept === 'beside' ? 'the-other' : null,
  noteId: kept === 'note' ? 'the-note' : null,
});
const play = (state: FieldState, ...events: FieldEvent[]) => events.reduce(next, state);
const typed = (text: string): FieldEvent => ({ kind: 'typed', text });
const due = (key: string): FieldEvent => ({ kind: 'due', key });
const sent = (text: string, base: number, key: string): Sent => ({ text, base, key });
const saved = (s: Sent, rev: number): FieldEvent => ({
  kind: 'answered',
  sent: s,
  answer: answer('here', rev),
});

describe('a field', () => {
  const empty = initialState(known('', 0));
  test('is dirty when typed in, saving when due, clean when confirmed', () => {
    const dirty = next(empty, typed('Aamut'));
    expect(dirty.kind).toBe('dirty');
    const saving = next(dirty, due('k1'));
    expect(saving).toMatchObject({ kind: 'saving', sent: { text: 'Aamut', base: 0, key: 'k1' } });
    const clean = next(saving, saved(sent('Aamut', 0, 'k1'), 1));
    expect(clean).toMatchObject({ kind: 'clean', text: 'Aamut', base: 1 });
    expect(hasUnsent(clean)).toBe(false);
  });
  test('goes on being typed in while it is saved, and has more to send afterwards', () => {
    const state = play(
      empty,
      typed('Aa'),
      due('k1'),
      typed('Aamut'),
      due('k2'),
      saved(sent('Aa', 0, 'k1'), 1),
    );
    expect(state).toMatchObject({ kind: 'dirty', text: 'Aamut', base: 1 });
  });
  test('sends the very same under the same key after a broken connection, then what was typed since', () => {
    const first = sent('Aa', 0, 'k1');
    const kept = play(empty, typed('Aa'), due('k1'), { kind: 'failed', sent: first }, typed('Aamut'));
    expect(kept).toMatchObject({ kind: 'kept-here', text: 'Aamut', sent: first, tries: 1 });
    expect(play(kept, due('k2'))).toBe(kept);
    const again = next(kept, { kind: 'retry' });
    expect(again).toMatchObject({ kind: 'saving', sent: first });
    expect(play(again, { kind: 'failed', sent: first })).toMatchObject({ kind: 'kept-here', tries: 2 });
    expect(next(again, saved(first, 1))).toMatchObject({ kind: 'dirty', text: 'Aamut', base: 1 });
  });
  test('shows what another tab wrote when nothing is unsent here', () => {
    const clean = play(empty, typed('Aa'), due('k1'), saved(sent('Aa', 0, 'k1'), 1));
    const state = next(clean, { kind: 'remote', known: known('Aamut ovat vaikeita', 2) });
    expect(state).toMatchObject({ kind: 'clean', text: 'Aamut ovat vaikeita', base: 2 });
  });
  test('keeps its own unsent text when another device wrote, and stands beside it afterwards', () => {
    const dirty = play(empty, typed('mun teksti'), { kind: 'remote', known: known('toinen', 1) });
    expect(dirty).toMatchObject({ kind: 'dirty', text: 'mun teksti', base: 0 });
    const mine = sent('mun teksti', 0, 'k1');
    const beside = play(dirty, due('k1'), { kind: 'answered', sent: mine, answer: answer('beside', 1) });
    expect(beside).toMatchObject({ kind: 'clean', text: 'mun teksti', beside: 'the-other', base: 0 });
    expect(beside.known.text).toBe('toinen');
    // More typing goes on beside; the other text grows beside it.
    const more = play(beside, typed('mun teksti jatkuu'), {
      kind: 'remote',
      known: known('toinen jatkuu', 2),
    });
    expect(more).toMatchObject({ kind: 'dirty', text: 'mun teksti jatkuu', base: 0, beside: 'the-other' });
    expect(next(more, { kind: 'chosen', text: 'molemmat', rev: 3, at: 'now' })).toMatchObject({
      kind: 'clean',
      text: 'molemmat',
      base: 3,
      beside: null,
    });
  });
  test('takes the event of its own save for the answer that never came', () => {
    const first = sent('Aa', 0, 'k1');
    const kept = play(empty, typed('Aa'), due('k1'), { kind: 'failed', sent: first });
    expect(next(kept, { kind: 'remote', known: known('Aa', 1) })).toMatchObject({ kind: 'clean', base: 1 });
  });
  test('shows what came between its save and the answer to it', () => {
    const state = play(
      empty,
      typed('Aa'),
      due('k1'),
      { kind: 'remote', known: known('Aa ja muuta', 2) },
      saved(sent('Aa', 0, 'k1'), 1),
    );
    expect(state).toMatchObject({ kind: 'clean', text: 'Aa ja muuta', base: 2 });
  });
  test('says where the words are when the right has ended, and when they were refused', () => {
    const saving = play(empty, typed('Aa'), due('k1'));
    const first = sent('Aa', 0, 'k1');
    expect(next(saving, { kind: 'answered', sent: first, answer: answer('note', 0) })).toMatchObject({
      kind: 'note',
      noteId: 'the-note',
      text: 'Aa',
    });
    const refused = next(saving, { kind: 'refused', sent: first, why: 'too-large' });
    expect(refused).toMatchObject({ kind: 'refused', why: 'too-large', text: 'Aa' });
    expect(hasUnsent(refused)).toBe(true);
    expect(next(refused, typed('A')).kind).toBe('dirty');
  });
  test('ignores old news and answers to what it no longer waits for', () => {
    const clean = initialState(known('uusi', 5));
    expect(next(clean, { kind: 'remote', known: known('vanha', 4) })).toBe(clean);
    expect(next(clean, saved(sent('x', 0, 'gone'), 1))).toBe(clean);
  });
});

describe('text that an earlier page could not send', () => {
  test('comes back into a clean field', () => {
    const state = next(initialState(known('Aamut', 3)), {
      kind: 'restored',
      text: 'Aamut ovat',
      base: 3,
      sent: null,
    });
    expect(state).toMatchObject({ kind: 'dirty', text: 'Aamut ovat', base: 3 });
  });
  test('grows from its own last save even when the answer to it was lost', () => {
    const state = next(initialState(known('Aamut', 4)), {
      kind: 'restored',
      text: 'Aamut ovat',
      base: 3,
      sent: sent('Aamut', 3, 'k1'),
    });
    expect(state).toMatchObject({ kind: 'dirty', base: 4 });
  });
  test('is sent without a screen, under the key it had', () => {
    const state = keptState({ text: 'Aamut ovat', base: 3, sent: sent('Aamut', 3, 'k1') });
    expect(state.kind).toBe('kept-here');
    expect(next(state, { kind: 'retry' })).toMatchObject({ kind: 'saving', sent: { key: 'k1' } });
    expect(keptState({ text: '', base: 3, sent: null }).kind).toBe('dirty');
  });
});

// A model of the server as the contract has it: one text, one revision, texts of other devices beside.
const simulate = (
  steps: { device: 0 | 1; action: 'type' | 'due' | 'answer' | 'lose' | 'retry' | 'hear' }[],
) => {
  const server = { text: '', rev: 0, device: -1, beside: new Map<number, string>(), written: new Set(['']) };
  const states: FieldState[] = [initialState(known('', 0)), initialState(known('', 0))];
  const results = new Map<string, Answer>();
  const typedTexts: string[] = [];
  let n = 0;
  const accept = (device: number, s: Sent): Answer => {
    const first = results.get(s.key);
    if (first) return first;
    let result = answer('here', server.rev);
    if (s.text !== server.text && (s.base === server.rev || server.device === device)) {
      Object.assign(server, { text: s.text, rev: server.rev + 1, device });
      server.written.add(s.text);
      result = answer('here', server.rev);
    } else if (s.text !== server.text) {
      server.beside.set(device, s.text);
      server.written.add(s.text);
      result = { ...answer('beside', server.rev), alternativeId: String(device) };
    }
    results.set(s.key, result);
    return result;
  };
  const run = (device: 0 | 1, action: string) => {
    const state = states[device];
    if (!state) return;
    const apply = (event: FieldEvent) => {
      states[device] = next(state, event);
    };
    n += 1;
    if (action === 'type') {
      const text = `${state.text}${String.fromCharCode(97 + (n % 26))}`;
      typedTexts.push(text);
      apply({ kind: 'typed', text });
    } else if (action === 'due') apply({ kind: 'due', key: `k${n}` });
    else if (action === 'retry') apply({ kind: 'retry' });
    else if (action === 'hear') apply({ kind: 'remote', known: known(server.text, server.rev) });
    else if (state.kind === 'saving') {
      const result = accept(device, state.sent);
      if (action === 'answer') apply({ kind: 'answered', sent: state.sent, answer: result });
      else apply({ kind: 'failed', sent: state.sent });
    }
  };
  for (const { device, action } of steps) run(device, action);
  for (let i = 0; i < 12; i += 1)
    for (const device of [0, 1] as const)
      for (const action of ['retry', 'due', 'answer']) run(device, action);
  return { server, states };
};

test('in any order of typing, saving, lost answers and news, each device ends saved and no last text is missing', () => {
  const step = fc.record({
    device: fc.constantFrom(0 as const, 1 as const),
    action: fc.constantFrom('type', 'due', 'answer', 'lose', 'retry', 'hear') as fc.Arbitrary<
      'type' | 'due' | 'answer' | 'lose' | 'retry' | 'hear'
    >,
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { server, states } = simulate(steps);
      for (const state of states) {
        expect(hasUnsent(state)).toBe(false);
        expect(server.written.has(state.text)).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
