// What a text that goes along is called, and each of its fields. Nothing is decided here.
import type { BundleContent, BundleLabel } from '../../shared/bundles.ts';
import { lifeAreas } from '../../shared/vocabulary.ts';
import { date, dateTime, language } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';

const titles = {
  situation: 'assessment.situation',
  'child-view': 'assessment.childViewPlain',
  'parent-view': 'assessment.parentView',
  synthesis: 'assessment.synthesis',
  dissent: 'assessment.dissent',
} as const;

export const titleOf = (label: Pick<BundleLabel, 'kind' | 'entryKind' | 'about'>): string => {
  if (label.kind === 'child') return t('bundle.child');
  const area = lifeAreas.find((one) => one === label.about);
  if (area) return t(`lifeArea.${area}`);
  const known = Object.keys(titles).find((key): key is keyof typeof titles => key === label.entryKind);
  return known ? t(titles[known]) : t('sharing.entry_other');
};

/** Who wrote it and when; of a signed version as what they wrote it, and when it was signed. */
export const authorWords = (
  label: Pick<BundleLabel, 'authors' | 'writtenOn' | 'signed' | 'version'>,
): string => {
  const { version } = label;
  if (version !== null) {
    const people = version.authors.map(({ name, profession }) =>
      profession === null ? name : `${name}, ${t(`profession.${profession}`)}`,
    );
    return [
      ...people,
      t('bundle.signedAt', { date: dateTime(version.signedAt), version: version.number }),
    ].join(' · ');
  }
  if (label.writtenOn === null) return '';
  const by = t('bundle.by', { names: label.authors.join(', '), date: date(label.writtenOn) });
  return label.signed ? `${by}, ${t('bundle.signed')}` : by;
};

const labels = {
  name: 'bundle.field.name',
  birthDate: 'bundle.field.birthDate',
  languages: 'bundle.field.languages',
  interpreter: 'bundle.field.interpreter',
  narrative: 'bundle.field.narrative',
  verbatim: 'bundle.field.verbatim',
  synthesis: 'bundle.field.synthesis',
  scale: 'bundle.field.scale',
  strengths: 'assessment.strengths',
  worries: 'assessment.worries',
  agreement: 'assessment.agreement',
  conclusions: 'assessment.conclusions',
  proposals: 'assessment.proposals',
  how: 'assessment.heardHow',
  where: 'assessment.heardWhere',
  heardOn: 'assessment.heardOn',
  absence: 'assessment.absence',
} as const;

/** "Vahvuudet", "Asteikko 0–10: Kaverit". */
export const fieldLabel = (name: string): string => {
  const known = Object.keys(labels).find((key): key is keyof typeof labels => key === name);
  if (known) return t(labels[known]);
  const area = lifeAreas.find((one) => name === `scale.${one}`);
  if (area) return `${t('bundle.field.scale')}: ${t(`lifeArea.${area}`)}`;
  if (/^evidence\..+\.text$/.test(name)) return t('bundle.field.evidence');
  if (/^evidence\..+\.source$/.test(name)) return t('bundle.field.source');
  return t('bundle.field.other');
};

/** A field's text as it is read: a day as people write it, languages by name. */
export const fieldText = ({ name, text }: BundleContent['fields'][number]): string => {
  if ((name === 'birthDate' || name === 'heardOn') && text !== '') return date(text);
  if (name === 'languages') return text.split(' ').filter(Boolean).map(language).join(', ');
  if (name === 'interpreter' && text !== '') return language(text);
  return text;
};
