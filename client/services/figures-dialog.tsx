// A service's own year in numbers, for its members; nothing that a handful of requests would show.
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { getServiceFigures } from '../../shared/consultation-outcomes.ts';
import type { Service } from '../../shared/services.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { servicesKey } from '../consultations/service-choice.tsx';
import { serviceName } from '../consultations/words.ts';
import { number } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './services.module.css';

const hours = ['seenHours', 'firstReplyHours', 'answerHours'] as const;

export function FiguresDialog(props: { of: Service; onClose: () => void }): JSX.Element {
  const query = useQuery(() => ({
    queryKey: [...servicesKey, props.of.id, 'figures'],
    queryFn: ({ signal }) => call(getServiceFigures, { params: { serviceId: props.of.id }, signal }),
  }));
  const shown = (value: number | null, words: (value: number) => string): string =>
    value === null ? t('service.tooFew') : words(value);
  return (
    <Dialog
      open
      title={t('service.figuresOf', { name: serviceName(props.of) })}
      onClose={props.onClose}
      actions={<Button onClick={() => props.onClose()}>{t('ui.close')}</Button>}
    >
      <p class="quiet">{t('service.figuresLead')}</p>
      <Answered query={query} lines={5}>
        {(figures) => (
          <dl class={styles.figures}>
            <dt>{t('service.requests')}</dt>
            <dd>{shown(figures().requests, number)}</dd>
            <For each={hours}>
              {(one) => (
                <>
                  <dt>{t(`service.${one}`)}</dt>
                  <dd>{shown(figures()[one], (count) => t('service.inHours', { count }))}</dd>
                </>
              )}
            </For>
            <dt>{t('service.adviceAlone')}</dt>
            <dd>{shown(figures().adviceAlonePercent, (percent) => t('service.percent', { percent }))}</dd>
            <Show when={figures().byArea.length > 0}>
              <dt class={styles.heading}>{t('service.byArea')}</dt>
              <dd />
              <For each={figures().byArea}>
                {(one) => (
                  <>
                    <dt>{t(`questionArea.${one.area}`)}</dt>
                    <dd>{number(one.requests)}</dd>
                  </>
                )}
              </For>
            </Show>
          </dl>
        )}
      </Answered>
    </Dialog>
  );
}
