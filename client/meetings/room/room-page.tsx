// The room of a meeting that goes on.
import type { JSX } from 'solid-js';
import type { MeetingRoom } from '../../../shared/meeting.ts';
import { Skeleton } from '../../ui/notice.tsx';

export function MeetingRoomPage(_props: { meetingId: string; room: MeetingRoom }): JSX.Element {
  return <Skeleton lines={8} />;
}
