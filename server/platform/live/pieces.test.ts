// The small parts that delivery is made of.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deriveSecrets } from '../http/secrets.ts';
import { longestMessage } from './bell.ts';
import { createTurns } from './in-turn.ts';
import { createPacer } from './pacer.ts';
import { packIds, unpackIds } from './packed-ids.ts';
import { fingerprintOf, openPosition, sealPosition } from './resume-token.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('work in turn never overlaps, and a failure holds nobody up', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const work = (name: string, fails = false) =>
    turns(async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const first = work('a', true);
  const second = work('b');
  await expect(first).rejects.toThrow('a');
  await second;
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('a pacer tells at once, then at most once in a while, and never forgets the last', () => {
  let told = 0;
  const pacer = createPacer(1_000, () => {
    told += 1;
  });
  for (let n = 0; n < 5; n += 1) pacer.mark();
  expect(told).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(told).toBe(2);
  vi.advanceTimersByTime(5_000);
  expect(told).toBe(2);
  pacer.mark();
  expect(told).toBe(3);
  pacer.stop();
});

test('ids travel in messages that the database takes, and come back as they were', () => {
  const ids = Array.from({ length: 1_000 }, () => crypto.randomUUID());
  const messages = packIds('sender-name', ids);
  expect(Math.max(...messages.map((m) => Buffer.byteLength(m)))).toBeLessThanOrEqual(longestMessage);
  expect(messages.flatMap((m) => unpackIds(m).ids)).toEqual(ids);
  expect(messages.every((m) => unpackIds(m).sender === 'sender-name')).toBe(true);
});

test('a place in a stream comes back from its seal, and only from an untouched one', () => {
  const secrets = deriveSecrets(Buffer.alloc(32, 1));
  const position = {
    streamId: crypto.randomUUID(),
    personId: crypto.randomUUID(),
    affiliationId: crypto.randomUUID(),
    seq: 2 ** 40,
    newestKey: 77,
    fingerprint: fingerprintOf([3, 1, 2], 77, '11010'),
    at: 1_800_000_000_000,
  };
  const token = sealPosition(secrets, position);
  expect(openPosition(secrets, token)).toEqual(position);
  expect(sealPosition(secrets, { ...position, seq: 1 })).toHaveLength(token.length);
  expect(sealPosition(secrets, { ...position, affiliationId: null })).toHaveLength(token.length);
  expect(openPosition(secrets, `${token.slice(0, -3)}AAA`)).toBeNull();
  expect(openPosition(deriveSecrets(Buffer.alloc(32, 2)), token)).toBeNull();
});

test('a fingerprint knows the keys held and the standing, whatever their order; newer keys do not count', () => {
  expect(fingerprintOf([1, 2, 9], 5, 'x')).toBe(fingerprintOf([2, 1], 5, 'x'));
  expect(fingerprintOf([1], 5, 'x')).not.toBe(fingerprintOf([2, 1], 5, 'x'));
  expect(fingerprintOf([1], 5, 'x')).not.toBe(fingerprintOf([1], 5, 'y'));
});
