// What the notification led to, with the reason. A person says so; Rinki decides nothing.
import type { JSX } from 'solid-js';
import { type WelfareNotification, welfareConclusions } from '../../shared/welfare-notification.ts';
import { concludeWelfareNotification } from '../../shared/welfare-notifications.ts';
import { call } from '../api/call.ts';
import { t } from '../i18n/index.ts';
import { VerdictDialog } from './verdict-dialog.tsx';

export function ConcludeDialog(props: { of: WelfareNotification; onClose: () => void }): JSX.Element {
  // What this page showed when the dialog was opened.
  const seen = props.of.steps.length;
  return (
    <VerdictDialog
      name={`welfare-conclusion:${props.of.id}`}
      title={t('welfare.concludeTitle')}
      lead={t('welfare.concludeLead')}
      options={welfareConclusions.map((one) => ({ value: one, label: t(`welfareConclusion.${one}`) }))}
      wordsLabel={t('welfare.concludeWords')}
      needsWords
      send={(verdict, words, key) =>
        call(concludeWelfareNotification, {
          params: { welfareNotificationId: props.of.id },
          body: { seen, verdict, words },
          key,
        })
      }
      onClose={props.onClose}
    />
  );
}
