// Moving a step: what is sent, what is told afterwards, and the way back from "done".
import { useQueryClient } from '@tanstack/solid-query';
import { moveStep, type Step, type StepAct } from '../../shared/steps.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { todayKey } from '../live/index.ts';
import { showToast } from '../ui/toast.tsx';

/** What of a step is needed to move it: on Today there is no more of it. */
export type Movable = Pick<Step, 'id' | 'version' | 'text' | 'can' | 'dueOn'>;
export type With = {
  readonly reason?: string;
  readonly dueOn?: string;
  readonly toMemberId?: string;
};

const bodyOf = (act: StepAct, version: number, { reason, dueOn, toMemberId }: With) => ({
  act,
  version,
  reason: reason ?? null,
  dueOn: dueOn ?? null,
  toMemberId: toMemberId ?? null,
});

/** `move` gives the step's new version, or undefined where `problem` says why not. */
export const useMoving = () => {
  const queries = useQueryClient();
  const sending = createSending();
  const move = async (step: Movable, act: StepAct, more: With = {}): Promise<number | undefined> => {
    const body = bodyOf(act, step.version, more);
    const { id } = step;
    let version = step.version;
    const done = await sending.send({ id, body }, async (key) => {
      version = (await call(moveStep, { params: { stepId: id }, body, key })).version ?? version;
    });
    // Where somebody was faster, the page shows what they did.
    void queries.invalidateQueries({ queryKey: todayKey });
    return done ? version : undefined;
  };
  /** For a receipt: the page may be left by the time it is pressed. */
  const undoDone = (step: Movable, version: number) => ({
    label: t('steps.undo'),
    run: () =>
      void call(moveStep, { params: { stepId: step.id }, body: bodyOf('reopen', version, {}) })
        .then(() => showToast(t('steps.toldReopened')))
        .catch((error: unknown) => showToast(wordsFor(error)))
        .finally(() => void queries.invalidateQueries({ queryKey: todayKey })),
  });
  return { busy: sending.busy, problem: sending.problem, move, undoDone };
};
