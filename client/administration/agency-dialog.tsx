// Adding an agency, with its name in both national languages.
import { createSignal, type JSX, Show } from 'solid-js';
import { addAgency } from '../../shared/agencies.ts';
import { type AgencyKind, agencyKinds } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { fieldErrorsOf, wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useDoing } from './administration-query.ts';

const lines = ['nameFi', 'nameSv', 'municipality', 'region'] as const;
const empty = { nameFi: '', nameSv: '', municipality: '', region: '' };

export function AgencyDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const doing = useDoing();
  const [kind, setKind] = createSignal<AgencyKind | ''>('');
  const [texts, setTexts] = createSignal(empty);
  const [tried, setTried] = createSignal(false);
  const close = () => {
    setTried(false);
    doing.forget();
    props.onClose();
  };
  const add = async () => {
    setTried(true);
    const chosen = kind();
    if (chosen === '' || lines.some((line) => texts()[line].trim() === '')) return;
    const body = { kind: chosen, ...texts() };
    if (!(await doing.run(body, (key) => call(addAgency, { body, key })))) return;
    setTexts(empty);
    setKind('');
    close();
  };
  const errorFor = (line: (typeof lines)[number]) =>
    tried() && texts()[line].trim() === ''
      ? t('administration.needText')
      : fieldErrorsOf(doing.problem())[line];
  return (
    <Dialog
      open={props.open}
      title={t('administration.addAgency')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void add()}>
            {t('administration.add')}
          </Button>
        </>
      }
    >
      <Select
        label={t('administration.kind')}
        placeholder=""
        value={kind()}
        options={agencyKinds.map((one) => ({ value: one, label: t(`agency.${one}`) }))}
        onChange={setKind}
        error={tried() && kind() === '' ? t('administration.needChoice') : undefined}
      />
      {lines.map((line) => (
        <TextInput
          label={t(`administration.${line}`)}
          value={texts()[line]}
          maxLength={200}
          autocomplete="off"
          onInput={(text) => setTexts((all) => ({ ...all, [line]: text }))}
          error={errorFor(line)}
        />
      ))}
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
