// Each parent's view, apart from the other's: written by the parent, or recorded by a worker as it was told.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { isoDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { LiveField } from '../writing/live-field.tsx';
import { LiveDate, LiveLine, LiveScale } from '../writing/small-fields.tsx';
import { AuthorLine } from './author-line.tsx';
import { Comments } from './comments.tsx';
import { OwnActions } from './own-actions.tsx';
import { DraftNote } from './own-contribution.tsx';
import parts from './parts.module.css';
import { addressFor, startOf, useAssessment } from './room.ts';
import { entriesOf } from './sections.ts';
import { guardians } from './views.ts';
import { textIn, useWriters, Words } from './written.tsx';

function Reading(props: { entry: Entry }): JSX.Element {
  const writing = useWriters(() => props.entry);
  const heard = () =>
    [textIn(props.entry, 'heardOn') && date(textIn(props.entry, 'heardOn')), textIn(props.entry, 'how')]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <AuthorLine
        personIds={props.entry.authorIds}
        note={
          <Show when={writing()} fallback={heard()}>
            <span class={parts.writing}>{t('ring.writingNow')}</span>
          </Show>
        }
      />
      <Words text={textIn(props.entry, 'narrative')} writing={writing()} />
      <Comments parent={props.entry} />
    </>
  );
}

export function ParentViewForm(props: {
  about: string;
  own: boolean;
  entry: Entry | undefined;
}): JSX.Element {
  const room = useAssessment();
  const address = addressFor(
    () => props.entry,
    () => startOf(room, 'parent-view', { about: props.own ? null : props.about }),
  );
  const at = (field: string) => ({ entry: props.entry, address: address(field), field });
  return (
    <div class={parts.own} data-state={props.entry?.state ?? 'draft'} data-agency="family">
      <AuthorLine
        personIds={[room.me()]}
        own
        note={<Show when={props.entry}>{(one) => <DraftNote entry={one()} />}</Show>}
      />
      <LiveField
        {...at('narrative')}
        label={t(props.own ? 'assessment.ownView' : 'assessment.parentNarrative')}
        hint={props.own ? t('assessment.ownViewHint') : t('assessment.parentNarrativeHint')}
      />
      <Show when={!props.own}>
        <div class={parts.pairs}>
          <LiveDate {...at('heardOn')} label={t('assessment.heardOn')} max={isoDay(new Date())} />
          <LiveLine {...at('how')} label={t('assessment.heardHow')} />
        </div>
      </Show>
      <Disclosure summary={t('assessment.scales')}>
        <div class={parts.scales}>
          <For each={room.assessment().areas}>
            {(area) => <LiveScale {...at(`scale.${area}`)} label={t(`lifeArea.${area}`)} agency="family" />}
          </For>
        </div>
      </Disclosure>
      <Show when={props.entry}>
        {(one) => (
          <OwnActions
            entry={one()}
            label={t('assessment.shareText')}
            title={t('assessment.shareTextQuestion')}
          />
        )}
      </Show>
    </div>
  );
}

function OneParent(props: { id: string; name: string; fullName: string }): JSX.Element {
  const room = useAssessment();
  const [writing, setWriting] = createSignal(false);
  const views = createMemo(() =>
    entriesOf(room.workspace(), room.assessment().id, 'parent-view').filter((one) => one.about === props.id),
  );
  const mine = () => views().find((one) => one.authorIds.includes(room.me()) && one.can.includes('write'));
  const others = () => views().filter((one) => one !== mine());
  const mayRecord = () => room.assessment().can.includes('record-view');
  return (
    <section class={parts.block} data-agency="family">
      <h3>
        {props.name}
        <Show when={props.fullName !== props.name}>
          <span class="quiet"> {props.fullName}</span>
        </Show>
      </h3>
      <For each={others()}>{(one) => <Reading entry={one} />}</For>
      <Show when={mine() || writing()}>
        <ParentViewForm about={props.id} own={props.id === room.me()} entry={mine()} />
      </Show>
      <Show when={views().length === 0 && !writing()}>
        <p class={parts.nothing}>{t('assessment.parentNotYet')}</p>
      </Show>
      <Show when={mayRecord() && !mine() && !writing()}>
        <div>
          <Button size="small" icon="pen" onClick={() => setWriting(true)}>
            {t('assessment.recordParent', { name: props.name })}
          </Button>
        </div>
      </Show>
    </section>
  );
}

export function ParentsPart(): JSX.Element {
  const room = useAssessment();
  const all = createMemo(() => guardians(room.workspace()), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  return (
    <Show
      when={all().length > 0}
      fallback={<p class={`${parts.block} ${parts.nothing}`}>{t('assessment.noGuardians')}</p>}
    >
      <For each={all()}>{(one) => <OneParent {...one} />}</For>
    </Show>
  );
}
