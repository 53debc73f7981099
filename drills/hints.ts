// `npm run drill -- hints`: random courses of whole meetings, with everybody's pages beside them. A page reads again only what a hint
// tells it to; after every act it must hold what a reload would show, and nobody is told that something moved of which they may
// know nothing. Hints are read where they are written, in each person's stream.
import type { Given, Outcome } from '../bench/outcome.ts';
import { convened, proposed } from '../server/testing/meeting-parts.ts';
import type { Person, World } from '../server/testing/open-world.ts';
import { startRunDatabase } from '../server/testing/run-database.ts';
import type { MeetingRoom } from '../shared/meeting.ts';
import { conveneMeeting } from '../shared/meetings.ts';
import { drawnFrom } from './editors/virtual-time.ts';
import { hintActs } from './hints/acts.ts';
import { type HintsCast, openHintsCast } from './hints/cast.ts';
import { hintsFor, isReadAgain, pagesOf, tellsOfRights } from './hints/pages.ts';
import type { Draw, Place } from './hints/place.ts';
import { inFreshWorld } from './matrix.ts';
import type { HintsOptions } from './options.ts';

export type HintsFound = {
  readonly done: number;
  readonly hints: number;
  /** Pages that held something else than a reload would have shown, and were not told to read. */
  readonly missing: string[];
  /** Hints to somebody of whose own nothing had changed, and who may not know of the meeting. */
  readonly needless: string[];
  /** The control, which does not hear that something is another where no one meeting is meant: how often it was wrong. */
  readonly deaf: number;
};

const drawFor = (seed: number): Draw => {
  const chance = drawnFrom(seed);
  return {
    chance,
    pick: (list) => {
      const found = list[Math.floor(chance() * list.length)];
      if (found === undefined) throw new Error('there is nothing to pick');
      return found;
    },
  };
};
/** What there is to do as a meeting stands: mostly one of these, else anything. */
const timely: Readonly<Record<Stage, readonly string[]>> = {
  planned: [
    'invite',
    'invite',
    'answer-visit',
    'change-visit',
    'change-item',
    'order-agenda',
    'change-meeting',
    'open',
    'open',
  ],
  between: [
    'begin-item',
    'begin-item',
    'begin-item',
    'invite',
    'come-in',
    'answer-visit',
    'take-chair',
    'end',
  ],
  current: [
    'invite',
    'come-in',
    'come-in',
    'change-visit',
    'begin-section',
    'begin-section',
    'write-in-room',
    'child-says',
    'save-field',
    'write-step',
    'take-into-record',
    'set-phase',
    'close-item',
    'close-item',
  ],
  over: [
    'sign-memo',
    'sign-memo',
    'sign-memo',
    'correct-memo',
    'write-in-memo',
    'transfer-memo',
    'write-in-room',
    'save-field',
    'step-done',
    'write-step',
  ],
};
type Stage = 'planned' | 'between' | 'current' | 'over';

const stageOf = ({ meeting, items }: Partial<MeetingRoom>): Stage => {
  if (meeting?.state === 'planned') return 'planned';
  if (meeting?.state !== 'open') return 'over';
  return items?.some(({ state }) => state === 'current') ? 'current' : 'between';
};
const pickAct = ({ chance, pick }: Draw, stage: Stage) => {
  const name = chance() < 0.75 ? pick(timely[stage]) : pick(hintActs).name;
  const found = hintActs.find((act) => act.name === name);
  if (!found) throw new Error(`no act is called ${name}`);
  return found;
};

const placeFor = async (cast: HintsCast): Promise<Place> => {
  const placed = await cast.openCases();
  const [aino = '', elsa = ''] = placed.cases;
  const weekly = await convened(cast.kaisa, cast.team);
  const startsAt = new Date(Date.now() - 600_000).toISOString();
  const endsAt = new Date(Date.now() + 3_600_000).toISOString();
  const network = await cast.leena.do(conveneMeeting, {
    body: {
      of: { kind: 'case', caseId: aino },
      meeting: 'network',
      startsAt,
      endsAt,
      place: 'Koulu',
      link: null,
    },
  });
  const onAgenda = async (by: Person, meetingId: string, caseId: string) => ({
    itemId: await proposed(by, meetingId, caseId),
    caseId,
    meetingId,
  });
  const items = [await onAgenda(cast.oskar, weekly, elsa), await onAgenda(cast.leena, weekly, aino)];
  return {
    ...cast,
    placed,
    meetings: [weekly, network.id],
    items,
    visits: [],
    entries: [],
    steps: [],
    now: { chair: null, current: null },
  };
};

/** Paths at which two answers differ, for words. */
const differing = (one: unknown, other: unknown, path = ''): string[] => {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [path];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differing(one[key as keyof typeof one], other[key as keyof typeof other], `${path}.${key}`),
  );
};
const parsed = (text: string): unknown => JSON.parse(text);

