// What is so before an attempt, put together from statements.
import type { Attempt } from './attempt.ts';
import type { Region } from './people.ts';
import type { PlacedForWrites } from './place-own.ts';

export type Given = NonNullable<Attempt['given']>;
export type Id = (placed: PlacedForWrites, region: Region) => unknown;

/** One statement about one id, which is $1. */
export const put =
  (sql: string, id: Id): Given =>
  (placed, region) => [[sql, id(placed, region)]];
export const both =
  (...all: readonly Given[]): Given =>
  (placed, region) =>
    all.flatMap((given) => given(placed, region));
