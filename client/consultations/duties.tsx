// The two duties that stay with whoever asks, in person: Rinki reminds of them and decides nothing.
import { createUniqueId, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import shapes from '../ui/shapes.module.css';

/** @param props.from the consultation from which its asker, in person, makes the notification; absent for everybody else */
export function Duties(props: {
  notification: boolean;
  police: boolean;
  from?: string | undefined;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <Show when={props.notification || props.police}>
      <section class={shapes.panel} aria-labelledby={id}>
        <h3 id={id}>{t('outcome.dutiesTitle')}</h3>
        <Show when={props.notification}>
          <p>{t('outcome.dutyNotification')}</p>
          <Show when={props.from}>
            {(consultationId) => (
              <p>
                <LinkButton href={`/welfare-notifications/new?from=${consultationId()}`} size="small">
                  {t('welfare.new')}
                </LinkButton>
              </p>
            )}
          </Show>
        </Show>
        <Show when={props.police}>
          <p>{t('outcome.dutyPolice')}</p>
        </Show>
        <p class="quiet">{t('outcome.dutiesOwn')}</p>
      </section>
    </Show>
  );
}
