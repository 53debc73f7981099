// Guardians with their custody, siblings and close people; and where the child is, for those who may know.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { compare, date, language } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { useCase } from './case-room.tsx';
import { custodyWords } from './members-words.ts';
import styles from './overview.module.css';

type Relation = Workspace['relations'][number];
const order = { guardian: 0, sibling: 1, close: 2 } as const;

const factsOf = (one: Relation): string =>
  [
    custodyWords(one),
    one.custodyUntil && t('cases.custodyUntil', { date: date(one.custodyUntil) }),
    one.language && t('cases.speaks', { count: 1, languages: language(one.language) }),
    one.personId && t('cases.hasSignIn'),
  ]
    .filter((part) => part)
    .join(' · ');

export function FamilyAndHome(): JSX.Element {
  const { workspace } = useCase();
  const relations = createMemo(() =>
    [...workspace().relations].sort((a, b) => order[a.kind] - order[b.kind] || compare(a.name, b.name)),
  );
  return (
    <>
      <Show when={relations().length > 0}>
        <Section title={t('cases.guardiansTitle')}>
          <Rows>
            <For each={relations()}>
              {(one) => (
                <Row
                  end={<Show when={one.phone}>{(phone) => <a href={`tel:${phone()}`}>{phone()}</a>}</Show>}
                >
                  <p>
                    <strong>{one.name}</strong> <span class="quiet">{one.relation}</span>
                  </p>
                  <Show when={factsOf(one)}>{(facts) => <p class="quiet">{facts()}</p>}</Show>
                </Row>
              )}
            </For>
          </Rows>
        </Section>
      </Show>
      <Show when={workspace().whereabouts}>{(where) => <Home where={where()} />}</Show>
    </>
  );
}

function Home(props: { where: NonNullable<Workspace['whereabouts']> }): JSX.Element {
  const lines = () =>
    [
      [t('cases.address'), props.where.address],
      [t('cases.municipality'), props.where.municipality],
      [t('cases.school'), props.where.school],
    ].filter((line): line is [string, string] => Boolean(line[1]));
  return (
    <Show when={lines().length > 0 || props.where.nonDisclosure}>
      <Section
        title={t('cases.homeTitle')}
        aside={
          <Show when={props.where.nonDisclosure}>
            <Icon name="lock" size={16} />
          </Show>
        }
        lead={props.where.nonDisclosure ? t('cases.nonDisclosure') : undefined}
      >
        <dl class={styles.facts}>
          <For each={lines()}>
            {([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            )}
          </For>
        </dl>
      </Section>
    </Show>
  );
}
