// Whatever a page reads, and whenever it is told that it has moved: in the end it shows what stands there after the last telling.
import { QueryClient, QueryObserver } from '@tanstack/solid-query';
import { expect, test } from 'vitest';
import { createReading } from './reading.ts';

const answers = () => {
  const waiting: ((value: string) => void)[] = [];
  return {
    ask: () => new Promise<string>((resolve) => void waiting.push(resolve)),
    asked: () => waiting.length,
    /** The answer to the nth asking arrives. */
    come: async (n: number, value: string): Promise<void> => {
      waiting[n - 1]?.(value);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
};

const follow = (key: readonly string[], ask: () => Promise<string>, queryClient: QueryClient) => {
  const observer = new QueryObserver(queryClient, { queryKey: key, queryFn: ask });
  observer.subscribe(() => undefined);
  return () => observer.getCurrentResult().data;
};

test('what was on its way for the first time when it moved is shown, and read once more', async () => {
  const queryClient = new QueryClient();
  const { ask, asked, come } = answers();
  const shown = follow(['today'], ask, queryClient);
  createReading(queryClient)(['today']);
  expect(asked()).toBe(1);
  await come(1, 'before');
  expect([shown(), asked()]).toEqual(['before', 2]);
  await come(2, 'after');
  expect([shown(), asked()]).toEqual(['after', 2]);
});

test('what is there already is asked for at once, and what else stands under the key, too', async () => {
  const queryClient = new QueryClient();
  const [list, one] = [answers(), answers()];
  follow(['meetings', 'list'], list.ask, queryClient);
  const shown = follow(['meetings', 'one'], one.ask, queryClient);
  await list.come(1, 'list');
  await one.come(1, 'before');
  const read = createReading(queryClient);
  read(['meetings']);
  read(['meetings', 'one']);
  expect([list.asked(), one.asked()]).toEqual([2, 3]);
  await one.come(2, 'in between');
  await one.come(3, 'after');
  expect(shown()).toBe('after');
});
