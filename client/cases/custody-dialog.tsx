// A guardian's custody and its limits, dated: what is chosen, which power follows, whom it opens and closes things for, and
// what was recorded before.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { changeRelation } from '../../shared/custody.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import { ClassChoice } from './class-choice.tsx';
import { changesCustody, custodyBody, dayText, wrongInCustody } from './custody-draft.ts';
import { CustodyEffects } from './custody-effects.tsx';
import { CustodyHistory } from './custody-history.tsx';
import { classesText } from './kept-texts.ts';
import styles from './members.module.css';
import { custodies } from './new-case.ts';
import { workspaceKey } from './workspace.ts';

type Relation = Workspace['relations'][number];

export function CustodyDialog(props: { relationId: string | undefined; onClose: () => void }): JSX.Element {
  const { workspace } = useCase();
  const relation = () => workspace().relations.find((one) => one.id === props.relationId);
  return <Show when={relation()}>{(one) => <Opened relation={one()} onClose={props.onClose} />}</Show>;
}

const titles = {
  joint: 'openCase.custodyJoint',
  sole: 'openCase.custodySole',
  limited: 'openCase.custodyLimited',
  none: 'openCase.custodyNone',
} as const;

function Opened(props: { relation: Relation; onClose: () => void }): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`custody:${props.relation.id}`);
  const [tried, setTried] = createSignal(false);
  const body = () => custodyBody(form.text, props.relation);
  const changed = () => changesCustody(body(), props.relation);
  const wrong = () => wrongInCustody(body());
  const isWrong = () => Object.keys(wrong()).length > 0;
  const errorOf = (field: 'custodyUntil' | 'powerClasses') => {
    const key = tried() || field === 'custodyUntil' ? wrong()[field] : undefined;
    return key && t(key);
  };
  const fresh = () => queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
  const save = async () => {
    setTried(true);
    if (isWrong()) return;
    const params = { caseId: caseId(), relationId: props.relation.id };
    const sent = { ...body(), version: props.relation.version, basis: form.text('basis').trim() };
    const done = await sending.send(sent, async (key) => {
      await call(changeRelation, { params, body: sent, key });
    });
    const problem = sending.problem();
    // Somebody was first: theirs comes into view under what was chosen here.
    if (problem instanceof CallError && problem.id === 'version-conflict') await fresh();
    if (!done) return;
    await form.discard().catch(() => undefined);
    await fresh();
    showToast(t('custody.saved'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('custody.title', { name: props.relation.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" disabled={!changed()} busy={sending.busy()} onClick={() => void save()}>
            {t('custody.save')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={8} />}>
        <RadioGroup
          label={t('openCase.custody')}
          value={body().custody ?? 'joint'}
          options={custodies.map((one) => ({
            value: one,
            label: t(titles[one]),
            hint: t(`custody.hint_${one}`),
          }))}
          onChange={(value) => form.type('custody', value)}
        />
        <Show when={body().custody === 'limited'}>
          <ClassChoice
            label={t('custody.decides')}
            hint={t('custody.decidesHint')}
            value={body().powerClasses}
            onChange={(classes) => form.type('powerClasses', classesText(classes))}
            error={errorOf('powerClasses')}
          />
        </Show>
        <Show when={body().custody !== 'none'}>
          <div class={styles.pair}>
            <DateInput
              label={t('custody.from')}
              hint={t('custody.fromHint')}
              optional
              value={body().custodyFrom ?? ''}
              onDate={(iso) => form.type('custodyFrom', dayText(iso))}
            />
            <DateInput
              label={t('custody.until')}
              hint={t('custody.untilHint')}
              optional
              value={body().custodyUntil ?? ''}
              onDate={(iso) => form.type('custodyUntil', dayText(iso))}
              error={errorOf('custodyUntil')}
            />
          </div>
        </Show>
        <TextArea
          label={t('custody.basis')}
          hint={t('custody.basisHint')}
          optional
          maxLength={4000}
          value={form.text('basis')}
          onInput={(text) => form.type('basis', text)}
        />
        <CustodyEffects relation={props.relation} body={body()} ready={changed() && !isWrong()} />
        <CustodyHistory relation={props.relation} />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
