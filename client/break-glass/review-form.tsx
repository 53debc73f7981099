// Whether it was justified: said once.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { findings, reviewBreakGlass } from '../../shared/break-glass.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { todayKey } from '../live/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';

export function ReviewForm(props: { useId: string }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`review-glass:${props.useId}`);
  const [tried, setTried] = createSignal(false);
  const finding = () => findings.find((one) => one === form.text('finding'));
  const note = () => form.text('note').trim();
  const needsNote = () => finding() !== 'justified' && note() === '';
  const save = async () => {
    setTried(true);
    const found = finding();
    if (!found || needsNote()) return;
    const body = { finding: found, note: note() };
    const done = await sending.send(body, async (key) => {
      await call(reviewBreakGlass, { params: { useId: props.useId }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: todayKey });
    showToast(t('glass.reviewed'));
  };
  return (
    <Show when={form.ready()} fallback={<Skeleton lines={3} />}>
      <div class={shapes.stack}>
        <RadioGroup
          label={t('glass.finding')}
          value={finding() ?? ''}
          options={findings.map((value) => ({ value, label: t(`glass.finding_${value}`) }))}
          onChange={(value) => form.type('finding', value)}
          error={tried() && !finding() ? t('glass.needFinding') : undefined}
        />
        <TextArea
          label={t('glass.note')}
          hint={t('glass.noteHint')}
          optional={finding() === 'justified'}
          maxLength={4_000}
          value={form.text('note')}
          onInput={(text) => form.type('note', text)}
          error={tried() && finding() && needsNote() ? t('glass.needNote') : undefined}
        />
        <div class={shapes.ways}>
          <Button kind="primary" busy={sending.busy()} onClick={() => void save()}>
            {t('glass.saveReview')}
          </Button>
        </div>
        <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      </div>
    </Show>
  );
}
