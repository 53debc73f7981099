// Gives a life area to somebody, alone or as a named pair of one agency, with a due date and a question.
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { askContribution } from '../../shared/assessments.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import type { LifeArea } from './life-areas.ts';
import { authorOf, professionals, useAssessment } from './room.ts';
import { askedFor } from './sections.ts';

export function AskDialog(props: { area: LifeArea; open: boolean; onClose: () => void }): JSX.Element {
  const room = useAssessment();
  return (
    <Dialog
      open={props.open}
      title={t('assessment.askTitle', { area: t(`lifeArea.${props.area}`) })}
      onClose={() => props.onClose()}
    >
      <Show when={props.open}>
        <Form key={`${room.assessment().id}:${props.area}`} area={props.area} onClose={props.onClose} />
      </Show>
    </Dialog>
  );
}

function Form(props: { key: string; area: LifeArea; onClose: () => void }): JSX.Element {
  const room = useAssessment();
  const form = useForm(`ask:${props.key}`);
  const sending = createSending();
  const [missing, setMissing] = createSignal(false);
  const now = new Date();
  const people = createMemo(() => professionals(room.workspace(), now.toISOString()));
  const already = createMemo(
    () =>
      new Set(
        askedFor(room.workspace(), room.assessment().id, props.area).flatMap((one) => one.contributorIds),
      ),
  );
  const options = createMemo(() =>
    people()
      .filter((one) => !already().has(one.personId))
      .map((one) => {
        const { profession } = authorOf(room.workspace(), [one.personId]);
        return { value: one.personId, label: `${one.name}, ${profession}` };
      }),
  );
  const chosen = () => people().find((one) => one.personId === form.text('contributor'));
  const pairs = createMemo(() =>
    people()
      .filter((one) => one.agencyId === chosen()?.agencyId && one.personId !== chosen()?.personId)
      .map((one) => ({ value: one.personId, label: one.name })),
  );
  const pair = () => pairs().find((one) => one.value === form.text('pair'))?.value ?? null;
  const ask = async () => {
    const contributorId = chosen()?.personId;
    setMissing(contributorId === undefined);
    if (contributorId === undefined) return;
    const body = {
      area: props.area,
      contributorId,
      pairId: pair(),
      dueOn: form.text('dueOn') || null,
      question: form.text('question').trim() || null,
    };
    const params = { caseId: room.workspace().case.id, assessmentId: room.assessment().id };
    const done = await sending.send(body, async (key) => {
      await call(askContribution, { params, body, key });
    });
    if (!done) return;
    showToast(t('assessment.askedToast', { name: chosen()?.name ?? '' }));
    await form.discard().catch(() => undefined);
    props.onClose();
  };
  return (
    <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
      <Select
        label={t('assessment.askWhom')}
        value={chosen()?.personId ?? ''}
        options={options()}
        placeholder={t('assessment.choose')}
        error={missing() ? t('ui.required') : undefined}
        onChange={(value) => form.type('contributor', value)}
      />
      <Show when={pairs().length > 0}>
        <Select
          label={t('assessment.askPair')}
          hint={t('assessment.askPairHint')}
          optional
          value={pair() ?? ''}
          options={[{ value: '', label: t('assessment.noPair') }, ...pairs()]}
          onChange={(value) => form.type('pair', value)}
        />
      </Show>
      <DateInput
        label={t('assessment.askDue')}
        optional
        min={isoDay(now)}
        value={form.text('dueOn')}
        onDate={(iso) => form.type('dueOn', iso)}
      />
      <TextArea
        label={t('assessment.askQuestion')}
        hint={t('assessment.askQuestionHint')}
        optional
        value={form.text('question')}
        onInput={(text) => form.type('question', text)}
      />
      <Show when={sending.problem()}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
      <div>
        <Button kind="primary" busy={sending.busy()} onClick={() => void ask()}>
          {t('assessment.askSend')}
        </Button>
      </div>
    </Show>
  );
}
