// Who stands in for me, and for whom I stand in; ended with one press by whoever is back.
import { useQueryClient } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { endAbsence } from '../../shared/absences.ts';
import type { Today } from '../../shared/today.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { showToast } from '../ui/toast.tsx';
import { todayKey } from './today-query.ts';

type AbsenceRow = Today['absences'][number];

export const isAhead = (startsAt: string): boolean => new Date(startsAt).getTime() > Date.now();

export function OwnAbsences(props: { absences: readonly AbsenceRow[] }): JSX.Element {
  return (
    <Show when={props.absences.length > 0}>
      <Section
        title={t('today.absencesTitle')}
        aside={<a href="/absences">{t('membership.recordAbsence')}</a>}
      >
        <Rows>
          <For each={props.absences}>{(one) => <AbsenceLine of={one} />}</For>
        </Rows>
      </Section>
    </Show>
  );
}

function AbsenceLine(props: { of: AbsenceRow }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const ahead = () => isAhead(props.of.startsAt);
  const end = async () => {
    const done = await sending.send(props.of.id, async (key) => {
      await call(endAbsence, { params: { absenceId: props.of.id }, body: {}, key });
    });
    showToast(done ? t('membership.awayEnded') : wordsFor(sending.problem()));
    await queries.invalidateQueries({ queryKey: todayKey });
  };
  const words = () => {
    const { mine, substituteName, personName, startsAt } = props.of;
    const name = mine ? substituteName : personName;
    if (ahead())
      return t(mine ? 'membership.awayMineAhead' : 'membership.standingAhead', {
        name,
        date: date(startsAt),
      });
    return t(mine ? 'membership.awayMine' : 'membership.standingIn', { name });
  };
  const detail = () =>
    [
      t('membership.awayUntil', { date: date(lastDay(props.of.endsAt)) }),
      ...(props.of.cases > 0 ? [t('membership.standingCases', { count: props.of.cases })] : []),
    ].join(' · ');
  return (
    <Row
      end={
        <Show when={props.of.mine && props.of.can.includes('end')}>
          <Button size="small" busy={sending.busy()} onClick={() => void end()}>
            {t(ahead() ? 'membership.awayCallOff' : 'membership.awayBack')}
          </Button>
        </Show>
      }
    >
      <p>{words()}</p>
      <p class="quiet">{detail()}</p>
    </Row>
  );
}
