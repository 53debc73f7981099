// Making a child welfare notification: a draft of one's own from its first word to the press that sends it.
import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { ConsultationsPath } from '../consultations/path.tsx';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { showToast } from '../ui/toast.tsx';
import { type Form, useForm } from '../writing/form.ts';
import { formName } from './notification-form.ts';
import { NotifyForm } from './notify-form.tsx';
import styles from './welfare.module.css';

/** `consultationId`: from which it begins. Read once, when the page opens. */
export function NotifyPage(props: { consultationId: string | null }): JSX.Element {
  const form = useForm(formName(props.consultationId));
  return (
    <Page
      title={t('welfare.title')}
      windowTitle={t('welfare.title')}
      path={<ConsultationsPath />}
      facts={t('welfare.lead')}
      actions={<Show when={form.saved()}>{(state) => <SavedAt state={state()} />}</Show>}
    >
      <Show when={form.ready()} fallback={<Skeleton lines={10} />}>
        <NotifyForm form={form} consultationId={props.consultationId} />
        <Show when={form.id()}>
          <Discard form={form} />
        </Show>
      </Show>
    </Page>
  );
}

function Discard(props: { form: Form }): JSX.Element {
  const navigate = useNavigate();
  const sending = createSending();
  const [asking, setAsking] = createSignal(false);
  const discard = async () => {
    if (!(await sending.send('discard', () => props.form.discard()))) return;
    showToast(t('welfare.discarded'));
    navigate('/consultations', { replace: true });
  };
  return (
    <>
      <p class={styles.discard}>
        <Button kind="quiet" size="small" onClick={() => setAsking(true)}>
          {t('welfare.discard')}
        </Button>
      </p>
      <Dialog
        open={asking()}
        title={t('welfare.discardTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button kind="danger" busy={sending.busy()} onClick={() => void discard()}>
              {t('welfare.discard')}
            </Button>
          </>
        }
      >
        <p>{t('welfare.discardWords')}</p>
        <Show when={sending.problem()}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
      </Dialog>
    </>
  );
}
