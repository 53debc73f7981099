// As whom to look at the case: those who take part, the family, or an agency that is found by name.
import { useNavigate } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { listViewable } from '../../shared/sharing.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { useCase } from '../cases/case-room.tsx';
import { agencyName } from '../cases/members-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Row, Rows } from '../ui/section.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './sharing.module.css';

export function ViewAsDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { caseId } = useCase();
  const navigate = useNavigate();
  const [q, setQ] = createSignal('');
  const choices = useQuery(() => ({
    queryKey: ['viewable', caseId(), q()],
    queryFn: ({ signal }) => call(listViewable, { params: { caseId: caseId() }, query: { q: q() }, signal }),
    enabled: props.open,
    placeholderData: (before) => before,
  }));
  const look = (path: string) => navigate(`/cases/${caseId()}/as/${path}`);
  const One = (given: { name: string; detail?: string; path: string }) => (
    <Row
      end={
        <Button size="small" icon="eye" onClick={() => look(given.path)}>
          {t('sharing.viewAsOpen')}
          <span class="visually-hidden">: {given.name}</span>
        </Button>
      }
    >
      <strong>{given.name}</strong> <span class="quiet">{given.detail}</span>
    </Row>
  );
  return (
    <Dialog open={props.open} title={t('sharing.viewAsTitle')} onClose={() => props.onClose()}>
      <div class={styles.choices}>
        <p>{t('sharing.viewAsLead')}</p>
        <Show when={choices.error}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
        <Show when={choices.data} fallback={<Skeleton lines={4} />}>
          {(data) => (
            <Rows label={t('sharing.viewAsWhom')}>
              <For each={data().agencies}>
                {(one) => <One name={agencyName(one)} path={`agencies/${one.id}`} />}
              </For>
              <For each={data().people}>
                {(one) => (
                  <One name={one.name} detail={t(`memberRole.${one.role}`)} path={`people/${one.personId}`} />
                )}
              </For>
            </Rows>
          )}
        </Show>
        <TextInput label={t('sharing.viewAsOthers')} value={q()} maxLength={100} onInput={setQ} />
      </div>
    </Dialog>
  );
}
