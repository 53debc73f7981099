// Where the acts of a meeting are tried, and by whom.
import type { Person } from '../../server/testing/open-world.ts';
import type { HintsCast, PlacedCases } from './cast.ts';

export type Draw = {
  readonly chance: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
};
export type Place = HintsCast & {
  readonly placed: PlacedCases;
  /** The team's, and a network meeting of the first case. */
  readonly meetings: readonly string[];
  /** With their cases. */
  readonly items: { readonly itemId: string; readonly caseId: string; readonly meetingId: string }[];
  readonly visits: { readonly id: string; readonly membershipId: string }[];
  readonly entries: { readonly itemId: string; readonly id: string; readonly kind: string; base: number }[];
  readonly steps: string[];
  /** Of the team's meeting: who leads it, and what is being discussed. */
  now: { readonly chair: string | null; readonly current: string | null };
};
export type Act = {
  readonly name: string;
  readonly run: (place: Place, draw: Draw) => Promise<{ status: number; by: Person }>;
};

/** Those of the team nearly always; sometimes anybody. */
export const somebody = ({ kaisa, leena, oskar, people }: Place, draw: Draw): Person =>
  draw.chance() < 0.75 ? draw.pick([kaisa, kaisa, leena, oskar]) : draw.pick(people);

export const nobody = (by: Person) => ({ status: 404, by });
