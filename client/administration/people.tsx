// People and their affiliations: find, add, end, reset a sign-in.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { endAffiliation, endPerson, resetSignIn } from '../../shared/agencies.ts';
import { call } from '../api/call.ts';
import { agencyName } from '../cases/members-words.ts';
import { compare, date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Menu } from '../ui/menu.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './administration.module.css';
import type { AgencyRow, PersonRow } from './administration-query.ts';
import { AffiliationDialog } from './affiliation-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import type { OneTimePasswordFor } from './one-time-password.tsx';

type Affiliation = PersonRow['affiliations'][number];
type Asking =
  | { readonly kind: 'reset' | 'end' | 'affiliate'; readonly person: PersonRow }
  | { readonly kind: 'end-affiliation'; readonly person: PersonRow; readonly affiliation: Affiliation };

export function People(props: {
  agencies: readonly AgencyRow[];
  people: readonly PersonRow[];
  showEnded: boolean;
  onPassword: (password: OneTimePasswordFor) => void;
}): JSX.Element {
  const [filter, setFilter] = createSignal('');
  const [asking, setAsking] = createSignal<Asking>();
  const agencyOf = (id: string) => props.agencies.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const found = agencyOf(id);
    return found ? agencyName(found) : '';
  };
  const shown = createMemo(() => {
    const wanted = filter().trim().toLocaleLowerCase('fi');
    return props.people
      .filter((one) => props.showEnded || one.endedAt === null)
      .filter((one) => `${one.name} ${one.signInName}`.toLocaleLowerCase('fi').includes(wanted))
      .sort((a, b) => compare(a.name, b.name));
  });
  const current = (person: PersonRow) => person.affiliations.filter((one) => one.endsAt === null);
  const actions = (person: PersonRow) => [
    {
      label: t('administration.addAffiliation'),
      icon: 'plus' as const,
      onSelect: () => setAsking({ kind: 'affiliate', person }),
    },
    ...current(person).map((affiliation) => ({
      label: t('administration.endAffiliation', { agency: nameOf(affiliation.agencyId) }),
      icon: 'close' as const,
      onSelect: () => setAsking({ kind: 'end-affiliation', person, affiliation }),
    })),
    {
      label: t('administration.reset'),
      icon: 'lock' as const,
      onSelect: () => setAsking({ kind: 'reset', person }),
    },
    {
      label: t('administration.endPerson'),
      icon: 'close' as const,
      danger: true,
      onSelect: () => setAsking({ kind: 'end', person }),
    },
  ];
  return (
    <Section
      title={t('administration.people')}
      aside={t('administration.peopleCount', { count: shown().length })}
    >
      <Show
        when={props.people.length > 0}
        fallback={
          <EmptyState icon="people" title={t('administration.noPeople')}>
            {t('administration.noPeopleDetail')}
          </EmptyState>
        }
      >
        <div class={styles.filter}>
          <TextInput
            type="search"
            label={t('administration.search')}
            value={filter()}
            onInput={setFilter}
            autocomplete="off"
          />
        </div>
        <Show when={shown().length > 0} fallback={<p>{t('administration.noMatch')}</p>}>
          <Rows>
            <For each={shown()}>
              {(person) => (
                <Row
                  end={
                    <Show
                      when={person.endedAt}
                      fallback={<Menu name={`${t('ui.menu')}: ${person.name}`} items={actions(person)} />}
                    >
                      {(ended) => (
                        <span class="quiet">{t('administration.ended', { date: date(ended()) })}</span>
                      )}
                    </Show>
                  }
                >
                  <p>
                    <strong>{person.name}</strong>{' '}
                    <span class="quiet">
                      {person.ownPassword ? person.signInName : t('administration.byLink')}
                    </span>
                  </p>
                  <For each={current(person)}>
                    {(one) => (
                      <p class={styles.affiliation}>
                        {t(`profession.${one.profession}`)}
                        <Show when={agencyOf(one.agencyId)}>
                          {(agency) => <AgencyMark kind={agency().kind} word={agencyName(agency())} />}
                        </Show>
                      </p>
                    )}
                  </For>
                </Row>
              )}
            </For>
          </Rows>
        </Show>
      </Show>
      <Show when={asking()} keyed>
        {(now) => (
          <Asked
            now={now}
            agencies={props.agencies}
            agencyName={now.kind === 'end-affiliation' ? nameOf(now.affiliation.agencyId) : ''}
            onPassword={props.onPassword}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Show>
    </Section>
  );
}

function Asked(props: {
  now: Asking;
  agencies: readonly AgencyRow[];
  agencyName: string;
  onPassword: (password: OneTimePasswordFor) => void;
  onClose: () => void;
}): JSX.Element {
  const person = () => props.now.person;
  const personId = () => person().id;
  const reset = async (key: string) => {
    const { name } = person();
    const answer = await call(resetSignIn, { params: { personId: personId() }, body: {}, key });
    props.onPassword({ name, password: answer.oneTimePassword });
  };
  const endOne = (key: string) => {
    const { now } = props;
    if (now.kind !== 'end-affiliation') return Promise.resolve();
    return call(endAffiliation, { params: { affiliationId: now.affiliation.id }, body: {}, key });
  };
  return (
    <>
      <EndDialog
        open={props.now.kind === 'reset'}
        title={t('administration.resetTitle')}
        words={t('administration.resetWords', { name: person().name })}
        action={t('administration.reset')}
        onClose={props.onClose}
        work={reset}
      />
      <EndDialog
        open={props.now.kind === 'end'}
        title={t('administration.endPersonTitle', { name: person().name })}
        words={t('administration.endPersonWords')}
        action={t('administration.endPerson')}
        onClose={props.onClose}
        work={(key) => call(endPerson, { params: { personId: personId() }, body: {}, key })}
      />
      <EndDialog
        open={props.now.kind === 'end-affiliation'}
        title={t('administration.endAffiliationTitle')}
        words={t('administration.endAffiliationWords', { name: person().name, agency: props.agencyName })}
        action={t('administration.end')}
        onClose={props.onClose}
        work={endOne}
      />
      <Show when={props.now.kind === 'affiliate'}>
        <AffiliationDialog person={person()} agencies={props.agencies} onClose={props.onClose} />
      </Show>
    </>
  );
}
