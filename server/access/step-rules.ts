// What somebody may do with a step they read (ring 1): its doer and the home team move it, whoever it is offered to answers.
import type { StepAct } from '../../shared/steps.ts';
import type { Viewer } from './abilities.ts';

export type StepFact = {
  readonly state: string;
  readonly doerId: string;
  readonly doerAffiliationId: string | null;
  readonly offeredToId: string | null;
  readonly offeredToAffiliationId: string | null;
};

export const stepAbilities = (viewer: Viewer, step: StepFact): StepAct[] => {
  if (viewer.closed || viewer.readsOnly || !viewer.member) return [];
  const { personId, affiliationId } = viewer;
  const does = step.doerId === personId && step.doerAffiliationId === affiliationId;
  if (step.state !== 'open') return does || viewer.home ? ['reopen'] : [];
  if (step.offeredToId === personId && step.offeredToAffiliationId === affiliationId)
    return ['accept', 'decline'];
  if (!does && !viewer.home) return [];
  const moves: StepAct[] = ['done', 'postpone', step.offeredToId === null ? 'offer' : 'take-back'];
  return viewer.home ? [...moves, 'drop'] : moves;
};
