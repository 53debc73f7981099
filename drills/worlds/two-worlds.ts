// Two worlds, built alike on one clock; in one of them something happens that an observer may not know of. Whatever the
// observer asks, hears, is mailed and polls is compared, byte for byte.
import { settableClock } from '../../server/platform/clock/clock.ts';
import { ground } from '../../server/testing/case-parts.ts';
import { connectLive, type LiveClient } from '../../server/testing/live-client.ts';
import type { Person } from '../../server/testing/open-world.ts';
import { signAssessment } from '../../shared/assessments.ts';
import { getWorkspace, recordGround } from '../../shared/cases.ts';
import { pollLive } from '../../shared/live-routes.ts';
import { heard, isBeat, quiet } from './heard.ts';
import { createPlain } from './plain.ts';
import type { Secret } from './secrets-of-world.ts';
import type { Observer, OpenStage, Stage } from './stage.ts';
import { walkApi } from './walk-api.ts';

export type Difference = {
  readonly observer: Observer;
  readonly where: string;
  readonly a: string;
  readonly b: string;
};
export type Compared = { readonly comparisons: number; readonly differences: readonly Difference[] };

/** What is gathered over a moment, and so may come with the next one. */
const gathered = new Set(['presence', 'today', 'consultations']);

/** `meanwhile`: every frame of the time in which the secret happened, or did not. `after`: the events that followed. */
export type Told = {
  readonly answers: Readonly<Record<string, string>>;
  readonly meanwhile: readonly string[];
  readonly after: readonly string[];
};
export type ToldTo = Readonly<Partial<Record<Observer, Told>>>;

/** What everybody may see, after the secret: it must look the same, and come in the same order. */
const afterwards = async ({ aino, room, texts }: Stage): Promise<string> => {
  const { entryId } = await room.contribution(aino.mikko, 'friends', 'Yksi hyvä kaveri.');
  await room.share(aino.mikko, entryId, { familyScope: 'all' });
  await aino.leena.do(recordGround, {
    params: { caseId: aino.caseId },
    body: { fromAgencyId: aino.home, toAgencyId: aino.school, ground: ground(['shared-goal']) },
  });
  // A text that may have gone to somebody else meanwhile is added to.
  await room.write(aino.leena, texts.situation, {
    narrative: 'Koulu sujuu vaihtelevasti. Aamut ovat vaikeita.',
  });
  const view = await room.start(aino.petri, 'child-view');
  await room.write(aino.petri, view, { absence: 'Ei tavattu vielä.' });
  await room.share(aino.petri, view);
  const synthesis = await room.start(aino.leena, 'synthesis');
  await room.write(aino.leena, synthesis, { synthesis: 'Kokonaisuus.' });
  await room.share(aino.leena, synthesis, { scope: 'everyone', familyScope: 'all' });
  const params = { caseId: aino.caseId, assessmentId: room.assessmentId };
  return (await aino.leena.do(signAssessment, { params, body: { version: 1 } })).id;
};

const watchAs = async (address: string, person: Person, caseId: string): Promise<LiveClient> => {
  const client = await connectLive(address, person);
  await client.watchToday();
  const opened = await client.follow(caseId).then(
    () => true,
    () => false,
  );
  // Who may not see the case asks for it all the same.
  if (!opened) client.resume(caseId, 'x'.repeat(64));
  return client;
};

/** Where they would go on from without a socket; a made-up place for whoever may not see the case. */
const tokenOf = async (person: Person, caseId: string): Promise<string> => {
  const { status, body } = await person.try(getWorkspace, { params: { caseId } });
  return status === 200 ? body.live : 'x'.repeat(64);
};

const pollAs = async (person: Person, caseId: string, token: string): Promise<string> => {
  const body = { cases: [{ caseId, token, place: null }], today: false, connection: 'two-worlds' };
  const { frames, again } = await person.do(pollLive, { body });
  return JSON.stringify([frames.filter(({ t }) => !gathered.has(t)), again]);
};

