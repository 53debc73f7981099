// What a way in which a right ends has to say of itself, and the steps that the ways have in common.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Cast, inviteVictim, type Lane } from './lane.ts';
import type { Session } from './people.ts';

export type Scene = {
  readonly cast: Cast;
  readonly lane: Lane;
  readonly curtain: pg.Pool;
  /** The server through which this round's command goes. */
  readonly port: number;
};
/** @param closeBy called shortly before */
type End = (closeBy: () => Promise<void>) => Promise<number>;
export type Kind = {
  readonly name: string;
  readonly visiting: boolean;
  /** What must not come any more: everything of the case, or the text alone. */
  readonly affects: 'case' | 'text';
  /**
   * Where in the case's stream the end stands: at the mark that the command left there; where it left none, after what
   * was committed by the moment at which it was acknowledged, or at which time itself ended the right.
   */
  readonly place: 'access.changed' | 'entry.removed' | 'moment';
  /** Everything up to a page that is open in this session; then `end`, which gives the moment to count from. */
  readonly prepare: (scene: Scene) => Promise<{ session: Session; end: End }>;
  /** As it was before. */
  readonly restore: (scene: Scene) => Promise<void>;
};

/** Long enough ahead that every page is open and both servers know of it. */
const aheadMs = 2_000;
const soon = (): Date => new Date(Date.now() + aheadMs);
const untilThen = async (moment: Date, closeBy: () => Promise<void>): Promise<number> => {
  await sleep(Math.max(0, moment.getTime() - Date.now() - 150));
  await closeBy();
  await sleep(Math.max(0, moment.getTime() - Date.now()));
  return moment.getTime();
};
export const acknowledged =
  (command: () => Promise<unknown>): End =>
  async (closeBy) => {
    await closeBy();
    await command();
    return Date.now();
  };
const nothing = async (): Promise<void> => undefined;

export const sessionOf = ({ cast, lane }: Scene): Promise<Session> =>
  cast.people.session(lane.victim, lane.victimActs);
export const inTheCase = async (scene: Scene): Promise<Session> => {
  await inviteVictim(scene.port, scene.lane);
  return sessionOf(scene);
};

type About = Pick<Kind, 'name' | 'visiting' | 'affects'> & Partial<Pick<Kind, 'restore'>>;

/** @param begin once the session's page may be opened; returns the command by which the right ends */
export const endsByCommand = (
  { place, restore = nothing, ...about }: About & Pick<Kind, 'place'>,
  begin: (scene: Scene, session: Session) => Promise<() => Promise<unknown>>,
): Kind => ({
  ...about,
  place,
  restore,
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    return { session, end: acknowledged(await begin(scene, session)) };
  },
});

/** @param begin the same; returns what gives the right its end in time */
export const endsByItself = (
  { restore = nothing, ...about }: About,
  begin: (scene: Scene, session: Session) => Promise<(at: Date) => Promise<unknown>>,
): Kind => ({
  ...about,
  place: 'moment',
  restore,
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const endAt = await begin(scene, session);
    const end: End = async (closeBy) => {
      const at = soon();
      await endAt(at);
      return untilThen(at, closeBy);
    };
    return { session, end };
  },
});
