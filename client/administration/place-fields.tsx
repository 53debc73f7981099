// Where somebody works and as what.
import type { JSX } from 'solid-js';
import { type Profession, professions } from '../../shared/vocabulary.ts';
import { agencyName } from '../cases/members-words.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Select } from '../ui/select.tsx';
import type { AgencyRow } from './administration-query.ts';

export function PlaceFields(props: {
  agencies: readonly AgencyRow[];
  agencyId: string;
  profession: Profession | '';
  tried: boolean;
  onAgency: (id: string) => void;
  onProfession: (profession: Profession) => void;
}): JSX.Element {
  const agencies = () =>
    props.agencies
      .filter((one) => one.endedAt === null)
      .map((one) => ({ value: one.id, label: agencyName(one) }))
      .sort((a, b) => compare(a.label, b.label));
  const all = () =>
    professions
      .map((one) => ({ value: one, label: t(`profession.${one}`) }))
      .sort((a, b) => compare(a.label, b.label));
  return (
    <>
      <Select
        label={t('administration.agency')}
        placeholder=""
        value={props.agencyId}
        options={agencies()}
        onChange={props.onAgency}
        error={props.tried && props.agencyId === '' ? t('administration.needChoice') : undefined}
      />
      <Select
        label={t('administration.profession')}
        placeholder=""
        value={props.profession}
        options={all()}
        onChange={props.onProfession}
        error={props.tried && props.profession === '' ? t('administration.needChoice') : undefined}
      />
    </>
  );
}
