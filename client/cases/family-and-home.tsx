// Guardians with their custody, siblings and close people; and where the child is, for those who may know.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { isoDay } from '../i18n/dates.ts';
import { compare, date, language } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { useCase } from './case-room.tsx';
import { CustodyDialog } from './custody-dialog.tsx';
import { CustodyHistoryDialog } from './custody-history.tsx';
import { classList } from './ground-words.ts';
import { custodyWords } from './members-words.ts';
import styles from './overview.module.css';
import { RelationDialog } from './relation-dialog.tsx';
import { WhereaboutsDialog } from './whereabouts-dialog.tsx';

type Relation = Workspace['relations'][number];
const order = { guardian: 0, sibling: 1, close: 2 } as const;

/** Custody as it is on this day: what is still to come says from when, what is over says since when. */
const custodyParts = (one: Relation): (string | null)[] => {
  const today = isoDay(new Date());
  if (one.custodyUntil !== null && one.custodyUntil < today)
    return [t('cases.custodyOver', { date: date(one.custodyUntil) })];
  return [
    custodyWords(one),
    one.custody === 'limited' && one.powerClasses.length > 0
      ? t('cases.custodyDecides', { classes: classList(one.powerClasses).toLocaleLowerCase() })
      : null,
    one.custodyFrom !== null && one.custodyFrom > today
      ? t('cases.custodyFrom', { date: date(one.custodyFrom) })
      : null,
    one.custodyUntil && t('cases.custodyUntil', { date: date(one.custodyUntil) }),
  ];
};

const factsOf = (one: Relation): string =>
  [
    ...custodyParts(one),
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
  const edits = () => workspace().case.can.includes('edit');
  const [adding, setAdding] = createSignal(false);
  /** Where nothing can be changed, what was recorded can still be read. */
  const readsOnly = () => !edits() && workspace().case.can.includes('read-custody');
  const [changing, setChanging] = createSignal<string>();
  const [reading, setReading] = createSignal<string>();
  const [moving, setMoving] = createSignal(false);
  return (
    <>
      <Show when={relations().length > 0 || edits()}>
        <Section
          title={t('cases.guardiansTitle')}
          aside={
            <Show when={edits()}>
              <Button size="small" kind="quiet" icon="plus" onClick={() => setAdding(true)}>
                {t('cases.relationAdd')}
              </Button>
            </Show>
          }
        >
          <Show when={relations().length > 0} fallback={<p class="quiet">{t('cases.relationNone')}</p>}>
            <Rows>
              <For each={relations()}>
                {(one) => (
                  <Row
                    end={
                      <>
                        <Show when={one.phone}>{(phone) => <a href={`tel:${phone()}`}>{phone()}</a>}</Show>
                        <Show when={edits() && one.kind === 'guardian'}>
                          <Button size="small" kind="quiet" icon="pen" onClick={() => setChanging(one.id)}>
                            {t('custody.change')}
                            <span class="visually-hidden">: {one.name}</span>
                          </Button>
                        </Show>
                        <Show when={readsOnly() && one.kind === 'guardian'}>
                          <Button size="small" kind="quiet" onClick={() => setReading(one.id)}>
                            {t('custody.historyOf')}
                            <span class="visually-hidden">: {one.name}</span>
                          </Button>
                        </Show>
                      </>
                    }
                  >
                    <p>
                      <strong>{one.name}</strong> <span class="quiet">{one.relation}</span>
                    </p>
                    <Show when={factsOf(one)}>{(facts) => <p class="quiet">{facts()}</p>}</Show>
                  </Row>
                )}
              </For>
            </Rows>
          </Show>
        </Section>
      </Show>
      <Show when={workspace().whereabouts}>
        {(where) => <Home where={where()} onChange={edits() ? () => setMoving(true) : undefined} />}
      </Show>
      <Show when={edits()}>
        <RelationDialog open={adding()} onClose={() => setAdding(false)} />
        <CustodyDialog relationId={changing()} onClose={() => setChanging(undefined)} />
        <WhereaboutsDialog open={moving()} onClose={() => setMoving(false)} />
      </Show>
      <CustodyHistoryDialog relationId={reading()} onClose={() => setReading(undefined)} />
    </>
  );
}

function Home(props: {
  where: NonNullable<Workspace['whereabouts']>;
  onChange: (() => void) | undefined;
}): JSX.Element {
  const lines = () =>
    [
      [t('cases.address'), props.where.address],
      [t('cases.municipality'), props.where.municipality],
      [t('cases.school'), props.where.school],
    ].filter((line): line is [string, string] => Boolean(line[1]));
  return (
    <Show when={lines().length > 0 || props.where.nonDisclosure || props.onChange}>
      <Section
        title={t('cases.homeTitle')}
        aside={
          <Show when={props.onChange}>
            {(change) => (
              <Button size="small" kind="quiet" icon="pen" onClick={() => change()()}>
                {t('cases.homeChange')}
              </Button>
            )}
          </Show>
        }
      >
        <Show when={props.where.nonDisclosure}>
          <p class={styles.withheld}>
            <Icon name="lock" size={16} />
            {t('cases.nonDisclosure')}
          </p>
        </Show>
        <Show when={lines().length > 0} fallback={<p class="quiet">{t('cases.homeNone')}</p>}>
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
        </Show>
      </Section>
    </Show>
  );
}
