// Pressing twice, and pressing again after a lost answer.
import { expect, test } from 'vitest';
import { createSending } from './sending.ts';

const keys = () => {
  let n = 0;
  return () => `key-${++n}`;
};
const lost = () => Promise.reject(new Error('the answer was lost'));

test('the same content tried again carries the same key, and other content a new one', async () => {
  const sending = createSending(keys());
  const used: string[] = [];
  const losing = (key: string) => {
    used.push(key);
    return lost();
  };
  expect(await sending.send({ name: 'Aino' }, losing)).toBe(false);
  expect(sending.problem()).toBeInstanceOf(Error);
  await sending.send({ name: 'Aino' }, losing);
  await sending.send({ name: 'Eino' }, losing);
  expect(used).toEqual(['key-1', 'key-1', 'key-2']);
});

test('after success the same content is a new command', async () => {
  const sending = createSending(keys());
  const used: string[] = [];
  const work = async (key: string) => void used.push(key);
  expect(await sending.send({}, work)).toBe(true);
  await sending.send({}, work);
  expect(used).toEqual(['key-1', 'key-2']);
});

test('a second press while the first is under way does nothing', async () => {
  const sending = createSending(keys());
  let finish: () => void = () => undefined;
  const first = sending.send({}, () => new Promise((done) => (finish = done)));
  expect(sending.busy()).toBe(true);
  expect(await sending.send({}, lost)).toBe(false);
  finish();
  expect(await first).toBe(true);
});
