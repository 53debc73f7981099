// What does not exist and what one may not see look the same.
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from './page.tsx';

export function NotFound(): JSX.Element {
  return (
    <Page title={t('shell.notFound')} windowTitle={t('shell.notFound')}>
      <EmptyState
        title={t('shell.notFoundDetail')}
        action={<LinkButton href="/">{t('shell.toToday')}</LinkButton>}
      />
    </Page>
  );
}
