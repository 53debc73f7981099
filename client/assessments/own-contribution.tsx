// One's own contribution: narrative first, then strengths, worries, evidence with its source, and an own scale. As a
// draft on the hatched surface; shared, it says that others see it grow.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { t } from '../i18n/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { nothingKnown } from '../writing/desk.ts';
import { LiveField } from '../writing/live-field.tsx';
import { LiveLine, LiveScale } from '../writing/small-fields.tsx';
import { desk } from '../writing/start.ts';
import { AuthorLine } from './author-line.tsx';
import { Comments } from './comments.tsx';
import { evidenceKeys, newEvidenceKey } from './evidence-rows.ts';
import { OwnActions } from './own-actions.tsx';
import styles from './own-contribution.module.css';
import parts from './parts.module.css';
import { authorOf, useAssessment } from './room.ts';

/** "draft – only you see this", or who else does. */
export function DraftNote(props: { entry: Entry }): JSX.Element {
  return (
    <Show when={props.entry.state === 'draft'}>
      <span class={styles.private}>
        <Icon name="eye-off" size={16} />
        {props.entry.authorIds.length > 1 ? t('assessment.draftOfPair') : t('ui.draft')}
      </span>
    </Show>
  );
}

function Evidence(props: { entry: Entry }): JSX.Element {
  const [added, setAdded] = createSignal<readonly string[]>([]);
  const [gone, setGone] = createSignal<readonly string[]>([]);
  const keys = createMemo(
    () =>
      [...new Set([...evidenceKeys(props.entry.fields), ...added()])]
        .filter((key) => !gone().includes(key))
        .sort(),
    undefined,
    { equals: (a, b) => `${a}` === `${b}` },
  );
  const remove = (key: string) => {
    for (const part of ['text', 'source']) {
      const field = desk()?.field(
        { entryId: props.entry.id, field: `evidence.${key}.${part}` },
        nothingKnown,
      );
      field?.step({ kind: 'typed', text: '' });
    }
    setGone((all) => [...all, key]);
  };
  return (
    <section class={styles.rows}>
      <h3>{t('assessment.evidence')}</h3>
      <For each={keys()}>
        {(key, index) => (
          <div class={styles.row}>
            <LiveField
              entry={props.entry}
              field={`evidence.${key}.text`}
              label={t('assessment.evidenceText', { count: index() + 1 })}
              hideLabel
              look="plain"
              rows={1}
              placeholder={t('assessment.evidencePlaceholder')}
            />
            <LiveLine
              entry={props.entry}
              field={`evidence.${key}.source`}
              label={t('assessment.evidenceSource', { count: index() + 1 })}
              hideLabel
              placeholder={t('assessment.sourcePlaceholder')}
            />
            <IconButton
              icon="close"
              name={t('assessment.removeEvidence', { count: index() + 1 })}
              onClick={() => remove(key)}
            />
          </div>
        )}
      </For>
      <div>
        <Button
          size="small"
          kind="quiet"
          icon="plus"
          onClick={() => setAdded((all) => [...all, newEvidenceKey(Date.now())])}
        >
          {t('assessment.addEvidence')}
        </Button>
      </div>
    </section>
  );
}

export function OwnContribution(props: { entry: Entry; question: string | null }): JSX.Element {
  const room = useAssessment();
  const kind = () => authorOf(room.workspace(), props.entry.authorIds).kind;
  return (
    <article class={parts.own} data-state={props.entry.state} data-agency={kind()}>
      <AuthorLine personIds={props.entry.authorIds} own note={<DraftNote entry={props.entry} />} />
      <Show when={props.question}>{(question) => <p class={parts.question}>{question()}</p>}</Show>
      <LiveField
        entry={props.entry}
        field="narrative"
        label={t('assessment.narrative')}
        hideLabel
        look="bare"
        placeholder={t('assessment.narrativePlaceholder')}
      />
      <div class={parts.pairs}>
        <LiveField
          entry={props.entry}
          field="strengths"
          label={t('assessment.strengths')}
          look="plain"
          rows={2}
        />
        <LiveField
          entry={props.entry}
          field="worries"
          label={t('assessment.worries')}
          look="plain"
          rows={2}
        />
      </div>
      <Evidence entry={props.entry} />
      <LiveScale
        entry={props.entry}
        field="scale"
        label={t('assessment.howNow')}
        agency={kind()}
        low={t('assessment.scaleLow')}
        high={t('assessment.scaleHigh')}
      />
      <OwnActions
        entry={props.entry}
        label={t('assessment.shareContribution')}
        title={t('assessment.shareQuestion')}
      />
      <Show when={props.entry.state !== 'draft'}>
        <Comments parent={props.entry} />
      </Show>
    </article>
  );
}
