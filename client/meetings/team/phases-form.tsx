// The phases of one kind of meeting, changed by somebody of the team.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { type MeetingTemplate, saveMeetingTemplate } from '../../../shared/meeting-templates.ts';
import { call } from '../../api/call.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { date } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice, Notice, Skeleton } from '../../ui/notice.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useForm } from '../../writing/form.ts';
import { movedBy } from '../agenda-times.ts';
import { useDoing } from '../meetings-query.ts';
import { shippedWords } from '../room/phase-words.ts';
import { AddPhase } from './add-phase.tsx';
import {
  added,
  changed,
  type Draft,
  draftOf,
  inOrder,
  keysOf,
  minutesIn,
  phasesOf,
  readDraft,
  removed,
  takesMore,
  titleOf,
  writeDraft,
  wrongIn,
} from './phase-draft.ts';
import { PhaseRow } from './phase-row.tsx';
import styles from './team.module.css';

const inUse = ({ version, since, asShipped }: MeetingTemplate): string => {
  if (since === null) return t('teamMeetings.asShipped');
  const words = { version, date: date(since) };
  return asShipped ? t('teamMeetings.shippedAgain', words) : t('teamMeetings.version', words);
};

/** @param props.onDone after the form was thrown away: a form that has served is not typed in any more */
function Form(props: { teamId: string; template: MeetingTemplate; onDone: () => void }): JSX.Element {
  const form = useForm(`meeting-phases:${props.teamId}:${props.template.kind}`);
  const doing = useDoing();
  const [tried, setTried] = createSignal(false);
  const [returning, setReturning] = createSignal(false);
  const [opened, setOpened] = createSignal<string>();
  const typed = createMemo(() => (form.ready() ? readDraft(form.text('phases')) : undefined));
  const draft = createMemo((): Draft => typed() ?? draftOf(props.template));
  const keep = (next: Draft) => form.type('phases', writeDraft(next));
  /** Somebody of the team has used other phases since this was begun. */
  const overtaken = () => draft().base !== props.template.version;
  const keys = createMemo(() => keysOf(draft()), [], { equals: (a, b) => a.join() === b.join() });
  const wrong = createMemo(() => wrongIn(draft(), shippedWords));
  let list: HTMLOListElement | undefined;
  const row = (key: string) => list?.querySelector<HTMLElement>(`[data-phase="${key}"]`);
  const nameOf = (key: string) => {
    const one = draft().phases.find((phase) => phase.key === key);
    return (one && titleOf(one, shippedWords)) || t('teamMeetings.ownPhase');
  };

  const move = (key: string, step: -1 | 1) => {
    const next = movedBy(keys(), key, step);
    if (next === null) return;
    keep(inOrder(draft(), next));
    announce(t('teamMeetings.moved', { name: nameOf(key), place: next.indexOf(key) + 1 }));
    row(key)?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.focus();
  };
  const remove = (key: string) => {
    const at = keys().indexOf(key);
    announce(t('teamMeetings.removed', { name: nameOf(key) }));
    keep(removed(draft(), key));
    row(keys()[at] ?? keys().at(-1) ?? '')
      ?.querySelector<HTMLElement>('summary')
      ?.focus();
  };
  const add = (key: string | null) => {
    const [next, made] = added(draft(), key);
    setOpened(made);
    keep(next);
    row(made)?.querySelector<HTMLElement>('input')?.focus();
  };

  const done = async (words: string): Promise<void> => {
    await form.discard().catch(() => undefined);
    showToast(words);
    props.onDone();
  };
  const save = async (phases: ReturnType<typeof phasesOf> | null): Promise<boolean> => {
    const params = { teamId: props.teamId, kind: props.template.kind };
    const body = { version: phases === null ? props.template.version : draft().base, phases };
    return doing.run({ params, body }, (key) => call(saveMeetingTemplate, { params, body, key }));
  };
  const publish = async (): Promise<void> => {
    setTried(true);
    const [first] = wrong().keys();
    if (first !== undefined) {
      setOpened(first);
      row(first)?.querySelector<HTMLElement>('input, textarea')?.focus();
      return;
    }
    if (await save(phasesOf(draft(), shippedWords))) await done(t('teamMeetings.published'));
  };
  const goBack = async (): Promise<void> => {
    if (await save(null)) await done(t('teamMeetings.wentBack'));
    setReturning(false);
  };

  return (
    <Show when={form.ready()} fallback={<Skeleton lines={8} />}>
      <section class={`sheet ${styles.sheet}`} aria-labelledby="phases-title">
        <header class={styles.head}>
          <div>
            <h2 id="phases-title">{t(`meetingKind.${props.template.kind}`)}</h2>
            <p class="quiet">{inUse(props.template)}</p>
          </div>
          <p class={`numbers ${styles.total}`}>{t('teamMeetings.total', { minutes: minutesIn(draft()) })}</p>
        </header>
        <Show when={typed() && overtaken()}>
          <Notice tone="amber">
            <p>{t('teamMeetings.overtaken')}</p>
            <p class={styles.choices}>
              <Button size="small" onClick={() => void done(t('teamMeetings.discarded'))}>
                {t('teamMeetings.takeNew')}
              </Button>
              <Button
                size="small"
                kind="quiet"
                onClick={() => keep({ ...draft(), base: props.template.version })}
              >
                {t('teamMeetings.keepOwn')}
              </Button>
            </p>
          </Notice>
        </Show>
        <ol
          class={styles.phases}
          ref={(el) => {
            list = el;
          }}
        >
          <For each={keys()}>
            {(key, index) => (
              <Show when={draft().phases.find((one) => one.key === key)}>
                {(phase) => (
                  <PhaseRow
                    phase={phase()}
                    first={index() === 0}
                    last={index() === keys().length - 1}
                    open={opened() === key}
                    wrong={tried() ? wrong().get(key) : undefined}
                    onChange={(part) => keep(changed(draft(), key, part))}
                    onMove={(step) => move(key, step)}
                    onRemove={() => remove(key)}
                  />
                )}
              </Show>
            )}
          </For>
        </ol>
        <p class={`quiet ${styles.small}`}>{t('teamMeetings.orderHint')}</p>
        <Show when={takesMore(draft())}>
          <AddPhase taken={keys()} onAdd={add} />
        </Show>
        <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
        <footer class={styles.foot}>
          <Button
            kind="primary"
            busy={doing.busy()}
            aria-disabled={!typed() || overtaken() ? 'true' : undefined}
            onClick={() => typed() && !overtaken() && void publish()}
          >
            {t('teamMeetings.publish')}
          </Button>
          <Show when={typed()}>
            <Button kind="quiet" onClick={() => void done(t('teamMeetings.discarded'))}>
              {t('teamMeetings.discard')}
            </Button>
          </Show>
          <Show when={!props.template.asShipped}>
            <Button kind="quiet" onClick={() => setReturning(true)}>
              {t('teamMeetings.goBack')}
            </Button>
          </Show>
          <Show when={typed() && form.saved()}>{(state) => <SavedAt state={state()} />}</Show>
        </footer>
        <p class={`quiet ${styles.small}`}>{t(typed() ? 'teamMeetings.notYet' : 'teamMeetings.next')}</p>
      </section>
      <Show when={returning()}>
        <Dialog
          open
          title={t('teamMeetings.goBack')}
          onClose={() => setReturning(false)}
          actions={
            <>
              <Button onClick={() => setReturning(false)}>{t('ui.cancel')}</Button>
              <Button kind="primary" busy={doing.busy()} onClick={() => void goBack()}>
                {t('teamMeetings.goBack')}
              </Button>
            </>
          }
        >
          <p>{t('teamMeetings.goBackLead')}</p>
        </Dialog>
      </Show>
    </Show>
  );
}

/** After a form has served the next one begins with what is used now. */
export function PhasesForm(props: { teamId: string; template: MeetingTemplate }): JSX.Element {
  const [round, setRound] = createSignal(1);
  return (
    <Show when={round()} keyed>
      {(_round) => (
        <Form teamId={props.teamId} template={props.template} onDone={() => setRound((one) => one + 1)} />
      )}
    </Show>
  );
}
