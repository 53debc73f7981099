// Opening a multi-agency assessment: what it began with and when; both statutory dates appear with their reasons
// before anything is decided.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { openAssessment, previewClocks } from '../../shared/assessments.ts';
import { assessmentTriggers } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import styles from './overview.module.css';
import { StatutoryClock } from './statutory-clock.tsx';
import { workspaceKey } from './workspace.ts';

type Props = { open: boolean; onClose: () => void };

export function OpenAssessmentDialog(props: Props): JSX.Element {
  return (
    <Show when={props.open}>
      <Opened onClose={props.onClose} />
    </Show>
  );
}

function Opened(props: Pick<Props, 'onClose'>): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const today = () => isoDay(new Date());
  const form = useForm(`open-assessment:${caseId()}`);
  const trigger = () => assessmentTriggers.find((one) => one === form.text('trigger')) ?? '';
  const beganOn = () => form.text('beganOn');
  const decidedOn = () => form.text('decidedOn');
  const [tried, setTried] = createSignal(false);
  const ahead = () => beganOn() > today();
  const clocks = useQuery(() => ({
    queryKey: ['clocks', beganOn()],
    queryFn: ({ signal }) => call(previewClocks, { query: { beganOn: beganOn() }, signal }),
    enabled: beganOn() !== '' && !ahead(),
    staleTime: Number.POSITIVE_INFINITY,
  }));
  const open = async () => {
    setTried(true);
    const chosen = trigger();
    if (chosen === '' || beganOn() === '' || ahead() || decidedOn() > today()) return;
    const body = { trigger: chosen, beganOn: beganOn(), decidedOn: decidedOn() || null };
    const done = await sending.send(body, async (key) => {
      await call(openAssessment, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('cases.assessmentOpened'));
    props.onClose();
  };
  const beganError = () => {
    if (ahead()) return t('cases.beganAhead');
    return tried() && beganOn() === '' ? t('ui.required') : undefined;
  };
  return (
    <Dialog
      open
      title={t('cases.assessmentTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={sending.busy()} onClick={() => void open()}>
            {t('cases.openAssessment')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
        <Select
          label={t('cases.triggerLabel')}
          placeholder=""
          value={trigger()}
          options={assessmentTriggers.map((one) => ({ value: one, label: t(`trigger.${one}`) }))}
          onChange={(value) => form.type('trigger', value)}
          error={tried() && trigger() === '' ? t('ui.required') : undefined}
        />
        <DateInput
          label={t('cases.beganLabel')}
          hint={t('cases.beganHint')}
          value={beganOn()}
          max={today()}
          onDate={(iso) => form.type('beganOn', iso)}
          error={beganError()}
        />
        <section aria-live="polite" class={styles.preview}>
          <h3>{t('cases.deadlines')}</h3>
          <Show
            when={beganOn() !== '' && !ahead()}
            fallback={<p class="quiet">{t('cases.deadlinesWait')}</p>}
          >
            <Show when={!clocks.isPending} fallback={<Skeleton lines={3} />}>
              <Show
                when={clocks.data}
                fallback={
                  <ErrorNotice onRetry={() => void clocks.refetch()}>{wordsFor(clocks.error)}</ErrorNotice>
                }
              >
                {(found) => (
                  <>
                    <StatutoryClock clock={found().decision} label={t('deadline.decision')} open />
                    <StatutoryClock clock={found().ready} label={t('deadline.ready')} open />
                  </>
                )}
              </Show>
            </Show>
          </Show>
        </section>
        <DateInput
          label={t('cases.decidedLabel')}
          optional
          value={decidedOn()}
          max={today()}
          onDate={(iso) => form.type('decidedOn', iso)}
          error={decidedOn() > today() ? t('cases.beganAhead') : undefined}
        />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
