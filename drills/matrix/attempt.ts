// A statement of the table of writes: who may make it, in which disguise, and what is so before.
import type { Who } from './cast.ts';
import type { Even } from './disguises.ts';
import type { Region } from './people.ts';
import type { PlacedForWrites } from './place-own.ts';

export type Attempt = {
  readonly says: string;
  readonly statement: string;
  readonly values: (placed: PlacedForWrites, region: Region, who: Who) => unknown[];
  readonly may: readonly Who[];
  /** Who of these may even in a disguise; nobody unless said. */
  readonly even?: Even;
  /** What is so before: statements past every rule, with their values, in the same transaction. */
  readonly given?: (
    placed: PlacedForWrites,
    region: Region,
  ) => readonly (readonly [sql: string, ...of: unknown[]])[];
  /** How many rows anybody may touch, as SQL over what is asked: it is done where more are touched. */
  readonly beyond?: string;
  /** Who tries it; everybody unless said. */
  readonly asked?: readonly Who[];
};
