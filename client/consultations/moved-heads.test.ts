// Whatever comes in whatever order (hints, readings of the whole, answers that are late or lost), the lists end as a fresh reading
// has them. Real: the cache and its observers; the server is a table of heads, whose answers are as old as their asking.
import { notifyManager, QueryClient, QueryObserver } from '@tanstack/solid-query';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConsultationHead } from '../../shared/consultation.ts';
import { compareHeads, type Heads, type Lists, mergeHeads } from '../../shared/consultation-lists.ts';
import { createMovedHeads } from './moved-heads.ts';

const key = ['consultations', 'list'];
const idOf = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const ids = [1, 2, 3, 4, 5].map(idOf);
const headOf = (id: string, rev: number, parts: Partial<ConsultationHead> = {}): ConsultationHead =>
  ({
    id,
    number: String(rev),
    state: 'sent',
    urgency: 'ordinary',
    dueOn: '2026-12-10',
    ...parts,
  }) as ConsultationHead;
const empty = { asked: [], queue: [], invited: [] };

beforeAll(() => notifyManager.setScheduler(queueMicrotask));
afterAll(() => notifyManager.setScheduler((work) => setTimeout(work, 0)));
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Where a request stands for this reader now; in no list: they have lost it, or it is over. */
type Place = {
  readonly rev: number;
  readonly list: keyof Heads | null;
  readonly parts: Partial<ConsultationHead>;
};

const aServer = (whole = true) => {
  const places = new Map<string, Place>(ids.map((id) => [id, { rev: 0, list: 'queue', parts: {} }]));
  /** Answers on their way, taken when they were asked for. */
  const onTheirWay: ((fails: boolean) => void)[] = [];
  let [wholes, few] = [0, 0];
  const listsNow = (of: readonly string[]): Heads => {
    const lists: Record<keyof Heads, ConsultationHead[]> = { asked: [], queue: [], invited: [] };
    for (const [id, { rev, list, parts }] of places)
      if (list !== null && of.includes(id)) lists[list].push(headOf(id, rev, parts));
    for (const list of Object.values(lists)) list.sort(compareHeads);
    return lists;
  };
  const late = <T>(answer: T): Promise<T> =>
    new Promise((resolve, reject) => {
      onTheirWay.push((fails) => (fails ? reject(new Error('lost')) : resolve(answer)));
    });
  return {
    fresh: (): Lists => ({ ...listsNow(ids), whole, drafts: [] }),
    readWhole(): Promise<Lists> {
      wholes += 1;
      return late(this.fresh());
    },
    readFew: (of: readonly string[]): Promise<Heads> => {
      few += 1;
      return late(listsNow(of));
    },
    change: (id: string, list: keyof Heads | null, parts: Partial<ConsultationHead> = {}) =>
      void places.set(id, { rev: (places.get(id)?.rev ?? 0) + 1, list, parts }),
    onTheirWay,
    read: () => ({ wholes, few }),
  };
};

const aPage = (server: ReturnType<typeof aServer>, read = server.readFew) => {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: 2, retryDelay: 0, staleTime: Number.POSITIVE_INFINITY } },
  });
  const observer = new QueryObserver<Lists>(queries, { queryKey: key, queryFn: () => server.readWhole() });
  const leave = observer.subscribe(() => undefined);
  return {
    queries,
    moved: createMovedHeads(queries, key, read).moved,
    leave,
    shown: () => queries.getQueryData<Lists>(key),
  };
};
/** Everything that is asked for is answered, in the order that `pick` gives. */
const drain = async (
  server: ReturnType<typeof aServer>,
  { queries }: { queries: QueryClient },
  pick = () => 0,
): Promise<void> => {
  for (let quiet = 0; quiet < 3; ) {
    await settle();
    const n = server.onTheirWay.length;
    // A try after a lost answer begins with a timer.
    if (n === 0) quiet = queries.isFetching() === 0 ? quiet + 1 : 0;
    else {
      quiet = 0;
      server.onTheirWay.splice(pick() % n, 1)[0]?.(false);
    }
  }
};

