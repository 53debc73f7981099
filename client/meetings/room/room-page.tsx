// The room of a meeting that goes on.
import type { JSX } from 'solid-js';
import { Skeleton } from '../../ui/notice.tsx';

export function MeetingRoomPage(_props: { meetingId: string }): JSX.Element {
  return <Skeleton lines={8} />;
}
