// The consents that a child or a guardian gave themselves, each with its end at hand.
import { useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { withdrawOwnConsent } from '../../shared/sharing.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { useCase } from '../cases/case-room.tsx';
import { agencyName } from '../cases/members-words.ts';
import { workspaceKey } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './sharing.module.css';
import { classWords } from './sharing-words.ts';

type Ground = Workspace['grounds'][number];

export function OwnConsents(props: { ids: readonly string[] }): JSX.Element {
  const { workspace, caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const [ending, setEnding] = createSignal<Ground>();
  const own = createMemo(() => workspace().grounds.filter((one) => props.ids.includes(one.id)));
  const nameOf = (id: string | null) => {
    const found = workspace().agencies.find((one) => one.id === id);
    return found ? agencyName(found) : '';
  };
  const words = (one: Ground) =>
    t('sharing.mineConsentGiven', {
      from: nameOf(one.fromAgencyId),
      to: nameOf(one.toAgencyId),
      classes: classWords(one.dataClasses),
    });
  const close = () => {
    sending.forget();
    setEnding(undefined);
  };
  const withdraw = async () => {
    const ground = ending();
    if (!ground) return;
    const params = { caseId: caseId(), groundId: ground.id };
    const done = await sending.send(params, async (key) => {
      await call(withdrawOwnConsent, { params, body: {}, key });
    });
    if (!done) return;
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('sharing.mineWithdrawn'));
    close();
  };
  return (
    <>
      <Show when={own().length > 0} fallback={<p>{t('sharing.mineConsentsNone')}</p>}>
        <ul class={styles.consents}>
          <For each={own()}>
            {(one) => (
              <li>
                <p>{words(one)}</p>
                <Button size="small" onClick={() => setEnding(one)}>
                  {t('sharing.mineWithdraw')}
                  <span class="visually-hidden">: {words(one)}</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Dialog
        open={ending() !== undefined}
        title={t('sharing.mineWithdrawTitle')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('ui.cancel')}</Button>
            <Button kind="danger" busy={sending.busy()} onClick={() => void withdraw()}>
              {t('sharing.mineWithdraw')}
            </Button>
          </>
        }
      >
        <Show when={ending()}>{(one) => <p>{words(one())}</p>}</Show>
        <p>{t('sharing.mineWithdrawWords')}</p>
        <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      </Dialog>
    </>
  );
}
