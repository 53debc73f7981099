// Memos in a list: on Today those that wait for one's signature, in a case all of them.
import { A } from '@solidjs/router';
import { createEffect, For, type JSX, on, Show } from 'solid-js';
import type { MemoHead } from '../../shared/memo.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { useMemos } from './memo-query.ts';
import { discussedWhen } from './words.ts';

const addressIn = (one: MemoHead): string => `/cases/${one.caseId}/memos/${one.itemId}`;

/** @param props.onRead told whether there is anything to show, once it is known */
export function TodayMemos(props: { onRead: (any: boolean) => void }): JSX.Element {
  const query = useMemos();
  const memos = () => (query.isSuccess ? query.data.memos : []);
  createEffect(
    on([() => query.isSuccess || query.isError, () => memos().length], ([known, count]) => {
      if (known) props.onRead(count > 0);
    }),
  );
  return (
    <Show when={memos().length > 0}>
      <Section title={t('memo.toSignTitle')} look="sheet">
        <Rows>
          <For each={memos()}>
            {(one) => (
              <Row
                end={
                  <LinkButton href={addressIn(one)} size="small">
                    {t('memo.toSign')}
                    <span class="visually-hidden">: {one.childGivenName}</span>
                  </LinkButton>
                }
              >
                <p>
                  <A href={addressIn(one)}>{one.childGivenName}</A>
                </p>
                <p class="quiet">{discussedWhen(one)}</p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}

export function CaseMemos(props: { caseId: string }): JSX.Element {
  const query = useMemos(() => props.caseId);
  const memos = () => (query.isSuccess ? query.data.memos : []).toReversed();
  return (
    <Show when={memos().length > 0}>
      <Section title={t('memo.ofCase')} look="sheet">
        <Rows>
          <For each={memos()}>
            {(one) => (
              <Row end={<span class="quiet">{t(one.signed ? 'memo.allSigned' : 'memo.unsigned')}</span>}>
                <p>
                  <A href={addressIn(one)}>{discussedWhen(one)}</A>
                </p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
