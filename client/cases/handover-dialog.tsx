// Offering the own responsibility: to whom (with the number of their children), with what words, and what one does after.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { type GiverBecomes, type Load, listReceivers, offerHandover } from '../../shared/members.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { law } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import styles from './members.module.css';
import { workspaceKey } from './workspace.ts';

/** "12 lasta, lähellä enimmäismäärää (30)". */
const loadWords = (load: Load): string =>
  [
    t('membership.receiverLoad', { count: load.children }),
    ...(load.asSubstitute > 0 ? [t('membership.receiverSubstitute', { count: load.asSubstitute })] : []),
    ...(load.level === 'under' ? [] : [t(`membership.${load.level}`, { limit: load.limit })]),
  ].join(', ');

export function HandoverDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  return (
    <Show when={props.open}>
      <Opened onClose={props.onClose} />
    </Show>
  );
}

function Opened(props: { onClose: () => void }): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`hand-over:${caseId()}`);
  const [tried, setTried] = createSignal(false);
  const query = useQuery(() => ({
    queryKey: ['receivers', caseId()],
    queryFn: ({ signal }) => call(listReceivers, { params: { caseId: caseId() }, signal }),
    staleTime: 0,
  }));
  const people = () => query.data?.people ?? [];
  const receiver = () => people().find((one) => one.affiliationId === form.text('to'))?.affiliationId ?? '';
  const message = () => form.text('message').trim();
  const afterwards = (): GiverBecomes => (form.text('afterwards') === 'leaves' ? 'leaves' : 'team');
  const offer = async () => {
    setTried(true);
    if (receiver() === '' || message() === '') return;
    const body = { affiliationId: receiver(), message: message(), giverBecomes: afterwards() };
    const done = await sending.send(body, async (key) => {
      await call(offerHandover, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('membership.offered'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('membership.handOverTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={people().length > 0}>
            <Button kind="primary" busy={sending.busy()} onClick={() => void offer()}>
              {t('membership.offer')}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={form.ready() && !query.isPending} fallback={<Skeleton lines={5} />}>
        <Show
          when={people().length > 0}
          fallback={
            <Show when={query.error} fallback={<p>{t('membership.noReceivers')}</p>}>
              {(error) => <ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(error())}</ErrorNotice>}
            </Show>
          }
        >
          <div class={styles.form}>
            <p>{t('membership.handOverLead')}</p>
            <RadioGroup
              label={t('membership.receiver')}
              hint={t('membership.limit', {
                limit: people()[0]?.load.limit ?? 0,
                source: law(query.data?.source ?? ''),
              })}
              value={receiver()}
              options={people().map((one) => ({
                value: one.affiliationId,
                label: `${one.name}, ${t(`profession.${one.profession}`)}`,
                hint: loadWords(one.load),
              }))}
              onChange={(one) => form.type('to', one)}
              error={tried() && receiver() === '' ? t('membership.needReceiver') : undefined}
            />
            <TextArea
              label={t('membership.message')}
              hint={t('membership.messageHint')}
              maxLength={4_000}
              value={form.text('message')}
              onInput={(text) => form.type('message', text)}
              error={tried() && message() === '' ? t('membership.needMessage') : undefined}
            />
            <RadioGroup
              label={t('membership.afterwards')}
              value={afterwards()}
              options={[
                { value: 'team', label: t('membership.stay'), hint: t('membership.stayHint') },
                { value: 'leaves', label: t('membership.leave'), hint: t('membership.leaveHint') },
              ]}
              onChange={(one) => form.type('afterwards', one)}
            />
          </div>
        </Show>
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
