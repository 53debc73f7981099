// Several hypotheses, each with what speaks for it and against it: provisional, the team's, and growing on everybody's screen.
import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import type { Entry } from '../../../shared/entries.ts';
import { releaseThought, takeIntoRecord } from '../../../shared/meetings.ts';
import { call } from '../../api/call.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { daysBetween, isoDay } from '../../i18n/dates.ts';
import { t } from '../../i18n/index.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { LiveField } from '../../writing/live-field.tsx';
import { useDoing } from '../meetings-query.ts';
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

/** It ends by itself unless it is taken into the record: by its writer, or by the responsible worker. */
function IntoRecord(props: { entry: Entry; own: boolean; number: number }): JSX.Element {
  const { item } = useItem();
  const doing = useDoing();
  const may = () => (props.own || item().can.includes('decide')) && isWritten(props.entry, 'hypothesis');
  const take = () => {
    const params = { itemId: item().id };
    const body = { entryId: props.entry.id };
    return doing.run({ params, body }, (key) => call(takeIntoRecord, { params, body, key }));
  };
  return (
    <Show when={props.entry.expiresAt} fallback={<p class="quiet">{t('meetingRoom.inRecord')}</p>}>
      <Show when={may()}>
        <div data-screen-only>
          <Button kind="quiet" size="small" busy={doing.busy()} onClick={() => void take()}>
            {t('meetingRoom.intoRecord')}
            <span class="visually-hidden">: {t('meetingRoom.hypothesis', { count: props.number })}</span>
          </Button>
        </div>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Show>
  );
}

/** The responsible worker gives one to the family, or takes it back. */
function ToFamily(props: { entry: Entry; number: number }): JSX.Element {
  const { item } = useItem();
  const doing = useDoing();
  const given = () => props.entry.audience.familyScope !== 'none';
  const release = () => {
    const params = { itemId: item().id };
    const body = { entryId: props.entry.id, given: !given() };
    return doing.run({ params, body }, (key) => call(releaseThought, { params, body, key }));
  };
  return (
    <>
      <Show when={given()}>
        <p class="quiet">{t('meetingRoom.thoughtGiven')}</p>
      </Show>
      <Show when={item().can.includes('decide') && isWritten(props.entry, 'hypothesis')}>
        <div data-screen-only>
          <Button kind="quiet" size="small" busy={doing.busy()} onClick={() => void release()}>
            {t(given() ? 'meetingRoom.thoughtBack' : 'meetingRoom.thoughtGive')}
            <span class="visually-hidden">: {t('meetingRoom.hypothesis', { count: props.number })}</span>
          </Button>
        </div>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </>
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
                <div class={styles.hypothesis}>
                  <Show when={isOwn(entry)} fallback={<Growing entry={entry} />}>
                    <Own entry={entry} number={index() + 1} starting={starting} />
                  </Show>
                  <IntoRecord entry={entry} own={isOwn(entry)} number={index() + 1} />
                  <ToFamily entry={entry} number={index() + 1} />
                </div>
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
