// A turn in writing: more is asked, more is told, an expert advises, a talk is noted, it is answered. In an anonymous request both sides keep to it.
import type { Call } from '../access/command.ts';
import type { Server } from '../server.ts';
import { consultationCommand } from './consultation-command.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

type Turn = { text: string; checked: boolean };

const turn =
  (
    act: 'ask-more' | 'tell-more' | 'answer' | 'advise' | 'note-talk',
    kind: 'asked-more' | 'told-more' | 'answer' | 'advice' | 'talk-noted',
  ) =>
  (server: Server, call: Call, id: string, { text, checked }: Turn): Promise<{ id: string }> =>
    consultationCommand(server, call, id, act, async ({ found, step }) => {
      if (found.row.anonymous) requireUnidentifying([{ path: 'text', text }], checked);
      await step({ message: { kind, text } });
    });

export const askMore = turn('ask-more', 'asked-more');
export const tellMore = turn('tell-more', 'told-more');
export const answer = turn('answer', 'answer');
export const advise = turn('advise', 'advice');
export const noteTalk = turn('note-talk', 'talk-noted');
