// What was recorded of a guardian's custody, the newest first, when asked for.
import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { listCustodyChanges } from '../../shared/custody.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Row, Rows } from '../ui/section.tsx';
import { useCase } from './case-room.tsx';
import { periodWords, powerWords } from './custody-words.ts';
import { custodyWords } from './members-words.ts';

type Relation = Workspace['relations'][number];

export function CustodyHistory(props: { relation: Relation }): JSX.Element {
  const { caseId } = useCase();
  const [open, setOpen] = createSignal(false);
  const query = useQuery(() => ({
    queryKey: ['custody-changes', props.relation.id, props.relation.version],
    queryFn: ({ signal }) =>
      call(listCustodyChanges, { params: { caseId: caseId(), relationId: props.relation.id }, signal }),
    enabled: open(),
  }));
  return (
    <Disclosure summary={t('custody.history')} open={open()} onToggle={setOpen}>
      <Show when={query.error}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
      <Show when={query.data} fallback={<Skeleton lines={2} />}>
        {(data) => (
          <Rows>
            <For each={data().changes}>
              {(one) => (
                <Row>
                  <p>
                    <strong>{custodyWords(one)}</strong>
                    <Show when={periodWords(one)}>{(period) => <> · {period()}</>}</Show>
                  </p>
                  <Show when={one.custody === 'limited'}>
                    <p>{powerWords(one)}</p>
                  </Show>
                  <Show when={one.basis}>{(basis) => <p>”{basis()}”</p>}</Show>
                  <p class="quiet">
                    {one.recordedByName
                      ? t('custody.recordedBy', { date: date(one.recordedAt), name: one.recordedByName })
                      : t('custody.recordedFirst', { date: date(one.recordedAt) })}
                  </p>
                </Row>
              )}
            </For>
          </Rows>
        )}
      </Show>
    </Disclosure>
  );
}
