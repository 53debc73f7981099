// Notifications in lists: those that came to one's services with what is to be done, and those that one made.
import { A } from '@solidjs/router';
import { createEffect, For, type JSX, Show } from 'solid-js';
import type { WelfareHead } from '../../shared/welfare-notification.ts';
import { postOf, serviceName } from '../consultations/words.ts';
import { isoDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { DueWord } from '../today/due-word.tsx';
import { createNewly } from '../today/newly.ts';
import { announce } from '../ui/announcer.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import type { useNotifications } from './notifications-query.ts';
import { UrgencySign } from './urgency-sign.tsx';
import styles from './welfare.module.css';

type Lists = { readonly made: readonly WelfareHead[]; readonly received: readonly WelfareHead[] };

export const listsOf = (query: ReturnType<typeof useNotifications>): Lists | undefined =>
  query.isSuccess ? query.data : undefined;

export const isOpen = (one: WelfareHead): boolean => one.state !== 'concluded';

/** What comes, and what goes forward, while a page is open is said once. */
export const tellNotifications = (lists: () => Lists | undefined): void => {
  const came = createNewly();
  const moved = createNewly();
  createEffect(() => {
    const now = lists();
    if (!now) return;
    if (came(now.received.map((one) => one.id)).length > 0) announce(t('welfare.newArrived'));
    const keyOf = (one: WelfareHead) => `${one.id} ${one.readByPersonAt} ${one.handlingBeganAt}`;
    const changed = new Set(moved(now.made.map(keyOf)));
    for (const one of now.made)
      if (changed.has(keyOf(one)) && one.readByPersonAt !== null)
        announce(t('welfare.madeMoved', { number: one.number }));
  });
};

const madeWords = (one: WelfareHead): string => {
  if (one.handlingBeganAt !== null) return t('welfare.began');
  return t(one.readByPersonAt === null ? 'welfare.notReadYet' : 'welfare.readByPerson');
};

function ReceivedRow(props: { head: WelfareHead }): JSX.Element {
  const waits = () => props.head.state === 'new' || props.head.state === 'received';
  return (
    <Row
      end={
        <span class={styles.state} data-turn={waits() ? '' : undefined}>
          {t(`welfareState.${props.head.state ?? 'new'}`)}
        </span>
      }
    >
      <p>
        <A class={styles.child ?? ''} href={`/welfare-notifications/${props.head.id}`}>
          {props.head.childName}
        </A>
      </p>
      <p class={styles.signs}>
        <UrgencySign urgency={props.head.urgency} />
        <Show when={isOpen(props.head)}>
          <DueWord dueOn={props.head.decisionDueOn} today={isoDay(new Date())} />
        </Show>
        <span class="numbers">{props.head.number}</span>
      </p>
      <p class="quiet">
        {t('welfare.notifier')}: {props.head.notifier.name}, {postOf(props.head.notifier)}
      </p>
    </Row>
  );
}

function MadeRow(props: { head: WelfareHead }): JSX.Element {
  return (
    <Row end={<span class={styles.state}>{date(props.head.receivedAt)}</span>}>
      <p>
        <A class={styles.child ?? ''} href={`/welfare-notifications/${props.head.id}`}>
          {props.head.childName}
        </A>
      </p>
      <p class={styles.signs}>
        <span>{serviceName(props.head.service)}</span>
        <span class="numbers">{props.head.number}</span>
      </p>
      <p class="quiet">{madeWords(props.head)}</p>
    </Row>
  );
}

export function ReceivedRows(props: {
  heads: readonly WelfareHead[];
  aside?: JSX.Element | undefined;
}): JSX.Element {
  return (
    <Show when={props.heads.length > 0}>
      <Section title={t('welfare.queue')} look="sheet" aside={props.aside}>
        <Rows>
          <For each={props.heads}>{(one) => <ReceivedRow head={one} />}</For>
        </Rows>
      </Section>
    </Show>
  );
}

export function MadeRows(props: {
  heads: readonly WelfareHead[];
  aside?: JSX.Element | undefined;
}): JSX.Element {
  return (
    <Show when={props.heads.length > 0}>
      <Section title={t('welfare.made')} look="sheet" aside={props.aside}>
        <Rows>
          <For each={props.heads}>{(one) => <MadeRow head={one} />}</For>
        </Rows>
      </Section>
    </Show>
  );
}

/** What the service is done with, for a while yet. */
export function HandledRows(props: { heads: readonly WelfareHead[] }): JSX.Element {
  return (
    <Rows label={t('welfare.closed')}>
      <For each={props.heads}>{(one) => <ReceivedRow head={one} />}</For>
    </Rows>
  );
}
