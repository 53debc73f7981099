// What the notifier wrote, as they wrote it; what they left out is said to be so.
import { For, type JSX, Show } from 'solid-js';
import type { WelfareNotification } from '../../shared/welfare-notification.ts';
import { postOf } from '../consultations/words.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import styles from './welfare.module.css';

type Line = { readonly label: string; readonly text: string; readonly narrative?: true };

const linesOf = (of: WelfareNotification): Line[] => [
  {
    label: t('welfare.childTitle'),
    text: [
      of.childName,
      of.identityCode,
      of.birthDate === null ? null : t('welfare.born', { date: date(of.birthDate) }),
    ]
      .filter(Boolean)
      .join(', '),
  },
  { label: t('welfare.whereabouts'), text: of.whereabouts },
  { label: t('welfare.guardians'), text: of.guardians },
  { label: t('welfare.urgencyLabel'), text: t(`welfareUrgency.${of.urgency}`) },
  { label: t('welfare.observed'), text: of.observed, narrative: true },
  { label: t('welfare.observedWhen'), text: of.observedWhen },
  { label: t('welfare.worry'), text: of.worry, narrative: true },
  {
    label: t('welfare.familyLabel'),
    text: [t(`familyKnows.${of.familyKnows}`), of.familyWords].filter(Boolean).join('\n'),
  },
  {
    label: t('welfare.fromTitle'),
    text: [`${of.notifier.name}, ${postOf(of.notifier)}`, of.phone].filter(Boolean).join('\n'),
  },
];

export function Told(props: { of: WelfareNotification }): JSX.Element {
  return (
    <section class={styles.content} aria-labelledby="told">
      <h2 id="told">{t('welfare.written')}</h2>
      <dl class={styles.told}>
        <For each={linesOf(props.of)}>
          {(line) => (
            <div>
              <dt>{line.label}</dt>
              <dd class={line.narrative ? styles.words : styles.plain}>
                <Show when={line.text} fallback={<span class="quiet">{t('welfare.notTold')}</span>}>
                  {line.text}
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}
