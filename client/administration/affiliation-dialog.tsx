// Adding an affiliation: a person may work in several agencies, each with its own rights.
import { createSignal, type JSX, Show } from 'solid-js';
import { addAffiliation } from '../../shared/agencies.ts';
import type { Profession } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { type AgencyRow, type PersonRow, useDoing } from './administration-query.ts';
import { PlaceFields } from './place-fields.tsx';

export function AffiliationDialog(props: {
  person: PersonRow;
  agencies: readonly AgencyRow[];
  onClose: () => void;
}): JSX.Element {
  const doing = useDoing();
  const [agencyId, setAgencyId] = createSignal('');
  const [profession, setProfession] = createSignal<Profession | ''>('');
  const [tried, setTried] = createSignal(false);
  const add = async () => {
    setTried(true);
    const chosen = profession();
    if (agencyId() === '' || chosen === '') return;
    const body = { agencyId: agencyId(), profession: chosen };
    const params = { personId: props.person.id };
    if (await doing.run({ params, body }, (key) => call(addAffiliation, { params, body, key })))
      props.onClose();
  };
  return (
    <Dialog
      open
      title={t('administration.addAffiliation')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void add()}>
            {t('administration.add')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{props.person.name}</strong>
      </p>
      <PlaceFields
        agencies={props.agencies}
        agencyId={agencyId()}
        profession={profession()}
        tried={tried()}
        onAgency={setAgencyId}
        onProfession={setProfession}
      />
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