const mailsTo = async ({ world }: Stage, person: Person): Promise<string> => {
  const { rows } = await world.superuser(
    `select stage, case_number, due_on, path, calendar_sequence, starts_at, ends_at, meeting_kind, at
     from mails where person_id = $1 order by at, stage, path, calendar_sequence`,
    [person.id],
  );
  return JSON.stringify(rows);
};

/** What an observer knows the ids of. */
const idsFor = (stage: Stage, name: Observer, versionId: string): Record<string, string> => ({
  caseId: stage.aino.caseId,
  assessmentId: stage.room.assessmentId,
  versionId,
  entryId: stage.texts.situation,
  consultationId: stage.consultationId,
  agencyId: stage.aino.school,
  // Everybody in the case may know of the teacher but the teacher looks at the guardian.
  personId: name === 'teacher' ? stage.aino.minna.id : stage.aino.aino.id,
});

/** What one observer gets: the frames until `before` are of neither world, those until `between` of the time meanwhile. */
const tellOne = async (
  stage: Stage,
  name: Observer,
  client: LiveClient,
  {
    token,
    before,
    between,
    versionId,
  }: { token: string; before: number; between: number; versionId: string },
): Promise<Told> => {
  const person = stage.observers[name];
  const plain = createPlain();
  const text = (frame: unknown): string => plain.text(JSON.stringify(frame));
  const answers = {
    ...(await walkApi(stage.world, person, idsFor(stage, name, versionId), plain)),
    polling: plain.text(await pollAs(person, stage.aino.caseId, token)),
    mails: plain.text(await mailsTo(stage, person)),
  };
  return {
    answers,
    meanwhile: heard(client.frames.slice(0, between), before, text),
    after: client.frames
      .slice(between)
      .filter((frame) => !isBeat(frame) && !gathered.has(frame.t))
      .map(text),
  };
};

/** `also`: what is otherwise in this world than in the product, such as a leak for the control. */
export type Telling = {
  readonly open: OpenStage;
  /** When the stage was built. */
  readonly begin: Date;
  readonly secrets: readonly Secret[];
  readonly to: readonly Observer[];
  readonly also?: (stage: Stage) => Promise<void>;
};

/** Builds a world, lets the secrets happen in it or not, and writes down what each observer gets. */
export const tellWorld = async ({ open, begin, secrets, to, also }: Telling): Promise<ToldTo> => {
  const clock = settableClock(begin);
  const stage = await open(clock);
  const { world, aino, observers } = stage;
  await also?.(stage);
  const address = await world.listen();
  const clients = await Promise.all(to.map((name) => watchAs(address, observers[name], aino.caseId)));
  const wait = quiet(clients);
  clock.advance(60_000);
  const tokens = await Promise.all(to.map((name) => tokenOf(observers[name], aino.caseId)));
  await wait();
  const before = clients.map((client) => client.frames.length);
  for (const secret of secrets) await secret.do(stage);
  clock.advance(60_000);
  await wait();
  const between = clients.map((client) => client.frames.length);
  const versionId = await afterwards(stage);
  await wait();
  clock.advance(60_000);
  const told: Partial<Record<Observer, Told>> = {};
  for (const [n, name] of to.entries()) {
    const client = clients[n];
    if (!client) throw new Error('nobody looked');
    const when = { token: tokens[n] ?? '', before: before[n] ?? 0, between: between[n] ?? 0, versionId };
    told[name] = await tellOne(stage, name, client, when);
  }
  for (const client of clients) await client.close();
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

/** Where two long texts part, with what stands around. */
export const parting = ({ observer, where, a, b }: Difference): string => {
  const at = [...a].findIndex((sign, n) => sign !== b[n]);
  const from = Math.max(0, (at === -1 ? a.length : at) - 120);
  return `${observer}, ${where}: …${a.slice(from, from + 320)} ≠ …${b.slice(from, from + 320)}`;
};
