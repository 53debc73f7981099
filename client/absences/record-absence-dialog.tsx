// Somebody is away: who, who stands in, from when until when. Saved as it is filled in.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { listColleagues, recordAbsence } from '../../shared/absences.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { todayKey } from '../today/today-query.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import styles from './absences.module.css';
import { absencesKey } from './absences-page.tsx';

export function RecordAbsenceDialog(props: { onClose: () => void }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm('record-absence');
  const [tried, setTried] = createSignal(false);
  const query = useQuery(() => ({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => call(listColleagues, { signal }),
  }));
  const colleagues = () => query.data?.colleagues ?? [];
  const mine = () => colleagues().find((one) => one.personId === session()?.personId)?.affiliationId ?? '';
  const chosen = (field: string): string =>
    colleagues().find((one) => one.affiliationId === form.text(field))?.affiliationId ?? '';
  const absent = () => chosen('absent') || mine();
  const substitute = () => (chosen('substitute') === absent() ? '' : chosen('substitute'));
  const until = () => form.text('until');
  const today = () => isoDay(new Date());
  const behind = () => until() !== '' && (until() < today() || until() < form.text('from'));
  const named = (one: ReturnType<typeof colleagues>[number]) => ({
    value: one.affiliationId,
    label: `${one.name}, ${t(`profession.${one.profession}`)}`,
  });
  const others = () => colleagues().filter((one) => one.affiliationId !== absent());
  const record = async () => {
    setTried(true);
    if (substitute() === '' || until() === '' || behind()) return;
    const body = {
      affiliationId: absent(),
      substituteAffiliationId: substitute(),
      from: form.text('from') || today(),
      until: until(),
    };
    const done = await sending.send(body, async (key) => {
      await call(recordAbsence, { body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: absencesKey });
    await queries.invalidateQueries({ queryKey: todayKey });
    showToast(t('membership.recorded'));
    props.onClose();
  };
  const untilProblem = () => {
    if (!tried()) return undefined;
    if (until() === '') return t('membership.needUntil');
    return behind() ? t('membership.untilAhead') : undefined;
  };
  return (
    <Dialog
      open
      title={t('membership.recordTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={others().length > 0}>
            <Button kind="primary" busy={sending.busy()} onClick={() => void record()}>
              {t('membership.record')}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={form.ready() && !query.isPending} fallback={<Skeleton lines={5} />}>
        <Show when={others().length > 0} fallback={<p>{t('membership.noColleagues')}</p>}>
          <div class={styles.form}>
            <Show when={query.data?.leads}>
              <Select
                label={t('membership.absentLabel')}
                value={absent()}
                options={colleagues().map((one) =>
                  one.affiliationId === mine()
                    ? { value: one.affiliationId, label: t('membership.absentSelf') }
                    : named(one),
                )}
                onChange={(one) => form.type('absent', one)}
              />
            </Show>
            <Select
              label={t('membership.substituteLabel')}
              placeholder=""
              value={substitute()}
              options={others().map(named)}
              onChange={(one) => form.type('substitute', one)}
              error={tried() && substitute() === '' ? t('membership.needSubstitute') : undefined}
            />
            <div class={styles.period}>
              <DateInput
                label={t('membership.absentFrom')}
                hint={t('membership.fromHint')}
                optional
                value={form.text('from')}
                onDate={(day) => form.type('from', day)}
              />
              <DateInput
                label={t('membership.absentUntil')}
                value={until()}
                min={today()}
                onDate={(day) => form.type('until', day)}
                error={untilProblem()}
              />
            </div>
            <p class="quiet">{t('membership.absencesLead')}</p>
          </div>
        </Show>
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
