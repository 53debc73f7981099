// Who is asked, and what: the part of the invitation that only somebody without an account needs.
import { createMemo, type JSX, Show } from 'solid-js';
import { type LifeArea, lifeAreas } from '../assessments/life-areas.ts';
import { agencyName } from '../cases/members-words.ts';
import { isoDay } from '../i18n/dates.ts';
import { compare } from '../i18n/format.ts';
import { localeNames, locales, t } from '../i18n/index.ts';
import { DateInput } from '../ui/date-input.tsx';
import { Select } from '../ui/select.tsx';
import shapes from '../ui/shapes.module.css';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { Form } from '../writing/form.ts';
import { type GuestAgency, type GuestDraft, guestProfessions, type Missing } from './guest-invitation.ts';
import styles from './guests.module.css';

export function WhoAndWhat(props: {
  form: Form;
  draft: GuestDraft;
  agencies: readonly GuestAgency[];
  areas: readonly LifeArea[];
  areaGiven: boolean;
  missing: readonly Missing[];
}): JSX.Element {
  const lacks = (what: Missing, words = t('ui.required')) =>
    props.missing.includes(what) ? words : undefined;
  const agencies = createMemo(() =>
    [...props.agencies]
      .sort((a, b) => compare(agencyName(a), agencyName(b)))
      .map((one) => ({ value: one.id, label: `${agencyName(one)}, ${one.municipality}` })),
  );
  const professions = createMemo(() =>
    guestProfessions
      .map((one) => ({ value: one, label: t(`profession.${one}`) }))
      .sort((a, b) => compare(a.label, b.label)),
  );
  return (
    <>
      <section class={`${shapes.stack} ${styles.part}`}>
        <h3>{t('guest.who')}</h3>
        <div class={styles.pair}>
          <TextInput
            label={t('guest.name')}
            autocomplete="off"
            maxLength={200}
            value={props.draft.name}
            onInput={(text) => props.form.type('name', text)}
            error={lacks('name')}
          />
          <TextInput
            type="email"
            label={t('guest.email')}
            hint={t('guest.emailHint')}
            autocomplete="off"
            maxLength={200}
            value={props.draft.email}
            onInput={(text) => props.form.type('email', text)}
            error={lacks('email', t('guest.emailWrong'))}
          />
          <Select
            label={t('guest.profession')}
            placeholder=""
            value={props.draft.profession}
            options={professions()}
            onChange={(value) => props.form.type('profession', value)}
            error={lacks('profession')}
          />
          <Select
            label={t('guest.agency')}
            hint={t('guest.agencyHint')}
            placeholder=""
            value={props.draft.agency?.id ?? ''}
            options={agencies()}
            onChange={(value) => props.form.type('agency', value)}
            error={lacks('agency')}
          />
          <Select
            label={t('guest.language')}
            value={props.draft.language}
            options={locales.map((one) => ({ value: one, label: localeNames[one] }))}
            onChange={(value) => props.form.type('language', value)}
          />
        </div>
      </section>
      <section class={`${shapes.stack} ${styles.part}`}>
        <h3>{t('guest.what')}</h3>
        <div class={styles.pair}>
          <Show when={!props.areaGiven}>
            <Select
              label={t('guest.area')}
              placeholder=""
              value={props.draft.area}
              options={lifeAreas
                .filter((one) => props.areas.includes(one))
                .map((one) => ({ value: one, label: t(`lifeArea.${one}`) }))}
              onChange={(value) => props.form.type('area', value)}
              error={lacks('area')}
            />
          </Show>
          <DateInput
            label={t('guest.due')}
            optional
            min={isoDay(new Date())}
            value={props.draft.dueOn}
            onDate={(iso) => props.form.type('dueOn', iso)}
            error={lacks('dueOn', t('guest.dueAhead'))}
          />
        </div>
        <TextArea
          label={t('guest.question')}
          hint={t('guest.questionHint')}
          value={props.draft.question}
          maxLength={4000}
          onInput={(text) => props.form.type('question', text)}
          error={lacks('question')}
        />
      </section>
    </>
  );
}
