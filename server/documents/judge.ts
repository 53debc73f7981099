// Whether what somebody sent may be written: of a size that fits, made of what a text is made of, in nobody else's name, and
// built only on what the server has.
import * as Y from 'yjs';
import {
  documentAttributes,
  documentLimits,
  documentMarks,
  documentNodes,
  documentRoot,
} from '../../shared/document-limits.ts';
import type { RefusedFor } from '../../shared/documents.ts';
import { judgeUpdate, type TextShape } from '../platform/live/yjs-update.ts';
import type { Member } from './member.ts';
import type { TextState } from './text-state.ts';
import type { WaitingRoom } from './waiting.ts';

const shape: TextShape = {
  root: documentRoot,
  nodes: documentNodes,
  marks: documentMarks,
  attributes: documentAttributes,
};

/** `to`: the clock after its last word. `isKnown`: it brings nothing that is not in the table. */
type Taken = { readonly clientId: number; readonly to: number; readonly isKnown: boolean };

export const judge = (
  member: Member,
  text: TextState,
  waiting: WaitingRoom,
  bytes: Uint8Array,
): Taken | RefusedFor => {
  if (bytes.length > documentLimits.update) return 'too-large';
  if (!member.standing?.writes) return member.standing?.frozen ? 'frozen' : 'not-a-writer';
  if (!member.spend(bytes.length)) return 'too-fast';
  const judged = judgeUpdate(bytes, shape, text.doc, waiting.ahead);
  if (typeof judged === 'string') return judged;
  const clientId = judged.clientId ?? member.clientId;
  // A client that nobody has written by is this session's alone; any other is the person's who has written by it.
  const writer = text.writers.get(clientId);
  if (writer ? !member.owns(writer) : clientId !== member.clientId) return 'forged';
  const addsNothing = judged.clientId === null || judged.to <= Y.getState(text.doc.store, clientId);
  if (!addsNothing && !text.hasRoom(waiting.bytes() + bytes.length)) return 'document-full';
  return { clientId, to: judged.to, isKnown: addsNothing && !judged.deletes };
};
