// Commands for fast-check: one act, two acts at the same moment, the same request sent twice, somebody leaving the service. Each
// is done for real and compared with what the model expects.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Request, Seen } from './house.ts';
import { acts, copyOf, expectedOf, holderOf, type Model, type Order, people, reads } from './model.ts';

type Real = { readonly request: Request };
type Command = fc.AsyncCommand<Model, Real, false>;

const verdictOf = (status: number): string =>
  status === 200
    ? 'done'
    : status === 404
      ? 'absent'
      : status === 403 || status === 409
        ? 'refused'
        : `status ${status}`;

const asSeen = (model: Model): Seen => ({
  state: model.state,
  service: model.service,
  holder: holderOf(model),
  passing: model.passing,
  deputy: model.deputy,
  history: model.done,
  unbroken: true,
});
const requireEqual = (found: unknown, expected: unknown, what: string): void => {
  if (!isDeepStrictEqual(found, expected))
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
};
const nameOf = ({ act, who, to }: Order): string =>
  act === 'hand-on' ? `${who}: ${act} to ${to}` : `${who}: ${act}`;

const one = (order: Order): Command => ({
  check: () => true,
  run: async (model, { request }) => {
    const before = model.service;
    const expected = expectedOf(model, order);
    requireEqual(verdictOf(await request.attempt(order, before, randomUUID())), expected, nameOf(order));
    requireEqual(await request.seen(), asSeen(model), `after ${nameOf(order)}`);
    requireEqual(await request.opens(order.who), reads(model, order.who), `${order.who} opens it`);
  },
  toString: () => nameOf(order),
});

/** A request whose answer was lost is sent again under its key: done once, answered twice. */
const twice = (order: Order): Command => ({
  check: () => true,
  run: async (model, { request }) => {
    const [before, key] = [model.service, randomUUID()];
    const expected = expectedOf(model, order);
    requireEqual(verdictOf(await request.attempt(order, before, key)), expected, nameOf(order));
    if (expected === 'done')
      requireEqual(verdictOf(await request.attempt(order, before, key)), 'done', `again, ${nameOf(order)}`);
    requireEqual(await request.seen(), asSeen(model), `after ${nameOf(order)}, twice`);
  },
  toString: () => `twice, ${nameOf(order)}`,
});

/** Two at once must come out as if one had come after the other, in one of the two orders. */
const atOnce = (first: Order, second: Order): Command => ({
  check: () => true,
  run: async (model, { request }) => {
    const before = model.service;
    const found = (
      await Promise.all([first, second].map((order) => request.attempt(order, before, randomUUID())))
    ).map(verdictOf);
    const seen = await request.seen();
    const orders = [
      [first, second],
      [second, first],
    ].map((turns) => {
      const after = copyOf(model);
      const verdicts = new Map(turns.map((order) => [order, expectedOf(after, order)]));
      return { after, verdicts: [verdicts.get(first), verdicts.get(second)] };
    });
    const fitting = orders.find(
      ({ after, verdicts }) => isDeepStrictEqual(verdicts, found) && isDeepStrictEqual(asSeen(after), seen),
    );
    if (!fitting)
      throw new Error(
        `${nameOf(first)} | ${nameOf(second)} at once: ${JSON.stringify({ found, seen })} is neither ${JSON.stringify(orders)}`,
      );
    Object.assign(model, fitting.after);
  },
  toString: () => `at once, ${nameOf(first)} | ${nameOf(second)}`,
});

const annaLeaves = (gone: boolean): Command => ({
  check: (model) => model.annaGone !== gone,
  run: async (model, { request }) => {
    await request.setAnna(gone);
    model.annaGone = gone;
    requireEqual(await request.seen(), asSeen(model), gone ? 'after Anna left' : 'after Anna came back');
  },
  toString: () => (gone ? 'Anna leaves' : 'Anna comes back'),
});

/** An act by whoever it is for, mostly: drawn evenly, nearly everything would be refused. */
const likely: Readonly<Record<string, readonly Order['who'][]>> = {
  'tell-more': ['asker', 'deputy'],
  withdraw: ['asker', 'deputy'],
  'set-deputy': ['asker'],
  'unset-deputy': ['asker'],
  'choose-time': ['asker', 'deputy'],
  'follow-up': ['asker', 'deputy'],
  'record-outcome': ['asker', 'anna', 'bertta', 'lead', 'carl'],
  'accept-invitation': ['expert'],
  'decline-invitation': ['expert'],
  advise: ['expert'],
};
const team = ['anna', 'bertta', 'lead', 'carl', 'carls lead'] as const;

const order: fc.Arbitrary<Order> = fc
  .record({
    act: fc.constantFrom(...acts),
    fitting: fc.integer({ min: 0, max: 9 }),
    place: fc.nat(),
    to: fc.constantFrom(...team),
  })
  .map(({ act, fitting, place, to }) => {
    const whom = fitting === 0 ? people : (likely[act] ?? team);
    return { act, who: whom[place % whom.length] ?? 'stranger', to };
  });

/** Withdrawing ends all: it comes seldom, and late. */
const seldom = order.filter(({ act }) => act !== 'withdraw');

export const commands = fc.commands<Model, Real, false>(
  [
    seldom.map(one),
    seldom.map(one),
    seldom.map(one),
    order.map(one),
    seldom.map(twice),
    fc.tuple(seldom, seldom).map(([first, second]) => atOnce(first, second)),
    fc.constantFrom(annaLeaves(true), annaLeaves(false)),
  ],
  { maxCommands: 40, size: 'max' },
);
