// One child in the list: the name is the link; the rest says where the case stands.
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { DueWord } from '../today/due-word.tsx';
import type { CaseRow } from './case-filter.ts';
import styles from './children.module.css';

export function ChildRow(props: { row: CaseRow; age: number; family: boolean }): JSX.Element {
  return (
    <li class={styles.child}>
      <div class={styles.who}>
        <A href={`/cases/${props.row.id}`} class={styles.name ?? ''}>
          {props.row.childName}
        </A>
        <span class="quiet">
          {t('cases.age', { count: props.age })} · <span class="numbers">{props.row.number}</span>
        </span>
      </div>
      <p class={styles.role}>{t(`memberRole.${props.row.role}`)}</p>
      <p class={styles.due}>
        <Show when={props.row.readyDueOn}>
          {(dueOn) => (
            <>
              <span class="quiet">{t('cases.due')}: </span>
              <DueWord dueOn={dueOn()} today={isoDay(new Date())} />
            </>
          )}
        </Show>
      </p>
      <p class={styles.waiting}>
        <Show when={!props.family && props.row.waiting > 0}>
          <span class="quiet">{t('cases.waiting')}: </span>
          {t('cases.waitingCount', { count: props.row.waiting })}
        </Show>
      </p>
    </li>
  );
}
