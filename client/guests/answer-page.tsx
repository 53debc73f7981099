// One question and nothing else: who asks and about whom, the box, who will see the answer, and one button. Afterwards
// thanks, and what happens next.
import { useParams } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import { type Assessment, type Contribution, openContribution } from '../../shared/assessments.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { AssessmentRoomContext } from '../assessments/room.ts';
import { useCase } from '../cases/case-room.tsx';
import { memberOf } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { useCaseLive } from '../live/index.ts';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { useToday } from '../today/today-query.ts';
import { EmptyState, ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { WritingRoomContext } from '../writing/room.ts';
import { SavedLine } from '../writing/saved-line.tsx';
import { AnswerForm, type Asker } from './answer-form.tsx';
import { Thanks } from './thanks.tsx';

export function AnswerPage(): JSX.Element {
  const params = useParams<{ contributionId: string }>();
  const { workspace } = useCase();
  const asked = createMemo(() => workspace().contributions.find((one) => one.id === params.contributionId));
  const assessment = createMemo(() =>
    workspace().assessments.find((one) => one.id === asked()?.assessmentId),
  );
  const withdrawn = () => asked() === undefined || asked()?.status === 'withdrawn';
  return (
    <Show
      when={!withdrawn() && assessment()}
      fallback={
        <Page
          title={t('guest.questionTitle')}
          windowTitle={`${t('guest.answerWindow')} ${workspace().case.number}`}
        >
          <EmptyState title={t('guest.withdrawn')} />
        </Page>
      }
    >
      {(one) => <Room assessment={one()} asked={asked() as Contribution} />}
    </Show>
  );
}

function Room(props: { assessment: Assessment; asked: Contribution }): JSX.Element {
  const { workspace, caseId } = useCase();
  const live = useCaseLive(caseId());
  const today = useToday();
  const me = () => session()?.personId ?? '';
  const entry = createMemo(() => workspace().entries.find((one) => one.id === props.asked.entryId));
  const sent = () => entry()?.state === 'shared' || entry()?.state === 'frozen';
  const [changing, setChanging] = createSignal(false);
  const asker = createMemo((): Asker => {
    const noted = workspace().activities.find(
      (one) => one.kind === 'contribution-asked' && one.objectId === props.asked.id,
    );
    const member = noted && memberOf(workspace(), noted.personId);
    const row = today.data?.asked.find((one) => one.contributionId === props.asked.id);
    return { member, name: member?.name ?? row?.askedByName ?? '' };
  });
  const place = (at: { entryId: string; field: string; writing: boolean } | null) =>
    live.reportPlace(caseId(), {
      view: 'assessment',
      entryId: at?.entryId ?? null,
      field: at?.field ?? null,
      writing: at?.writing ?? false,
    });
  onCleanup(() => live.reportPlace(caseId(), { view: 'case', entryId: null, field: null, writing: false }));
  const thanked = () => sent() && !changing();
  return (
    <AssessmentRoomContext.Provider
      value={{
        workspace,
        assessment: () => props.assessment,
        section: () => ({ area: props.asked.area }),
        me,
        presence: () => [...live.people(caseId()).values()],
      }}
    >
      <WritingRoomContext.Provider value={{ alternatives: () => workspace().alternatives, onPlace: place }}>
        <Page
          title={thanked() ? t('guest.thanks') : t('guest.questionTitle')}
          windowTitle={`${t('guest.answerWindow')} ${workspace().case.number}`}
          actions={
            <Show when={!thanked()}>
              <SavedLine />
            </Show>
          }
        >
          <Switch>
            <Match when={thanked()}>
              <Thanks assessment={props.assessment} asker={asker().name} onChange={() => setChanging(true)} />
            </Match>
            <Match when={props.assessment.status === 'signed' && !sent()}>
              <EmptyState title={t('guest.signed')} />
            </Match>
            <Match when={entry()}>
              {(one) => (
                <AnswerForm
                  entry={one()}
                  asked={props.asked}
                  asker={asker()}
                  sent={sent()}
                  onSent={() => setChanging(false)}
                />
              )}
            </Match>
            <Match when={true}>
              <Opening asked={props.asked} />
            </Match>
          </Switch>
        </Page>
      </WritingRoomContext.Provider>
    </AssessmentRoomContext.Provider>
  );
}

/** The draft is begun by coming here; the asker sees that the question was opened. */
function Opening(props: { asked: Contribution }): JSX.Element {
  const { caseId } = useCase();
  const sending = createSending();
  const open = () => {
    const params = { caseId: caseId(), contributionId: props.asked.id };
    return sending.send(
      params,
      async (key) => void (await call(openContribution, { params, body: {}, key })),
    );
  };
  createEffect(
    on(
      () => props.asked.id,
      () => void open(),
    ),
  );
  return (
    <Show when={sending.problem()} fallback={<Skeleton lines={6} />}>
      {(problem) => <ErrorNotice onRetry={() => void open()}>{wordsFor(problem())}</ErrorNotice>}
    </Show>
  );
}
