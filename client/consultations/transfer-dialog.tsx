// Into which system of one's own a request was taken over.
import type { JSX } from 'solid-js';
import { markTransferred } from '../../shared/consultation-records.ts';
import { call } from '../api/call.ts';
import { t } from '../i18n/index.ts';
import { showToast } from '../ui/toast.tsx';
import { WithReason } from '../writing/with-reason.tsx';
import { useDoing } from './consultations-query.ts';

export function TransferDialog(props: { consultationId: string; onClose: () => void }): JSX.Element {
  const doing = useDoing();
  const send = async (system: string): Promise<boolean> => {
    const params = { consultationId: props.consultationId };
    const body = { system };
    const done = await doing.run({ params, body }, (key) => call(markTransferred, { params, body, key }));
    if (done) showToast(t('records.marked'));
    return done;
  };
  return (
    <WithReason
      name={`transferred:${props.consultationId}`}
      title={t('records.markTitle')}
      action={t('records.markDo')}
      danger={false}
      label={t('records.system')}
      hint={t('records.systemHint')}
      needed={t('records.needSystem')}
      longest={200}
      busy={doing.busy()}
      problem={doing.problem()}
      lead={<p>{t('records.markLead')}</p>}
      work={send}
      onClose={props.onClose}
    />
  );
}
