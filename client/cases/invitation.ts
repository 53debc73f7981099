// An invitation while it is being put together: what is asked of whom, what is still missing, and what is sent.
import type { z } from 'zod';
import type { inviteMember, listInvitable } from '../../shared/cases.ts';
import type { AgencyKind, Capacity, DataClass, GroundKind, MemberRole } from '../../shared/vocabulary.ts';

export type Invitable = z.output<(typeof listInvitable)['response']>['people'][number];
export type InviteBody = z.output<NonNullable<(typeof inviteMember)['body']>>;

/** The ground as it is filled in; the same for both directions. */
export type GroundDraft = {
  readonly kind: GroundKind | '';
  readonly statute: string;
  readonly statuteConfirmed: boolean;
  readonly beatsProhibition: boolean;
  /** '' while nobody with a sign-in is named. */
  readonly givenBy: string;
  /** Guardians, by their relations to the child. */
  readonly givenByRelations: readonly string[];
  readonly capacity: Capacity | '';
  readonly capacityReason: string;
  readonly evidence: string;
};
export type Invitation = {
  readonly role: MemberRole | '';
  readonly endsOn: string;
  readonly purpose: string;
  readonly ground: GroundDraft;
  readonly toThem: readonly DataClass[];
  readonly fromThem: readonly DataClass[];
  readonly known: 'us' | 'all';
  readonly familyKnows: boolean;
};
export type Missing =
  | 'role'
  | 'endsOn'
  | 'kind'
  | 'statute'
  | 'capacity'
  | 'capacityReason'
  | 'evidence'
  | 'toThem'
  | 'fromThem';

export const emptyGround: GroundDraft = {
  kind: '',
  statute: '',
  statuteConfirmed: false,
  beatsProhibition: false,
  givenBy: '',
  givenByRelations: [],
  capacity: '',
  capacityReason: '',
  evidence: '',
};

/** What an agency of a kind writes itself. */
const ownClass: Record<AgencyKind, DataClass> = {
  'child-protection': 'social',
  education: 'education',
  psychiatry: 'health',
  'substance-services': 'substance',
  'residential-care': 'social',
  'family-services': 'social',
  ngo: 'social',
};

/** The roles that the invited person can have: the home agency's own are its own people's, others visit. */
export const rolesFor = (person: Invitable, homeAgencyId: string): readonly MemberRole[] => {
  if (person.affiliationId === null) return ['guardian', 'child', 'close'];
  return person.agencyId === homeAgencyId
    ? ['working-pair', 'team', 'visiting', 'responsible']
    : ['visiting'];
};

export const needsGround = (person: Invitable, homeAgencyId: string): boolean =>
  person.affiliationId !== null && person.agencyId !== homeAgencyId;

/** Little to begin with: more is a deliberate choice. */
export const beginInvitation = (person: Invitable, homeAgencyId: string): Invitation => {
  const roles = rolesFor(person, homeAgencyId);
  const [first] = roles;
  return {
    role: roles.length === 1 && first ? first : '',
    endsOn: '',
    purpose: '',
    ground: emptyGround,
    toThem: ['coordination', 'shared-goal'],
    fromThem: person.agencyKind === null ? [] : ['coordination', ownClass[person.agencyKind]],
    known: 'us',
    familyKnows: person.affiliationId === null,
  };
};

export const missingInGround = (ground: GroundDraft): Missing[] => [
  ...(ground.kind === '' ? (['kind'] as const) : []),
  ...(ground.kind === 'statute' && (ground.statute.trim() === '' || !ground.statuteConfirmed)
    ? (['statute'] as const)
    : []),
  ...(ground.kind === 'child-consent' && ground.capacity === '' ? (['capacity'] as const) : []),
  ...(ground.kind === 'child-consent' && ground.capacityReason.trim() === ''
    ? (['capacityReason'] as const)
    : []),
  ...(ground.evidence.trim() === '' ? (['evidence'] as const) : []),
];

export const missingIn = (
  invitation: Invitation,
  person: Invitable,
  homeAgencyId: string,
  today: string,
): Missing[] => {
  const missing: Missing[] = [];
  if (invitation.role === '') missing.push('role');
  if (invitation.endsOn !== '' && invitation.endsOn <= today) missing.push('endsOn');
  if (!needsGround(person, homeAgencyId)) return missing;
  missing.push(...missingInGround(invitation.ground));
  if (!invitation.toThem.includes('coordination')) missing.push('toThem');
  if (invitation.fromThem.length === 0) missing.push('fromThem');
  return missing;
};

/** One direction of the ground; null while its kind is not chosen. */
export const groundInput = (
  draft: GroundDraft,
  dataClasses: readonly DataClass[],
  until: string,
  effect: 'allow' | 'prohibit' = 'allow',
  from = '',
): NonNullable<InviteBody['toThem']> | null => {
  if (draft.kind === '') return null;
  const mayBeat = effect === 'allow' && (draft.kind === 'statute' || draft.kind === 'vital-interest');
  return {
    kind: draft.kind,
    effect,
    beatsProhibition: mayBeat && draft.beatsProhibition,
    statute: draft.kind === 'statute' ? draft.statute.trim() : null,
    givenBy:
      draft.kind === 'guardian-consent' && draft.givenByRelations.length > 0 ? null : draft.givenBy || null,
    givenByRelations: draft.kind === 'guardian-consent' ? [...draft.givenByRelations] : [],
    capacity: draft.kind === 'child-consent' ? draft.capacity || null : null,
    capacityReason: draft.kind === 'child-consent' ? draft.capacityReason.trim() : null,
    dataClasses: [...dataClasses],
    evidence: draft.evidence.trim(),
    from: from || null,
    until: until || null,
  };
};

export const inviteBody = (
  invitation: Invitation,
  person: Invitable,
  homeAgencyId: string,
): InviteBody | null => {
  if (invitation.role === '') return null;
  const grounded = needsGround(person, homeAgencyId);
  const { ground, endsOn } = invitation;
  return {
    affiliationId: person.affiliationId,
    personId: person.personId,
    role: invitation.role,
    endsOn: endsOn || null,
    purpose: invitation.purpose.trim(),
    participation: {
      scope: invitation.known === 'all' ? 'everyone' : 'agencies',
      agencyIds: [],
      familyScope: invitation.familyKnows ? 'all' : 'none',
    },
    toThem: grounded ? groundInput(ground, invitation.toThem, endsOn) : null,
    fromThem: grounded ? groundInput(ground, invitation.fromThem, endsOn) : null,
  };
};
