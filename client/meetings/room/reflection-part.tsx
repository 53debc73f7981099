// The reflecting team speaks while the presenter listens: the others catch short thoughts, which are read out; the presenter's screen
// has no field and shows the thoughts large, one by one.
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import type { Entry } from '../../../shared/entries.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { LiveField } from '../../writing/live-field.tsx';
import { isWritten, textOf, useItem } from './item-case.tsx';
import styles from './parts.module.css';
import { useRoom } from './room.ts';
import { type Starting, useGoing, useStarting } from './use-starting.ts';
import { useAuthorName } from './writer-names.ts';

function Own(props: { entry: Entry; starting: Starting }): JSX.Element {
  const place = useGoing(props.starting, () => props.entry);
  return (
    <div ref={place}>
      <LiveField
        entry={props.entry}
        field="narrative"
        label={t('meetingRoom.reflection')}
        hideLabel
        placeholder={t('meetingRoom.reflectionPlaceholder')}
        look="bare"
        rows={1}
      />
    </div>
  );
}

function Others(props: { entry: Entry }): JSX.Element {
  const name = useAuthorName(() => props.entry);
  return (
    <>
      <p class={styles.words}>{textOf(props.entry, 'narrative')}</p>
      <p class="quiet">{name()}</p>
    </>
  );
}

export function ReflectionPart(): JSX.Element {
  const { room, me } = useRoom();
  const { item, entries } = useItem();
  const starting = useStarting('reflection');
  const isOwn = (entry: Entry) => entry.authorIds.includes(me()) && entry.can.includes('write');
  const shown = createMemo(() =>
    entries('reflection').filter((entry) => isOwn(entry) || isWritten(entry, 'narrative')),
  );
  const add = (): void => {
    const empty = entries('reflection').find((entry) => isOwn(entry) && !isWritten(entry, 'narrative'));
    if (empty) starting.goTo(empty.id);
    else void starting.start();
  };
  return (
    <Show
      when={room().as === 'team'}
      fallback={<p class={styles.listen}>{t('meetingRoom.listenVisitor')}</p>}
    >
      <p class="quiet">{t('meetingRoom.reflectionsSeen')}</p>
      <Show when={shown().length > 0} fallback={<p class="quiet">{t('meetingRoom.noReflections')}</p>}>
        <ul class={styles.reflections} aria-label={t('meetingRoom.reflections')}>
          <For each={shown()}>
            {(entry) => (
              <li>
                <Show when={isOwn(entry)} fallback={<Others entry={entry} />}>
                  <Own entry={entry} starting={starting} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={item().can.includes('write')}>
        <div>
          <Button icon="plus" data-writing-place busy={starting.busy()} onClick={add}>
            {t('meetingRoom.addReflection')}
          </Button>
        </div>
      </Show>
      <Show when={starting.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Show>
  );
}

/** A writer who has not typed for so long has said it. Milliseconds. */
const pauseMs = 1_500;

/** For the presenter, while the others reflect. A thought appears when its writer has paused, and stays. */
export function Listening(): JSX.Element {
  const { entries, writers } = useItem();
  const [ready, setReady] = createSignal<ReadonlySet<string>>(new Set());
  createEffect(() => {
    const said = entries('reflection').filter(
      (entry) => !ready().has(entry.id) && writers(entry.id).length === 0 && isWritten(entry, 'narrative'),
    );
    if (said.length === 0) return;
    const timer = setTimeout(() => {
      setReady(new Set([...ready(), ...said.map(({ id }) => id)]));
      for (const entry of said) announce(textOf(entry, 'narrative'));
    }, pauseMs);
    onCleanup(() => clearTimeout(timer));
  });
  const shown = createMemo(() => entries('reflection').filter(({ id }) => ready().has(id)));
  return (
    <div class={styles.listening}>
      <p class={styles.listen}>{t('meetingRoom.listen')}</p>
      <p>{t('meetingRoom.listenLead')}</p>
      <ul class={styles.heard} aria-label={t('meetingRoom.reflections')}>
        <For each={shown()}>
          {(entry, index) => (
            <li data-last={index() === shown().length - 1 ? '' : undefined}>{textOf(entry, 'narrative')}</li>
          )}
        </For>
      </ul>
    </div>
  );
}
