// What the responsible worker decides, with a reason where it differs from the team; also after the meeting. The team reads it as it is typed.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry } from '../../../shared/entries.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
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
    <div class={styles.own} ref={place}>
      <LiveField entry={props.entry} field="decision" label={t('meetingRoom.decision')} rows={2} />
      <LiveField
        entry={props.entry}
        field="differs"
        label={t('meetingRoom.differs')}
        hint={t('meetingRoom.differsHint')}
        optional
        rows={1}
      />
    </div>
  );
}

function Made(props: { entry: Entry }): JSX.Element {
  const name = useAuthorName(() => props.entry);
  return (
    <div>
      <p class={styles.words}>{textOf(props.entry, 'decision')}</p>
      <Show when={textOf(props.entry, 'differs')}>
        {(why) => (
          <p class="quiet">
            {t('meetingRoom.differs')}: {why()}
          </p>
        )}
      </Show>
      <p class="quiet">{name()}</p>
    </div>
  );
}

export function DecisionsPart(): JSX.Element {
  const { room, me } = useRoom();
  const { item, entries } = useItem();
  const starting = useStarting('decision');
  const isOwn = (entry: Entry) => entry.authorIds.includes(me()) && entry.can.includes('write');
  const shown = createMemo(() =>
    entries('decision').filter((entry) => isOwn(entry) || isWritten(entry, 'decision')),
  );
  const add = (): void => {
    const empty = entries('decision').find(
      (entry) => isOwn(entry) && !isWritten(entry, 'decision', 'differs'),
    );
    if (empty) starting.goTo(empty.id);
    else void starting.start();
  };
  const decides = () => item().can.includes('decide');
  return (
    <Show when={room().as === 'team' && (shown().length > 0 || decides())}>
      <section class={styles.decisions}>
        <h3>{t('meetingRoom.decisions')}</h3>
        <For each={shown()}>
          {(entry) => (
            <Show when={isOwn(entry)} fallback={<Made entry={entry} />}>
              <Own entry={entry} starting={starting} />
            </Show>
          )}
        </For>
        <Show when={decides()}>
          <div>
            <Button icon="plus" busy={starting.busy()} onClick={add}>
              {t('meetingRoom.addDecision')}
            </Button>
          </div>
        </Show>
        <Show when={starting.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      </section>
    </Show>
  );
}
