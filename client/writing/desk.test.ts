// A tab's whole writing: closed, crashed, signed out and back again. The store on the device is a map, the server a
// recorder; what is real is every state between.
import { describe, expect, test } from 'vitest';
import { formStart } from './address.ts';
import { caretAfter } from './caret.ts';
import { createDesk, type KeptText, nothingKnown } from './desk.ts';
import type { LocalStore } from './local-store.ts';
import type { Outcome } from './saving.ts';

const onDevice = () => {
  const kept = new Map<string, KeptText>();
  const store: LocalStore<KeptText> = {
    keep: async (name, value) => void kept.set(name, structuredClone(value)),
    forget: async (name) => void kept.delete(name),
    all: async () => [...kept.values()],
  };
  return { kept, store };
};

const tab = (store: LocalStore<KeptText>, device: string, alive: string[] = []) => {
  const saved: { id: string; field: string; text: string; base: number; key: string }[] = [];
  const began: string[] = [];
  const network = { up: true };
  let keys = 0;
  let rev = 0;
  const desk = createDesk({
    device,
    store,
    isAlive: async (other) => alive.includes(other),
    send: async (entryId, field, _device, sent): Promise<Outcome> => {
      if (!network.up) return { kind: 'failed' };
      const id = await entryId();
      saved.push({ id, field, text: sent.text, base: sent.base, key: sent.key });
      rev += 1;
      const answer = { rev, savedAt: '2026-11-22T08:42:00Z', alternativeId: null, noteId: null };
      return { kind: 'answered', answer: { kept: 'here', ...answer } };
    },
    begin: async (_start, key) => {
      began.push(key);
      return `begun-${key}`;
    },
    later: (ms, run) => {
      const timer = setTimeout(run, Math.min(ms, 5));
      return () => clearTimeout(timer);
    },
    random: () => 0,
    newKey: () => {
      keys += 1;
      return `${device}-${keys}`;
    },
  });
  return { desk, saved, began, network };
};
const narrative = { entryId: 'e1', field: 'narrative' } as const;
const pause = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('a desk', () => {
  test('what was typed before the page knew that another device had begun the entry stays in its box', async () => {
    const { desk, saved, began, network } = tab(onDevice().store, 'tab-a');
    network.up = false;
    const start = formStart('x');
    const typed = desk.field({ start, field: 'narrative' }, nothingKnown);
    typed.step({ kind: 'typed', text: 'Täällä' });
    const known = { text: 'Siellä', rev: 1, at: null };
    const field = desk.field({ entryId: 'e1', field: 'narrative', start }, known);
    field.step({ kind: 'remote', known });
    expect(field).toBe(typed);
    expect(field.state()).toMatchObject({ text: 'Täällä', base: 0, known });
    network.up = true;
    await pause();
    field.flush();
    await pause();
    expect(began).toEqual([]);
    expect(saved).toMatchObject([{ id: 'e1', text: 'Täällä', base: 0 }]);
    // Another field of the same entry is its own, and so is the field of an entry for which nothing was typed.
    expect(desk.field({ entryId: 'e1', field: 'where', start }, known)).not.toBe(typed);
    expect(desk.field({ entryId: 'e2', field: 'narrative', start: formStart('y') }, known)).not.toBe(typed);
    desk.stop();
  });

  test('sends after a crash what its tab had typed without a network, and wipes the copy', async () => {
    const { kept, store } = onDevice();
    const first = tab(store, 'tab-a');
    first.network.up = false;
    first.desk
      .field(narrative, { text: 'Aamut', rev: 3, at: null })
      .step({ kind: 'typed', text: 'Aamut ovat' });
    await pause();
    first.desk.stop();
    expect(first.saved).toEqual([]);
    expect([...kept.values()].map((k) => k.text)).toEqual(['Aamut ovat']);

    const second = tab(store, 'tab-a');
    expect(await second.desk.restore()).toBe(1);
    await pause();
    expect(second.saved).toMatchObject([{ id: 'e1', field: 'narrative', text: 'Aamut ovat', base: 3 }]);
    expect(kept.size).toBe(0);
  });
  test('takes over what a closed tab left, and leaves alone what an open one is writing', async () => {
    const { kept, store } = onDevice();
    for (const device of ['closed', 'open']) {
      const old = tab(store, device);
      old.network.up = false;
      old.desk
        .field({ entryId: device, field: 'narrative' }, nothingKnown)
        .step({ kind: 'typed', text: device });
      await pause();
      old.desk.stop();
    }
    const now = tab(store, 'now', ['open']);
    expect(await now.desk.restore()).toBe(1);
    await pause();
    expect(now.saved.map((s) => s.text)).toEqual(['closed']);
    expect([...kept.values()].map((k) => k.text)).toEqual(['open']);
  });
  test('shows the kept text in the field that a screen opens', async () => {
    const { store } = onDevice();
    const old = tab(store, 'tab-a');
    old.network.up = false;
    old.desk.field(narrative, nothingKnown).step({ kind: 'typed', text: 'Aamut' });
    await pause();
    old.desk.stop();
    const now = tab(store, 'tab-a');
    now.network.up = false;
    await now.desk.restore();
    expect(now.desk.field(narrative, nothingKnown).state().text).toBe('Aamut');
  });
  test('sends the texts of two crashed tabs on one field both', async () => {
    const { kept, store } = onDevice();
    for (const device of ['one', 'two']) {
      const old = tab(store, device);
      old.network.up = false;
      old.desk.field(narrative, nothingKnown).step({ kind: 'typed', text: `from ${device}` });
      await pause();
      old.desk.stop();
    }
    const now = tab(store, 'now');
    await now.desk.restore();
    await pause();
    expect(now.saved.map((s) => s.text).sort()).toEqual(['from one', 'from two']);
    expect(kept.size).toBe(0);
  });
  test('starts one entry for all fields of a form, and finds its fields by the entry from then on', async () => {
    const { store } = onDevice();
    const { desk, began, saved } = tab(store, 'tab-a');
    const start = formStart('open-case');
    desk.field({ start, field: 'childName' }, nothingKnown).step({ kind: 'typed', text: 'Aino' });
    desk.field({ start, field: 'school' }, nothingKnown).step({ kind: 'typed', text: 'Rantakoulu' });
    expect(await desk.settle(1_000)).toBe(true);
    expect(began).toHaveLength(1);
    const id = desk.startedId(start);
    expect(new Set(saved.map((s) => s.id))).toEqual(new Set([id]));
    const byEntry = desk.field({ entryId: id ?? '', field: 'school' }, nothingKnown);
    expect(byEntry.state().text).toBe('Rantakoulu');
  });
  test('starts the same entry again when it crashed before the answer', async () => {
    const { store } = onDevice();
    const old = tab(store, 'tab-a');
    old.network.up = false;
    old.desk.field({ start: formStart('x'), field: 'a' }, nothingKnown).step({ kind: 'typed', text: 'A' });
    await pause();
    old.desk.stop();
    const now = tab(store, 'tab-a');
    await now.desk.restore();
    await pause();
    expect(now.began[0]?.startsWith('tab-a-')).toBe(true);
    expect(now.saved.map((s) => s.text)).toEqual(['A']);
  });
  test('forgets a form that has served', async () => {
    const { kept, store } = onDevice();
    const { desk, network } = tab(store, 'tab-a');
    network.up = false;
    const start = formStart('open-case');
    desk.field({ start, field: 'childName' }, nothingKnown).step({ kind: 'typed', text: 'Aino' });
    await pause();
    desk.drop(start);
    await pause();
    expect(kept.size).toBe(0);
    expect(desk.field({ start, field: 'childName' }, nothingKnown).state().text).toBe('');
  });
});

describe('the caret', () => {
  test('stays in its word when somebody writes before it, after it or over it', () => {
    expect(caretAfter('Aamut ovat', 'Kaikki aamut ovat', 10)).toBe(17);
    expect(caretAfter('Aamut ovat', 'Aamut ovat vaikeita', 5)).toBe(5);
    expect(caretAfter('Aamut ovat vaikeita', 'Aamut vaikeita', 8)).toBe(6);
  });
});
