// The bench of consultations runs at all: every page comes to show every change. What it measures is not looked at here.
import { expect, test } from 'vitest';
import { benchConsultations } from './consultations.ts';
import { consultationsDefaults } from './consultations-options.ts';
import { BadArguments } from './outcome.ts';

const small = { watchers: 6, services: 2, requests: 40, rate: 4, seconds: 2, rounds: 1 };
const given = { ...consultationsDefaults, ...small, say: () => undefined };

test('a small run: nothing is missed, and heads are fewer bytes than lists', {
  timeout: 180_000,
}, async () => {
  const outcome = await benchConsultations(given);
  expect(outcome).toMatchObject({ ok: true, sound: true });
  expect(outcome['bytesOfLists']).toBeLessThan(1);
});

test('sizes that make no sense are refused in words', async () => {
  await expect(benchConsultations({ ...given, watchers: 7 })).rejects.toThrow(BadArguments);
  await expect(benchConsultations({ ...given, seconds: 60 })).rejects.toThrow(BadArguments);
});
