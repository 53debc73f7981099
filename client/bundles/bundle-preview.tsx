// Once more before it goes: exactly what they get, who they are, and until when.
import { For, type JSX, Show } from 'solid-js';
import { sendBundle } from '../../shared/bundles.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { agencyName } from '../cases/members-words.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './bundle.module.css';
import { BundleText } from './bundle-text.tsx';
import type { sentOf } from './chosen.ts';

const dayMs = 24 * 3_600_000;

export function BundlePreview(props: {
  consultationId: string;
  caseId: string;
  service: string;
  agencies: readonly { id: string; nameFi: string; nameSv: string }[];
  days: number;
  sent: ReturnType<typeof sentOf>;
  onClose: () => void;
  /** Something moved since it was looked at. */
  onLookAgain: () => void;
  onSent: () => void;
}): JSX.Element {
  const sending = createSending();
  const until = () => date(new Date(Date.now() + props.days * dayMs).toISOString());
  const send = async () => {
    const params = { consultationId: props.consultationId };
    const body = {
      caseId: props.caseId,
      days: props.days,
      items: props.sent.map(({ item }) => item),
      agencyIds: props.agencies.map((one) => one.id),
    };
    const done = await sending.send(body, async (key) => {
      await call(sendBundle, { params, body, key });
    });
    if (done) {
      showToast(t('bundle.sent'));
      return props.onSent();
    }
    if (sending.problem() instanceof CallError) props.onLookAgain();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('bundle.lookTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('bundle.back')}</Button>
          <Button kind="primary" busy={sending.busy()} onClick={() => void send()}>
            {t('bundle.send')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{props.service}</strong>
      </p>
      <p>{t('bundle.readers', { agencies: props.agencies.map(agencyName).join(', ') })}</p>
      <p>{t('bundle.lookUntil', { date: until() })}</p>
      <div class={styles.part}>
        <For each={props.sent}>{({ content }) => <BundleText content={content} />}</For>
      </div>
      <p class="quiet">{t('bundle.logged')}</p>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
