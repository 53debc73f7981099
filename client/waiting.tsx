// The numbers beside the rooms in the navigation, which come after the page.
import type { JSX } from 'solid-js';
import { WaitingConsultations } from './consultations/waiting.tsx';
import { WaitingMeetings } from './meetings/waiting.tsx';

export function Waiting(props: {
  onConsultations: (count: number) => void;
  /** Null for somebody who has nothing to do with meetings. */
  onMeetings: (count: number | null) => void;
}): JSX.Element {
  return (
    <>
      <WaitingConsultations onCount={props.onConsultations} />
      <WaitingMeetings onCount={props.onMeetings} />
    </>
  );
}
