// How many children a worker is responsible for, against the limit: in words, and not by colour alone.
import { For, type JSX, Show } from 'solid-js';
import type { Load } from '../../shared/members.ts';
import type { Today } from '../../shared/today.ts';
import { law } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import styles from './today.module.css';

const words = { near: 'membership.loadNear', over: 'membership.loadOver' } as const;

/** "Lähellä enimmäismäärää"; nothing while there is room. */
export function LoadLevel(props: { load: Load }): JSX.Element {
  const level = () => (props.load.level === 'under' ? undefined : props.load.level);
  return (
    <Show when={level()}>
      {(one) => (
        <span class={styles.due} data-state={one() === 'over' ? 'late' : 'soon'}>
          <Icon name="warning" size={16} /> {t(words[one()])}
        </span>
      )}
    </Show>
  );
}

export function LoadWords(props: { load: Load }): JSX.Element {
  return (
    <p class="quiet">
      {t('membership.load', { count: props.load.children, limit: props.load.limit })}
      <Show when={props.load.asSubstitute > 0}>
        {' '}
        {t('membership.loadSubstitute', { count: props.load.asSubstitute })}
      </Show>{' '}
      <LoadLevel load={props.load} />
    </p>
  );
}

export function OwnLoad(props: { load: Today['load'] }): JSX.Element {
  return (
    <Show when={props.load}>
      {(load) => (
        <Section title={t('membership.loadTitle')}>
          <LoadWords load={load()} />
          <p class="quiet">{t('membership.loadSource', { source: law(load().source) })}</p>
        </Section>
      )}
    </Show>
  );
}

export function TeamLoads(props: { loads: Today['teamLoads'] }): JSX.Element {
  return (
    <Show when={props.loads.length > 0}>
      <Section title={t('membership.teamLoadsTitle')}>
        <Rows>
          <For each={props.loads}>
            {(one) => (
              <Row
                end={
                  <span class="numbers">
                    {t('membership.teamLoad', { count: one.load.children })} / {one.load.limit}
                  </span>
                }
              >
                <p>{one.name}</p>
                <Show when={one.load.asSubstitute > 0 || one.load.level !== 'under'}>
                  <p class="quiet">
                    <LoadLevel load={one.load} />{' '}
                    <Show when={one.load.asSubstitute > 0}>
                      {t('membership.loadSubstitute', { count: one.load.asSubstitute })}
                    </Show>
                  </p>
                </Show>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
