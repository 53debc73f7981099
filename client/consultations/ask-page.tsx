// Asking: a draft of one's own, from its first word to the press that sends it.
import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, type JSX, Show } from 'solid-js';
import { discardConsultationDraft } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { locale, t } from '../i18n/index.ts';
import { useOnline } from '../online.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './ask.module.css';
import { AskForm } from './ask-form.tsx';
import { useDoing } from './consultations-query.ts';
import { dropDraft } from './draft-desk.ts';
import { emptyDraft } from './empty-draft.ts';
import { ConsultationsPath } from './path.tsx';
import { type OpenedDraft, savedStateOf, useDraft } from './use-draft.ts';

/** `serviceId`: somebody came from the directory. Both are read once, when the page opens. */
export function AskPage(props: { draftId: string | undefined; serviceId: string | null }): JSX.Element {
  const navigate = useNavigate();
  const online = useOnline();
  const { opened, problem } = useDraft(props.draftId, () => ({
    ...emptyDraft(locale()),
    serviceId: props.serviceId,
  }));
  // Its address is there with its first word, so that a reload finds it again.
  createEffect(() => {
    const id = opened()?.state().id ?? null;
    if (id !== null && id !== props.draftId)
      navigate(`/consultations/drafts/${id}`, { replace: true, scroll: false });
  });
  const anonymous = () => opened()?.state().fields.anonymous ?? true;
  const saved = () => {
    const state = opened()?.state();
    return state ? savedStateOf(state, online()) : null;
  };
  return (
    <Page
      title={t('ask.title')}
      windowTitle={t('ask.window')}
      path={
        <>
          <ConsultationsPath />
          <span>{t(anonymous() ? 'ask.pathAnonymous' : 'ask.pathNamed')}</span>
        </>
      }
      actions={<Show when={saved()}>{(state) => <SavedAt state={state()} />}</Show>}
    >
      <Show
        when={opened()}
        keyed
        fallback={
          <Show when={problem()} fallback={<Skeleton lines={8} />}>
            {(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}
          </Show>
        }
      >
        {(one) => (
          <>
            <AskForm opened={one} />
            <Show when={one.state().id}>
              <Discard opened={one} />
            </Show>
          </>
        )}
      </Show>
    </Page>
  );
}

function Discard(props: { opened: OpenedDraft }): JSX.Element {
  const navigate = useNavigate();
  const doing = useDoing();
  const [asking, setAsking] = createSignal(false);
  const discard = async () => {
    const draftId = props.opened.state().id ?? '';
    const done = await doing.run({ draftId }, (key) =>
      call(discardConsultationDraft, { params: { draftId }, body: {}, key }),
    );
    if (!done) return;
    await dropDraft(props.opened.draft);
    showToast(t('ask.discarded'));
    navigate('/consultations', { replace: true });
  };
  return (
    <>
      <p class={styles.discard}>
        <Button kind="quiet" size="small" onClick={() => setAsking(true)}>
          {t('ask.discard')}
        </Button>
      </p>
      <Dialog
        open={asking()}
        title={t('ask.discardTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button kind="danger" busy={doing.busy()} onClick={() => void discard()}>
              {t('ask.discard')}
            </Button>
          </>
        }
      >
        <p>{t('ask.discardWords')}</p>
        <Show when={doing.problem()}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
      </Dialog>
    </>
  );
}
