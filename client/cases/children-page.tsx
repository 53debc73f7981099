// The children whose case one is a member of; for the family their own matters, in the same form.
import { useQuery } from '@tanstack/solid-query';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { listCases } from '../../shared/cases.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { ageOn, isoDay } from '../i18n/dates.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type CaseRow, matchesFilter } from './case-filter.ts';
import { ChildRow } from './child-row.tsx';
import styles from './children.module.css';

export const casesKey = ['cases'] as const;

/** A filter for a handful would only be in the way. */
const filterFrom = 8;

export function ChildrenPage(): JSX.Element {
  const query = useQuery(() => ({
    queryKey: casesKey,
    queryFn: ({ signal }) => call(listCases, { signal }),
    reconcile: 'id',
  }));
  const family = () => session()?.family === true;
  const title = () => t(family() ? 'shell.myMatters' : 'shell.children');
  const opens = () => session()?.opensCases === true;
  return (
    <Page
      title={title()}
      windowTitle={title()}
      actions={
        <>
          <Show when={session()?.breaksGlass}>
            <LinkButton href="/break-glass" icon="eye">
              {t('glass.open')}
            </LinkButton>
          </Show>
          <Show when={opens()}>
            <LinkButton href="/cases/new" kind="primary" icon="plus">
              {t('today.newChild')}
            </LinkButton>
          </Show>
        </>
      }
    >
      <Answered query={query}>
        {(answer) => (
          <Show
            when={answer().cases.length > 0}
            fallback={
              <EmptyState icon="child" title={t(family() ? 'cases.noneFamily' : 'cases.none')}>
                {t(family() ? 'cases.noneFamilyDetail' : 'cases.noneDetail')}
              </EmptyState>
            }
          >
            <ChildList rows={answer().cases} family={family()} />
          </Show>
        )}
      </Answered>
    </Page>
  );
}

function ChildList(props: { rows: readonly CaseRow[]; family: boolean }): JSX.Element {
  const [filter, setFilter] = createSignal('');
  const today = isoDay(new Date());
  const sorted = createMemo(() =>
    [...props.rows].sort((a, b) => compare(a.childName, b.childName) || compare(a.number, b.number)),
  );
  const shown = createMemo(() => sorted().filter((row) => matchesFilter(row, filter())));
  return (
    <div class={styles.list}>
      <Show when={props.rows.length >= filterFrom}>
        <div class={styles.filter}>
          <TextInput
            type="search"
            label={t('cases.filter')}
            value={filter()}
            onInput={setFilter}
            autocomplete="off"
          />
          <p class="quiet" role="status">
            {t('cases.found', { count: shown().length })}
          </p>
        </div>
      </Show>
      <Show when={shown().length > 0} fallback={<p>{t('cases.noMatch', { text: filter().trim() })}</p>}>
        <ul class={styles.children}>
          <For each={shown()}>
            {(row) => <ChildRow row={row} age={ageOn(row.birthDate, today)} family={props.family} />}
          </For>
        </ul>
      </Show>
    </div>
  );
}
