// Absences of the own agency, as far as they concern the reader: the own, those one stands in for, those of whom one leads.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type Absence, endAbsence, listAbsences } from '../../shared/absences.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { isAhead } from '../today/absences.tsx';
import { todayKey } from '../today/today-query.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Row, Rows } from '../ui/section.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './absences.module.css';
import { RecordAbsenceDialog } from './record-absence-dialog.tsx';

export const absencesKey = ['absences'] as const;

export function AbsencesPage(): JSX.Element {
  const query = useQuery(() => ({
    queryKey: absencesKey,
    queryFn: ({ signal }) => call(listAbsences, { signal }),
    reconcile: 'id',
    staleTime: 0,
  }));
  const [recording, setRecording] = createSignal(false);
  return (
    <Page
      title={t('membership.absences')}
      windowTitle={t('membership.absences')}
      actions={
        <Button kind="primary" icon="plus" onClick={() => setRecording(true)}>
          {t('membership.record')}
        </Button>
      }
    >
      <div class={styles.page}>
        <p class="quiet">{t('membership.absencesLead')}</p>
        <Answered query={query}>
          {(answer) => (
            <Show
              when={answer().absences.length > 0}
              fallback={
                <EmptyState icon="people" title={t('membership.absencesNone')}>
                  {t('membership.absencesNoneDetail')}
                </EmptyState>
              }
            >
              <Rows>
                <For each={answer().absences}>{(one) => <AbsenceRow of={one} />}</For>
              </Rows>
            </Show>
          )}
        </Answered>
      </div>
      <Show when={recording()}>
        <RecordAbsenceDialog onClose={() => setRecording(false)} />
      </Show>
    </Page>
  );
}

function AbsenceRow(props: { of: Absence }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const end = async () => {
    const done = await sending.send(props.of.id, async (key) => {
      await call(endAbsence, { params: { absenceId: props.of.id }, body: {}, key });
    });
    showToast(done ? t('membership.awayEnded') : wordsFor(sending.problem()));
    await queries.invalidateQueries({ queryKey: absencesKey });
    await queries.invalidateQueries({ queryKey: todayKey });
  };
  return (
    <Row
      end={
        <Show when={props.of.can.includes('end')}>
          <Button size="small" busy={sending.busy()} onClick={() => void end()}>
            {t(isAhead(props.of.startsAt) ? 'membership.callOff' : 'membership.endNow')}
            <span class="visually-hidden">: {props.of.personName}</span>
          </Button>
        </Show>
      }
    >
      <p>
        <strong>{t('membership.absenceRow', { name: props.of.personName })}</strong>
      </p>
      <p>{t('membership.substituteRow', { name: props.of.substituteName })}</p>
      <p class="quiet numbers">
        {t('membership.absencePeriod', {
          from: date(props.of.startsAt),
          until: date(lastDay(props.of.endsAt)),
        })}
      </p>
    </Row>
  );
}
