// Everything one person is writing in this tab: one field per address, whoever shows it. It outlives the screens, sends
// what an earlier page could not, and leaves nothing readable behind.
import { createSignal, untrack } from 'solid-js';
import { type Address, addressName, type StartBody, startName } from './address.ts';
import { type FieldState, initialState, type Known, keptState, type Sent } from './field-state.ts';
import type { LocalStore } from './local-store.ts';
import { createField, type Field, type Outcome } from './saving.ts';

/** One record of the local store. */
export type KeptText = {
  readonly address: Address;
  /** The key under which an entry was being started, so that a retry finds the same one. */
  readonly startKey: string | null;
  readonly text: string;
  readonly base: number;
  readonly sent: Sent | null;
  readonly device: string;
};

export type DeskSurroundings = {
  readonly device: string;
  readonly store: LocalStore<KeptText> | null;
  readonly isAlive: (device: string) => Promise<boolean>;
  readonly send: (
    entryId: () => Promise<string>,
    field: string,
    device: string,
    sent: Sent,
    last: boolean,
  ) => Promise<Outcome>;
  readonly begin: (start: StartBody, key: string) => Promise<string>;
  readonly later: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
  readonly newKey: () => string;
};

export type Desk = {
  /** The field of an address: the one that is open already, or a new one that begins with what is known. */
  readonly field: (address: Address, known: Known) => Field;
  /** The entry that was started for an address without one. */
  readonly startedId: (start: StartBody) => string | null;
  /** The entry exists already: a form found again, a comment begun before. */
  readonly adopt: (start: StartBody, entryId: string) => void;
  /** A form was thrown away: nothing of it may be sent any more. */
  readonly drop: (start: StartBody) => void;
  readonly flush: (last?: boolean) => void;
  /** True when all is confirmed; waits no longer than asked. */
  readonly settle: (ms: number) => Promise<boolean>;
  /** Takes up what an earlier page could not send. */
  readonly restore: () => Promise<number>;
  /** The states of all fields; reactive. */
  readonly states: () => readonly FieldState[];
  readonly stop: () => void;
};

export const nothingKnown: Known = { text: '', rev: 0, at: null };

