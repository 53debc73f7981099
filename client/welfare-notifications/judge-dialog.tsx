// Is the child's need urgent? A person says so; Rinki decides nothing.
import type { JSX } from 'solid-js';
import { urgencyVerdicts, type WelfareNotification } from '../../shared/welfare-notification.ts';
import { judgeWelfareUrgency } from '../../shared/welfare-notifications.ts';
import { call } from '../api/call.ts';
import { t } from '../i18n/index.ts';
import { VerdictDialog } from './verdict-dialog.tsx';

export function JudgeDialog(props: { of: WelfareNotification; onClose: () => void }): JSX.Element {
  // What this page showed when the dialog was opened.
  const seen = props.of.steps.length;
  return (
    <VerdictDialog
      name={`welfare-urgency:${props.of.id}`}
      title={t('welfare.judgeTitle')}
      lead={t('welfare.judgeLead')}
      options={urgencyVerdicts.map((one) => ({ value: one, label: t(`urgencyVerdict.${one}`) }))}
      wordsLabel={t('welfare.judgeWords')}
      needsWords={false}
      send={(verdict, words, key) =>
        call(judgeWelfareUrgency, {
          params: { welfareNotificationId: props.of.id },
          body: { seen, verdict, words },
          key,
        })
      }
      onClose={props.onClose}
    />
  );
}
