// Where the writers' carets are, in memory: told to the others a few times a second, never kept.
import type { Caret } from '../../shared/documents.ts';
import { createPacer } from '../platform/live/pacer.ts';
import { authorOf, type Member } from './member.ts';
import type { Writer } from './store.ts';

const paceMs = 80;
/** A process that has not told of its carets for so long is gone. */
const silenceMs = 8_000;

type Elsewhere = { readonly process: string; readonly writer: Writer; readonly caret: Caret; until: number };
type Shown = { readonly writer: Writer; readonly caret: Caret | null };

export const createCarets = (
  members: ReadonlySet<Member>,
  { now, onCaret }: { readonly now: () => number; readonly onCaret: (member: Member) => void },
) => {
  const elsewhere = new Map<number, Elsewhere>();
  let changed = new Map<number, Shown>();

  const tellTo = (member: Member, shown: Iterable<Shown>): void => {
    const carets = [...shown]
      .filter(({ writer }) => writer.clientId !== member.clientId)
      .map(({ writer, caret }) => ({ author: authorOf(writer), caret }));
    if (carets.length > 0) member.say({ t: 'document-carets', carets });
  };
  const pacer = createPacer(paceMs, () => {
    const now = changed;
    changed = new Map();
    for (const member of members) tellTo(member, now.values());
  });
  const show = (writer: Writer, caret: Caret | null): void => {
    changed.set(writer.clientId, { writer, caret });
    pacer.mark();
  };
  const here = (): Shown[] =>
    [...members].flatMap((member) =>
      member.caret ? [{ writer: member.writerOf(member.clientId), caret: member.caret }] : [],
    );

  return {
    moved: (member: Member, caret: Caret | null): void => {
      if (member.left || !member.standing?.writes) return;
      member.caret = caret;
      show(member.writerOf(member.clientId), caret);
      onCaret(member);
    },
    left: (member: Member): void => {
      if (!member.caret) return;
      member.caret = null;
      show(member.writerOf(member.clientId), null);
      onCaret(member);
    },
    /** All of them, to somebody who has just come. */
    tell: (member: Member): void => tellTo(member, [...here(), ...elsewhere.values()]),
    here,
    /** What another process tells. */
    heard: (process: string, writer: Writer, caret: Caret | null): void => {
      if (caret) elsewhere.set(writer.clientId, { process, writer, caret, until: now() + silenceMs });
      else elsewhere.delete(writer.clientId);
      show(writer, caret);
    },
    tick: (): void => {
      for (const [clientId, { writer, until }] of elsewhere) {
        if (until > now()) continue;
        elsewhere.delete(clientId);
        show(writer, null);
      }
    },
    stop: pacer.stop,
  };
};
