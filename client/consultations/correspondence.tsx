// The question and the turns of both sides, one under the other, as letters.
import { For, type JSX, Show } from 'solid-js';
import type { Consultation, ConsultationHead } from '../../shared/consultation.ts';
import { dateTime, when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { TextBlocks } from '../ui/text-blocks.tsx';
import styles from './request.module.css';
import { ChosenTime, Proposed } from './times.tsx';
import { isMe, postOf } from './words.ts';

type Turn = Consultation['messages'][number];

function Letter(props: {
  author: ConsultationHead['asker'];
  at: string;
  what: string;
  answering: boolean;
  children: JSX.Element;
}): JSX.Element {
  return (
    <li class={styles.letter} data-answering={props.answering ? '' : undefined}>
      <p class={styles.author}>
        <strong>{isMe(props.author) ? t('consultation.youName') : props.author.name}</strong>{' '}
        <span class="quiet">
          {postOf(props.author)} · {props.what} ·{' '}
          <time datetime={props.at} title={dateTime(props.at)}>
            {when(props.at, new Date())}
          </time>
        </span>
      </p>
      {props.children}
    </li>
  );
}

export function Correspondence(props: { of: Consultation }): JSX.Element {
  const answering = (turn: Turn) => turn.side !== 'asking';
  return (
    <section aria-label={t('consultation.correspondence')}>
      <ol class={styles.turns}>
        <Letter
          author={props.of.asker}
          at={props.of.receivedAt}
          what={t('consultation.askedThis')}
          answering={false}
        >
          <p class={styles.text}>{props.of.question}</p>
        </Letter>
        <For each={props.of.messages}>
          {(turn) => (
            <Letter
              author={turn.author}
              at={turn.at}
              what={t(`messageKind.${turn.kind}`)}
              answering={answering(turn)}
            >
              <Show when={turn.kind === 'times-proposed'}>
                <Proposed turn={turn} />
              </Show>
              <Show when={turn.kind === 'time-chosen'}>
                <ChosenTime turn={turn} of={props.of} />
              </Show>
              <Show when={turn.writers.length > 0}>
                <p class="quiet">
                  {t('jointAnswer.writers', {
                    names: turn.writers.map((one) => `${one.name} (${postOf(one)})`).join(' · '),
                  })}
                </p>
              </Show>
              <Show
                when={turn.blocks.length > 0}
                fallback={
                  <Show when={turn.text}>
                    <p class={styles.text}>{turn.text}</p>
                  </Show>
                }
              >
                <TextBlocks blocks={turn.blocks} />
              </Show>
            </Letter>
          )}
        </For>
      </ol>
    </section>
  );
}
