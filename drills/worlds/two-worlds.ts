// Two worlds, built alike on one clock; in one of them something happens that an observer may not know of. Whatever the
// observer asks and hears is compared, byte for byte.

import { type Clock, settableClock } from '../../server/platform/clock/clock.ts';
import { assessmentOfAino } from '../../server/testing/assessment-of-aino.ts';
import { caseOfAino } from '../../server/testing/case-of-aino.ts';
import { ground } from '../../server/testing/case-parts.ts';
import { connectLive, type LiveClient } from '../../server/testing/live-client.ts';
import type { Person, World, WorldOptions } from '../../server/testing/open-world.ts';
import { recordGround } from '../../shared/cases.ts';
import { createPlain } from './plain.ts';
import type { Observer, Secret, Stage } from './secrets-of-world.ts';
import { walkApi } from './walk-api.ts';

export type Difference = {
  readonly observer: Observer;
  readonly where: string;
  readonly a: string;
  readonly b: string;
};
export type Compared = { readonly comparisons: number; readonly differences: readonly Difference[] };
export type OpenWorld = (options: WorldOptions) => Promise<World>;

/** Frames that come by a beat of their own, whatever happens, and hints that are gathered over a moment. */
const beats = new Set(['beat', 'token', 'hello']);
const gathered = new Set(['presence', 'today']);

/** `meanwhile`: every frame of the time in which the secret happened, or did not. `after`: the events that followed. */
export type Told = {
  readonly answers: Readonly<Record<string, string>>;
  readonly meanwhile: readonly string[];
  readonly after: readonly string[];
};
export type ToldTo = Readonly<Partial<Record<Observer, Told>>>;

const build = async (
  open: OpenWorld,
  clock: Clock,
): Promise<Stage & { observers: Record<Observer, Person> }> => {
  const world = await open({ clock });
  const aino = await caseOfAino(world);
  const room = await assessmentOfAino(aino);
  const { entryId } = await room.contribution(aino.mikko, 'school-and-learning', 'Poissaoloja on paljon.');
  await room.share(aino.mikko, entryId, { familyScope: 'all' });
  const colleague = await world.professional('Outi Utelias', aino.home, 'social-worker');
  const administrator = await world.professional('Timo Ahonen', aino.home, 'administrator');
  const henrik = await world.professional('Henrik Lindqvist', aino.psychiatry, 'psychiatrist');
  const maija = await world.professional('Maija Muu', aino.home, 'family-therapist');
  return {
    world,
    aino,
    room,
    henrik,
    maija,
    observers: { teacher: aino.mikko, guardian: aino.minna, colleague, administrator },
  };
};

/** What everybody may see, after the secret: it must look the same, and come in the same order. */
const afterwards = async ({ aino, room }: Stage): Promise<void> => {
  const { entryId } = await room.contribution(aino.mikko, 'friends', 'Yksi hyvä kaveri.');
  await room.share(aino.mikko, entryId, { familyScope: 'all' });
  await aino.leena.do(recordGround, {
    params: { caseId: aino.caseId },
    body: { fromAgencyId: aino.home, toAgencyId: aino.school, ground: ground(['shared-goal']) },
  });
};

const quiet = (clients: readonly LiveClient[]) => async (): Promise<void> => {
  for (let before = -1; ; ) {
    const now = clients.reduce((sum, client) => sum + client.frames.length, 0);
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
  }
};

const watchAs = async (address: string, person: Person, caseId: string): Promise<LiveClient> => {
  const client = await connectLive(address, person);
  client.send({ t: 'watch-today' });
  const opened = await client.follow(caseId).then(
    () => true,
    () => false,
  );
  // Who may not see the case asks for it all the same.
  if (!opened) client.resume(caseId, 'x'.repeat(64));
  return client;
};

/** Builds a world, lets the secret happen in it or not, and writes down what each observer gets. */
export const tellWorld = async (
  open: OpenWorld,
  begin: Date,
  secret: Secret | null,
  from: readonly Observer[],
): Promise<ToldTo> => {
  const clock = settableClock(begin);
  const stage = await build(open, clock);
  const { world, aino, room, observers } = stage;
  const address = await world.listen();
  const clients = await Promise.all(from.map((name) => watchAs(address, observers[name], aino.caseId)));
  const wait = quiet(clients);
  clock.advance(60_000);
  await wait();
  const before = clients.map((client) => client.frames.length);
  if (secret) await secret.do(stage);
  clock.advance(60_000);
  await wait();
  const between = clients.map((client) => client.frames.length);
  await afterwards(stage);
  await wait();
  clock.advance(60_000);
  const told: Partial<Record<Observer, Told>> = {};
  for (const [n, name] of from.entries()) {
    const plain = createPlain();
    const ids = { caseId: aino.caseId, assessmentId: room.assessmentId };
    const answers = await walkApi(world, observers[name], ids, plain);
    const frames = clients[n]?.frames.filter(({ t }) => !beats.has(t)) ?? [];
    const beatsUntil = (end = 0) =>
      clients[n]?.frames.slice(0, end).filter(({ t }) => !beats.has(t)).length ?? 0;
    const [first, last] = [beatsUntil(before[n]), beatsUntil(between[n])];
    const text = (frame: unknown): string => plain.text(JSON.stringify(frame));
    told[name] = {
      answers,
      meanwhile: frames.slice(first, last).map(text),
      after: frames
        .slice(last)
        .filter(({ t }) => !gathered.has(t))
        .map(text),
    };
    await clients[n]?.close();
  }
  return told;
};

const compareLists = (a: readonly string[], b: readonly string[]): [string, string][] =>
  Array.from({ length: Math.max(a.length, b.length, 1) }, (_, n) => [a[n] ?? '', b[n] ?? '']);

export const compareTold = (a: ToldTo, b: ToldTo, from: readonly Observer[]): Compared => {
  let comparisons = 0;
  const differences: Difference[] = [];
  const compare = (observer: Observer, where: string, one: string, other: string): void => {
    comparisons += 1;
    if (one !== other) differences.push({ observer, where, a: one, b: other });
  };
  for (const observer of from) {
    const [one, other] = [a[observer], b[observer]];
    if (!one || !other) throw new Error('nobody looked');
    for (const [where, answer] of Object.entries(one.answers))
      compare(observer, where, answer, other.answers[where] ?? '');
    for (const [x, y] of compareLists(one.meanwhile, other.meanwhile))
      compare(observer, 'a frame meanwhile', x, y);
    for (const [x, y] of compareLists(one.after, other.after)) compare(observer, 'a frame after', x, y);
  }
  return { comparisons, differences };
};
