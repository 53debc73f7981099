// What a noun says of its texts that several people write: who may read and write in one now. This is all that a kind is in
// TypeScript; the database asks the same of two functions of the kind's own, written apart (see the migration):
// access.reads_<kind>(scope) and access.writes_<kind>(scope).
//
// A noun that has such texts
//   1. exports a DocumentKind, which server/app.ts lists, and makes the two functions in a migration;
//   2. begins a document with `startDocument` in the command that makes its scope, and keeps the id;
//   3. calls `documentAccessChanged` in every command after which somebody may read or write less or more;
//   4. ends with `freezeDocument`, which gives the text as it stands.
// Whoever may read a document is told who wrote in it: a kind opens it only to people who may know of each other.
import type { Acting } from '../access/actor.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type KindStanding = {
  readonly reads: boolean;
  /** Nobody writes who does not read. */
  readonly writes: boolean;
  /** Milliseconds since 1970: when this may change by the clock alone, without a command; infinite where it cannot. */
  readonly until: number;
};
export const noStanding: KindStanding = { reads: false, writes: false, until: Number.POSITIVE_INFINITY };

export type DocumentKind = {
  /** As in documents.scope_kind: `joint-answer`. */
  readonly kind: string;
  /**
   * Ring 1: what this person, acting so, may do in the texts of a scope at a moment (milliseconds since 1970). Asks the
   * tables that the right follows from, not the database's own answer.
   */
  readonly standing: (tx: Tx, who: Acting, scopeId: string, at: number) => Promise<KindStanding>;
};
