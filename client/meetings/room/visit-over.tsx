// For a visitor whose item is over: the room has closed. Late words that had no place any more become a note, as everywhere.
import type { JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Page } from '../../shell/page.tsx';
import { LeftWords } from '../../together/left-words.tsx';
import { LinkButton } from '../../ui/button.tsx';
import styles from './room.module.css';

export function VisitOver(): JSX.Element {
  return (
    <Page title={t('meetingRoom.visitOver')} windowTitle={t('meetingRoom.title')}>
      <div class={styles.over}>
        <p>{t('meetingRoom.visitOverLead')}</p>
        <LeftWords />
        <div>
          <LinkButton href="/meetings" kind="primary">
            {t('meetingRoom.toVisits')}
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
