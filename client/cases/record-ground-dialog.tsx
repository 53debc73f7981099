// Recording a ground, a refusal or a prohibition: a refusal is as easy as a consent.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { recordGround } from '../../shared/cases.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
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
import { ErrorNotice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { useCase } from './case-room.tsx';
import { ClassChoice } from './class-choice.tsx';
import { GroundFields } from './ground-fields.tsx';
import { emptyGround, groundInput, missingInGround } from './invitation.ts';
import styles from './members.module.css';
import { agencyName } from './members-words.ts';
import { workspaceKey } from './workspace.ts';

/** Any agency: only a prohibition may say so. */
const anybody = 'anybody';

export function RecordGroundDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { workspace, caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const own = () => session()?.affiliation?.agencyId ?? workspace().case.ownerAgencyId;
  const [effect, setEffect] = createSignal<'allow' | 'prohibit'>('allow');
  const [from, setFrom] = createSignal('');
  const [to, setTo] = createSignal('');
  const [ground, setGround] = createSignal(emptyGround);
  const [classes, setClasses] = createSignal<DataClass[]>([]);
  const [until, setUntil] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const prohibits = () => effect() === 'prohibit';
  const source = () => from() || own();
  const target = () => to() || (prohibits() ? anybody : '');
  const agencies = () => [
    ...workspace().agencies.map((one) => ({ value: one.id, label: agencyName(one) })),
    ...(prohibits() ? [{ value: anybody, label: t('members.everybody') }] : []),
  ];
  const untilWrong = () => until() !== '' && until() <= isoDay(new Date());
  const targetWrong = () => target() === '' || target() === source();
  const missing = () => missingInGround(ground());
  const close = () => {
    setTried(false);
    sending.forget();
    props.onClose();
  };
  const clear = () => {
    setGround(emptyGround);
    setClasses([]);
    setUntil('');
    setFrom('');
    setTo('');
    setEffect('allow');
  };
  const record = async () => {
    setTried(true);
    const input = groundInput(ground(), classes(), until(), effect());
    if (!input || missing().length > 0 || classes().length === 0 || untilWrong() || targetWrong()) return;
    const body = {
      fromAgencyId: source() === anybody ? null : source(),
      toAgencyId: target() === anybody ? null : target(),
      ground: input,
    };
    const done = await sending.send(body, async (key) => {
      await call(recordGround, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.recorded'));
    clear();
    close();
  };
  return (
    <Dialog
      open={props.open}
      size="wide"
      title={t('members.recordTitle')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={sending.busy()} onClick={() => void record()}>
            {t('members.record')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('members.effect')}
        value={effect()}
        options={[
          { value: 'allow', label: t('members.effectAllow') },
          { value: 'prohibit', label: t('members.effectProhibit'), hint: t('members.effectProhibitHint') },
        ]}
        onChange={setEffect}
      />
      <div class={styles.pair}>
        <Select label={t('members.from')} value={source()} options={agencies()} onChange={setFrom} />
        <Select
          label={t('members.to')}
          placeholder=""
          value={target()}
          options={agencies()}
          onChange={setTo}
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
        onChange={setClasses}
        error={tried() && classes().length === 0 ? t('members.needClasses') : undefined}
      />
      <DateInput
        label={t('members.validUntil')}
        optional
        value={until()}
        min={isoDay(new Date())}
        onDate={setUntil}
        error={untilWrong() ? t('members.endsAhead') : undefined}
      />
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
