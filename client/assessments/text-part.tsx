// A part that one person writes for all: the situation, and the synthesis with its conclusions. Written in place; read
// by everybody else as it stands.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { LiveField } from '../writing/live-field.tsx';
import { AuthorLine } from './author-line.tsx';
import { Comments } from './comments.tsx';
import { OwnActions } from './own-actions.tsx';
import { DraftNote } from './own-contribution.tsx';
import parts from './parts.module.css';
import { addressFor, startOf, useAssessment } from './room.ts';
import { entriesOf } from './sections.ts';
import { textIn, useWriters, Words } from './written.tsx';

export type TextField = { field: string; label: string; hint?: string | undefined };

function Reading(props: { entry: Entry; fields: readonly TextField[] }): JSX.Element {
  const writing = useWriters(() => props.entry);
  return (
    <article class={parts.block}>
      <AuthorLine
        personIds={props.entry.authorIds}
        note={
          <Show
            when={writing()}
            fallback={
              <Show when={props.entry.sharedAt}>
                {(at) => <>{t('assessment.sharedOn', { date: date(at()) })}</>}
              </Show>
            }
          >
            <span class={parts.writing}>{t('ring.writingNow')}</span>
          </Show>
        }
      />
      <For each={props.fields}>
        {(one) => (
          <Show when={textIn(props.entry, one.field).trim() !== ''}>
            <div>
              <Show when={props.fields.length > 1}>
                <h3>{one.label}</h3>
              </Show>
              <Words text={textIn(props.entry, one.field)} />
            </div>
          </Show>
        )}
      </For>
      <Comments parent={props.entry} />
    </article>
  );
}

export function TextPart(props: {
  kind: 'situation' | 'synthesis';
  fields: readonly TextField[];
  mayWrite: boolean;
  empty: string;
  placeholder: string;
}): JSX.Element {
  const room = useAssessment();
  const entry = createMemo(() => entriesOf(room.workspace(), room.assessment().id, props.kind)[0]);
  const own = () => entry()?.authorIds.includes(room.me()) ?? false;
  const writes = () => (entry() ? own() && (entry()?.can.includes('write') ?? false) : props.mayWrite);
  const address = addressFor(entry, () => startOf(room, props.kind));
  return (
    <Show
      when={writes()}
      fallback={
        <Show when={entry()} fallback={<p class={`${parts.block} ${parts.nothing}`}>{props.empty}</p>}>
          {(one) => <Reading entry={one()} fields={props.fields} />}
        </Show>
      }
    >
      <article class={parts.own} data-state={entry()?.state ?? 'draft'}>
        <AuthorLine
          personIds={[room.me()]}
          own
          note={<Show when={entry()}>{(one) => <DraftNote entry={one()} />}</Show>}
        />
        <For each={props.fields}>
          {(one, index) => (
            <LiveField
              entry={entry()}
              address={address(one.field)}
              field={one.field}
              label={one.label}
              hint={one.hint}
              hideLabel={props.fields.length === 1}
              look={props.fields.length === 1 ? 'bare' : 'narrative'}
              placeholder={index() === 0 ? props.placeholder : undefined}
            />
          )}
        </For>
        <Show when={entry()}>
          {(one) => (
            <>
              <OwnActions
                entry={one()}
                label={t('assessment.shareText')}
                title={t('assessment.shareTextQuestion')}
              />
              <Show when={one().state !== 'draft'}>
                <Comments parent={one()} />
              </Show>
            </>
          )}
        </Show>
      </article>
    </Show>
  );
}
