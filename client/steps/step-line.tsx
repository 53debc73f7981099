// A step written as one line. What the line says of who and when is a proposal: it stands in the pickers beside it and is
// recorded only when the writer confirms. The text stays as it was typed.
import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import type { Member, Workspace } from '../../shared/cases.ts';
import { writeStep } from '../../shared/steps.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { agencyName } from '../cases/members-words.ts';
import { isoDay } from '../i18n/dates.ts';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { focusFirstWrong } from '../ui/focus.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { type Form, useForm } from '../writing/form.ts';
import { doerLabel } from './doer-label.ts';
import {
  agenciesSeeing,
  audienceOf,
  doerOf,
  dueOf,
  familySees,
  noDay,
  nothingProposed,
  type Proposed,
} from './line-draft.ts';
import styles from './steps.module.css';

type LineProps = {
  caseId: string;
  workspace: Workspace;
  me: string;
  doers: readonly Member[];
  agendaItemId: string | null;
  agencyIds: readonly string[];
};

const longest = 400;
type Reader = (line: string) => Proposed;

/** Reads lines once the reader has come: it is fetched with the first line. */
const useReader = (props: LineProps): (() => Reader) => {
  const [read, setRead] = createSignal<typeof import('../../shared/step-line/index.ts').readStepLine>();
  void import('../../shared/step-line/index.ts').then((parts) => setRead(() => parts.readStepLine));
  return () => {
    const reader = read();
    if (!reader) return () => nothingProposed;
    const people = props.doers.map(({ id, name, profession }) => ({ id, name, profession }));
    const self = props.doers.find((one) => one.personId === props.me)?.id;
    return (line) =>
      reader(line, { people, today: isoDay(new Date()), ...(self === undefined ? {} : { self }) });
  };
};

/** Everything of the step that is being written. */
const useDraft = (props: LineProps, form: Form) => {
  const reader = useReader(props);
  const text = () => form.text('line').trim();
  const proposed = createMemo(() => (text() === '' ? nothingProposed : reader()(form.text('line'))));
  const doer = () => doerOf(form.text('doer'), proposed(), props.doers);
  const homeAgencyId = () => props.workspace.case.ownerAgencyId;
  const writerAgencyId = () => session()?.affiliation?.agencyId ?? homeAgencyId();
  const ofTeam = () => writerAgencyId() === homeAgencyId();
  const seen = () => ({
    doer: doer(),
    writerAgencyId: writerAgencyId(),
    homeAgencyId: homeAgencyId(),
    // Of those in the room whom the writer may know of.
    agencyIds: props.agencyIds.filter((id) => props.workspace.members.some((one) => one.agencyId === id)),
    teamOnly: ofTeam() && form.text('who') === 'team',
    family: form.text('family') === 'yes',
  });
  return { text, proposed, doer, dueOn: () => dueOf(form.text('due'), proposed()), ofTeam, seen };
};

export function StepLine(props: LineProps): JSX.Element {
  // Each step is written in a form of its own: the one that served is gone with what was typed in it.
  const [round, setRound] = createSignal(1);
  return (
    <Show when={round()} keyed>
      {(nth) => <OneLine {...props} again={nth > 1} onSaved={() => setRound(nth + 1)} />}
    </Show>
  );
}

function OneLine(props: LineProps & { again: boolean; onSaved: () => void }): JSX.Element {
  const form = useForm(`step:${props.agendaItemId ?? props.caseId}`);
  const draft = useDraft(props, form);
  const sending = createSending();
  const [tried, setTried] = createSignal(false);
  // From the press until the next line stands there, nothing can be typed that would go with this one.
  const [leaving, setLeaving] = createSignal(false);
  let part: HTMLDivElement | undefined;
  onMount(() => {
    // After a step comes the next one.
    if (props.again) part?.querySelector('input')?.focus();
  });
  const choose = (field: string, value: string) => {
    form.type(field, value);
    sending.forget();
  };
  const save = async () => {
    setTried(true);
    const one = draft.doer();
    if (!one || draft.text() === '') {
      if (part) setTimeout(focusFirstWrong, 0, part);
      return;
    }
    const body = {
      text: draft.text(),
      doerMemberId: one.id,
      dueOn: draft.dueOn(),
      audience: audienceOf(draft.seen()),
      agendaItemId: props.agendaItemId,
    };
    setLeaving(true);
    const done = await sending.send(body, async (key) => {
      await call(writeStep, { params: { caseId: props.caseId }, body, key });
    });
    if (!done) {
      setLeaving(false);
      return;
    }
    showToast(one.personId === props.me ? t('steps.savedMine') : t('steps.saved', { name: one.name }));
    await form.discard().catch(() => undefined);
    props.onSaved();
  };
  const problemWords = (problem: unknown): string => {
    const name = draft.doer()?.name ?? '';
    const id = problem instanceof CallError ? problem.id : undefined;
    if (id === 'doer-hidden') return t('steps.hiddenDoer', { name });
    return id === 'ground-missing' ? t('steps.noGround', { name }) : wordsFor(problem);
  };
  return (
    <div
      class={styles.line}
      data-screen-only
      ref={(el) => {
        part = el;
      }}
    >
      <TextInput
        label={t('steps.lineLabel')}
        hint={draft.text() === '' ? t('steps.lineHint') : undefined}
        placeholder={t('steps.lineExample')}
        maxLength={longest}
        readOnly={!form.ready() || leaving()}
        value={form.text('line')}
        onInput={(text) => choose('line', text)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing || draft.text() === '') return;
          event.preventDefault();
          void save();
        }}
      />
      <Show when={form.ready() && draft.text() !== ''}>
        <div class={styles.pickers}>
          <Doer {...props} draft={draft} tried={tried()} onChoose={(id) => choose('doer', id)} />
          <Due draft={draft} onChoose={(iso) => choose('due', iso)} />
        </div>
        <Audience {...props} draft={draft} family={form.text('family') === 'yes'} onChoose={choose} />
        <Confirm {...props} draft={draft} />
        <Show when={sending.problem()}>
          {(problem) => <ErrorNotice>{problemWords(problem())}</ErrorNotice>}
        </Show>
        <div class={styles.acts}>
          <Button kind="primary" busy={sending.busy()} onClick={() => void save()}>
            {t('steps.save')}
          </Button>
          <Show when={form.saved()}>{(state) => <SavedAt state={state()} />}</Show>
        </div>
      </Show>
    </div>
  );
}

