// One connection's place in an open document: who it is, what it may do, what it sent that is not written yet, and how its
// frames are counted.
import { Buffer } from 'node:buffer';
import type { Author, Caret, DocumentFrame, RefusedFor } from '../../shared/documents.ts';
import type { Actor } from '../access/actor.ts';
import { createAllowance } from './allowance.ts';
import type { Standing, Writer } from './store.ts';

type NotOfOne<F> = F extends unknown ? Omit<F, 'documentId'> : never;
type Said = NotOfOne<DocumentFrame>;

export const authorOf = ({ clientId, personId, name, agencyKind }: Writer): Author => ({
  clientId,
  personId,
  name,
  agencyKind,
});

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

export const createMember = (
  documentId: string,
  actor: Actor,
  clientId: number,
  sendFrame: (frame: DocumentFrame) => void,
  now: () => number,
  /** It goes on with what it has open, by a new connection. */
  again = false,
) => {
  const named = new Set<number>();
  const allowance = createAllowance(now);
  let counted = 0;
  const say = (frame: Said): void => {
    if (!member.left) sendFrame({ ...frame, documentId } as DocumentFrame);
  };
  const member = {
    actor,
    clientId,
    again,
    standing: null as Standing | null,
    name: '',
    left: false,
    caret: null as Caret | null,
    spend: allowance.spend,
    say,
    refuse: (n: number, why: RefusedFor, noteId: string | null = null): void =>
      say({ t: 'document-refused', n, why, noteId }),
    /** Begins the counting anew. */
    begin: (state: Omit<Extract<Said, { t: 'document-state' }>, 't'>): void => {
      counted = 0;
      named.clear();
      for (const author of state.authors) named.add(author.clientId);
      say({ t: 'document-state', ...state });
    },
    give: (writer: Writer, update: string, at: string): void => {
      if (!named.has(writer.clientId)) {
        named.add(writer.clientId);
        say({ t: 'document-authors', authors: [authorOf(writer)] });
      }
      counted += 1;
      say({ t: 'document-update', n: counted, update, at });
    },
    /** How others know whose the words of one of this person's clients are. */
    writerOf: (id: number): Writer => ({
      clientId: id,
      personId: actor.personId,
      affiliationId: actor.affiliation?.id ?? null,
      name: member.name,
      agencyKind: actor.affiliation?.agencyKind ?? null,
    }),
    /** Is it a client of this very person, acting as they do here? */
    owns: (writer: Writer): boolean =>
      writer.personId === actor.personId && writer.affiliationId === (actor.affiliation?.id ?? null),
  };
  return member;
};
export type Member = ReturnType<typeof createMember>;
