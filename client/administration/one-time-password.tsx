// A one-time password, shown exactly once. It closes only by saying that it was given.
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './administration.module.css';

export type OneTimePasswordFor = { readonly name: string; readonly password: string };

export function OneTimePassword(props: {
  of: OneTimePasswordFor | undefined;
  onClose: () => void;
}): JSX.Element {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.of?.password ?? '');
      showToast(t('administration.copied'));
    } catch {
      showToast(t('notes.copyFailed'));
    }
  };
  return (
    <Dialog
      open={props.of !== undefined}
      title={t('administration.oneTimeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => void copy()}>{t('administration.copy')}</Button>
          <Button kind="primary" onClick={() => props.onClose()}>
            {t('administration.noted')}
          </Button>
        </>
      }
    >
      <p>{t('administration.oneTimeWords', { name: props.of?.name ?? '' })}</p>
      <output class={styles.password}>{props.of?.password}</output>
    </Dialog>
  );
}
