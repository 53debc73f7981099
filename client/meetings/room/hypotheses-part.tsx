// Several hypotheses, each with what speaks for it and against it: provisional, the team's, and growing on everybody's screen.
import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import type { Entry } from '../../../shared/entries.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { daysBetween, isoDay } from '../../i18n/dates.ts';
import { t } from '../../i18n/index.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { LiveField } from '../../writing/live-field.tsx';
import { isWritten, textOf, useItem } from './item-case.tsx';
import styles from './parts.module.css';
import { useRoom } from './room.ts';
import { type Starting, useGoing, useStarting } from './use-starting.ts';
import { useWriterNames } from './writer-names.ts';

const fields = ['hypothesis', 'for', 'against'] as const;

function Own(props: { entry: Entry; number: number; starting: Starting }): JSX.Element {
  const place = useGoing(props.starting, () => props.entry);
  return (
    <div class={styles.own} ref={place}>
      <LiveField
        entry={props.entry}
        field="hypothesis"
        label={t('meetingRoom.hypothesis', { count: props.number })}
        hideLabel
        placeholder={t('meetingRoom.hypothesisPlaceholder')}
        look="bare"
        rows={1}
      />
      <div class={styles.sides}>
        <LiveField entry={props.entry} field="for" label={t('meetingRoom.for')} look="plain" rows={1} />
        <LiveField
          entry={props.entry}
          field="against"
          label={t('meetingRoom.against')}
          look="plain"
          rows={1}
        />
      </div>
    </div>
  );
}

function Growing(props: { entry: Entry }): JSX.Element {
  const names = useWriterNames(() => props.entry);
  createEffect(
    on(names, (now) => now !== '' && announce(t('meetingRoom.writing', { name: now })), { defer: true }),
  );
  const side = (field: 'for' | 'against') => textOf(props.entry, field).trim() || t('meetingRoom.nothing');
  return (
    <div class={styles.growing} data-writing={names() === '' ? undefined : ''}>
      <p class={styles.words}>
        <Show when={names()}>
          {(name) => <span class={styles.writer}>{t('meetingRoom.writing', { name: name() })}</span>}
        </Show>
        {textOf(props.entry, 'hypothesis')}
        <Show when={names()}>
          <span class={styles.caret} aria-hidden="true" />
        </Show>
      </p>
      <Show when={isWritten(props.entry, 'for', 'against')}>
        <p class="quiet">
          {t('meetingRoom.for')}: {side('for')} {t('meetingRoom.against')}: {side('against')}
        </p>
      </Show>
    </div>
  );
}

/** "Team only, provisional, they lapse in 90 days." */
export const useProvisional = (): (() => string) => {
  const { entries } = useItem();
  return () => {
    const ends = entries('hypothesis').flatMap(({ expiresAt }) => expiresAt ?? []);
    const first = ends.sort()[0];
    if (first === undefined) return t('meetingRoom.provisional');
    return t('meetingRoom.provisionalDays', { count: daysBetween(isoDay(new Date()), isoDay(first)) });
  };
};

export function HypothesesPart(): JSX.Element {
  const { room, me } = useRoom();
  const { item, entries, writers } = useItem();
  const starting = useStarting('hypothesis');
  const isOwn = (entry: Entry) => entry.authorIds.includes(me()) && entry.can.includes('write');
  const shown = createMemo(() =>
    entries('hypothesis').filter(
      (entry) => isOwn(entry) || isWritten(entry, ...fields) || writers(entry.id).length > 0,
    ),
  );
  const add = (): void => {
    const empty = entries('hypothesis').find((entry) => isOwn(entry) && !isWritten(entry, ...fields));
    if (empty) starting.goTo(empty.id);
    else void starting.start();
  };
  return (
    <Show when={room().as === 'team'} fallback={<p>{t('meetingRoom.hypothesesVisitor')}</p>}>
      <Show when={shown().length > 0} fallback={<p class="quiet">{t('meetingRoom.noHypotheses')}</p>}>
        <ol class={styles.hypotheses}>
          <For each={shown()}>
            {(entry, index) => (
              <li>
                <span class={styles.number} aria-hidden="true">
                  {index() + 1}
                </span>
                <Show when={isOwn(entry)} fallback={<Growing entry={entry} />}>
                  <Own entry={entry} number={index() + 1} starting={starting} />
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={item().can.includes('write')}>
        <div>
          <Button icon="plus" data-writing-place busy={starting.busy()} onClick={add}>
            {t('meetingRoom.addHypothesis')}
          </Button>
        </div>
      </Show>
      <Show when={starting.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Show>
  );
}
