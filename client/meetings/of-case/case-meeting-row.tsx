// One meeting of a case: when, which, who presents it; what came of it, and the way to its memo.
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { CaseMeeting } from '../../../shared/case-meetings.ts';
import type { MemoHead } from '../../../shared/memo.ts';
import { t } from '../../i18n/index.ts';
import { addressOfMemo } from '../../memos/memo-rows.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Row } from '../../ui/section.tsx';
import styles from '../meetings.module.css';
import { meetingTitle, whenOf } from '../words.ts';

/** What became of it, where it is behind. */
const outcome = ({ state, item }: CaseMeeting, memo: MemoHead | undefined): string => {
  if (memo) return t(memo.signed ? 'memo.allSigned' : 'memo.unsigned');
  if (state === 'cancelled') return t('meetingState.cancelled');
  if (item?.state === 'postponed') return t('meeting.itemPostponed');
  return item?.state === 'discussed' ? '' : t('meeting.caseNotDiscussed');
};

export function CaseMeetingRow(props: { of: CaseMeeting; memo: MemoHead | undefined }): JSX.Element {
  const address = () => `/meetings/${props.of.id}`;
  const coming = () => props.of.item?.state === 'current' || props.of.state === 'planned';
  return (
    <Row
      end={
        <Show
          when={props.memo}
          fallback={
            <Show when={props.of.state === 'open'}>
              <LinkButton href={address()} size="small" kind="primary">
                {t('meeting.join')}
                <span class="visually-hidden">: {meetingTitle(props.of)}</span>
              </LinkButton>
            </Show>
          }
        >
          {(memo) => (
            <LinkButton href={addressOfMemo(memo())} size="small">
              {t(memo().toSign > 0 ? 'memo.toSign' : 'memo.read')}
              <span class="visually-hidden">: {whenOf(props.of)}</span>
            </LinkButton>
          )}
        </Show>
      }
    >
      <p>
        <A class={styles.name ?? ''} href={address()}>
          {meetingTitle(props.of)}
        </A>
      </p>
      <p class="quiet">
        <span class="numbers">{whenOf(props.of)}</span>
        <Show when={coming() && props.of.item?.presenter}>
          {(one) => <> · {t('meeting.presents', { name: one().name })}</>}
        </Show>
        <Show when={coming() && props.of.item === null}> · {t('meeting.caseNoItem')}</Show>
        <Show when={coming() ? '' : outcome(props.of, props.memo)}>{(words) => <> · {words()}</>}</Show>
      </p>
      <Show when={props.of.item?.postponedWhy}>
        {(why) => <p class="quiet">{t('meetingNews.because', { reason: why() })}</p>}
      </Show>
    </Row>
  );
}
