// Memos in a list: on Today those that wait for one's signature, in a case those of its meetings.
import { A } from '@solidjs/router';
import { createEffect, For, type JSX, on, Show } from 'solid-js';
import type { MemoHead } from '../../shared/memo.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { useKeptMemos, useMemosToSign } from './memo-query.ts';
import { discussedWhen } from './words.ts';

export const addressOfMemo = (one: MemoHead): string => `/cases/${one.caseId}/memos/${one.itemId}`;
/** Outside of the case, which is closed to whoever reads it so. */
const addressOfKept = (one: MemoHead): string => `/memos/${one.itemId}`;

/** @param props.onRead told whether there is anything to show, once it is known */
export function TodayMemos(props: { onRead: (any: boolean) => void }): JSX.Element {
  const query = useMemosToSign();
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
                  <LinkButton href={addressOfMemo(one)} size="small">
                    {t('memo.toSign')}
                    <span class="visually-hidden">: {one.childGivenName}</span>
                  </LinkButton>
                }
              >
                <p>
                  <A href={addressOfMemo(one)}>{one.childGivenName}</A>
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

/** In a list of what is behind: when it was, and whether it was signed. */
export function MemoRow(props: { of: MemoHead }): JSX.Element {
  return (
    <Row
      end={
        <LinkButton href={addressOfMemo(props.of)} size="small">
          {t(props.of.toSign > 0 ? 'memo.toSign' : 'memo.read')}
          <span class="visually-hidden">: {discussedWhen(props.of)}</span>
        </LinkButton>
      }
    >
      <p>
        <A href={addressOfMemo(props.of)}>{discussedWhen(props.of)}</A>
      </p>
      <p class="quiet">{t(props.of.signed ? 'memo.allSigned' : 'memo.unsigned')}</p>
    </Row>
  );
}

/** What one's agency keeps when the case is closed to it: its own signed part alone. */
export function KeptMemos(): JSX.Element {
  const query = useKeptMemos();
  const memos = () => (query.isSuccess ? query.data.memos : []).toReversed();
  return (
    <Show when={memos().length > 0}>
      <Disclosure summary={t('memo.kept', { count: memos().length })}>
        <p class="quiet">{t('memo.keptLead')}</p>
        <Rows label={t('memo.keptList')}>
          <For each={memos()}>
            {(one) => (
              <Row>
                <p>
                  <A href={addressOfKept(one)}>
                    {one.childGivenName} <span class="quiet numbers">{one.caseNumber}</span>
                  </A>
                </p>
                <p class="quiet">{discussedWhen(one)}</p>
              </Row>
            )}
          </For>
        </Rows>
      </Disclosure>
    </Show>
  );
}
