// Once more before it goes: who will read it, and every field as they will. What is alike in the anonymous request is sent so only
// when somebody says so.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { type NamingFields, type NamingPreview, nameConsultation } from '../../shared/consultation-naming.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { locale, t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import styles from './ask.module.css';
import { useDoing } from './consultations-query.ts';
import { Facts } from './facts.tsx';
import request from './request.module.css';
import { postOf, serviceName } from './words.ts';

const agencyName = (one: NamingPreview['agencies'][number]): string =>
  locale() === 'sv' ? one.nameSv : one.nameFi;

export function NamingPreviewDialog(props: {
  of: Consultation;
  fields: NamingFields;
  preview: NamingPreview;
  onClose: () => void;
  /** Who reads it has changed: it is shown anew. */
  onLookAgain: () => void;
  onSent: (id: string) => void;
}): JSX.Element {
  const doing = useDoing();
  const [kept, setKept] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const same = () => props.preview.same;
  const shown = () => props.preview.shown;
  const send = async () => {
    setTried(true);
    if (same().length > 0 && !kept()) return;
    const params = { consultationId: props.of.id };
    const body = {
      fields: props.fields,
      agencyIds: props.preview.agencies.map((one) => one.id),
      sameKept: kept(),
    };
    let id = '';
    const done = await doing.run(body, async (key) => {
      id = (await call(nameConsultation, { params, body, key })).id;
    });
    if (done) {
      announce(t('naming.sent'));
      return props.onSent(id);
    }
    const problem = doing.problem();
    if (problem instanceof CallError && problem.id === 'readers-changed') props.onLookAgain();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('naming.lookTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('naming.back')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
            {t('naming.send')}
          </Button>
        </>
      }
    >
      <section class={styles.part} aria-labelledby="naming-readers">
        <h3 id="naming-readers">{t('naming.readers')}</h3>
        <p>{t('naming.readersService', { service: serviceName(props.preview.service) })}</p>
        <dl class={request.list}>
          <div>
            <dt>{t('naming.readersAgencies')}</dt>
            <dd>{props.preview.agencies.map(agencyName).join(', ')}</dd>
          </div>
          <Show when={props.preview.people.length > 0}>
            <div>
              <dt>{t('naming.readersKnown')}</dt>
              <For each={props.preview.people}>
                {(one) => (
                  <dd>
                    {one.name}, {postOf(one)}
                  </dd>
                )}
              </For>
            </div>
          </Show>
          <Show when={shown().deputy}>
            {(deputy) => (
              <div>
                <dt>{t('naming.deputy')}</dt>
                <dd>
                  {deputy().name}, {postOf(deputy())}
                </dd>
              </div>
            )}
          </Show>
        </dl>
      </section>
      <section class={styles.part} aria-labelledby="naming-sees">
        <h3 id="naming-sees">{t('naming.sees')}</h3>
        <div class={`sheet ${styles.part}`}>
          <p class="quiet">
            {shown().asker.name}, {postOf(shown().asker)} ·{' '}
            {[
              shown().area === null ? '' : t(`questionArea.${shown().area ?? 'other'}`),
              t(`urgency.${shown().urgency}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p class={request.text}>{shown().question}</p>
          <Facts of={{ ...shown(), outcomes: [], followUp: null }} />
        </div>
      </section>
      <Show when={same().length > 0}>
        <Notice tone="amber" title={t('naming.samesLead')}>
          {same()
            .map((part) => t(`naming.same_${part}`))
            .join(', ')}
          . {t('naming.same')}
        </Notice>
        <Checkbox label={t('naming.keepSame')} checked={kept()} onChange={setKept} />
        <Show when={tried() && !kept()}>
          <ErrorNotice>{t('naming.needKeep')}</ErrorNotice>
        </Show>
      </Show>
      <p class="quiet">{t('naming.logged')}</p>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
