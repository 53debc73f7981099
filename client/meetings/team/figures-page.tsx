// How a team's meetings have gone, month by month: facts of use, in a table with words. No colours that judge, and nobody is named.
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { TeamHeard } from '../../../shared/heard.ts';
import type { TeamMonth } from '../../../shared/team-figures.ts';
import { Answered } from '../../api/answered.tsx';

import { number } from '../../i18n/format.ts';
import { locale, t } from '../../i18n/index.ts';
import { Page } from '../../shell/page.tsx';
import styles from './figures.module.css';
import { monthName } from './month-name.ts';
import { useFigures } from './team-query.ts';

const perDiscussion = ({ count, hypotheses }: NonNullable<TeamMonth['discussions']>): string =>
  number(Math.round((10 * hypotheses) / count) / 10);

/** A cell with its column's name beside it, for where the table has no room for columns. */
function Cell(props: { of: string; children: JSX.Element }): JSX.Element {
  return (
    <td>
      <span class={styles.of} aria-hidden="true">
        {props.of}
      </span>
      <span>{props.children}</span>
    </td>
  );
}

const ofAll = (part: number, all: number) => t('teamFigures.ofAll', { part, all });
const tooFew = () => <span class="quiet">{t('teamFigures.tooFew')}</span>;

function Month(props: { month: TeamMonth; weeks: number }): JSX.Element {
  const told = () => props.month.discussions;
  return (
    <tr>
      <th scope="row">{monthName(props.month.month)}</th>
      <Cell of={t('teamFigures.meetings')}>{props.month.meetings}</Cell>
      <Cell of={t('teamFigures.discussions')}>{told()?.count ?? tooFew()}</Cell>
      <Cell of={t('teamFigures.therapist')}>
        <Show when={told()} fallback={tooFew()}>
          {(one) => ofAll(one().therapist, one().count)}
        </Show>
      </Cell>
      <Cell of={t('teamFigures.hypotheses')}>
        <Show when={told()} fallback={tooFew()}>
          {(one) => perDiscussion(one())}
        </Show>
      </Cell>
      <Cell of={t('teamFigures.childMet')}>
        <Show when={told()} fallback={tooFew()}>
          {(one) => ofAll(one().childMet, one().count)}
        </Show>
      </Cell>
      <Cell of={t('teamFigures.cases', { count: props.weeks })}>
        <Show when={props.month.cases} fallback={tooFew()}>
          {(one) => ofAll(one().discussed, one().open)}
        </Show>
      </Cell>
      <Cell of={t('teamFigures.steps')}>
        <Show when={props.month.steps} fallback={tooFew()}>
          {(one) => ofAll(one().onTime, one().due)}
        </Show>
      </Cell>
    </tr>
  );
}

const spanOf = ({ from, until }: TeamHeard): string =>
  from === until ? monthName(from) : `${monthName(from)} – ${monthName(until).toLocaleLowerCase(locale())}`;

/** How the families say that they were heard: of spans of months, since of few answers nothing is told. */
function Heard(props: { spans: TeamHeard[] }): JSX.Element {
  return (
    <div class={styles.notes}>
      <h2>{t('teamFigures.heardTitle')}</h2>
      <Show when={props.spans.length > 0} fallback={<p class="quiet">{t('teamFigures.heardNone')}</p>}>
        <dl class={styles.spans}>
          <For each={props.spans}>
            {(one) => (
              <div>
                <dt>{spanOf(one)}</dt>
                <dd>{t('teamFigures.heard', { count: one.answers, mean: number(one.mean) })}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <p>{t('teamFigures.howHeard')}</p>
    </div>
  );
}

export function FiguresPage(props: { teamId: string }): JSX.Element {
  const query = useFigures(() => props.teamId);
  return (
    <Page
      title={t('teamFigures.title')}
      windowTitle={t('teamFigures.title')}
      path={
        <>
          <A href="/meetings">{t('meeting.path')}</A>
          <Show when={query.isSuccess && query.data}>{(read) => <span>{read().teamName}</span>}</Show>
        </>
      }
      facts={t('teamFigures.lead')}
    >
      <Answered query={query}>
        {(read) => (
          <div class={styles.page}>
            <div class={`sheet ${styles.sheet}`}>
              <table class={styles.table}>
                <caption class="visually-hidden">{t('teamFigures.title')}</caption>
                <thead>
                  <tr>
                    <For
                      each={[
                        t('teamFigures.month'),
                        t('teamFigures.meetings'),
                        t('teamFigures.discussions'),
                        t('teamFigures.therapist'),
                        t('teamFigures.hypotheses'),
                        t('teamFigures.childMet'),
                        t('teamFigures.cases', { count: read().weeks }),
                        t('teamFigures.steps'),
                      ]}
                    >
                      {(name) => <th scope="col">{name}</th>}
                    </For>
                  </tr>
                </thead>
                <tbody>
                  <For each={read().months}>{(month) => <Month month={month} weeks={read().weeks} />}</For>
                </tbody>
              </table>
            </div>
            <Heard spans={read().heard} />
            <div class={styles.notes}>
              <h2>{t('teamFigures.howTitle')}</h2>
              <p>{t('teamFigures.useNotEffect')}</p>
              <p>{t('teamFigures.hidden')}</p>
              <p>{t('teamFigures.howMet')}</p>
              <p>{t('teamFigures.howCases', { count: read().weeks })}</p>
              <p>{t('teamFigures.howSteps')}</p>
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}
