// One life area: everybody's contributions to it, the own one last, and what is still awaited.
import { createEffect, createMemo, createSignal, For, type JSX, Match, on, Show, Switch } from 'solid-js';
import {
  askContribution,
  type Contribution,
  openContribution,
  withdrawContribution,
} from '../../shared/assessments.ts';
import type { Entry } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { date, day } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { RestrictedMark } from '../ui/paper.tsx';
import styles from './area-part.module.css';
import { AskDialog } from './ask-dialog.tsx';
import { AuthorLine } from './author-line.tsx';
import { Comments } from './comments.tsx';
import type { LifeArea } from './life-areas.ts';
import { OwnContribution } from './own-contribution.tsx';
import parts from './parts.module.css';
import { authorOf, useAssessment } from './room.ts';
import { askedFor, isRestricted } from './sections.ts';
import { useWriters, WrittenContribution } from './written.tsx';

function OthersContribution(props: { entry: Entry }): JSX.Element {
  const room = useAssessment();
  const writing = useWriters(() => props.entry);
  return (
    <article class={parts.block} data-agency={authorOf(room.workspace(), props.entry.authorIds).kind}>
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
      <WrittenContribution entry={props.entry} writing={writing()} />
      <Comments parent={props.entry} />
    </article>
  );
}

function Awaited(props: { asked: Contribution }): JSX.Element {
  const room = useAssessment();
  const sending = createSending();
  const withdraw = () => {
    const body = { version: props.asked.version };
    const params = { caseId: room.workspace().case.id, contributionId: props.asked.id };
    return sending.send(body, async (key) => void (await call(withdrawContribution, { params, body, key })));
  };
  return (
    <article class={parts.block} data-quiet="">
      <AuthorLine
        personIds={props.asked.contributorIds}
        note={
          <span class={styles.awaited}>
            {props.asked.dueOn === null
              ? t('ui.awaited')
              : t('assessment.awaitedBy', { date: day(props.asked.dueOn) })}
          </span>
        }
      />
      <Show when={props.asked.question}>{(question) => <p class={parts.question}>{question()}</p>}</Show>
      <div class={parts.actions}>
        <span class="quiet">
          {t('assessment.askedOn', { date: date(props.asked.askedAt) })}
          {props.asked.openedAt === null
            ? ''
            : ` · ${t('assessment.openedOn', { date: date(props.asked.openedAt) })}`}
        </span>
        <Show when={room.assessment().can.includes('ask')}>
          <Button size="small" kind="quiet" busy={sending.busy()} onClick={() => void withdraw()}>
            {t('assessment.withdraw')}
          </Button>
        </Show>
      </div>
      <Show when={sending.problem()}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
    </article>
  );
}

/** What was asked of me opens by itself: the draft is there when the page is. */
function Opening(props: { asked: Contribution }): JSX.Element {
  const room = useAssessment();
  const sending = createSending();
  const open = () => {
    const params = { caseId: room.workspace().case.id, contributionId: props.asked.id };
    return sending.send(params, async (key) => {
      await call(openContribution, { params, body: {}, key });
    });
  };
  createEffect(
    on(
      () => props.asked.id,
      () => void open(),
    ),
  );
  return (
    <div class={parts.block}>
      <Show when={sending.problem()} fallback={<Skeleton lines={4} />}>
        <ErrorNotice onRetry={() => void open()}>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
    </div>
  );
}

export function AreaPart(props: { area: LifeArea }): JSX.Element {
  const room = useAssessment();
  const [asking, setAsking] = createSignal(false);
  const asked = createMemo(() => askedFor(room.workspace(), room.assessment().id, props.area));
  const isMine = (one: Contribution) => one.contributorIds.includes(room.me());
  const entryOf = (one: Contribution) => room.workspace().entries.find((entry) => entry.id === one.entryId);
  const others = createMemo(() => asked().filter((one) => !isMine(one)));
  const mine = createMemo(() => asked().filter(isMine));
  const open = () => room.assessment().status === 'open';
  const mayAsk = () => open() && room.assessment().can.includes('ask');
  const alone = createSending();
  const writeMyself = () => {
    const body = {
      area: props.area,
      contributorId: room.me(),
      pairId: null,
      dueOn: null,
      question: null,
    };
    const params = { caseId: room.workspace().case.id, assessmentId: room.assessment().id };
    return alone.send(body, async (key) => void (await call(askContribution, { params, body, key })));
  };
  return (
    <>
      <For each={others()}>
        {(one) => (
          <Switch fallback={<Awaited asked={one} />}>
            <Match when={entryOf(one)}>{(entry) => <OthersContribution entry={entry()} />}</Match>
            <Match when={isRestricted(room.workspace(), one)}>
              <article class={parts.block} data-quiet="">
                <AuthorLine personIds={one.contributorIds} note={<RestrictedMark />} />
                <p class="quiet">{t('ui.restrictedDetail')}</p>
              </article>
            </Match>
          </Switch>
        )}
      </For>
      <For each={mine()}>
        {(one) => (
          <Show
            when={entryOf(one)}
            fallback={
              <Show when={open()}>
                <Opening asked={one} />
              </Show>
            }
          >
            {(entry) => (
              <Show when={entry().can.includes('write')} fallback={<OthersContribution entry={entry()} />}>
                <OwnContribution entry={entry()} question={one.question} />
              </Show>
            )}
          </Show>
        )}
      </For>
      <Show when={asked().length === 0}>
        <div class={parts.block}>
          <p class={parts.nothing}>{t(mayAsk() ? 'assessment.areaEmptyAsk' : 'assessment.areaEmpty')}</p>
        </div>
      </Show>
      <Show when={mayAsk()}>
        <footer class={parts.foot}>
          <Button size="small" icon="plus" onClick={() => setAsking(true)}>
            {t('assessment.ask')}
          </Button>
          <Show when={mine().length === 0}>
            <Button
              size="small"
              kind="quiet"
              icon="pen"
              busy={alone.busy()}
              onClick={() => void writeMyself()}
            >
              {t('assessment.writeMyself')}
            </Button>
          </Show>
        </footer>
        <Show when={alone.problem()}>
          <ErrorNotice>{wordsFor(alone.problem())}</ErrorNotice>
        </Show>
        <AskDialog area={props.area} open={asking()} onClose={() => setAsking(false)} />
      </Show>
    </>
  );
}
