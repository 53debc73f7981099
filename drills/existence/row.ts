// A row of the list of what could tell that something exists.
import type { Telling } from './walk.ts';

export type Row = {
  /** In words, for the page. */
  readonly field: string;
  /** `where path` of the fields meant; absent where no contract names it. */
  readonly of?: RegExp;
  readonly tells?: readonly Telling[];
  /** What moves it. */
  readonly from: string;
  readonly why: string;
};
