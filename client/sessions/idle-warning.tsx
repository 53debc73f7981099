// "Are you still there?": three minutes before a session ends by itself.
import type { JSX } from 'solid-js';
import type { Session } from '../../shared/sessions.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { createStaying } from './staying.ts';

export function IdleWarning(props: { session: Session }): JSX.Element {
  const staying = createStaying(props.session);
  const warning = () => {
    const now = staying.standing();
    return now.kind === 'warning' ? now : undefined;
  };
  const stay = () => void staying.stay();
  const words = () => {
    const now = warning();
    if (!now) return '';
    return t(now.absolute ? 'own.absoluteWords' : 'own.idleWords', { count: now.minutes });
  };
  return (
    <Dialog
      open={warning() !== undefined}
      title={t('own.idleTitle')}
      onClose={stay}
      actions={
        <Button kind="primary" onClick={stay}>
          {t('own.stay')}
        </Button>
      }
    >
      <p role="status">{words()}</p>
    </Dialog>
  );
}
