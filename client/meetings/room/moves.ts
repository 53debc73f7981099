// Moving the meeting, coming in and going out: one act at a time, and the room is read again after it.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal } from 'solid-js';
import { comeIn, goOut, type MeetingAct, moveMeeting } from '../../../shared/meetings.ts';
import { CallError, call } from '../../api/call.ts';
import { createSending } from '../../api/sending.ts';
import { meetingsKey } from '../../live/index.ts';

export type Moves = {
  readonly busy: () => boolean;
  readonly problem: () => unknown;
  /** The meeting would pass over the child's voice. */
  readonly childFirst: () => boolean;
  readonly forget: () => void;
  readonly move: (act: MeetingAct, more?: { itemId?: string; phase?: number }) => Promise<boolean>;
  readonly comeIn: () => Promise<boolean>;
  readonly goOut: () => Promise<boolean>;
};

export const createMoves = (meetingId: string): Moves => {
  const [childFirst, setChildFirst] = createSignal(false);
  const queries = useQueryClient();
  const sending = createSending();
  const params = { meetingId };
  /** Busy until the page shows what was done. Where it was refused, something has moved that it does not show yet. */
  const run = async (content: unknown, work: (key: string) => Promise<unknown>): Promise<boolean> => {
    const readAgain = () => queries.invalidateQueries({ queryKey: [...meetingsKey, meetingId] });
    const done = await sending.send(content, async (key) => {
      await work(key);
      await readAgain();
    });
    if (!done) void readAgain();
    return done;
  };
  return {
    busy: sending.busy,
    problem: sending.problem,
    childFirst,
    forget: () => {
      sending.forget();
      setChildFirst(false);
    },
    move: async (act, { itemId, phase } = {}) => {
      setChildFirst(false);
      const body = { act, itemId: itemId ?? null, phase: phase ?? null, reason: null };
      const done = await run(body, (key) => call(moveMeeting, { params, body, key }));
      const problem = sending.problem();
      if (!done && problem instanceof CallError && problem.id === 'child-view-missing') {
        sending.forget();
        setChildFirst(true);
      }
      return done;
    },
    comeIn: () => run('come-in', (key) => call(comeIn, { params, body: {}, key })),
    goOut: () => run('go-out', (key) => call(goOut, { params, body: {}, key })),
  };
};
