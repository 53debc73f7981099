// What others say of a shared text: read in order, written as one types, sent to those who read the text itself.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { type Entry, getDefaultAudience, shareEntry } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { LiveField } from '../writing/live-field.tsx';
import { desk } from '../writing/start.ts';
import { AuthorLine } from './author-line.tsx';
import styles from './comments.module.css';
import parts from './parts.module.css';
import { addressFor, startOf, useAssessment } from './room.ts';
import { textIn } from './written.tsx';

/** `parent` null: about the assessment as a whole. */
const useComments = (parent: () => Entry | null) => {
  const room = useAssessment();
  const all = createMemo(() =>
    room
      .workspace()
      .entries.filter(
        (one) =>
          one.kind === 'comment' &&
          one.assessmentId === room.assessment().id &&
          one.parentId === (parent()?.id ?? null),
      )
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
  );
  return {
    sent: createMemo(() => all().filter((one) => one.state !== 'draft')),
    draft: createMemo(() => all().find((one) => one.state === 'draft' && one.authorIds.includes(room.me()))),
    may: () => {
      if (!room.assessment().can.includes('comment')) return false;
      const about = parent();
      return about === null || about.can.includes('comment') || about.authorIds.includes(room.me());
    },
  };
};

function Sent(props: { comments: readonly Entry[] }): JSX.Element {
  const room = useAssessment();
  return (
    <ul class={styles.comments}>
      <For each={props.comments}>
        {(one) => (
          <li>
            <AuthorLine
              personIds={one.authorIds}
              own={one.authorIds.includes(room.me())}
              note={when(one.sharedAt ?? one.createdAt, new Date())}
            />
            <p class={styles.plain}>{textIn(one, 'narrative')}</p>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Under a text, behind one line until somebody has commented. */
export function Comments(props: { parent: Entry }): JSX.Element {
  const comments = useComments(() => props.parent);
  const [writing, setWriting] = createSignal(false);
  const count = () => comments.sent().length;
  return (
    <Show when={count() > 0 || comments.may()}>
      <Disclosure
        open={count() > 0 || comments.draft() !== undefined}
        summary={
          <span class="quiet">
            {count() === 0 ? t('assessment.comment') : t('assessment.comments', { count: count() })}
          </span>
        }
      >
        <Sent comments={comments.sent()} />
        <Show when={comments.may()}>
          <Show
            when={writing() || comments.draft()}
            fallback={
              <div class={parts.live}>
                <Button size="small" kind="quiet" icon="chat" onClick={() => setWriting(true)}>
                  {t('assessment.writeComment')}
                </Button>
              </div>
            }
          >
            <Composer
              parent={props.parent}
              draft={comments.draft()}
              label={t('assessment.ownComment')}
              hint={t('assessment.commentHint')}
              onSent={() => setWriting(false)}
            />
          </Show>
        </Show>
      </Disclosure>
    </Show>
  );
}

/** What one wants to say about the whole: the box is there, without anything to open first. */
export function FreeWords(props: { label: string; hint: string }): JSX.Element {
  const comments = useComments(() => null);
  return (
    <div class={styles.composer}>
      <Sent comments={comments.sent()} />
      <Show when={comments.may()}>
        <Composer
          parent={null}
          draft={comments.draft()}
          label={props.label}
          hint={props.hint}
          onSent={() => undefined}
        />
      </Show>
    </div>
  );
}

function Composer(props: {
  parent: Entry | null;
  draft: Entry | undefined;
  label: string;
  hint: string;
  onSent: () => void;
}): JSX.Element {
  const room = useAssessment();
  const start = () => startOf(room, 'comment', { parentId: props.parent?.id ?? null });
  const address = addressFor(() => props.draft, start);
  const sending = createSending();
  const entryId = () => props.draft?.id ?? desk()?.startedId(start()) ?? null;
  const send = async () => {
    const beginning = start();
    const done = await sending.send(entryId(), async (key) => {
      await desk()?.settle(8_000);
      const id = entryId();
      if (id === null) return;
      const audience = await call(getDefaultAudience, { params: { entryId: id } });
      await call(shareEntry, {
        params: { entryId: id },
        body: { version: props.draft?.version ?? 1, audience },
        key,
      });
      // The next comment is a new one.
      desk()?.drop(beginning);
    });
    if (done) props.onSent();
  };
  return (
    <div class={styles.composer}>
      <LiveField
        entry={props.draft}
        address={address('narrative')}
        field="narrative"
        label={props.label}
        hint={props.hint}
        look="plain"
        rows={2}
      />
      <div class={parts.actions}>
        <Button size="small" kind="primary" busy={sending.busy()} onClick={() => void send()}>
          {t('assessment.sendComment')}
        </Button>
      </div>
      <Show when={sending.problem()}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
    </div>
  );
}
