// Opening the case that was found: why, for how long, and what follows, said before.
import { useNavigate } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { breakGlass, longestGlass, shortestReason } from '../../shared/break-glass.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { casesKey } from '../cases/children-page.tsx';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import shapes from '../ui/shapes.module.css';
import { TextArea } from '../ui/text-area.tsx';
import { useForm } from '../writing/form.ts';
import styles from './break-glass.module.css';
import type { Found } from './find-form.tsx';

const lengths = [15, 30, longestGlass] as const;

export function BreakForm(props: { found: Found; onOther: () => void }): JSX.Element {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const sending = createSending();
  const form = useForm(`break-glass:${props.found.id}`);
  const [tried, setTried] = createSignal(false);
  const reason = () => form.text('reason').trim();
  const minutes = () => lengths.find((one) => String(one) === form.text('minutes')) ?? lengths[0];
  const open = async () => {
    setTried(true);
    if (reason().length < shortestReason) return;
    const caseId = props.found.id;
    const body = { reason: reason(), minutes: minutes() };
    const done = await sending.send({ caseId, body }, async (key) => {
      await call(breakGlass, { params: { caseId }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: casesKey });
    navigate(`/cases/${caseId}`);
  };
  return (
    <div class={shapes.stack}>
      <h2>{t('glass.found', { number: props.found.number })}</h2>
      <Show when={form.ready()} fallback={<Skeleton lines={5} />}>
        <TextArea
          label={t('glass.reason')}
          hint={t('glass.reasonHint')}
          maxLength={4_000}
          value={form.text('reason')}
          onInput={(text) => form.type('reason', text)}
          error={
            tried() && reason().length < shortestReason
              ? t('glass.needReason', { count: shortestReason })
              : undefined
          }
        />
        <Select
          label={t('glass.minutes')}
          value={String(minutes())}
          options={lengths.map((count) => ({
            value: String(count),
            label: t('glass.minutesOption', { count }),
          }))}
          onChange={(value) => form.type('minutes', value)}
        />
        <div class={`${shapes.panel} ${styles.follows}`}>
          <p class={styles.state}>{t('glass.whatFollows')}</p>
          <ul>
            <li>{t('glass.follows1')}</li>
            <li>{t('glass.follows2')}</li>
            <li>{t('glass.follows3')}</li>
          </ul>
        </div>
        <div class={shapes.ways}>
          <Button kind="danger" icon="eye" busy={sending.busy()} onClick={() => void open()}>
            {t('glass.break')}
          </Button>
          <Button onClick={() => props.onOther()}>{t('glass.otherSearch')}</Button>
        </div>
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </div>
  );
}
