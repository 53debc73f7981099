// Adding a guardian, a sibling or a close person to the ring of a case that is already open.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { addRelation } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { fieldErrorsOf, wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import { personOf, relationKinds, wrongInPerson } from './new-case.ts';
import { PersonFields } from './new-people.tsx';
import { workspaceKey } from './workspace.ts';

type Props = { open: boolean; onClose: () => void };

export function RelationDialog(props: Props): JSX.Element {
  return (
    <Show when={props.open}>
      <Opened onClose={props.onClose} />
    </Show>
  );
}

function Opened(props: Pick<Props, 'onClose'>): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`relation:${caseId()}`);
  const [tried, setTried] = createSignal(false);
  const kind = () => relationKinds.find((one) => one === form.text('kind')) ?? 'guardian';
  const errorFor = (field: string): string | undefined => {
    const key = tried() ? wrongInPerson(form.text, kind())[field] : undefined;
    return key ? t(key) : fieldErrorsOf(sending.problem())[field];
  };
  const add = async () => {
    setTried(true);
    if (Object.keys(wrongInPerson(form.text, kind())).length > 0) return;
    const body = personOf(form.text, kind());
    const done = await sending.send(body, async (key) => {
      await call(addRelation, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('cases.relationAdded', { name: body.name }));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('cases.relationTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={sending.busy()} onClick={() => void add()}>
            {t('cases.relationAdd')}
          </Button>
        </>
      }
    >
      <p class="quiet">{t('cases.relationLead')}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
        <RadioGroup
          label={t('cases.relationKind')}
          value={kind()}
          options={relationKinds.map((one) => ({ value: one, label: t(`openCase.${one}`) }))}
          onChange={(value) => form.type('kind', value)}
        />
        <PersonFields form={form} kind={kind()} field={(part) => part} errorFor={errorFor} />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
