// Parts from which tests put steps together.
import type { Audience } from '../../shared/entries.ts';
import { writeStep } from '../../shared/steps.ts';
import { see } from './case-parts.ts';
import type { Person } from './open-world.ts';

const forTeam: Audience = {
  dataClass: 'shared-goal',
  scope: 'team',
  agencyIds: [],
  familyScope: 'none',
  familyIds: [],
};

/** A step of the writer's own, for their team unless it is said otherwise. */
export const ownStep = async (
  by: Person,
  caseId: string,
  changes: Partial<Audience> = {},
): Promise<string> => {
  const doerMemberId = (await see(by, caseId)).members.find((m) => m.personId === by.id)?.id ?? '';
  const body = {
    text: 'Soitan koululle.',
    doerMemberId,
    dueOn: '2099-01-15',
    audience: { ...forTeam, ...changes },
    agendaItemId: null,
  };
  return (await by.do(writeStep, { params: { caseId }, body })).id;
};
