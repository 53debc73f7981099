// What was recorded of a guardian's custody, the newest first, when asked for: under what can be changed, or by itself where
// nothing can be changed any more.
import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { listCustodyChanges } from '../../shared/custody.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Row, Rows } from '../ui/section.tsx';
import { useCase } from './case-room.tsx';
import { periodWords, powerWords } from './custody-words.ts';
import { custodyWords } from './members-words.ts';

type Relation = Workspace['relations'][number];

/** Under the form. */
export function CustodyHistory(props: { relation: Relation }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <Disclosure summary={t('custody.history')} open={open()} onToggle={setOpen}>
      <Show when={open()}>
        <Changes relation={props.relation} />
      </Show>
    </Disclosure>
  );
}

/** By itself: to read in a closed case. */
export function CustodyHistoryDialog(props: {
  relationId: string | undefined;
  onClose: () => void;
}): JSX.Element {
  const { workspace } = useCase();
  const relation = () => workspace().relations.find((one) => one.id === props.relationId);
  return (
    <Show when={relation()}>
      {(one) => (
        <Dialog open title={t('custody.title', { name: one().name })} onClose={props.onClose}>
          <Changes relation={one()} />
        </Dialog>
      )}
    </Show>
  );
}

function Changes(props: { relation: Relation }): JSX.Element {
  const { caseId } = useCase();
  const query = useQuery(() => ({
    queryKey: ['custody-changes', props.relation.id, props.relation.version],
    queryFn: ({ signal }) =>
      call(listCustodyChanges, { params: { caseId: caseId(), relationId: props.relation.id }, signal }),
  }));
  return (
    <>
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
    </>
  );
}