export const createDesk = (around: DeskSurroundings): Desk => {
  const fields = new Map<string, Field>();
  const starts = new Map<string, { key: string; id: Promise<string> | null }>();
  const [started, setStarted] = createSignal<ReadonlyMap<string, string>>(new Map());
  const [changed, setChanged] = createSignal(0);
  let stopped = false;

  const startOf = (start: StartBody, key?: string) => {
    const name = startName(start);
    const found = starts.get(name) ?? { key: key ?? around.newKey(), id: null };
    starts.set(name, found);
    return found;
  };
  // The entry's own address leads to the same fields from now on.
  const adopt = (start: StartBody, id: string): void => {
    for (const [name, field] of [...fields]) {
      const at = name.lastIndexOf('/');
      const own = `${id}${name.slice(at)}`;
      if (name.slice(0, at) === startName(start) && !fields.has(own)) fields.set(own, field);
    }
    setStarted((all) => new Map(all).set(startName(start), id));
  };
  const entryIdOf = (address: Address) => (): Promise<string> => {
    if ('entryId' in address) return Promise.resolve(address.entryId);
    const entry = startOf(address.start);
    const known = started().get(startName(address.start));
    if (known !== undefined) return Promise.resolve(known);
    entry.id ??= around.begin(address.start, entry.key).then(
      (id) => {
        // The entry's own address leads to the same fields from now on.
        adopt(address.start, id);
        return id;
      },
      (error) => {
        entry.id = null;
        throw error;
      },
    );
    return entry.id;
  };
  const add = (name: string, address: Address, state: FieldState): Field => {
    const kept = `${around.device} ${name}`;
    const field = createField(state, {
      ...around,
      send: (sent, last) => around.send(entryIdOf(address), address.field, around.device, sent, last),
      keep: (unsent) => {
        const work =
          unsent === null
            ? around.store?.forget(kept)
            : around.store?.keep(kept, {
                address,
                startKey: 'start' in address ? startOf(address.start).key : null,
                device: around.device,
                ...unsent,
              });
        // A browser that keeps nothing: the text is in the page and goes to the server as usual.
        work?.catch(() => undefined);
      },
    });
    fields.set(name, field);
    field.listen(() => setChanged((n) => n + 1));
    setChanged((n) => n + 1);
    return field;
  };
  const alias = (address: Address): string => {
    if ('entryId' in address) return addressName(address);
    const id = started().get(startName(address.start));
    return id === undefined ? addressName(address) : `${id}/${address.field}`;
  };
  const distinct = () => [...new Set(fields.values())];

  const takeUp = async (record: KeptText): Promise<void> => {
    const { address, text, base, sent } = record;
    if (record.startKey !== null && 'start' in address) startOf(address.start, record.startKey);
    const name = alias(address);
    const open = fields.get(name);
    open?.step({ kind: 'restored', text, base, sent });
    // Somebody writes there already: the kept text goes beside it.
    const apart = open !== undefined && open.state().text !== text;
    const owner = apart ? `${name}#${record.device}` : name;
    if (!open || apart) add(owner, address, keptState({ text, base, sent: apart ? null : sent }));
    if (owner === name && record.device === around.device) return;
    await around.store?.keep(`${around.device} ${owner}`, { ...record, device: around.device });
    if (record.device !== around.device) await around.store?.forget(`${record.device} ${name}`);
  };

  /** Another device has begun the entry for which something is typed here: it is the same field, not one beside it. */
  const follow = ({ entryId, start }: Extract<Address, { entryId: string }>): void => {
    if (start === undefined) return;
    const name = startName(start);
    const typed = [...fields.keys()].some((one) => one.slice(0, one.lastIndexOf('/')) === name);
    if (typed && untrack(started).get(name) !== entryId) adopt(start, entryId);
  };

  return {
    field: (given, known) => {
      if ('entryId' in given) follow(given);
      const address = 'entryId' in given ? { entryId: given.entryId, field: given.field } : given;
      const name = alias(address);
      return fields.get(name) ?? add(name, address, initialState(known));
    },
    startedId: (start) => started().get(startName(start)) ?? null,
    adopt: (start, entryId) => {
      if (started().get(startName(start)) !== entryId) adopt(start, entryId);
    },
    drop: (start) => {
      const owners = [startName(start), started().get(startName(start))];
      for (const [name, field] of [...fields]) {
        if (!owners.includes(name.slice(0, name.lastIndexOf('/')))) continue;
        field.stop();
        fields.delete(name);
        void around.store?.forget(`${around.device} ${name}`).catch(() => undefined);
      }
      starts.delete(startName(start));
      setStarted((all) => new Map([...all].filter(([name]) => name !== startName(start))));
      setChanged((n) => n + 1);
    },
    flush: (last = false) => {
      for (const field of distinct()) field.flush(last);
    },
    settle: async (ms) => {
      const all = Promise.all(distinct().map((field) => field.settle()));
      const late = new Promise<boolean[]>((resolve) => void around.later(ms, () => resolve([false])));
      return (await Promise.race([all, late])).every(Boolean);
    },
    restore: async () => {
      const records = (await around.store?.all()) ?? [];
      const free: KeptText[] = [];
      for (const record of records) {
        if (record.device === around.device || !(await around.isAlive(record.device))) free.push(record);
      }
      for (const record of free) if (!stopped) await takeUp(record);
      return free.length;
    },
    states: () => {
      changed();
      return distinct().map((field) => field.state());
    },
    stop: () => {
      stopped = true;
      for (const field of fields.values()) field.stop();
      fields.clear();
    },
  };
};
