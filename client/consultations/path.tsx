// Over the heading: the way back to the consultations.
import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';

export function ConsultationsPath(): JSX.Element {
  return <A href="/consultations">{t('consultation.path')}</A>;
}
