// Who goes on with a request for its asker while they are away.
import { createSignal, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { setConsultationDeputy } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useDoing } from './consultations-query.ts';
import { DeputySelect, useColleagues } from './deputy-select.tsx';

export function DeputyDialog(props: { of: Consultation; onClose: () => void }): JSX.Element {
  const doing = useDoing(() => props.of.id);
  const colleagues = useColleagues();
  const [chosen, setChosen] = createSignal<string | null>();
  const now = () =>
    colleagues().find((one) => one.personId === props.of.deputy?.personId)?.affiliationId ?? null;
  const value = () => {
    const choice = chosen();
    return choice === undefined ? now() : choice;
  };
  const save = async () => {
    const params = { consultationId: props.of.id };
    const body = { affiliationId: value() };
    if (!(await doing.run(body, (key) => call(setConsultationDeputy, { params, body, key })))) return;
    showToast(t('consultation.deputySaved'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('consultation.deputyTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void save()}>
            {t('service.save')}
          </Button>
        </>
      }
    >
      <DeputySelect label={t('consultation.deputyWhom')} value={value()} onChange={setChosen} />
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
