// Finding somebody to invite: by name, agency, or profession as the reader calls it.
import { keepPreviousData, useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { listInvitable } from '../../shared/cases.ts';
import { professions } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { locale, t } from '../i18n/index.ts';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { PeopleFound } from '../ui/people-found.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { Invitable } from './invitation.ts';
import styles from './members.module.css';

const pauseMs = 250;

/** The contract's words for professions that the reader may mean; the server knows them by those. */
const professionsMeant = (typed: string): string[] => {
  const word = typed.trim().toLocaleLowerCase('fi');
  if (word.length < 3) return [];
  return professions
    .filter((one) => t(`profession.${one}`).toLocaleLowerCase('fi').includes(word))
    .map((one) => one.replaceAll('-', ' '))
    .slice(0, 3);
};

/** By name, agency or profession, in any of the words a reader may use. */
export const findInvitable = async (
  caseId: string,
  typed: string,
  signal: AbortSignal,
): Promise<Invitable[]> => {
  const answers = await Promise.all(
    [typed.trim(), ...professionsMeant(typed)].map((q) =>
      call(listInvitable, { params: { caseId }, query: { q }, signal }),
    ),
  );
  const found = answers.flatMap((answer) => answer.people);
  return [...new Map(found.map((one) => [`${one.personId} ${one.affiliationId}`, one])).values()];
};

export const invitableAgency = (one: Invitable): string =>
  (locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi) ?? t('agency.family');

export function PersonSearch(props: { caseId: string; onChoose: (person: Invitable) => void }): JSX.Element {
  const [typed, setTyped] = createSignal('');
  const [asked, setAsked] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let search: HTMLInputElement | undefined;
  onMount(() => search?.focus());
  onCleanup(() => clearTimeout(timer));
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer);
    timer = setTimeout(() => setAsked(text), pauseMs);
  };
  const query = useQuery(() => ({
    queryKey: ['invitable', props.caseId, asked()],
    queryFn: ({ signal }) => findInvitable(props.caseId, asked(), signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  }));
  return (
    <div class={styles.search}>
      <TextInput
        ref={(el) => {
          search = el;
        }}
        type="search"
        label={t('members.search')}
        hint={t('members.familyHint')}
        autocomplete="off"
        value={typed()}
        onInput={type}
      />
      <Show when={!query.isPending} fallback={<Skeleton lines={4} />}>
        <Show
          when={query.data}
          fallback={<ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorNotice>}
        >
          {(people) => (
            <PeopleFound
              people={people().map((one) => ({
                key: one.affiliationId ?? one.personId,
                name: one.name,
                words: one.profession ? t(`profession.${one.profession}`) : t('members.family'),
                agencyKind: one.agencyKind ?? ('family' as const),
                agencyName: invitableAgency(one),
                invitable: one,
              }))}
              nobody={t('members.nobody')}
              onChoose={(one) => props.onChoose(one.invitable)}
            />
          )}
        </Show>
      </Show>
    </div>
  );
}
