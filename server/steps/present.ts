// A step as it leaves the server.
import type { Selectable } from 'kysely';
import type { Audience } from '../../shared/entries.ts';
import { type Step, StepState } from '../../shared/steps.ts';
import type { Viewer } from '../access/abilities.ts';
import { type StepFact, stepAbilities } from '../access/step-rules.ts';
import { shownAudience } from '../entries/index.ts';
import type { Steps } from '../platform/db/tables.ts';

export type StepRow = Selectable<Steps>;

export const factOf = (row: StepRow): StepFact => ({
  state: row.state,
  doerId: row.doer_id,
  doerAffiliationId: row.doer_affiliation_id,
  offeredToId: row.offered_to_id,
  offeredToAffiliationId: row.offered_to_affiliation_id,
});

/** `can` is empty: it is filled in for each viewer. */
export const presentStep = (row: StepRow, audience: Audience): Step => ({
  id: row.id,
  caseId: row.case_id,
  text: row.text,
  doerId: row.doer_id,
  doerAffiliationId: row.doer_affiliation_id,
  dueOn: row.due_on,
  state: StepState.parse(row.state),
  agendaItemId: row.agenda_item_id,
  offeredToId: row.offered_to_id,
  offeredToAffiliationId: row.offered_to_affiliation_id,
  writtenById: row.written_by,
  writtenAt: row.written_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  audience,
  version: row.version,
  can: [],
});

/** The step as one viewer sees it: of people only those whom they may know of, with what they may do. */
export const stepFor = (step: Step, viewer: Viewer): Step => {
  const known = new Set(
    viewer.knownPeople([step.doerId, step.offeredToId, step.writtenById].filter((id) => id !== null)),
  );
  const shown = (id: string | null): string | null => (id !== null && known.has(id) ? id : null);
  const fact = { ...step, doerId: step.doerId ?? '' };
  return {
    ...step,
    doerId: shown(step.doerId),
    doerAffiliationId: shown(step.doerId) && step.doerAffiliationId,
    offeredToId: shown(step.offeredToId),
    offeredToAffiliationId: shown(step.offeredToId) && step.offeredToAffiliationId,
    writtenById: shown(step.writtenById),
    audience: shownAudience(step.audience, viewer.known),
    can: stepAbilities(viewer, fact),
  };
};
