// Things one should know once, such as a likely duplicate; gone when marked as read.
import { useQueryClient } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { readNotice, type Today } from '../../shared/today.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { showToast } from '../ui/toast.tsx';
import { CaseLink } from './case-link.tsx';
import { todayKey } from './today-query.ts';

type NoticeRow = Today['notices'][number];

const wordsOf = (one: NoticeRow): string => {
  const [name, number] = [one.fromName ?? '', one.number ?? ''];
  switch (one.kind) {
    case 'likely-duplicate':
      return t('today.likelyDuplicate', { name, child: one.childGivenName ?? '', number });
    case 'guest-link-locked':
      return t('today.guestLinkLocked', { name, number });
    case 'glass-broken':
      return t('today.glassBroken', { name, number, reason: one.words ?? '–' });
    case 'invitation-declined':
      return t('today.invitationDeclined', { name, reason: one.words ?? '–' });
    case 'member-left':
      return one.words
        ? t('today.memberLeftWhy', { name, reason: one.words })
        : t('today.memberLeft', { name });
    case 'handover-declined':
      return t('today.handoverDeclined', { name, reason: one.words ?? '–' });
    case 'handover-accepted':
      return t('today.handoverAcceptedBy', { name, number: one.words ?? '' });
    default:
      return t('today.otherNotice', { number });
  }
};

export function Notices(props: { notices: readonly NoticeRow[] }): JSX.Element {
  const queries = useQueryClient();
  const markRead = async (noticeId: string) => {
    try {
      await call(readNotice, { params: { noticeId }, body: {} });
      await queries.invalidateQueries({ queryKey: todayKey });
    } catch (error) {
      showToast(wordsFor(error));
    }
  };
  return (
    <Show when={props.notices.length > 0}>
      <Section title={t('today.noticesTitle')} look="sheet">
        <Rows>
          <For each={props.notices}>
            {(one) => (
              <Row
                end={
                  <Button size="small" kind="quiet" icon="check" onClick={() => void markRead(one.id)}>
                    {t('today.markRead')}
                  </Button>
                }
              >
                <p>{wordsOf(one)}</p>
                <p class="quiet">
                  {when(one.at, new Date())}
                  <Show when={one.caseId}>
                    {(caseId) => (
                      <>
                        {' · '}
                        <CaseLink
                          of={{
                            caseId: caseId(),
                            number: one.number ?? '',
                            childGivenName: one.childGivenName ?? '',
                          }}
                        />
                      </>
                    )}
                  </Show>
                </p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
