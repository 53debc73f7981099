// Texts released to this member of the family: whole, with who wrote them, and a place to comment.
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { AuthorLine } from '../assessments/author-line.tsx';
import { Comments } from '../assessments/comments.tsx';
import { lifeAreas } from '../assessments/life-areas.ts';
import { useAssessment } from '../assessments/room.ts';
import { parentName } from '../assessments/views.ts';
import { textIn, useWriters, Words, WrittenContribution } from '../assessments/written.tsx';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Quote } from '../ui/paper.tsx';
import styles from './family.module.css';
import { isReleased } from './released.ts';

const order: readonly Entry['kind'][] = [
  'synthesis',
  'situation',
  'child-view',
  'parent-view',
  'contribution',
  'dissent',
];

const synthesisFields = [
  ['synthesis', null],
  ['agreement', 'assessment.agreement'],
  ['conclusions', 'assessment.conclusions'],
  ['proposals', 'assessment.proposals'],
] as const;

function Title(props: { entry: Entry }): JSX.Element {
  const room = useAssessment();
  const words = () => {
    const { kind, about } = props.entry;
    if (kind === 'contribution') {
      const area = lifeAreas.find((one) => one === about);
      return area ? t(`lifeArea.${area}`) : '';
    }
    const name = room.workspace().case.childGivenName;
    if (kind === 'child-view') return t('assessment.childView', { name });
    if (kind === 'parent-view')
      return `${t('assessment.parentView')}: ${parentName(room.workspace(), about ?? '')}`;
    if (kind === 'synthesis') return t('assessment.synthesis');
    return kind === 'dissent' ? t('assessment.dissent') : t('assessment.situation');
  };
  return <h3>{words()}</h3>;
}

function Text(props: { entry: Entry }): JSX.Element {
  const writing = useWriters(() => props.entry);
  return (
    <article class={styles.text}>
      <Title entry={props.entry} />
      <AuthorLine
        personIds={props.entry.authorIds}
        note={
          <Show when={writing()} fallback={date(props.entry.sharedAt ?? props.entry.updatedAt)}>
            {t('ring.writingNow')}
          </Show>
        }
      />
      <Switch fallback={<Words text={textIn(props.entry, 'narrative')} writing={writing()} />}>
        <Match when={props.entry.kind === 'contribution'}>
          <WrittenContribution entry={props.entry} writing={writing()} />
        </Match>
        <Match when={props.entry.kind === 'child-view'}>
          <Show
            when={textIn(props.entry, 'verbatim')}
            fallback={<Words text={textIn(props.entry, 'absence')} />}
          >
            {(said) => <Quote>{said()}</Quote>}
          </Show>
        </Match>
        <Match when={props.entry.kind === 'synthesis'}>
          <For each={synthesisFields}>
            {([field, label]) => (
              <Show when={textIn(props.entry, field).trim() !== ''}>
                <div>
                  <Show when={label}>{(key) => <h4>{t(key())}</h4>}</Show>
                  <Words text={textIn(props.entry, field)} />
                </div>
              </Show>
            )}
          </For>
        </Match>
      </Switch>
      <Comments parent={props.entry} />
    </article>
  );
}

export function ReleasedTexts(): JSX.Element {
  const room = useAssessment();
  const texts = createMemo(() =>
    room
      .workspace()
      .entries.filter((one) => isReleased(one, room.me()))
      .sort(
        (a, b) =>
          order.indexOf(a.kind) - order.indexOf(b.kind) || (a.sharedAt ?? '').localeCompare(b.sharedAt ?? ''),
      ),
  );
  return (
    <section class={styles.part} id="texts">
      <h2>{t('family.textsTitle')}</h2>
      <Show when={texts().length > 0} fallback={<p>{t('family.textsNone')}</p>}>
        <div class={styles.sheets}>
          <For each={texts()}>{(one) => <Text entry={one} />}</For>
        </div>
      </Show>
    </section>
  );
}
