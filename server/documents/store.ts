// What the room of a document needs of the tables. The tables are the truth: what is in no update of theirs was never
// written.
import type { Author } from '../../shared/documents.ts';
import type { Actor } from '../access/actor.ts';

/** What one person, acting as they do, may do in a document, and under which access epoch that was found. */
export type Standing = {
  readonly epoch: number;
  readonly reads: boolean;
  /** Not in a frozen one. */
  readonly writes: boolean;
  readonly frozen: boolean;
  /** Milliseconds since 1970 from which it must be asked again. */
  readonly until: number;
};

/** Whose the words of a client are, and acting in which affiliation. */
export type Writer = Author & { readonly affiliationId: string | null };

/** An update that somebody sent, before it is in the table. */
export type Sent = { readonly actor: Actor; readonly clientId: number; readonly bytes: Uint8Array };
export type Written = {
  readonly seq: number;
  readonly writer: Writer;
  readonly bytes: Uint8Array;
  /** ISO 8601. */
  readonly at: string;
};
export type Loaded = {
  /** Null where nothing was kept together yet. */
  readonly snapshot: Uint8Array | null;
  readonly snapshotSeq: number;
  readonly writers: readonly Writer[];
  readonly at: string | null;
};
export type Head = { readonly seq: number; readonly epoch: number };
export type Committed =
  /** `last`: the number of the last of them; they stand one after the other. */
  | { readonly kind: 'written'; readonly last: number; readonly at: string }
  /** Access has changed, or the text was frozen, since it was allowed: nothing was written. */
  | { readonly kind: 'stale' }
  /** The database allows it to none of them, or to some not. Nothing was written. */
  | { readonly kind: 'refused' };

export type DocumentStore = {
  /** Null when there is no such document. */
  load(documentId: string): Promise<Loaded | null>;
  /** In the order of their numbers, a page at most, with the access epoch of that moment. */
  readAfter(documentId: string, seq: number): Promise<{ updates: readonly Written[]; epoch: number }>;
  heads(documentIds: readonly string[]): Promise<ReadonlyMap<string, Head>>;
  /** Null when there is no such document. Both rings. */
  standing(documentId: string, actor: Actor): Promise<Standing | null>;
  /**
   * The same, and how others know them; with a row in the access log where they may read, unless they only go on with what
   * they have open (`again`).
   */
  enter(
    documentId: string,
    actor: Actor,
    again: boolean,
  ): Promise<(Standing & { readonly name: string }) | null>;
  /** All of them or none, and none under another epoch than the one given. Throws where nobody knows. */
  commit(documentId: string, epoch: number, updates: readonly Sent[]): Promise<Committed>;
  keepSnapshot(documentId: string, seq: number, state: Uint8Array): Promise<void>;
  /** Words that came too late become a private note of their writer. Returns its id. */
  keepAsNote(documentId: string, actor: Actor, words: string): Promise<string>;
};
export const pageOfUpdates = 500;