type Draft = { draft: ReturnType<typeof useDraft> };

/** What a line leaves open, as presses. */
function Candidates(props: {
  label: string;
  of: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}): JSX.Element {
  return (
    <Show when={props.of.length > 1}>
      <fieldset class={styles.candidates}>
        <legend>{props.label}</legend>
        <For each={props.of}>
          {(one) => (
            <Button size="small" onClick={() => props.onChoose(one.value)}>
              {one.label}
            </Button>
          )}
        </For>
      </fieldset>
    </Show>
  );
}

function Doer(
  props: Draft & { doers: readonly Member[]; tried: boolean; onChoose: (id: string) => void },
): JSX.Element {
  const several = () =>
    props.draft.doer()
      ? []
      : props.draft.proposed().owners.flatMap(({ id }) => {
          const one = props.doers.find((member) => member.id === id);
          return one ? [{ value: one.id, label: one.name }] : [];
        });
  return (
    <div class={styles.picker}>
      <Select
        label={t('steps.doer')}
        value={props.draft.doer()?.id ?? ''}
        options={props.doers.map((one) => ({ value: one.id, label: doerLabel(one) }))}
        placeholder={t('steps.choose')}
        onChange={(id) => props.onChoose(id)}
        error={props.tried && !props.draft.doer() ? t('steps.needDoer') : undefined}
      />
      <Candidates label={t('steps.whichDoer')} of={several()} onChoose={(id) => props.onChoose(id)} />
    </div>
  );
}

function Due(props: Draft & { onChoose: (iso: string) => void }): JSX.Element {
  const several = () =>
    props.draft.dueOn() === null
      ? props.draft.proposed().dueDates.map(({ date }) => ({ value: date, label: day(date) }))
      : [];
  return (
    <div class={styles.picker}>
      <DateInput
        label={t('steps.due')}
        optional
        hint={props.draft.dueOn() === null ? t('steps.askDue') : undefined}
        min={isoDay(new Date())}
        value={props.draft.dueOn() ?? ''}
        onDate={(iso) => props.onChoose(iso || noDay)}
      />
      <Candidates label={t('steps.whichDue')} of={several()} onChoose={(iso) => props.onChoose(iso)} />
    </div>
  );
}

function Audience(
  props: Draft & {
    agencyIds: readonly string[];
    family: boolean;
    onChoose: (field: string, value: string) => void;
  },
): JSX.Element {
  const teamOnly = () => props.draft.seen().teamOnly;
  const forced = () => props.draft.doer()?.agencyId === null;
  return (
    <div class={styles.audience}>
      <Show when={props.draft.ofTeam()}>
        <RadioGroup
          label={t('steps.audience')}
          value={teamOnly() ? 'team' : 'shared'}
          options={[
            {
              value: 'shared',
              label: t('steps.audienceShared'),
              hint: t(
                props.agencyIds.length > 0 ? 'steps.audienceSharedMeeting' : 'steps.audienceSharedHint',
              ),
            },
            { value: 'team', label: t('steps.audienceTeam'), hint: t('steps.audienceTeamHint') },
          ]}
          onChange={(who) => props.onChoose('who', who)}
        />
      </Show>
      <Show when={!teamOnly()}>
        <Checkbox
          label={t('steps.family')}
          hint={forced() ? t('steps.familyForced') : undefined}
          checked={forced() || props.family}
          disabled={forced()}
          onChange={(on) => props.onChoose('family', on ? 'yes' : 'no')}
        />
      </Show>
    </div>
  );
}

/** What is about to be recorded, and who will see it, in words. */
function Confirm(props: Draft & { workspace: Workspace }): JSX.Element {
  const by = () => {
    const dueOn = props.draft.dueOn();
    return dueOn === null ? t('steps.byNone') : t('steps.by', { date: day(dueOn) });
  };
  /** Whoever does it can read it, or it is refused; the others only where there is a ground. */
  const mayMiss = () => {
    const seen = props.draft.seen();
    const sure = [seen.writerAgencyId, seen.doer?.agencyId];
    return !seen.teamOnly && agenciesSeeing(seen).some((id) => !sure.includes(id));
  };
  const names = () => {
    const seen = props.draft.seen();
    const agencies = agenciesSeeing(seen).flatMap((id) => {
      const found = props.workspace.agencies.find((one) => one.id === id);
      return found ? [agencyName(found)] : [];
    });
    return [...agencies, ...(familySees(seen) ? [t('steps.seenFamily')] : [])].join(', ');
  };
  return (
    <div class={styles.confirm}>
      <Show when={props.draft.doer()}>
        {(one) => (
          <p>
            <strong>{t('steps.summary', { name: one().name, by: by() })}</strong>
          </p>
        )}
      </Show>
      <p>{props.draft.seen().teamOnly ? t('steps.seenTeam') : t('steps.seenBy', { names: names() })}</p>
      <Show when={mayMiss()}>
        <p class="quiet">{t('assessment.scopeEveryoneHint')}</p>
      </Show>
      <p class="quiet">{t('steps.draft')}</p>
    </div>
  );
}
