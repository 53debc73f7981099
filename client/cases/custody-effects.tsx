// What happens when custody is saved, before it is saved: whose consent stops to count, who sees less and who sees more, in
// names. The server says; here it is put into sentences.
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { previewCustody } from '../../shared/custody.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { useCase } from './case-room.tsx';
import type { CustodyBody } from './custody-draft.ts';
import { closingBesides, fromWords, joined, namesOf, periodWords, powerWords } from './custody-words.ts';
import { classList } from './ground-words.ts';
import styles from './members.module.css';
import { agencyName } from './members-words.ts';

type Relation = Workspace['relations'][number];

export function CustodyEffects(props: {
  relation: Relation;
  body: CustodyBody;
  /** Something was changed, and nothing of it is wrong. */
  ready: boolean;
}): JSX.Element {
  const { caseId, workspace } = useCase();
  const query = useQuery(() => ({
    // Grounds and people change what would follow; their number asks again.
    queryKey: [
      'custody-preview',
      props.relation.id,
      props.relation.version,
      JSON.stringify(props.body),
      workspace().grounds.length,
      workspace().members.length,
    ],
    queryFn: ({ signal }) =>
      call(previewCustody, {
        params: { caseId: caseId(), relationId: props.relation.id },
        body: props.body,
        signal,
      }),
    enabled: props.ready,
    placeholderData: (before) => before,
    refetchOnWindowFocus: false,
  }));
  const agency = (id: string | null) => {
    const found = workspace().agencies.find((one) => one.id === id);
    return found ? agencyName(found) : t('agency.family');
  };
  const consentWords = (groundId: string) => {
    const ground = workspace().grounds.find((one) => one.id === groundId);
    const side = (id: string | null) => (id === null ? t('members.everybody') : agency(id));
    return ground
      ? t('members.direction', { from: side(ground.fromAgencyId), to: side(ground.toAgencyId) })
      : '';
  };
  const nothing = (data: NonNullable<typeof query.data>) =>
    [data.consentsEnding, data.leaving, data.closing, data.opening].every((some) => some.length === 0);
  return (
    <section class={styles.summary} aria-live="polite">
      <h3>{t('custody.effects')}</h3>
      <Show when={props.ready} fallback={<p class="quiet">{t('custody.unchanged')}</p>}>
        <Switch fallback={<Skeleton lines={3} />}>
          <Match when={query.error}>
            <ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorNotice>
          </Match>
          <Match when={query.data}>
            {(data) => (
              <ul>
                <li>
                  {powerWords(props.body)}
                  <Show when={periodWords(props.body)}>{(period) => <> ({period()})</>}</Show>
                </li>
                <For each={data().consentsEnding}>
                  {(one) => (
                    <li>
                      {t('custody.consentEnds', {
                        when: fromWords(one.from),
                        way: consentWords(one.groundId),
                        classes: classList(one.dataClasses).toLocaleLowerCase(),
                      })}
                    </li>
                  )}
                </For>
                <For each={data().leaving}>
                  {(one) => (
                    <li>
                      <strong>
                        {t('custody.leaves', {
                          name: one.name,
                          agency: agency(one.agencyId),
                          when: fromWords(one.from),
                        })}
                      </strong>
                    </li>
                  )}
                </For>
                <For each={joined(closingBesides(data()))}>
                  {(one) => (
                    <li>
                      {t('custody.closes', {
                        names: namesOf(one.people) || t('custody.nobodyNow'),
                        agency: agency(one.toAgencyId),
                        from: agency(one.fromAgencyId),
                        classes: classList(one.dataClasses).toLocaleLowerCase(),
                        when: fromWords(one.from),
                      })}
                    </li>
                  )}
                </For>
                <For each={joined(data().opening)}>
                  {(one) => (
                    <li>
                      {t('custody.opens', {
                        names: namesOf(one.people) || t('custody.nobodyNow'),
                        agency: agency(one.toAgencyId),
                        from: agency(one.fromAgencyId),
                        classes: classList(one.dataClasses).toLocaleLowerCase(),
                        when: fromWords(one.from),
                      })}
                    </li>
                  )}
                </For>
                <Show when={nothing(data())}>
                  <li>{t('custody.nothing')}</li>
                </Show>
                <Show when={data().hasFamilyView && props.body.custody === 'none'}>
                  <li>{t('custody.familyView', { name: props.relation.name })}</li>
                </Show>
              </ul>
            )}
          </Match>
        </Switch>
      </Show>
    </section>
  );
}
