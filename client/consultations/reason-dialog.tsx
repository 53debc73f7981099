// Something that is done to a request with a reason, which the other side reads.
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { showToast } from '../ui/toast.tsx';
import { WithReason } from '../writing/with-reason.tsx';
import { useDoing } from './consultations-query.ts';

export function ReasonDialog(props: {
  consultationId: string;
  /** The form's own name. */
  name: string;
  title: string;
  lead: string;
  action: string;
  danger: boolean;
  work: (reason: string, key: string) => Promise<unknown>;
  onClose: () => void;
}): JSX.Element {
  const doing = useDoing(() => props.consultationId);
  const work = async (given: string): Promise<boolean> => {
    const done = await doing.run({ given }, (key) => props.work(given, key));
    if (done) showToast(t('consultation.done'));
    return done;
  };
  return (
    <WithReason
      name={props.name}
      title={props.title}
      action={props.action}
      danger={props.danger}
      label={t('consultation.reason')}
      needed={t('consultation.needReason')}
      longest={200}
      busy={doing.busy()}
      problem={doing.problem()}
      lead={<p>{props.lead}</p>}
      work={work}
      onClose={props.onClose}
    />
  );
}
