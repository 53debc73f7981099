// How one was heard, asked of each discussion that one knows of: a number that nobody else reads. Who does not want to answer does not.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { listOwnHeard, type OwnHeard, rateHeard } from '../../shared/heard.ts';
import { call } from '../api/call.ts';
import { createDoing } from '../api/doing.ts';
import { wordsFor } from '../api/problem-words.ts';
import { useCase } from '../cases/case-room.tsx';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { meetingsKey } from '../live/index.ts';
import { announce } from '../ui/announcer.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Scale } from '../ui/scale.tsx';
import styles from './family.module.css';

const heardKey = [...meetingsKey, 'list', 'heard'] as const;

function Discussion(props: { of: OwnHeard }): JSX.Element {
  const queries = useQueryClient();
  const doing = createDoing(() => queries.invalidateQueries({ queryKey: heardKey }));
  const [chosen, setChosen] = createSignal<{ rating: number | null }>();
  let giving = false;
  /** Arrow keys choose number after number: one request at a time, and the last one holds. */
  const give = async (rating: number | null) => {
    setChosen({ rating });
    if (giving) return;
    giving = true;
    for (let done: unknown; done !== chosen(); ) {
      done = chosen();
      const params = { itemId: props.of.itemId };
      const body = { rating: chosen()?.rating ?? null };
      if (!(await doing.run({ params, body }, (key) => call(rateHeard, { params, body, key })))) break;
      announce(t('family.heardSaved'));
    }
    giving = false;
    setChosen(undefined);
  };
  const rating = () => {
    const own = chosen();
    return own ? own.rating : props.of.rating;
  };
  return (
    <div class={styles.heard}>
      <Scale
        label={t('family.heardOf', { date: date(props.of.discussedAt) })}
        low={t('family.heardLow')}
        high={t('family.heardHigh')}
        agency="family"
        value={rating()}
        disabled={!props.of.open}
        onChange={(value) => void give(value)}
      />
      <Show when={props.of.open && props.of.rating !== null}>
        <p class="quiet">{t('family.heardChange')}</p>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </div>
  );
}

export function HeardPart(): JSX.Element {
  const { caseId, workspace } = useCase();
  /** What is given to the family of a discussion makes it known to them. */
  const told = () => workspace().entries.filter((one) => one.kind === 'family-summary').length;
  const query = useQuery(() => ({
    queryKey: [...heardKey, caseId(), told()],
    queryFn: ({ signal }) => call(listOwnHeard, { params: { caseId: caseId() }, signal }),
    placeholderData: keepPreviousData,
    reconcile: 'itemId',
  }));
  const shown = () =>
    query.isSuccess ? query.data.discussions.filter((one) => one.open || one.rating !== null) : [];
  return (
    <Show when={shown().length > 0}>
      <section class={styles.part}>
        <h2>{t('family.heardTitle')}</h2>
        <p>{t('family.heardLead')}</p>
        <For each={shown()}>{(one) => <Discussion of={one} />}</For>
      </section>
    </Show>
  );
}
