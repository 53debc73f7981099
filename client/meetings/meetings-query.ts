// What is read of meetings, and doing something in one. The live layer has it read again when something moved.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { getMeetingRoom, listMeetings } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { createDoing, type Doing } from '../api/doing.ts';
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

export const useDoing = (): Doing => {
  const queries = useQueryClient();
  return createDoing(() => queries.invalidateQueries({ queryKey: meetingsKey }));
};
