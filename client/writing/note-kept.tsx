// The right to write here ended while somebody was writing: where the words are now.
import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Notice } from '../ui/notice.tsx';

export function NoteKept(): JSX.Element {
  return (
    <Notice tone="amber" title={t('writing.noteTitle')}>
      {t('writing.noteDetail')} <A href="/notes">{t('writing.noteLink')}</A>
    </Notice>
  );
}
