// How soon first, since a telephone may be what is needed; then the child, what was seen, the worry, and to whom.
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { familyKnows, welfareUrgencies } from '../../shared/welfare-notification.ts';
import { fieldErrorsOf, wordsFor } from '../api/problem-words.ts';
import { useServices } from '../consultations/service-choice.tsx';
import { isoDay } from '../i18n/dates.ts';
import { locale, t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { focusFirstWrong } from '../ui/focus.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import type { Form } from '../writing/form.ts';
import { FormDate, FormLine, FormText, TwoTexts } from './form-parts.tsx';
import { FromConsultation } from './from-consultation.tsx';
import {
  familyKnowsIn,
  type NotificationField,
  notificationFields,
  urgencyIn,
  wrongIn,
} from './notification-form.ts';
import { receiversIn, Whom } from './receivers.tsx';
import { useNotifying } from './use-notifying.ts';
import styles from './welfare.module.css';

export function NotifyForm(props: { form: Form; consultationId: string | null }): JSX.Element {
  const services = useServices();
  const today = isoDay(new Date());
  const [tried, setTried] = createSignal(false);
  let element: HTMLFormElement | undefined;
  const receivers = createMemo(() => receiversIn(services.data));
  /** Where there is but one, it is that one. */
  const serviceId = () => {
    const [first, ...others] = receivers();
    const chosen = receivers().find((one) => one.id === props.form.text('serviceId'));
    return chosen?.id ?? (others.length === 0 ? first?.id : undefined) ?? '';
  };
  const notifying = useNotifying(
    () => props.form,
    () => props.consultationId,
    serviceId,
  );
  const wrong = () => (tried() ? wrongIn(props.form.text, serviceId(), today) : {});
  const refused = () => fieldErrorsOf(notifying.problem());
  const errorFor = (field: NotificationField): string | undefined => {
    const key = wrong()[field];
    return key ? t(key) : refused()[field];
  };
  const twofold = () => notificationFields.some((field) => props.form.field(field).two() !== null);
  const count = () => Object.keys(wrong()).length;
  const submit = () => {
    setTried(true);
    if (count() === 0 && !twofold()) return void notifying.send();
    queueMicrotask(() => element && focusFirstWrong(element));
  };
  const choose = (field: NotificationField, value: string) => {
    props.form.type(field, value);
    props.form.field(field).leave();
  };
  const line = (field: NotificationField) => ({
    form: props.form,
    field,
    get error() {
      return errorFor(field);
    },
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
        submit();
      }}
    >
      <section class={styles.part}>
        <RadioGroup
          label={t('welfare.urgencyLabel')}
          value={urgencyIn(props.form.text)}
          options={welfareUrgencies.map((one) => ({ value: one, label: t(`welfareUrgency.${one}`) }))}
          error={errorFor('urgency')}
          onChange={(urgency) => choose('urgency', urgency)}
        />
        <TwoTexts form={props.form} field="urgency" />
        <div role="status">
          <Show when={urgencyIn(props.form.text) === 'danger'}>
            <Danger />
          </Show>
        </div>
      </section>
      <section class={styles.part}>
        <h2>{t('welfare.childTitle')}</h2>
        <FormLine
          {...line('childName')}
          label={t('welfare.childName')}
          hint={t('welfare.childNameHint')}
          max={200}
        />
        <div class={styles.pair}>
          <FormLine
            {...line('identityCode')}
            label={t('welfare.identityCode')}
            optional
            autocapitalize="characters"
            max={20}
          />
          <FormDate {...line('birthDate')} label={t('welfare.birthDate')} optional max={today} />
        </div>
        <FormLine {...line('whereabouts')} label={t('welfare.whereabouts')} optional max={500} />
        <FormText
          {...line('guardians')}
          label={t('welfare.guardians')}
          hint={t('welfare.guardiansHint')}
          optional
          rows={2}
          max={1_000}
        />
      </section>
      <section class={styles.part}>
        <h2>{t('welfare.happenedTitle')}</h2>
        <FormText
          {...line('observed')}
          label={t('welfare.observed')}
          hint={t('welfare.observedHint')}
          look="narrative"
          rows={5}
          max={8_000}
        />
        <FormLine {...line('observedWhen')} label={t('welfare.observedWhen')} optional max={500} />
        <FormText
          {...line('worry')}
          label={t('welfare.worry')}
          hint={t('welfare.worryHint')}
          look="narrative"
          rows={4}
          max={8_000}
        />
        <Show when={props.consultationId} keyed>
          {(id) => <FromConsultation consultationId={id} form={props.form} />}
        </Show>
        <RadioGroup
          label={t('welfare.familyLabel')}
          value={familyKnowsIn(props.form.text)}
          options={familyKnows.map((one) => ({ value: one, label: t(`familyKnows.${one}`) }))}
          error={errorFor('familyKnows')}
          onChange={(knows) => choose('familyKnows', knows)}
        />
        <TwoTexts form={props.form} field="familyKnows" />
        <Show when={familyKnowsIn(props.form.text) === 'yes' || props.form.text('familyWords') !== ''}>
          <FormText {...line('familyWords')} label={t('welfare.familyWords')} optional rows={2} max={2_000} />
        </Show>
      </section>
      <section class={styles.part}>
        <Whom
          services={services}
          value={serviceId()}
          error={errorFor('serviceId')}
          onChoose={(id) => choose('serviceId', id)}
        />
        <TwoTexts form={props.form} field="serviceId" />
        <Notifier />
        <FormLine
          {...line('phone')}
          label={t('welfare.phone')}
          hint={t('welfare.phoneHint')}
          optional
          inputMode="tel"
          max={60}
        />
      </section>
      <div class={styles.end}>
        <Show when={count() > 0}>
          <ErrorNotice>{t('welfare.missing', { count: count() })}</ErrorNotice>
        </Show>
        <Show when={tried() && twofold()}>
          <ErrorNotice>{t('welfare.needChoice')}</ErrorNotice>
        </Show>
        <Show when={notifying.problem()}>
          {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
        </Show>
        <Button type="submit" kind="primary" size="wide" busy={notifying.busy()}>
          {t('welfare.send')}
        </Button>
        <p class="quiet">{t('welfare.sendNext')}</p>
        <p class="quiet">{t('welfare.onlyYou')}</p>
      </div>
    </form>
  );
}

/** Before any word of it: a call is what helps. */
function Danger(): JSX.Element {
  return (
    <div class={styles.danger}>
      <Notice tone="amber" title={t('welfare.dangerTitle')}>
        {t('welfare.danger')}
      </Notice>
      <a class={styles.call} href="tel:112" rel="external">
        {t('welfare.call')}
      </a>
    </div>
  );
}

/** In whose name it is made, and why in a name. */
function Notifier(): JSX.Element {
  const post = () => {
    const acting = session()?.affiliation;
    if (!acting) return '';
    const agency = locale() === 'sv' ? acting.agencyNameSv : acting.agencyNameFi;
    return `${t(`profession.${acting.profession}`)}, ${agency}`;
  };
  return (
    <div>
      <h2>{t('welfare.fromTitle')}</h2>
      <p>
        <strong>{session()?.name}</strong>, {post()}
      </p>
      <p class="quiet">{t('welfare.fromWords')}</p>
    </div>
  );
}
