// What else a request says in a word each: its topic, how soon, the age and the grade, the language, and who goes on for the asker.
import type { JSX } from 'solid-js';
import { ageBands, grades } from '../../shared/consultation.ts';
import type { NamingFields, NamingPreview } from '../../shared/consultation-naming.ts';
import { questionAreas, urgencies } from '../../shared/services.ts';
import { localeNames, locales, t } from '../i18n/index.ts';
import { Select } from '../ui/select.tsx';
import styles from './ask.module.css';
import { DeputySelect } from './deputy-select.tsx';

export function NamingRest(props: {
  fields: NamingFields;
  missing: NamingPreview['missing'];
  onChange: (part: Partial<NamingFields>) => void;
}): JSX.Element {
  return (
    <>
      <div class={styles.row}>
        <Select
          label={t('ask.areaLabel')}
          value={props.fields.area ?? ''}
          options={questionAreas.map((one) => ({ value: one, label: t(`questionArea.${one}`) }))}
          onChange={(area) => props.onChange({ area })}
        />
        <Select
          label={t('consultation.urgency')}
          value={props.fields.urgency}
          options={urgencies.map((one) => ({ value: one, label: t(`urgency.${one}`) }))}
          onChange={(urgency) => props.onChange({ urgency })}
        />
      </div>
      <div class={styles.row}>
        <Select
          label={t('ask.ageLabel')}
          placeholder={t('ask.choose')}
          value={props.fields.ageBand ?? ''}
          options={ageBands.map((one) => ({ value: one, label: t(`ageBand.${one}`) }))}
          onChange={(ageBand) => props.onChange({ ageBand })}
          error={props.missing.includes('age') ? t('ask.needAge') : undefined}
        />
        <Select
          label={t('ask.gradeLabel')}
          placeholder={t('ask.choose')}
          value={props.fields.grade ?? ''}
          options={grades.map((one) => ({ value: one, label: t(`grade.${one}`) }))}
          onChange={(grade) => props.onChange({ grade })}
        />
      </div>
      <div class={styles.row}>
        <Select
          label={t('ask.languageLabel')}
          value={props.fields.language}
          options={locales.map((one) => ({ value: one, label: localeNames[one] }))}
          onChange={(language) => props.onChange({ language })}
        />
        <DeputySelect
          label={t('ask.deputyLabel')}
          value={props.fields.deputyAffiliationId}
          onChange={(deputyAffiliationId) => props.onChange({ deputyAffiliationId })}
        />
      </div>
    </>
  );
}
