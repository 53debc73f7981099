// Changing where the child is: address, municipality, school; and turvakielto, with what it does in plain words.
import { useQueryClient } from '@tanstack/solid-query';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { changeWhereabouts, type Workspace } from '../../shared/cases.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import styles from './overview.module.css';
import { readTelling, TellingTexts } from './telling-texts.tsx';
import {
  chosenText,
  draftText,
  editingOf,
  type Lines,
  whereaboutsBody,
  whereFields,
} from './whereabouts-draft.ts';
import { workspaceKey } from './workspace.ts';

type Saved = NonNullable<Workspace['whereabouts']>;
const names = {
  address: 'cases.address',
  municipality: 'cases.municipality',
  school: 'cases.school',
} as const;

export function WhereaboutsDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { workspace } = useCase();
  // Turvakielto hides it from its old readers a moment before the new ones have it: the dialog stays where it is.
  const known = createMemo<Saved | null>((before) => workspace().whereabouts ?? before, null);
  return (
    <Show when={props.open && known()}>{(saved) => <Opened saved={saved()} onClose={props.onClose} />}</Show>
  );
}

function Opened(props: { saved: Saved; onClose: () => void }): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`whereabouts:${caseId()}`);
  const kept = () => form.text('draft');
  const editing = () => editingOf(kept(), props.saved);
  const change = (part: Partial<Lines>) => form.type('draft', draftText(kept(), props.saved, part));
  const choose = (whose: 'mine' | 'theirs') => {
    sending.forget();
    form.type('draft', chosenText(kept(), props.saved, whose));
  };
  const clash = () => editing().clashes.length > 0;
  const turned = () => {
    if (editing().lines.nonDisclosure === props.saved.nonDisclosure) return undefined;
    return t(editing().lines.nonDisclosure ? 'cases.nonDisclosureOn' : 'cases.nonDisclosureOff');
  };
  const fresh = () => queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
  const save = async () => {
    const body = whereaboutsBody(editing());
    const done = await sending.send(body, async (key) => {
      await call(changeWhereabouts, { params: { caseId: caseId() }, body, key });
    });
    const problem = sending.problem();
    // Somebody was first: theirs comes into view, and what both changed is asked about.
    if (problem instanceof CallError && problem.id === 'version-conflict') await fresh();
    if (!done) return;
    await form.discard().catch(() => undefined);
    await fresh();
    showToast(t('cases.homeSaved'));
    // What others can read already and tells where the child is: it is shown here, so the dialog stays.
    if (body.nonDisclosure && (await readTelling(queries, caseId())).length > 0) return;
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('cases.homeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" disabled={clash()} busy={sending.busy()} onClick={() => void save()}>
            {t('cases.save')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
        <Show when={clash()}>
          <Clashes saved={props.saved} kept={kept()} onChoose={choose} />
        </Show>
        <For each={whereFields}>
          {(field) => (
            <TextInput
              label={t(names[field])}
              optional
              value={editing().lines[field]}
              maxLength={200}
              autocomplete="off"
              onInput={(text) => change({ [field]: text })}
            />
          )}
        </For>
        <Checkbox
          label={t('openCase.nonDisclosure')}
          hint={t('openCase.nonDisclosureHint')}
          checked={editing().lines.nonDisclosure}
          onChange={(nonDisclosure) => change({ nonDisclosure })}
        />
        <div aria-live="polite">
          <Show when={turned()}>{(words) => <Notice tone="amber">{words()}</Notice>}</Show>
        </div>
      </Show>
      <Show when={props.saved.nonDisclosure}>
        <TellingTexts onLeave={props.onClose} />
      </Show>
      <Show when={!clash() && sending.problem()}>
        {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
      </Show>
    </Dialog>
  );
}

/** What both changed, in both wordings; saving waits for the choice. */
function Clashes(props: {
  saved: Saved;
  kept: string;
  onChoose: (whose: 'mine' | 'theirs') => void;
}): JSX.Element {
  const editing = () => editingOf(props.kept, props.saved);
  return (
    <div role="alert" class={styles.clash}>
      <h3>{t('cases.homeClash')}</h3>
      <p>{t('cases.homeClashLead')}</p>
      <dl class={styles.facts}>
        <For each={editing().clashes}>
          {(field) => (
            <>
              <dt>{t(names[field])}</dt>
              <dd>
                {t('cases.homeTheirs')}: <strong>{props.saved[field] || t('cases.homeEmpty')}</strong>
                <br />
                {t('cases.homeMine')}: <strong>{editing().lines[field] || t('cases.homeEmpty')}</strong>
              </dd>
            </>
          )}
        </For>
      </dl>
      <div class={styles.choices}>
        <Button size="small" onClick={() => props.onChoose('theirs')}>
          {t('cases.homeUseTheirs')}
        </Button>
        <Button size="small" onClick={() => props.onChoose('mine')}>
          {t('cases.homeUseMine')}
        </Button>
      </div>
    </div>
  );
}
