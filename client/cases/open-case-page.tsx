// The form that opens the case of a new child: one calm page, nothing asked twice, errors said where they are.
import { useNavigate, useSearchParams } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import { openCase } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { fieldErrorsOf, wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { todayKey } from '../today/today-query.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { type Form, useForm } from '../writing/form.ts';
import { LikeCases } from './like-cases.tsx';
import { bodyOf, ownFieldName, wrongIn } from './new-case.ts';
import { NewPeople } from './new-people.tsx';
import styles from './open-case.module.css';
import { type OriginIds, useOrigin } from './origin.ts';

/** The first field that is not as it should be; of a choice of several, its first box. */
const wrongField = '[aria-invalid="true"], [aria-describedby$="-error"] input';

export function OpenCasePage(): JSX.Element {
  const [search] = useSearchParams();
  const named = (name: string): string => {
    const value = search[name];
    return typeof value === 'string' ? value : '';
  };
  const origin: OriginIds = {
    consultationId: named('consultation'),
    notificationId: named('notification'),
  };
  const of = origin.consultationId || origin.notificationId;
  // A form of its own for each that a case is opened from: what was begun for another child never goes with it.
  const form = useForm(of === '' ? 'open-case' : `open-case:${of}`);
  return (
    <Page
      title={t('openCase.title')}
      windowTitle={t('openCase.title')}
      facts={t('openCase.lead')}
      actions={<Show when={form.saved()}>{(state) => <SavedAt state={state()} />}</Show>}
    >
      <Show when={form.ready()} fallback={<Skeleton lines={8} />}>
        <NewCaseForm form={form} origin={origin} />
      </Show>
    </Page>
  );
}

function NewCaseForm(props: { form: Form; origin: OriginIds }): JSX.Element {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sending = createSending();
  const today = isoDay(new Date());
  const origin = useOrigin(props.origin);
  // What it tells of the child, once, where nothing was typed yet.
  createEffect(
    on(origin.child, (child) => {
      for (const [field, text] of Object.entries(child))
        if (props.form.text(field) === '' && !props.form.names().includes(field))
          props.form.type(field, text);
    }),
  );
  const [tried, setTried] = createSignal(false);
  let element: HTMLFormElement | undefined;
  const wrong = () => (tried() ? wrongIn(props.form.text, today) : {});
  const refused = () =>
    Object.fromEntries(
      Object.entries(fieldErrorsOf(sending.problem())).map(([path, words]) => [
        ownFieldName(path, props.form.text),
        words,
      ]),
    );
  const errorFor = (field: string): string | undefined => {
    const key = wrong()[field];
    return key ? t(key) : refused()[field];
  };
  const count = () => Object.keys(wrong()).length;
  const submit = async () => {
    setTried(true);
    if (count() > 0) {
      queueMicrotask(() => element?.querySelector<HTMLElement>(wrongField)?.focus());
      return;
    }
    let id = '';
    const done = await sending.send(bodyOf(props.form.text, null), async (key) => {
      await props.form.settle();
      const body = bodyOf(props.form.text, props.form.id());
      id = (await call(openCase, { body, key })).id;
    });
    if (!done) return;
    props.form.used();
    void queries.invalidateQueries({ queryKey: todayKey });
    void queries.invalidateQueries({ queryKey: ['cases'] });
    const taken = await origin.takeInto(id);
    showToast(t(taken ? 'openCase.opened' : 'naming.takeFailed'));
    navigate(`/cases/${id}`);
  };
  const line = (field: string) => ({
    value: props.form.text(field),
    onInput: (text: string) => props.form.type(field, text),
    error: errorFor(field),
    maxLength: 200,
    autocomplete: 'off' as const,
  });
  return (
    <form
      class={styles.form}
      novalidate
      ref={(el) => {
        element = el;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <section class={styles.part}>
        <Show when={origin.words()}>{(words) => <Notice>{words()}</Notice>}</Show>
        <h2>{t('openCase.childTitle')}</h2>
        <div class={styles.pair}>
          <TextInput label={t('openCase.name')} {...line('childName')} />
          <TextInput
            label={t('openCase.givenName')}
            hint={t('openCase.givenNameHint')}
            {...line('childGivenName')}
          />
        </div>
        <DateInput
          label={t('openCase.birthDate')}
          value={props.form.text('birthDate')}
          max={today}
          onDate={(iso) => props.form.type('birthDate', iso)}
          error={errorFor('birthDate')}
        />
        <LikeCases name={props.form.text('childName')} birthDate={props.form.text('birthDate')} />
        <div class={styles.pair}>
          <TextInput
            label={t('openCase.languages')}
            hint={t('openCase.languagesHint')}
            {...line('languages')}
          />
          <TextInput
            label={t('openCase.interpreter')}
            hint={t('openCase.interpreterHint')}
            optional
            {...line('interpreter')}
          />
        </div>
      </section>
      <NewPeople form={props.form} errorFor={errorFor} />
      <section class={styles.part}>
        <h2>{t('openCase.whereTitle')}</h2>
        <Checkbox
          label={t('openCase.nonDisclosure')}
          hint={t('openCase.nonDisclosureHint')}
          checked={props.form.text('nonDisclosure') === 'yes'}
          onChange={(on) => props.form.type('nonDisclosure', on ? 'yes' : '')}
        />
        <TextInput label={t('openCase.address')} optional {...line('address')} />
        <div class={styles.pair}>
          <TextInput label={t('openCase.municipality')} optional {...line('municipality')} />
          <TextInput label={t('openCase.school')} optional {...line('school')} />
        </div>
      </section>
      <section class={styles.part}>
        <p class="quiet">{t('openCase.duplicateWords')}</p>
        <Show when={count() > 0}>
          <ErrorNotice>{t('openCase.fixFirst', { count: count() })}</ErrorNotice>
        </Show>
        <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
        <div class={styles.end}>
          <Button type="submit" kind="primary" busy={sending.busy()}>
            {t('openCase.submit')}
          </Button>
        </div>
      </section>
    </form>
  );
}