test('a head is put where it belongs; one that is in no list any more leaves', () => {
  const before: Lists = {
    ...empty,
    queue: ids.slice(0, 3).map((id) => headOf(id, 0)),
    whole: true,
    drafts: [],
  };
  const [first = '', second = '', third = ''] = ids;
  const urgent = headOf(third, 1, { urgency: 'urgent' });
  const answered = headOf(first, 1, { state: 'answered' });
  const after = mergeHeads(before, [first, second, third], { ...empty, queue: [urgent, answered] });
  expect(after.queue).toEqual([urgent, answered]);
  expect(mergeHeads(after, [second], { ...empty, asked: [headOf(second, 2)] })).toMatchObject({
    asked: [{ id: second }],
    queue: [{ id: third }, { id: first }],
  });
});

test('one change costs one small reading, and many at once cost few', async () => {
  const server = aServer();
  const page = aPage(server);
  await drain(server, page);
  server.change(idOf(1), 'queue', { state: 'claimed' });
  void page.moved([idOf(1)]);
  await settle();
  for (const id of ids) {
    server.change(id, 'queue', { urgency: 'soon' });
    void page.moved([id]);
  }
  await drain(server, page);
  expect(page.shown()).toEqual(server.fresh());
  expect(server.read()).toEqual({ wholes: 1, few: 2 });
  page.leave();
});

test('lists that nobody looks at, and lists that show only a part, are read whole', async () => {
  const part = aServer(false);
  const page = aPage(part);
  await drain(part, page);
  part.change(idOf(1), null);
  void page.moved([idOf(1)]);
  await drain(part, page);
  expect([page.shown(), part.read()]).toEqual([part.fresh(), { wholes: 2, few: 0 }]);
  page.leave();
  const server = aServer();
  const left = aPage(server);
  await drain(server, left);
  left.leave();
  server.change(idOf(1), null);
  await left.moved([idOf(1)]);
  expect(server.read()).toEqual({ wholes: 1, few: 0 });
  expect(left.queries.getQueryState(key)?.isInvalidated).toBe(true);
});

const list = fc.constantFrom<keyof Heads | null>('asked', 'queue', 'queue', 'invited', null);
const parts = fc.record({
  urgency: fc.constantFrom('urgent', 'soon', 'ordinary'),
  state: fc.constantFrom('sent', 'claimed', 'answered'),
  dueOn: fc.constantFrom('2026-12-09', '2026-12-11'),
}) as fc.Arbitrary<Partial<ConsultationHead>>;
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('change' as const), id: fc.constantFrom(...ids), list, parts }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(7), fails: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('all' as const) }) },
);

const run = async (
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
  order: readonly number[],
  careless = false,
): Promise<boolean> => {
  const server = aServer();
  const page = aPage(server);
  // What a page would do that puts every answer in as it comes.
  const carelessly = async (id: string) => {
    const heads = await server.readFew([id]).catch(() => null);
    if (heads) page.queries.setQueryData<Lists>(key, (before) => before && mergeHeads(before, [id], heads));
  };
  await drain(server, page);
  for (const one of steps) {
    if (one.do === 'change') {
      server.change(one.id, one.list, one.parts);
      void (careless ? carelessly(one.id) : page.moved([one.id]));
    } else if (one.do === 'all') void page.queries.invalidateQueries({ queryKey: key });
    else {
      const n = server.onTheirWay.length;
      // Of answers that are lost the last try is not: a page without a network is told of by its connection.
      if (n > 0) server.onTheirWay.splice(one.which % n, 1)[0]?.(one.fails && careless === false && n > 1);
    }
    await settle();
  }
  let turn = 0;
  await drain(server, page, () => order[turn++ % order.length] ?? 0);
  page.leave();
  return JSON.stringify(page.shown()) === JSON.stringify(server.fresh());
};
const runs = fc.tuple(fc.array(step, { maxLength: 24 }), fc.array(fc.nat(7), { minLength: 4, maxLength: 4 }));

test('in whatever order hints and answers come, the lists end as a fresh reading has them', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ([steps, order]) => {
      expect(await run(steps, order)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('control: a page that puts every answer in as it comes ends with another list at times', async () => {
  const failed = await fc.check(
    fc.asyncProperty(runs, async ([steps, order]) => run(steps, order, true)),
    { numRuns: 400, seed: 7 },
  );
  expect(failed.failed).toBe(true);
});
