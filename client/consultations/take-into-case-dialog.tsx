// What a named request says goes into a case: one for which one is responsible, or a new one that is opened from it.
import { useNavigate } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { listCases } from '../../shared/cases.ts';
import type { Consultation } from '../../shared/consultation.ts';
import { takeIntoCase } from '../../shared/consultation-naming.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useDoing } from './consultations-query.ts';

export function TakeIntoCaseDialog(props: { of: Consultation; onClose: () => void }): JSX.Element {
  const navigate = useNavigate();
  const doing = useDoing();
  const [chosen, setChosen] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const cases = useQuery(() => ({
    queryKey: ['cases', 'responsible'],
    queryFn: async ({ signal }) =>
      (await call(listCases, { signal })).cases.filter((one) => one.role === 'responsible'),
  }));
  const own = () => (cases.isSuccess ? cases.data : []);
  const take = async () => {
    setTried(true);
    const caseId = chosen();
    if (caseId === '') return;
    const params = { consultationId: props.of.id };
    const body = { caseId };
    if (!(await doing.run(body, (key) => call(takeIntoCase, { params, body, key })))) return;
    showToast(t('naming.taken'));
    props.onClose();
    navigate(`/cases/${caseId}`);
  };
  return (
    <Dialog
      open
      title={t('naming.takeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={session()?.opensCases}>
            <LinkButton href={`/cases/new?consultation=${props.of.id}`}>{t('naming.takeNew')}</LinkButton>
          </Show>
          <Show when={own().length > 0}>
            <Button kind="primary" busy={doing.busy()} onClick={() => void take()}>
              {t('naming.takeDo')}
            </Button>
          </Show>
        </>
      }
    >
      <p>{t('naming.takeLead')}</p>
      <Show when={props.of.child}>
        {(child) => (
          <p>
            <strong>
              {t('naming.takeChild', { name: child().name })}
              <Show when={child().birthDate}>{(born) => <>, {date(born())}</>}</Show>
            </strong>
          </p>
        )}
      </Show>
      <Show when={!cases.isPending} fallback={<Skeleton lines={3} />}>
        <Show when={own().length > 0} fallback={<p class="quiet">{t('naming.takeNone')}</p>}>
          <RadioGroup
            label={t('naming.takeWhich')}
            value={chosen()}
            options={own().map((one) => ({
              value: one.id,
              label: one.childName,
              hint: `${date(one.birthDate)} · ${one.number}`,
            }))}
            onChange={setChosen}
            error={tried() && chosen() === '' ? t('naming.needCase') : undefined}
          />
        </Show>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
