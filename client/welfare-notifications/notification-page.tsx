// One notification: to its notifier the receipt and what they may know of it, to the receiving service what was written and what
// is to be done with it.
import { useLocation } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { WelfareNotification } from '../../shared/welfare-notification.ts';
import { Answered } from '../api/answered.tsx';
import { CallError } from '../api/call.ts';
import { ConsultationsPath } from '../consultations/path.tsx';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { Handling } from './handling.tsx';
import { useNotification } from './notifications-query.ts';
import { Progress } from './progress.tsx';
import { Told } from './told.tsx';
import { UrgencySign } from './urgency-sign.tsx';
import styles from './welfare.module.css';

export function NotificationPage(props: { id: string }): JSX.Element {
  const query = useNotification(() => props.id);
  const one = () => (query.isSuccess ? query.data : undefined);
  const gone = () => query.error instanceof CallError && query.error.id === 'not-found';
  return (
    <Page
      title={t('welfare.title')}
      windowTitle={t('welfare.title')}
      path={<ConsultationsPath />}
      facts={
        <Show when={one()}>
          {(now) => (
            <>
              <span class="numbers">{now().number}</span>
              <UrgencySign urgency={now().urgency} />
            </>
          )}
        </Show>
      }
    >
      <Show
        when={!gone()}
        fallback={
          <EmptyState
            icon="chat"
            title={t('welfare.gone')}
            action={<LinkButton href="/consultations">{t('consultation.path')}</LinkButton>}
          >
            {t('welfare.goneDetail')}
          </EmptyState>
        }
      >
        <Answered query={query}>{(data) => <Notification of={data()} />}</Answered>
      </Show>
    </Page>
  );
}

function Notification(props: { of: WelfareNotification }): JSX.Element {
  const location = useLocation<{ sent?: boolean }>();
  const receives = () => props.of.state !== null;
  return (
    <div class={styles.columns}>
      <div class={styles.beside}>
        <Show when={location.state?.sent}>
          <Notice title={t('welfare.sentTitle')}>
            {t('welfare.receipt', { number: props.of.number, date: dateTime(props.of.receivedAt) })}
          </Notice>
        </Show>
        <Show when={receives()} fallback={<Progress of={props.of} />}>
          <Handling of={props.of} />
        </Show>
      </div>
      <Told of={props.of} />
    </div>
  );
}
