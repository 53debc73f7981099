// How a person's place in the ring is said in words: short beside the dot, whole for screen readers and the list.
import { t } from '../../i18n/index.ts';
import type { RingPerson } from './ring-data.ts';

/** Beside the dot there is room for one word of state. */
export function shortState(person: RingPerson): string | undefined {
  if (person.writing) return t('ring.writing');
  if (person.note) return person.note;
  if (person.state === 'awaited') return t('ring.awaited');
  return person.here ? t('ring.here') : undefined;
}

export function states(person: RingPerson): string[] {
  return [
    person.writing ? t('ring.writingNow') : person.here ? t('ring.hereNow') : undefined,
    person.note ?? (person.state === 'none' ? undefined : t(`ring.${person.state}`)),
  ].filter((word) => word !== undefined);
}

export function spoken(person: RingPerson): string {
  return [person.name, person.role, t(`agency.${person.agencyKind}`), ...states(person)]
    .filter(Boolean)
    .join(', ');
}
