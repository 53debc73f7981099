// Whom a named request is about, and on what ground it goes to another agency.
import type { JSX } from 'solid-js';
import type { DraftFields } from '../../shared/consultation.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { DateInput } from '../ui/date-input.tsx';
import shapes from '../ui/shapes.module.css';
import { TextInput } from '../ui/text-input.tsx';
import { GroundPart } from './ground-part.tsx';

type Child = NonNullable<DraftFields['child']>;
const nobody: Child = { name: '', birthDate: null, ground: null };

export function NamedChild(props: {
  value: DraftFields['child'];
  missing: readonly string[];
  onChange: (value: Child) => void;
}): JSX.Element {
  const child = () => props.value ?? nobody;
  const change = (part: Partial<Child>) => props.onChange({ ...child(), ...part });
  return (
    <div class={shapes.panel}>
      <TextInput
        label={t('ask.childName')}
        maxLength={200}
        value={child().name}
        onInput={(name) => change({ name })}
        error={props.missing.includes('child') ? t('ask.needChild') : undefined}
      />
      <DateInput
        label={t('ask.birthDate')}
        optional
        max={isoDay(new Date())}
        value={child().birthDate ?? ''}
        onDate={(iso) => change({ birthDate: iso || null })}
      />
      <GroundPart
        value={child().ground}
        missing={props.missing.includes('ground')}
        onChange={(ground) => change({ ground })}
      />
    </div>
  );
}
