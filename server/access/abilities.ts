// What a viewer may do with what they see. Computed here only; the client shows it and never derives rights.
import type { Assessment, AssessmentAbility } from '../../shared/assessments.ts';
import type { CaseAbility, Member } from '../../shared/cases.ts';
import type { Entry, EntryAbility } from '../../shared/entries.ts';
import type { Handover, HandoverAbility, MemberAbility } from '../../shared/members.ts';
import type { Acting } from './actor.ts';
import type { Facts } from './facts.ts';
import { actingMemberships, isLastResponsible, knownTo, knowsOf, mayOpen } from './rules.ts';

export type Viewer = Acting & {
  readonly member: boolean;
  readonly professional: boolean;
  /** Responsible, working pair or team of the agency whose case it is. */
  readonly home: boolean;
  readonly responsible: boolean;
  /** Responsible, with nobody who would stay so. */
  readonly lastResponsible: boolean;
  readonly closed: boolean;
  /** In the case by break-glass alone: reads, and writes nothing. */
  readonly readsOnly: boolean;
  /** Agencies and family whom the viewer may know to take part: nobody else is named to them. */
  readonly known: ReadonlySet<string>;
  /** Of these people, those whom the viewer may know to take part, themself among them. */
  readonly knownPeople: (personIds: readonly string[]) => string[];
};

/** The viewer's place in the case, in the affiliation in which they act, at this moment (milliseconds since 1970). */
export const viewerOf = (facts: Facts, { personId, affiliationId }: Acting, at: number): Viewer => {
  const who = { personId, affiliationId };
  const active = actingMemberships(facts, who, at);
  return {
    ...who,
    member: mayOpen(facts, who, at),
    professional: active.some((m) => m.agencyId !== null && m.role !== 'break-glass'),
    home: active.some(
      (m) => m.agencyId === facts.homeAgencyId && ['responsible', 'working-pair', 'team'].includes(m.role),
    ),
    responsible: active.some((m) => m.role === 'responsible'),
    lastResponsible: active.some((m) => isLastResponsible(facts, m.id, at)),
    readsOnly: active.length > 0 && active.every((m) => m.role === 'break-glass'),
    closed: facts.closedAt !== null && facts.closedAt <= at,
    known: knownTo(facts, who, at),
    // Asked for what a pair wrote alone, so worked out when it is asked for.
    knownPeople: (personIds) =>
      personIds.filter(
        (id) =>
          id === personId || facts.memberships.some((m) => m.personId === id && knowsOf(facts, who, m, at)),
      ),
  };
};

/** Everything of the viewer that abilities depend on, as a short text: differs when the buttons on a screen may differ. */
export const standingOf = (viewer: Viewer): string => {
  const { member, professional, home, responsible, lastResponsible, closed, readsOnly } = viewer;
  return [member, professional, home, responsible, lastResponsible, closed, readsOnly].map(Number).join('');
};

export const caseAbilities = (viewer: Viewer): CaseAbility[] => {
  if (!viewer.professional) return [];
  // Nothing changes any more in a closed case; what was recorded stays readable.
  const can: CaseAbility[] = viewer.home ? ['read-custody'] : [];
  if (viewer.closed) return can;
  can.push('record-ground', 'write');
  if (viewer.home) can.push('invite', 'end-membership', 'edit', 'view-log');
  if (viewer.responsible) can.push('open-assessment');
  return can;
};

export const assessmentAbilities = (
  viewer: Viewer,
  assessment: Pick<Assessment, 'status'>,
): AssessmentAbility[] => {
  if (!viewer.member || viewer.closed || viewer.readsOnly) return [];
  const can: AssessmentAbility[] = ['comment'];
  if (assessment.status === 'signed') {
    if (viewer.professional) can.push('countersign');
    if (viewer.responsible) can.push('correct');
    return can;
  }
  if (viewer.professional) can.push('write', 'dissent');
  if (viewer.home) can.push('ask', 'record-view');
  if (viewer.responsible) can.push('synthesize', 'sign');
  return can;
};

const inHomeTeam = (role: Member['role']): boolean => role === 'team' || role === 'working-pair';

/** What the viewer may do with a place in the case. A substitute's follows the absence and is changed there alone. */
export const memberAbilities = (viewer: Viewer, member: Omit<Member, 'can'>): MemberAbility[] => {
  if (!viewer.member || viewer.closed) return [];
  const own = member.personId === viewer.personId;
  const can: MemberAbility[] = own && member.acceptedAt === null ? ['accept'] : [];
  if (member.substitutesFor !== null) return can;
  if (viewer.home) can.push('change', 'end');
  // The responsible worker hands over instead, unless another one stays.
  if (own && viewer.professional && !(member.role === 'responsible' && viewer.lastResponsible))
    can.push('leave');
  if (viewer.home && inHomeTeam(member.role)) can.push('change-role');
  if (own && member.role === 'responsible') can.push('hand-over');
  return can;
};

/** An offer is answered by its receiver; taken back by its giver, or by whoever is responsible in their place. */
export const handoverAbilities = (viewer: Viewer, handover: Omit<Handover, 'can'>): HandoverAbility[] => {
  if (!viewer.home || viewer.closed) return [];
  if (handover.toPersonId === viewer.personId) return ['accept', 'decline'];
  return viewer.responsible ? ['withdraw'] : [];
};

type Written = Pick<Entry, 'authorIds' | 'state' | 'kind' | 'caseId'>;

export const entryAbilities = (
  viewer: Pick<Viewer, 'personId' | 'member' | 'closed' | 'readsOnly'>,
  entry: Written,
): EntryAbility[] => {
  const author = entry.authorIds.includes(viewer.personId);
  if (entry.caseId === null) return author ? ['write', 'discard'] : [];
  if (!viewer.member || viewer.closed || viewer.readsOnly) return [];
  if (!author) return entry.state !== 'draft' && entry.kind !== 'comment' ? ['comment'] : [];
  if (entry.state === 'frozen') return [];
  if (entry.kind === 'form') return ['write', 'discard'];
  // What a request said is changed by nobody.
  const write: EntryAbility[] = entry.kind === 'consultation' ? [] : ['write'];
  return entry.state === 'draft' ? [...write, 'share'] : [...write, 'share', 'take-back'];
};
