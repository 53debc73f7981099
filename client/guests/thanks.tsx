// The answer has arrived: what happens next, how it can still be changed, and, for who likes, a password to come back by.
import { type JSX, onMount, Show } from 'solid-js';
import type { Assessment } from '../../shared/assessments.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { leave, session } from '../sessions/session.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import shapes from '../ui/shapes.module.css';
import styles from './answer.module.css';
import { FirstPassword } from './first-password.tsx';

export function Thanks(props: { assessment: Assessment; asker: string; onChange: () => void }): JSX.Element {
  const own = () => session()?.ownPassword ?? true;
  const goOut = async () => {
    await (await import('../writing/start.ts')).finishWriting();
    await leave(false).catch(() => undefined);
  };
  onMount(() => announce(t('guest.thanks')));
  return (
    <div class={shapes.column}>
      <div class={styles.next}>
        <Show when={props.asker !== ''}>
          <p>{t('guest.nextRead', { name: props.asker })}</p>
        </Show>
        <Show when={props.assessment.status === 'open'}>
          <p>{t('guest.nextReady', { date: date(props.assessment.ready.dueOn) })}</p>
          <p>{t(own() ? 'guest.nextChangeOwn' : 'guest.nextChange')}</p>
        </Show>
      </div>
      <div class={shapes.ways}>
        <Button kind="primary" icon="sign-out" onClick={() => void goOut()}>
          {t('guest.leave')}
        </Button>
        <Show when={props.assessment.status === 'open'}>
          <Button icon="pen" onClick={() => props.onChange()}>
            {t('guest.change')}
          </Button>
        </Show>
      </div>
      <Show when={!own()}>
        <Disclosure summary={t('guest.returnTitle')}>
          <FirstPassword />
        </Disclosure>
      </Show>
    </div>
  );
}
