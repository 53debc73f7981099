// Opening another agency's texts on vital interest, for as long as the emergency access lasts.
import { useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { recordVitalInterest, shortestReason, vitalClasses } from '../../shared/break-glass.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { useCase } from '../cases/case-room.tsx';
import { ClassChoice } from '../cases/class-choice.tsx';
import { classesOf, classesText } from '../cases/kept-texts.ts';
import { agencyName } from '../cases/members-words.ts';
import { workspaceKey } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import shapes from '../ui/shapes.module.css';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';

export function VitalDialog(props: { onClose: () => void }): JSX.Element {
  const { workspace, caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`vital-interest:${caseId()}`);
  const [tried, setTried] = createSignal(false);
  const own = () => session()?.affiliation?.agencyId;
  /** Those of whom one knows that they take part, and the one whose case it is. */
  const agencies = createMemo(() => {
    const taking = new Set([
      workspace().case.ownerAgencyId,
      ...workspace().members.map((one) => one.agencyId),
    ]);
    return workspace().agencies.filter((one) => one.id !== own() && taking.has(one.id));
  });
  const from = () => agencies().find((one) => one.id === form.text('from'))?.id ?? '';
  const classes = createMemo(() => {
    const chosen = classesOf(form.text('classes'));
    return vitalClasses.filter((one) => chosen.includes(one));
  });
  const evidence = () => form.text('evidence').trim();
  const record = async () => {
    setTried(true);
    if (from() === '' || classes().length === 0 || evidence().length < shortestReason) return;
    const body = { fromAgencyId: from(), dataClasses: classes(), evidence: evidence() };
    const done = await sending.send(body, async (key) => {
      await call(recordVitalInterest, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('glass.vitalRecorded'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('glass.vitalTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={agencies().length > 0}>
            <Button kind="danger" busy={sending.busy()} onClick={() => void record()}>
              {t('glass.vitalRecord')}
            </Button>
          </Show>
        </>
      }
    >
      <p>{t('glass.vitalLead')}</p>
      <Show when={agencies().length > 0} fallback={<p>{t('glass.vitalNobody')}</p>}>
        <Show when={form.ready()} fallback={<Skeleton lines={5} />}>
          <div class={shapes.stack}>
            <Select
              label={t('glass.vitalFrom')}
              placeholder=""
              value={from()}
              options={agencies().map((one) => ({ value: one.id, label: agencyName(one) }))}
              onChange={(value) => form.type('from', value)}
              error={tried() && from() === '' ? t('glass.needAgency') : undefined}
            />
            <ClassChoice
              label={t('glass.vitalClasses')}
              among={vitalClasses}
              value={classes()}
              onChange={(value) => form.type('classes', classesText(value))}
              error={tried() && classes().length === 0 ? t('glass.needClasses') : undefined}
            />
            <TextArea
              label={t('glass.vitalEvidence')}
              hint={t('glass.vitalEvidenceHint')}
              maxLength={4_000}
              value={form.text('evidence')}
              onInput={(text) => form.type('evidence', text)}
              error={
                tried() && evidence().length < shortestReason
                  ? t('glass.needReason', { count: shortestReason })
                  : undefined
              }
            />
          </div>
        </Show>
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
