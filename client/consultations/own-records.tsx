// Copies of a request for the own records, and where they were taken; the other side sees nothing of it.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { getConsultationPdf, getConsultationText } from '../../shared/consultation-records.ts';
import { addressOf } from '../api/call.ts';
import { date } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './request.module.css';
import { TransferDialog } from './transfer-dialog.tsx';

const files = [
  { route: getConsultationPdf, label: 'records.pdf' },
  { route: getConsultationText, label: 'records.text' },
] as const;

export function OwnRecords(props: { of: Consultation }): JSX.Element {
  const [marking, setMarking] = createSignal(false);
  const given = () => ({ params: { consultationId: props.of.id }, query: { language: locale() } });
  return (
    <section class={styles.facts} aria-labelledby="records">
      <h2 id="records">{t('records.title')}</h2>
      <p class="quiet">{t('records.lead')}</p>
      <div class={styles.files} data-screen-only>
        <For each={files}>
          {(file) => (
            <a class={styles.file} href={addressOf(file.route, given())} rel="external" download="">
              <Icon name="download" size={16} />
              {t(file.label)}
            </a>
          )}
        </For>
        <Show when={props.of.can.includes('mark-transferred')}>
          <Button size="small" onClick={() => setMarking(true)}>
            {t('records.mark')}
          </Button>
        </Show>
      </div>
      <Show when={props.of.transfers.length > 0}>
        <dl class={styles.list}>
          <div>
            <dt>{t('records.list')}</dt>
            <For each={props.of.transfers}>
              {(one) => (
                <dd>
                  {one.system}
                  <p class="quiet">{t('records.by', { name: one.by.name, date: date(one.at) })}</p>
                </dd>
              )}
            </For>
          </div>
        </dl>
      </Show>
      <Show when={marking()}>
        <TransferDialog consultationId={props.of.id} onClose={() => setMarking(false)} />
      </Show>
    </section>
  );
}
