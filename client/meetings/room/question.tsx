// What the presenter asks, in their own words; why now; whether the family knows.
import { createMemo, type JSX, Show } from 'solid-js';
import type { FamilyStance } from '../../../shared/meeting.ts';
import { t } from '../../i18n/index.ts';
import { textOf, useItem } from './item-case.tsx';
import styles from './parts.module.css';
import { shortName } from './room.ts';

const stances = {
  agrees: 'meetingRoom.familyAgrees',
  disagrees: 'meetingRoom.familyDisagrees',
  knows: 'meetingRoom.familyKnows',
  'not-told': 'meetingRoom.familyNotTold',
} as const satisfies Record<FamilyStance, string>;

export function Question(): JSX.Element {
  const { item, entries } = useItem();
  const asked = createMemo(() => entries('presenter-question')[0]);
  const family = () => {
    const { familyStance, familyNote } = item();
    return [familyStance && t(stances[familyStance]), familyNote].filter(Boolean).join(' ');
  };
  return (
    <Show when={asked()}>
      {(question) => (
        <section class={styles.question} aria-label={t('meetingRoom.question')}>
          <blockquote>{textOf(question(), 'question')}</blockquote>
          <p class="quiet">
            {t('meetingRoom.askedBy', { name: shortName(item().presenter) })} {family()}
          </p>
          <Show when={textOf(question(), 'whyNow').trim()}>
            {(words) => <p class="quiet">{t('meetingRoom.whyNow', { words: words() })}</p>}
          </Show>
        </section>
      )}
    </Show>
  );
}