const holdOne = async (world: World, cast: HintsCast, seed: number, acts: number): Promise<HintsFound> => {
  const draw = drawFor(seed);
  const place = await placeFor(cast);
  const found: { done: number; hints: number; missing: string[]; needless: string[]; deaf: number } = {
    done: 0,
    hints: 0,
    deaf: 0,
    missing: [],
    needless: [],
  };
  const seen = new Map<string, number>();
  const newEvents = async (): Promise<Map<string, unknown[]>> => {
    const { rows } = await world.superuser(
      `select e.stream_id, e.seq, e.payload from events e where e.stream_id = any($1::uuid[]) order by e.seq`,
      [[...cast.people.map(({ id }) => id), ...place.placed.cases]],
    );
    const fresh = new Map<string, unknown[]>();
    for (const { stream_id: stream, seq, payload } of rows) {
      const id = String(stream);
      if (Number(seq) <= (seen.get(id) ?? 0)) continue;
      seen.set(id, Number(seq));
      fresh.set(id, [...(fresh.get(id) ?? []), payload]);
    }
    return fresh;
  };
  const held = new Map<string, string>();
  /** Another session now and then: nobody reloads so often. */
  const readers = new Map<Person, Person>();
  const signInAgain = async (): Promise<void> => {
    for (const person of cast.people) readers.set(person, await world.signIn(person.signInName));
  };
  // Held from the beginning, so that the first memo is missed where nobody tells of it.
  let memos = true;
  const readAll = async () =>
    (
      await Promise.all(
        cast.people.map((person) =>
          Promise.all(
            pagesOf(readers.get(person) ?? person, {
              memos,
              meetings: place.meetings,
              items: place.items.map(({ itemId }) => itemId),
              cases: place.placed.cases,
            }).map(async (page) => ({ person, page, text: await page.read() })),
          ),
        ),
      )
    ).flat();

  await signInAgain();
  await newEvents();
  for (const { person, page, text } of await readAll()) held.set(`${person.id} ${page.name}`, text);
  memos = false;
  for (let n = 0; n < acts; n += 1) {
    if (n % 40 === 39) await signInAgain();
    const room = JSON.parse(held.get(`${cast.kaisa.id} room 1`) ?? '{}') as Partial<MeetingRoom>;
    place.now = {
      chair: room.meeting?.chair?.personId ?? null,
      current: room.items?.find(({ state }) => state === 'current')?.id ?? null,
    };
    const act = pickAct(draw, stageOf(room));
    const { status, by } = await act.run(place, draw);
    if (status === 200) found.done += 1;
    const events = await newEvents();
    memos ||= act.name === 'end' && status === 200;
    const now = await readAll();
    const rights = place.placed.cases.some((id) => tellsOfRights(events.get(id) ?? []));
    for (const person of cast.people) {
      const hints = hintsFor(person, events.get(person.id) ?? []);
      found.hints += hints.length;
      const own = now.filter((one) => one.person === person);
      const changed = own.filter(
        ({ page, text }) => (held.get(`${person.id} ${page.name}`) ?? '404') !== text,
      );
      const where = `seed ${seed}, act ${n} ${act.name} by ${by.signInName} (${status}): ${person.signInName}`;
      const heard = hints.filter(({ kind }) => kind === 'meeting.changed');
      for (const { page, text } of changed) {
        if (!rights && !isReadAgain(page, heard)) found.deaf += 1;
        if (!rights && !isReadAgain(page, hints)) {
          const before = held.get(`${person.id} ${page.name}`) ?? '404';
          found.missing.push(`${where}, ${page.name} ${differing(parsed(before), parsed(text)).join(' ')}`);
        }
        held.set(`${person.id} ${page.name}`, text);
      }
      // Whoever reads a room may know that it moved; everybody else hears only of their own.
      const reads = own.some(({ page, text }) => page.name.startsWith('room') && text !== '404');
      if (hints.length > 0 && changed.length === 0 && !reads && by !== person)
        found.needless.push(`${where} ${hints.map((hint) => JSON.stringify(hint)).join(' ')}`);
    }
  }
  return found;
};

export const holdMeetings = async (
  world: World,
  {
    meetings,
    acts,
    seed,
    say,
  }: { meetings: number; acts: number; seed: number; say: (words: string) => void },
): Promise<HintsFound> => {
  const cast = await openHintsCast(world);
  const sum: HintsFound[] = [];
  for (let n = 0; n < meetings; n += 1) {
    const found = await holdOne(world, cast, seed + n, acts);
    sum.push(found);
    say(`meeting ${n + 1}: ${found.done} acts done, ${found.hints} hints`);
    for (const words of [...found.missing, ...found.needless]) say(words);
  }
  return {
    done: sum.reduce((all, { done }) => all + done, 0),
    hints: sum.reduce((all, { hints }) => all + hints, 0),
    missing: sum.flatMap(({ missing }) => missing),
    needless: sum.flatMap(({ needless }) => needless),
    deaf: sum.reduce((all, { deaf }) => all + deaf, 0),
  };
};

export const drillHints = async ({ meetings, acts, seed, say }: Given<HintsOptions>): Promise<Outcome> => {
  const { run, stop } = await startRunDatabase('a drill');
  try {
    const found = await inFreshWorld(run, (world) => holdMeetings(world, { meetings, acts, seed, say }));
    const { done, hints, missing, needless, deaf } = found;
    return {
      ok: missing.length + needless.length === 0 && done > 0 && hints > 0 && deaf > 0,
      meetings,
      done,
      hints,
      missing: missing.length,
      needless: needless.length,
      controlCaught: deaf > 0,
    };
  } finally {
    await stop();
  }
};
