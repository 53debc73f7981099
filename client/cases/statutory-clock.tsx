// A statutory clock with the reason for its date: what was counted, which holidays were passed over, and its source.
import { type JSX, Show } from 'solid-js';
import type { Clock } from '../../shared/assessments.ts';
import { isoDay } from '../i18n/dates.ts';
import { date, day, law } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { ClockBar } from '../ui/clock-bar.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { clockState } from './clock-words.ts';

const reasonOf = (clock: Clock): string =>
  t(clock.unit === 'months' ? 'deadline.reasonMonths' : 'deadline.reasonWorkingDays', {
    count: clock.amount,
    date: date(clock.from),
  });

const holidaysOf = (clock: Clock): string =>
  clock.holidays.map((one) => `${locale() === 'sv' ? one.nameSv : one.nameFi} ${day(one.on)}`).join(', ');

/** The reason in full; also stands by itself where the dates are previewed. */
export function ClockReason(props: { clock: Clock }): JSX.Element {
  return (
    <div>
      <p class="quiet">{reasonOf(props.clock)}</p>
      <Show when={props.clock.holidays.length > 0}>
        <p class="quiet">{t('deadline.passedOver', { days: holidaysOf(props.clock) })}</p>
      </Show>
      <p class="quiet">{t('deadline.source', { source: law(props.clock.source) })}</p>
    </div>
  );
}

export function StatutoryClock(props: {
  clock: Clock;
  label: string;
  open?: boolean | undefined;
}): JSX.Element {
  const state = () => clockState(props.clock, isoDay(new Date()));
  return (
    <div>
      <ClockBar
        label={props.label}
        dueOn={props.clock.dueOn}
        elapsed={state().elapsed}
        daysLeft={state().daysLeft}
        working={state().working}
        state={state().state}
        reason={props.clock.metOn ? t('deadline.met', { date: date(props.clock.metOn) }) : undefined}
      />
      <Show when={props.open} fallback={<Why clock={props.clock} />}>
        <ClockReason clock={props.clock} />
      </Show>
    </div>
  );
}

function Why(props: { clock: Clock }): JSX.Element {
  return (
    <Disclosure summary={<span class="quiet">{t('deadline.why')}</span>}>
      <ClockReason clock={props.clock} />
    </Disclosure>
  );
}
