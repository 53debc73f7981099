// The agencies with their teams.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { endAgency } from '../../shared/agencies.ts';
import { call } from '../api/call.ts';
import { agencyName } from '../cases/members-words.ts';
import { compare, date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import styles from './administration.module.css';
import type { AgencyRow, PersonRow } from './administration-query.ts';
import { EndDialog } from './end-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';

type Editing = { readonly agency: AgencyRow; readonly team: AgencyRow['teams'][number] | null };

export function Agencies(props: {
  agencies: readonly AgencyRow[];
  people: readonly PersonRow[];
  showEnded: boolean;
}): JSX.Element {
  const [ending, setEnding] = createSignal<AgencyRow>();
  const [editing, setEditing] = createSignal<Editing>();
  const shown = createMemo(() =>
    props.agencies
      .filter((one) => props.showEnded || one.endedAt === null)
      .sort((a, b) => compare(agencyName(a), agencyName(b))),
  );
  return (
    <Section title={t('administration.agencies')}>
      <Show
        when={shown().length > 0}
        fallback={
          <EmptyState icon="house" title={t('administration.noAgencies')}>
            {t('administration.noAgenciesDetail')}
          </EmptyState>
        }
      >
        <Rows>
          <For each={shown()}>
            {(one) => (
              <Row
                end={
                  <Show
                    when={one.endedAt === null}
                    fallback={<span class="quiet">{endedWords(one.endedAt)}</span>}
                  >
                    <Button size="small" icon="plus" onClick={() => setEditing({ agency: one, team: null })}>
                      {t('administration.addTeam')}
                      <span class="visually-hidden">: {agencyName(one)}</span>
                    </Button>
                    <Button size="small" onClick={() => setEnding(one)}>
                      {t('administration.endAgency')}
                      <span class="visually-hidden">: {agencyName(one)}</span>
                    </Button>
                  </Show>
                }
              >
                <p>
                  <strong>{agencyName(one)}</strong>
                </p>
                <AgencyMark kind={one.kind} />
                <p class="quiet">
                  {one.municipality} · {one.region} ·{' '}
                  {t('administration.peopleCount', { count: countOf(one, props.people) })}
                </p>
                <Teams
                  agency={one}
                  showEnded={props.showEnded}
                  onEdit={(team) => setEditing({ agency: one, team })}
                />
              </Row>
            )}
          </For>
        </Rows>
      </Show>
      <EndDialog
        open={ending() !== undefined}
        title={t('administration.endAgencyTitle', {
          name: ending() ? agencyName(ending() as AgencyRow) : '',
        })}
        words={t('administration.endAgencyWords')}
        action={t('administration.endAgency')}
        onClose={() => setEnding(undefined)}
        work={(key) => call(endAgency, { params: { agencyId: ending()?.id ?? '' }, body: {}, key })}
      />
      <Show when={editing()} keyed>
        {(now) => (
          <TeamDialog
            agency={now.agency}
            team={now.team}
            people={props.people}
            onClose={() => setEditing(undefined)}
          />
        )}
      </Show>
    </Section>
  );
}

const endedWords = (endedAt: string | null): string =>
  endedAt === null ? '' : t('administration.ended', { date: date(endedAt) });

const countOf = (agency: AgencyRow, people: readonly PersonRow[]): number =>
  people.filter((person) =>
    person.affiliations.some((one) => one.agencyId === agency.id && one.endsAt === null),
  ).length;

function Teams(props: {
  agency: AgencyRow;
  showEnded: boolean;
  onEdit: (team: AgencyRow['teams'][number]) => void;
}): JSX.Element {
  const teams = () => props.agency.teams.filter((one) => props.showEnded || one.endedAt === null);
  return (
    <Show when={teams().length > 0}>
      <ul class={styles.teams}>
        <For each={teams()}>
          {(team) => (
            <li>
              <Show
                when={team.endedAt === null}
                fallback={
                  <span class="quiet">
                    {team.name}, {endedWords(team.endedAt)}
                  </span>
                }
              >
                <button
                  type="button"
                  class={styles.team}
                  aria-label={t('administration.editTeam', { name: team.name })}
                  onClick={() => props.onEdit(team)}
                >
                  {team.name}
                </button>{' '}
                <span class="quiet">
                  {t('administration.memberCount', { count: team.affiliationIds.length })}
                </span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
