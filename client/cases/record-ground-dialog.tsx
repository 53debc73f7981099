// Recording a ground, a refusal or a prohibition: a refusal is as easy as a consent.
import { useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { recordGround } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import { ClassChoice } from './class-choice.tsx';
import { GroundFields } from './ground-fields.tsx';
import { type GroundDraft, groundInput, missingInGround } from './invitation.ts';
import { changedTexts, classesOf, classesText, groundOf, groundTexts } from './kept-texts.ts';
import styles from './members.module.css';
import { agencyName } from './members-words.ts';
import { workspaceKey } from './workspace.ts';

/** Any agency: only a prohibition may say so. */
const anybody = 'anybody';

/** `effect`: what the dialog was opened to record; it can still be changed in it. Undefined: closed. */
type Props = {
  effect: 'allow' | 'prohibit' | undefined;
  /** An agency that takes no part in the case, to which something shall go: chosen at first. */
  to?: NamedAgency | undefined;
  onClose: () => void;
};
type NamedAgency = { readonly id: string; readonly nameFi: string; readonly nameSv: string };

export function RecordGroundDialog(props: Props): JSX.Element {
  return (
    <Show when={props.effect} keyed>
      {(effect) => <Opened effect={effect} to={props.to} onClose={props.onClose} />}
    </Show>
  );
}

function Opened(props: {
  effect: 'allow' | 'prohibit';
  to: NamedAgency | undefined;
  onClose: () => void;
}): JSX.Element {
  const { workspace, caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const own = () => session()?.affiliation?.agencyId ?? workspace().case.ownerAgencyId;
  const form = useForm(props.to ? `ground:${caseId()}:${props.to.id}` : `ground:${caseId()}`);
  const [changed, setChanged] = createSignal<'allow' | 'prohibit'>();
  const effect = () => changed() ?? props.effect;
  const ground = createMemo(() => groundOf(form.text));
  const setGround = (value: GroundDraft) => {
    for (const [field, text] of changedTexts(groundTexts(ground()), groundTexts(value)))
      form.type(field, text);
  };
  const classes = createMemo(() => classesOf(form.text('classes')));
  const until = () => form.text('until');
  const [tried, setTried] = createSignal(false);
  const prohibits = () => effect() === 'prohibit';
  const source = () => form.text('from') || own();
  const target = () => form.text('to') || props.to?.id || (prohibits() ? anybody : '');
  const outside = () => {
    const { to } = props;
    return to && !workspace().agencies.some((one) => one.id === to.id) ? [to] : [];
  };
  const agencies = () => [
    ...workspace().agencies.map((one) => ({ value: one.id, label: agencyName(one) })),
    ...outside().map((one) => ({ value: one.id, label: agencyName(one) })),
    ...(prohibits() ? [{ value: anybody, label: t('members.everybody') }] : []),
  ];
  const from = () => form.text('begins');
  const fromWrong = () => from() !== '' && from() < isoDay(new Date());
  const untilWrong = () => until() !== '' && until() <= (from() || isoDay(new Date()));
  const targetWrong = () => target() === '' || target() === source();
  const missing = () => missingInGround(ground());
  const record = async () => {
    setTried(true);
    const input = groundInput(ground(), classes(), until(), effect(), from());
    if (!input || missing().length > 0 || classes().length === 0) return;
    if (fromWrong() || untilWrong() || targetWrong()) return;
    const body = {
      fromAgencyId: source() === anybody ? null : source(),
      toAgencyId: target() === anybody ? null : target(),
      ground: input,
    };
    const done = await sending.send(body, async (key) => {
      await call(recordGround, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.recorded'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('members.recordTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={sending.busy()} onClick={() => void record()}>
            {t('members.record')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={8} />}>
        <RadioGroup
          label={t('members.effect')}
          value={effect()}
          options={[
            { value: 'allow', label: t('members.effectAllow') },
            { value: 'prohibit', label: t('members.effectProhibit'), hint: t('members.effectProhibitHint') },
          ]}
          onChange={setChanged}
        />
        <div class={styles.pair}>
          <Select
            label={t('members.from')}
            value={source()}
            options={agencies()}
            onChange={(value) => form.type('from', value)}
          />
          <Select
            label={t('members.to')}
            placeholder=""
            value={target()}
            options={agencies()}
            onChange={(value) => form.type('to', value)}
            error={tried() && targetWrong() ? t('members.needAgency') : undefined}
          />
        </div>
        <GroundFields
          value={ground()}
          missing={tried() ? missing() : []}
          prohibition={prohibits()}
          onChange={setGround}
        />
        <ClassChoice
          label={t('members.classes')}
          value={classes()}
          onChange={(value) => form.type('classes', classesText(value))}
          error={tried() && classes().length === 0 ? t('members.needClasses') : undefined}
        />
        <DateInput
          label={t('members.validFromDay')}
          hint={t('members.validFromHint')}
          optional
          value={from()}
          min={isoDay(new Date())}
          onDate={(iso) => form.type('begins', iso)}
          error={fromWrong() ? t('members.beginsAhead') : undefined}
        />
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
    </Dialog>
  );
}
