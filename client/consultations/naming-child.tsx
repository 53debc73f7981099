// Whom a named request is about, and on what ground it goes: the kind, what it rests on, what it covers, and its last day.
import type { JSX } from 'solid-js';
import type { NamingFields, NamingPreview } from '../../shared/consultation-naming.ts';
import type { AgencyKind, DataClass } from '../../shared/vocabulary.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { DateInput } from '../ui/date-input.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { TextInput } from '../ui/text-input.tsx';
import styles from './ask.module.css';
import { GroundPart } from './ground-part.tsx';

/** What the texts of an agency's own register are of, so that a ground for them is ticked first. The server decides. */
const classOf: Partial<Record<AgencyKind, DataClass>> = {
  education: 'education',
  psychiatry: 'health',
  'substance-services': 'substance',
};
const firstCovers = (): DataClass[] => {
  const kind = session()?.affiliation?.agencyKind;
  return [(kind && classOf[kind]) ?? 'social'];
};

export function NamingChild(props: {
  fields: NamingFields;
  missing: NamingPreview['missing'];
  onChange: (part: Partial<NamingFields>) => void;
}): JSX.Element {
  const child = () => props.fields.child;
  const change = (part: Partial<NamingFields['child']>) => props.onChange({ child: { ...child(), ...part } });
  const lacks = (part: NamingPreview['missing'][number]) => props.missing.includes(part);
  return (
    <section class={styles.part}>
      <h2>{t('naming.whoTitle')}</h2>
      <div class={shapes.panel}>
        <TextInput
          label={t('ask.childName')}
          maxLength={200}
          value={child().name}
          onInput={(name) => change({ name })}
          error={lacks('child') ? t('ask.needChild') : undefined}
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
          missing={lacks('ground')}
          first={firstCovers()}
          onChange={(ground) =>
            change({ ground: ground && { ...ground, until: child().ground?.until ?? null } })
          }
        />
        {lacks('ground-class') ? <ErrorNotice>{t('naming.groundClass')}</ErrorNotice> : null}
        {child().ground ? (
          <DateInput
            label={t('naming.until')}
            hint={t('naming.untilHint')}
            optional
            value={child().ground?.until ?? ''}
            onDate={(iso) => {
              const ground = child().ground;
              if (ground) change({ ground: { ...ground, until: iso || null } });
            }}
            error={lacks('ground-over') ? t('naming.groundOver') : undefined}
          />
        ) : null}
      </div>
    </section>
  );
}
