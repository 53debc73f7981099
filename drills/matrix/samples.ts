// What the routes of a case are asked with: input that a contract takes and that means something in this case.
import { randomUUID } from 'node:crypto';
import type { Given } from '../../server/platform/http/inject.ts';
import { sampleInput } from '../../server/testing/sample-input.ts';
import type { Route } from '../../shared/route.ts';
import type { Region, Spare } from './people.ts';
import type { PlacedCase } from './place-case.ts';

export type Placed = PlacedCase & {
  readonly relationId: string;
  readonly groundId: string;
  readonly contributionId: string;
  readonly alternativeId: string;
};

const audience = {
  dataClass: 'social',
  scope: 'agency',
  agencyIds: [],
  familyScope: 'all',
  familyIds: [],
};

/** Parts of the body that the plainest input gets wrong for this case. */
const bodies: Readonly<Record<string, Record<string, unknown>>> = {
  'start-entry': { kind: 'comment', pairId: null, about: null },
  'save-field': { base: 1, text: 'Uusi teksti', device: 'matrix00' },
  'share-entry': { version: 1, audience },
  'preview-audience': audience,
  'ask-contribution': { pairId: null, area: 'friends' },
  'countersign-assessment': { hash: '0'.repeat(64) },
  'open-case': { formId: null },
  'invite-guest': {
    name: 'Maija Opettaja',
    email: 'maija@example.org',
    profession: 'special-teacher',
    endsOn: new Date(Date.now() + 60 * 24 * 3_600_000).toISOString().slice(0, 10),
  },
  'record-ground': {
    ground: {
      kind: 'statute',
      effect: 'allow',
      beatsProhibition: false,
      statute: '41 §',
      givenBy: null,
      dataClasses: ['social'],
      evidence: 'Laissa säädetty',
      until: null,
    },
  },
  'add-service': { takesNamed: true },
  'change-service': { takesNamed: true },
  'invite-member': { role: 'team', toThem: null, fromThem: null },
};
const queries: Readonly<Record<string, Record<string, string>>> = {
  'read-consultation-heads': { ids: randomUUID() },
};
const params: Readonly<Record<string, Record<string, string>>> = {
  'save-field': { field: 'narrative' },
};

/** @param spare for the routes of the administration */
export const sampleFor = (route: Route, region: Region, placed: Placed, spare?: Spare): Given<Route> => {
  const { people, agencyIds } = region;
  // Whose eyes somebody would borrow is of the family; whom one might let in is a colleague.
  const whom = spare?.person ?? (route.id === 'view-as-person' ? people.guardian : people.colleague);
  const ids: Readonly<Record<string, string | undefined>> = {
    caseId: placed.caseId,
    assessmentId: placed.assessmentId,
    versionId: placed.versionId,
    entryId: placed.texts[0]?.entryId,
    parentId: placed.texts[0]?.entryId,
    groundId: placed.groundId,
    contributionId: placed.contributionId,
    memberId: placed.members.close,
    alternativeId: placed.alternativeId,
    relationId: placed.relationId,
    personId: whom.id,
    affiliationId: whom.affiliationId ?? undefined,
    affiliationIds: whom.affiliationId ?? undefined,
    agencyId: spare?.agencyId ?? agencyIds.school,
    teamId: spare?.teamId,
    contributorId: people.nurse.id,
    givenBy: people.child.id,
    fromAgencyId: agencyIds.home,
    toAgencyId: agencyIds.school,
  };
  const unknown = randomUUID();
  const made = (part: Route['params']) =>
    (sampleInput(part, (name) => ids[name] ?? unknown) ?? {}) as Record<string, unknown>;
  return {
    params: { ...made(route.params), ...params[route.id] } as never,
    query: { ...made(route.query), ...queries[route.id] } as never,
    ...(route.body && { body: { ...made(route.body), ...bodies[route.id] } as never }),
  };
};
