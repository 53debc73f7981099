// What must be said above a text that several write: a right that has ended and where the words went, that it is finished.
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { useLive } from '../live/index.ts';
import { Notice } from '../ui/notice.tsx';
import type { OpenDocument } from './open-document.ts';

/** Late words are safe in a private note. */
export function KeptAsNote(): JSX.Element {
  return (
    <Notice tone="amber" title={t('writing.noteTitle')}>
      {t('writing.noteDetail')} <A href="/notes">{t('writing.noteLink')}</A>
    </Notice>
  );
}
/** They are on this device still. */
export function NotKept(): JSX.Element {
  return <Notice tone="amber">{t('together.notKept')}</Notice>;
}

export function TogetherNotices(props: { document: OpenDocument; tooMuch: boolean }): JSX.Element {
  const live = useLive();
  return (
    <>
      <Show when={live.state() === 'polling' && props.document.word() !== 'gone'}>
        <Notice>{t('together.slow')}</Notice>
      </Show>
      <Show when={props.document.word() === 'gone'}>
        <Notice tone="amber">{t('together.gone')}</Notice>
      </Show>
      <Show when={props.document.word() === 'kept-as-note'}>
        <KeptAsNote />
      </Show>
      <Show when={props.document.word() === 'not-kept'}>
        <NotKept />
      </Show>
      <Show when={props.document.word() === 'refused'}>
        <Notice tone="amber">{t('writing.refused')}</Notice>
      </Show>
      <Show when={props.document.state().frozen}>
        <Notice>{t('together.frozen')}</Notice>
      </Show>
      <Show when={props.tooMuch}>
        <Notice tone="amber">{t('together.tooMuch')}</Notice>
      </Show>
    </>
  );
}
