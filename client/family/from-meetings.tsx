// What was agreed in meetings, as the team has written it for the family; and a thought of the team's, where its responsible worker has given
// one: said to be a thought.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { useCase } from '../cases/case-room.tsx';
import { memberOf } from '../cases/workspace.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import styles from './family.module.css';

const fieldOf = { 'family-summary': 'narrative', hypothesis: 'hypothesis' } as const;
const isFromMeeting = (entry: Entry): entry is Entry & { kind: keyof typeof fieldOf } =>
  entry.kind in fieldOf && !entry.authorIds.includes(session()?.personId ?? '');

export function FromMeetings(): JSX.Element {
  const { workspace } = useCase();
  const texts = createMemo(() =>
    workspace()
      .entries.flatMap((entry) => {
        if (!isFromMeeting(entry)) return [];
        const words = entry.fields[fieldOf[entry.kind]]?.text ?? '';
        return words.trim() === '' ? [] : [{ entry, words }];
      })
      .toSorted((a, b) => b.entry.createdAt.localeCompare(a.entry.createdAt)),
  );
  const by = (entry: Entry) => memberOf(workspace(), entry.authorIds[0] ?? '')?.name ?? '';
  return (
    <Show when={texts().length > 0}>
      <section class={styles.part}>
        <h2>{t('family.meetingsTitle')}</h2>
        <For each={texts()}>
          {({ entry, words }) => (
            <article class={styles.text}>
              <Show when={entry.kind === 'hypothesis'}>
                <h3>{t('family.thought')}</h3>
              </Show>
              <p class={styles.words}>{words}</p>
              <p class="quiet">{[by(entry), date(entry.updatedAt)].filter(Boolean).join(' · ')}</p>
            </article>
          )}
        </For>
      </section>
    </Show>
  );
}
