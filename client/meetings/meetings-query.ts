// What is read of meetings, and doing something in one. The live layer has it read again when something moved.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { getMeetingRoom, listMeetings } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { createSending, type Sending } from '../api/sending.ts';
import { meetingsKey } from '../live/index.ts';

/** Rows keep their place on the page when it is read again: focus must not jump. */
export const useMeetings = () =>
  useQuery(() => ({
    queryKey: [...meetingsKey, 'list'],
    queryFn: ({ signal }) => call(listMeetings, { signal }),
    reconcile: 'id',
  }));

export const useMeetingRoom = (meetingId: () => string) =>
  useQuery(() => ({
    queryKey: [...meetingsKey, meetingId()],
    queryFn: ({ signal }) => call(getMeetingRoom, { params: { meetingId: meetingId() }, signal }),
    reconcile: 'id',
  }));

export type Doing = Pick<Sending, 'busy' | 'problem' | 'forget'> & {
  /** True when it was done; what is read of meetings is then read again. */
  readonly run: (content: unknown, work: (key: string) => Promise<unknown>) => Promise<boolean>;
};

export const useDoing = (): Doing => {
  const queries = useQueryClient();
  const sending = createSending();
  const readAgain = () => queries.invalidateQueries({ queryKey: meetingsKey });
  return {
    ...sending,
    run: async (content, work) => {
      // Busy until the page shows what was done: a second press would do it twice.
      const done = await sending.send(content, async (key) => {
        await work(key);
        await readAgain();
      });
      // Where it was refused, something has moved that this page does not show yet.
      if (!done) void readAgain();
      return done;
    },
  };
};
