// A ground for one way and one class of information, recorded on the spot: where it is missing. What is typed is kept like
// every form; the ways themselves are not to be chosen here.
import { useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { recordGround } from '../../shared/cases.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import { GroundFields } from './ground-fields.tsx';
import { type GroundDraft, groundInput, missingInGround } from './invitation.ts';
import { changedTexts, groundOf, groundTexts } from './kept-texts.ts';
import styles from './members.module.css';
import { workspaceKey } from './workspace.ts';

export type Way = { readonly from: string; readonly to: string; readonly dataClass: DataClass };

export function GroundStep(props: { way: Way; onDone: () => void; onBack: () => void }): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const { from, to, dataClass } = props.way;
  const form = useForm(`ground:${caseId()}:${from}:${to}:${dataClass}`);
  const ground = createMemo(() => groundOf(form.text));
  const setGround = (value: GroundDraft) => {
    for (const [field, text] of changedTexts(groundTexts(ground()), groundTexts(value)))
      form.type(field, text);
  };
  const until = () => form.text('until');
  const untilWrong = () => until() !== '' && until() <= isoDay(new Date());
  const [tried, setTried] = createSignal(false);
  const missing = () => missingInGround(ground());
  const record = async () => {
    setTried(true);
    const input = groundInput(ground(), [dataClass], until());
    if (!input || missing().length > 0 || untilWrong()) return;
    const body = { fromAgencyId: from, toAgencyId: to, ground: input };
    const done = await sending.send(body, async (key) => {
      await call(recordGround, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.recorded'));
    props.onDone();
  };
  return (
    <div class={styles.form}>
      <p>{t(`dataClass.${dataClass}`)}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
        <GroundFields value={ground()} missing={tried() ? missing() : []} onChange={setGround} />
        <DateInput
          label={t('members.validUntil')}
          optional
          value={until()}
          min={isoDay(new Date())}
          onDate={(iso) => form.type('until', iso)}
          error={untilWrong() ? t('members.endsAhead') : undefined}
        />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      <div class={styles.steps}>
        <Button icon="arrow-left" onClick={() => props.onBack()}>
          {t('sharing.backToSharing')}
        </Button>
        <Button kind="primary" busy={sending.busy()} onClick={() => void record()}>
          {t('sharing.recordGround')}
        </Button>
      </div>
    </div>
  );
}
