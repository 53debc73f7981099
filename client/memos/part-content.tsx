// What a part of a memo says, to be read: whose words a line is stands beside it.
import { For, type JSX, Show } from 'solid-js';
import type { MemoContent } from '../../shared/memo.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Quote } from '../ui/paper.tsx';
import { TextBlocks } from '../ui/text-blocks.tsx';
import styles from './memos.module.css';
import { dueWords, nameAt, sectionTitle, writerWords } from './words.ts';

function Said(props: { title: string; text: string; by: string; children?: JSX.Element }): JSX.Element {
  return (
    <section class={styles.piece}>
      <h3>{props.title}</h3>
      <p class={styles.words}>{props.text}</p>
      {props.children}
      <p class="quiet">{props.by}</p>
    </section>
  );
}

function Beside(props: { label: string; text: string }): JSX.Element {
  return (
    <Show when={props.text.trim() !== ''}>
      <p class={styles.words}>
        <span class="quiet">{props.label}: </span>
        {props.text}
      </p>
    </Show>
  );
}

/** The lines of a section, those of the same writers together. */
const runsOf = (content: MemoContent, lines: MemoContent['sections'][number]['lines']) => {
  const runs: { by: string; blocks: MemoContent['sections'][number]['lines'] }[] = [];
  for (const line of lines) {
    const by = line.by.map((index) => nameAt(content, index)).join(', ');
    const last = runs.at(-1);
    if (last?.by === by) last.blocks.push(line);
    else runs.push({ by, blocks: [line] });
  }
  return runs;
};

export function PartContent(props: { content: MemoContent }): JSX.Element {
  const by = (one: { by: number; at: string }) => `${nameAt(props.content, one.by)} · ${date(one.at)}`;
  const present = () =>
    props.content.present.flatMap((index) => {
      const one = props.content.writers[index];
      return one ? [writerWords(one)] : [];
    });
  return (
    <div class={styles.content}>
      <Show when={present().length > 0}>
        <p class="quiet">{t('memo.present', { names: present().join('; ') })}</p>
      </Show>
      <Show when={props.content.question}>
        {(question) => (
          <Said title={t('memo.question')} text={question().text} by={by(question())}>
            <Beside label={t('memo.whyNow')} text={question().whyNow} />
          </Said>
        )}
      </Show>
      <For each={props.content.sections}>
        {(section) => (
          <section class={styles.piece}>
            <Show when={sectionTitle(section)}>{(title) => <h3>{title()}</h3>}</Show>
            <For each={runsOf(props.content, section.lines)}>
              {(run) => (
                <div class={styles.run}>
                  <TextBlocks blocks={run.blocks} />
                  <p class="quiet">{run.by}</p>
                </div>
              )}
            </For>
          </section>
        )}
      </For>
      <For each={props.content.hypotheses}>
        {(one) => (
          <Said title={t('memo.hypothesis')} text={one.text} by={by(one)}>
            <Beside label={t('meetingRoom.for')} text={one.for} />
            <Beside label={t('meetingRoom.against')} text={one.against} />
          </Said>
        )}
      </For>
      <For each={props.content.childVoice}>
        {(one) => (
          <section class={styles.piece}>
            <h3>{t('memo.childVoice')}</h3>
            <Show
              when={one.kind === 'verbatim'}
              fallback={<Beside label={t('memo.absence')} text={one.text} />}
            >
              <Quote>{one.text}</Quote>
            </Show>
            <p class="quiet">
              {[one.heardOn ? t('memo.heardOn', { date: date(one.heardOn) }) : '', by(one)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </section>
        )}
      </For>
      <For each={props.content.decisions}>
        {(one) => (
          <Said title={t('memo.decision')} text={one.text} by={by(one)}>
            <Beside label={t('memo.differs')} text={one.differs} />
          </Said>
        )}
      </For>
      <Show when={props.content.steps.length > 0}>
        <section class={styles.piece}>
          <h3>{t('memo.steps')}</h3>
          <ul class={styles.steps}>
            <For each={props.content.steps}>
              {(step) => (
                <li>
                  <p class={styles.words}>{step.text}</p>
                  <p class="quiet">
                    {[nameAt(props.content, step.doer), dueWords(step.dueOn)].filter(Boolean).join(' · ')}
                  </p>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  );
}
