// The signed versions that were released: to read here, or to take along as a PDF.
import { createMemo, For, type JSX, Show } from 'solid-js';
import { useAssessment } from '../assessments/room.ts';
import { signaturesOf, versionsOf } from '../assessments/sections.ts';
import { pdfAddress } from '../assessments/version-text.tsx';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './family.module.css';

export function SignedVersions(): JSX.Element {
  const room = useAssessment();
  const versions = createMemo(() => versionsOf(room.workspace(), room.assessment().id));
  const signer = (versionId: string) => signaturesOf(room.workspace(), versionId)[0]?.name ?? '';
  return (
    <Show when={versions().length > 0}>
      <section class={styles.part}>
        <h2>{t('family.signedTitle')}</h2>
        <p>{t('family.signedLead')}</p>
        <ul class={styles.versions}>
          <For each={versions()}>
            {(one) => (
              <li>
                <p class="quiet">
                  {signer(one.id)
                    ? t('family.signedBy', { name: signer(one.id), date: date(one.signedAt) })
                    : date(one.signedAt)}
                </p>
                <div class={styles.actions}>
                  <LinkButton href={`?version=${one.id}`} kind="primary">
                    {t('family.openVersion', { count: one.version })}
                  </LinkButton>
                  <a
                    href={pdfAddress(room.workspace().case.id, one.id)}
                    rel="external"
                    download=""
                    class={styles.iconLink}
                    data-screen-only
                  >
                    <Icon name="download" size={16} />
                    {t('assessment.pdf')}
                  </a>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
