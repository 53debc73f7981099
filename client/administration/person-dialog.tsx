// Adding a person with a first affiliation; the answer is a one-time password, shown once.
import { createSignal, type JSX, Show } from 'solid-js';
import { addPerson } from '../../shared/agencies.ts';
import type { Language, Profession } from '../../shared/vocabulary.ts';
import { CallError, call } from '../api/call.ts';
import { fieldErrorsOf, wordsFor } from '../api/problem-words.ts';
import { localeNames, locales, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type AgencyRow, useDoing } from './administration-query.ts';
import type { OneTimePasswordFor } from './one-time-password.tsx';
import { PlaceFields } from './place-fields.tsx';
import { givenNameOf, signInNameFits, signInNameFor } from './sign-in-name.ts';

export function PersonDialog(props: {
  agencies: readonly AgencyRow[];
  onClose: () => void;
  onAdded: (password: OneTimePasswordFor) => void;
}): JSX.Element {
  const doing = useDoing();
  const [name, setName] = createSignal('');
  const [givenName, setGivenName] = createSignal<string>();
  const [signInName, setSignInName] = createSignal<string>();
  const [email, setEmail] = createSignal('');
  const [language, setLanguage] = createSignal<Language>('fi');
  const [agencyId, setAgencyId] = createSignal('');
  const [profession, setProfession] = createSignal<Profession | ''>('');
  const [tried, setTried] = createSignal(false);
  // Proposed from the name until somebody writes their own.
  const given = () => givenName() ?? givenNameOf(name());
  const userName = () => signInName() ?? signInNameFor(name());
  const needed = (text: string) => (tried() && text.trim() === '' ? t('administration.needText') : undefined);
  const refused = (field: string) => fieldErrorsOf(doing.problem())[field];
  const taken = () => {
    const problem = doing.problem();
    return problem instanceof CallError && problem.id === 'name-taken' ? t('problem.name-taken') : undefined;
  };
  const userNameError = () =>
    taken() ??
    (tried() && !signInNameFits(userName()) ? t('administration.badSignInName') : refused('signInName'));
  const add = async () => {
    setTried(true);
    const chosen = profession();
    if (name().trim() === '' || given().trim() === '' || !signInNameFits(userName())) return;
    if (agencyId() === '' || chosen === '') return;
    const body = {
      signInName: userName(),
      name: name().trim(),
      givenName: given().trim(),
      language: language(),
      email: email().trim() || null,
      agencyId: agencyId(),
      profession: chosen,
    };
    let password = '';
    const done = await doing.run(body, async (key) => {
      password = (await call(addPerson, { body, key })).oneTimePassword;
    });
    if (!done) return;
    props.onClose();
    props.onAdded({ name: body.name, password });
  };
  return (
    <Dialog
      open
      title={t('administration.addPerson')}
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
      <TextInput
        label={t('administration.name')}
        value={name()}
        maxLength={200}
        autocomplete="off"
        onInput={setName}
        error={needed(name())}
      />
      <TextInput
        label={t('administration.givenName')}
        value={given()}
        maxLength={200}
        autocomplete="off"
        onInput={setGivenName}
        error={needed(given())}
      />
      <TextInput
        label={t('administration.signInName')}
        hint={t('administration.signInNameHint')}
        value={userName()}
        maxLength={100}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        onInput={setSignInName}
        error={userNameError()}
      />
      <PlaceFields
        agencies={props.agencies}
        agencyId={agencyId()}
        profession={profession()}
        tried={tried()}
        onAgency={setAgencyId}
        onProfession={setProfession}
      />
      <Select
        label={t('administration.language')}
        value={language()}
        options={locales.map((one) => ({ value: one, label: localeNames[one] }))}
        onChange={setLanguage}
      />
      <TextInput
        type="email"
        label={t('administration.email')}
        hint={t('administration.emailHint')}
        optional
        value={email()}
        maxLength={200}
        autocomplete="off"
        onInput={setEmail}
        error={refused('email') ? t('administration.badEmail') : undefined}
      />
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
