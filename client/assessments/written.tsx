// A text by somebody else, as it stands and as it grows. Only that somebody writes is announced, never each character.
import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Scale } from '../ui/scale.tsx';
import { evidenceKeys } from './evidence-rows.ts';
import parts from './parts.module.css';
import { writersOf } from './presence.ts';
import { authorOf, useAssessment } from './room.ts';
import styles from './written.module.css';

export const textIn = (entry: Pick<Entry, 'fields'>, field: string): string =>
  entry.fields[field]?.text ?? '';

/** Who of its authors is writing in it now; announced when it begins. */
export const useWriters = (entry: () => Entry): (() => boolean) => {
  const room = useAssessment();
  const writing = createMemo(() =>
    writersOf(room.presence(), entry().id).some((id) => entry().authorIds.includes(id)),
  );
  createEffect(
    on(
      writing,
      (now) => {
        if (now) {
          const { names } = authorOf(room.workspace(), entry().authorIds);
          announce(t('assessment.isWriting', { name: names }));
        }
      },
      { defer: true },
    ),
  );
  return writing;
};

export function Words(props: { text: string; writing?: boolean | undefined }): JSX.Element {
  return (
    <p class={styles.words}>
      {props.text}
      <Show when={props.writing}>
        <span class={styles.caret} aria-hidden="true" />
      </Show>
    </p>
  );
}

function Pair(props: { label: string; text: string }): JSX.Element {
  return (
    <Show when={props.text.trim() !== ''}>
      <div>
        <h4>{props.label}</h4>
        <p class={styles.plain}>{props.text}</p>
      </div>
    </Show>
  );
}

/** A contribution to read: narrative first, then what is coded. */
export function WrittenContribution(props: { entry: Entry; writing: boolean }): JSX.Element {
  const room = useAssessment();
  const rows = () => evidenceKeys(props.entry.fields);
  const scale = () => textIn(props.entry, 'scale');
  const kind = () => authorOf(room.workspace(), props.entry.authorIds).kind;
  return (
    <div class={styles.written} data-agency={kind()}>
      <Words text={textIn(props.entry, 'narrative')} writing={props.writing} />
      <div class={parts.pairs}>
        <Pair label={t('assessment.strengths')} text={textIn(props.entry, 'strengths')} />
        <Pair label={t('assessment.worries')} text={textIn(props.entry, 'worries')} />
      </div>
      <Show when={rows().length > 0}>
        <div>
          <h4>{t('assessment.evidence')}</h4>
          <ul class={styles.evidence}>
            <For each={rows()}>
              {(key) => (
                <li>
                  <span class={styles.plain}>{textIn(props.entry, `evidence.${key}.text`)}</span>
                  <Show when={textIn(props.entry, `evidence.${key}.source`)}>
                    {(source) => <span class="quiet">{t('assessment.source', { source: source() })}</span>}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={scale() !== ''}>
        <Scale
          label={t('assessment.howNow')}
          value={Number(scale())}
          agency={kind()}
          disabled
          onChange={() => undefined}
        />
      </Show>
    </div>
  );
}
