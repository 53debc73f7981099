// What is done to a meeting or to a case on its agenda with a reason.
import type { JSX } from 'solid-js';
import type { MeetingAct } from '../../shared/meetings.ts';
import { moveMeeting } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { t } from '../i18n/index.ts';
import { showToast } from '../ui/toast.tsx';
import { WithReason } from '../writing/with-reason.tsx';
import { useDoing } from './meetings-query.ts';

const acts = {
  cancel: { title: 'meeting.cancel', lead: 'meeting.cancelLead', done: 'meeting.cancelled' },
  'postpone-item': { title: 'meeting.postpone', lead: 'meeting.postponeLead', done: 'meeting.postponed' },
  'withdraw-item': { title: 'meeting.withdraw', lead: 'meeting.withdrawLead', done: 'meeting.withdrawn' },
} as const satisfies Partial<Record<MeetingAct, unknown>>;
export type ReasonedAct = keyof typeof acts;

export function ReasonDialog(props: {
  meetingId: string;
  act: ReasonedAct;
  /** The item, and what it is called. */
  item?: { readonly id: string; readonly name: string } | undefined;
  onClose: () => void;
}): JSX.Element {
  const words = acts[props.act];
  const doing = useDoing();
  const work = async (reason: string): Promise<boolean> => {
    const params = { meetingId: props.meetingId };
    const body = { act: props.act, itemId: props.item?.id ?? null, phase: null, reason };
    const done = await doing.run(body, (key) => call(moveMeeting, { params, body, key }));
    if (done) showToast(t(words.done));
    return done;
  };
  return (
    <WithReason
      name={`${props.act}:${props.item?.id ?? props.meetingId}`}
      title={props.item ? `${t(words.title)}: ${props.item.name}` : t(words.title)}
      action={t(words.title)}
      danger={props.act !== 'postpone-item'}
      label={t('meeting.reason')}
      needed={t('meeting.needReason')}
      longest={400}
      busy={doing.busy()}
      problem={doing.problem()}
      lead={<p>{t(words.lead)}</p>}
      work={work}
      onClose={props.onClose}
    />
  );
}
