// What each may do in a case, as ring 1 answers when it is asked directly: a table in words of who may, beside the
// question that is put to the rules. Everybody of the cast who is not named may not. That routes ask these rules is the
// routes' matter (route-rules.ts).
import {
  assessmentAbilities,
  caseAbilities,
  entryAbilities,
  handoverAbilities,
  memberAbilities,
  viewerOf,
} from '../../server/access/abilities.ts';
import type { Acting } from '../../server/access/actor.ts';
import type { Facts } from '../../server/access/facts.ts';
import { isLastResponsible, mayRecordGround, mayWithdrawGround } from '../../server/access/granting.ts';
import { actingMemberships } from '../../server/access/rules.ts';
import { mayStart } from '../../server/access/writing.ts';
import type { AssessmentAbility } from '../../shared/assessments.ts';
import type { CaseAbility } from '../../shared/cases.ts';
import type { EntryAbility } from '../../shared/entries.ts';
import type { EntryKind } from '../../shared/vocabulary.ts';
import { everybody, familyPlaces, guestPlaces, hastePlaces, placeOf, teamPlaces, type Who } from './cast.ts';
import type { Named } from './people.ts';

export type Question = {
  readonly facts: Facts;
  readonly region: Named;
  readonly who: Acting;
  readonly at: number;
};
export type MayRow = {
  readonly says: string;
  readonly may: readonly Who[];
  /** In a closed case too; else nobody may there. */
  readonly closedToo?: true;
  /** Asked also of those who may not be told that there is the case. */
  readonly inIt?: true;
  readonly ask: (q: Question) => boolean;
};

const home: readonly Who[] = [...teamPlaces, 'homeVisitor'];
const professionals: readonly Who[] = [...home, ...guestPlaces];
const taking: readonly Who[] = [...professionals, ...familyPlaces];
const responsible: readonly Who[] = ['responsible'];
const ofSchool: readonly Who[] = ['teacher', 'guestByLink'];

const viewer = ({ facts, who, at }: Question) => viewerOf(facts, who, at);
const inCase = (says: string, ability: CaseAbility, may: readonly Who[]): MayRow => ({
  says,
  may,
  ask: (q) => caseAbilities(viewer(q)).includes(ability),
});
const ofAssessment = (
  status: 'open' | 'signed',
  ability: AssessmentAbility,
  may: readonly Who[],
): MayRow => ({
  says: `${ability} while the assessment is ${status}`,
  may,
  ask: (q) => assessmentAbilities(viewer(q), { status }).includes(ability),
});

type Text = { readonly state: 'draft' | 'shared' | 'frozen'; readonly kind: EntryKind };
/** A text of the responsible worker's that lies in the case. */
const ofText = (text: Text, ability: EntryAbility, may: readonly Who[]): MayRow => ({
  says: `${ability} a ${text.state} ${text.kind} of the responsible worker`,
  may,
  ask: (q) =>
    entryAbilities(viewer(q), {
      ...text,
      caseId: q.facts.caseId,
      authorIds: [q.region.people.responsible.id],
    }).includes(ability),
});
const shared: Text = { state: 'shared', kind: 'dissent' };
const draft: Text = { state: 'draft', kind: 'dissent' };
const others = taking.filter((who) => who !== 'responsible');

/** What lies in no case is its author's, wherever they take part. */
const ofLoneText = (ability: EntryAbility): MayRow => ({
  says: `${ability} what the responsible worker has in no case`,
  may: ability === 'share' ? [] : responsible,
  closedToo: true,
  ask: (q) =>
    entryAbilities(viewer(q), {
      kind: 'private-note',
      state: 'draft',
      caseId: null,
      authorIds: [q.region.people.responsible.id],
    }).includes(ability),
});

type Seen = Parameters<typeof memberAbilities>[1];
/** The place of one of the cast, as the page shows it. */
const placeIn = (q: Question, who: Who, rest: Partial<Seen> = {}): Seen => ({
  id: q.region.people[who].id,
  personId: q.region.people[who].id,
  name: 'X',
  givenName: 'X',
  role: placeOf(who).role ?? 'visiting',
  profession: null,
  agencyId: null,
  agencyKind: null,
  agencyNameFi: null,
  agencyNameSv: null,
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: null,
  acceptedAt: '2026-01-01T00:00:00.000Z',
  substitutesFor: null,
  ...rest,
});
type MemberAbility = ReturnType<typeof memberAbilities>[number];
const ofPlace = (
  says: string,
  ability: MemberAbility,
  whose: Who,
  may: readonly Who[],
  rest: Partial<Seen> = {},
): MayRow => ({
  says,
  may,
  ask: (q) => memberAbilities(viewer(q), placeIn(q, whose, rest)).includes(ability),
});

const ofHandover = (
  says: string,
  ability: 'accept' | 'decline' | 'withdraw',
  may: readonly Who[],
  to: Who = 'pair',
): MayRow => ({
  says,
  may,
  ask: (q) =>
    handoverAbilities(viewer(q), {
      toPersonId: q.region.people[to].id,
    } as Parameters<typeof handoverAbilities>[1]).includes(ability),
});

type Name = 'home' | 'school' | 'clinic';
const records = (effect: 'allow' | 'prohibit', from: Name, may: readonly Who[]): MayRow => ({
  says: `records a ground to ${effect} from ${from}`,
  may,
  closedToo: true,
  ask: ({ facts, who, at, region }) =>
    mayRecordGround(facts, who, at, { effect, fromAgencyId: region.agencyIds[from] }),
});
const withdraws = (
  effect: 'allow' | 'prohibit',
  from: Name | null,
  by: Name,
  may: readonly Who[],
): MayRow => ({
  says: `withdraws a ground to ${effect} from ${from ?? 'anywhere'} that ${by} recorded`,
  may,
  closedToo: true,
  ask: ({ facts, who, at, region }) =>
    mayWithdrawGround(facts, who, at, {
      effect,
      fromAgencyId: from && region.agencyIds[from],
      recordedAgencyId: region.agencyIds[by],
    }),
});
const starts = (kind: EntryKind, may: readonly Who[]): MayRow => ({
  says: `begins a ${kind}`,
  may,
  closedToo: true,
  ask: ({ facts, who, at }) =>
    actingMemberships(facts, who, at).some((m) => m.role !== 'break-glass' && mayStart(kind, facts, m)),
});

export const mayRows: readonly MayRow[] = [
  inCase('records grounds', 'record-ground', professionals),
  inCase('writes in the case', 'write', professionals),
  inCase('invites', 'invite', teamPlaces),
  inCase('ends memberships', 'end-membership', teamPlaces),
  inCase('changes the head of the case', 'edit', teamPlaces),
  inCase('looks at the log', 'view-log', teamPlaces),
  { ...inCase('reads what was recorded of custody', 'read-custody', teamPlaces), closedToo: true },
  inCase('opens an assessment', 'open-assessment', responsible),
  ofAssessment('open', 'comment', taking),
  ofAssessment('open', 'write', professionals),
  ofAssessment('open', 'dissent', professionals),
  ofAssessment('open', 'ask', teamPlaces),
  ofAssessment('open', 'record-view', teamPlaces),
  ofAssessment('open', 'synthesize', responsible),
  ofAssessment('open', 'sign', responsible),
  ofAssessment('open', 'countersign', []),
  ofAssessment('open', 'correct', []),
  ofAssessment('signed', 'comment', taking),
  ofAssessment('signed', 'countersign', professionals),
  ofAssessment('signed', 'correct', responsible),
  ofAssessment('signed', 'write', []),
  ofAssessment('signed', 'sign', []),
  ofText(draft, 'write', responsible),
  ofText(draft, 'share', responsible),
  ofText(draft, 'take-back', []),
  ofText(draft, 'discard', []),
  ofText(draft, 'comment', []),
  ofText(shared, 'write', responsible),
  ofText(shared, 'share', responsible),
  ofText(shared, 'take-back', responsible),
  ofText(shared, 'comment', others),
  ofText({ state: 'shared', kind: 'comment' }, 'comment', []),
  ofText({ state: 'frozen', kind: 'dissent' }, 'write', []),
  ofText({ state: 'frozen', kind: 'dissent' }, 'comment', others),
  ofText({ state: 'draft', kind: 'form' }, 'discard', responsible),
  ...(['write', 'discard', 'share'] as const).map(ofLoneText),
  {
    says: 'is in the case, reading at least',
    may: [...taking, ...hastePlaces],
    closedToo: true,
    inIt: true,
    ask: (q) => viewer(q).member,
  },
  ofPlace('accepts an invitation to somebody', 'accept', 'close', ['close'], { acceptedAt: null }),
  ofPlace('accepts when it is over', 'accept', 'teacherOnce', [], { acceptedAt: null }),
  ofPlace('accepts once more', 'accept', 'close', []),
  ofPlace('changes the place of a guest', 'change', 'teacher', teamPlaces),
  ofPlace('ends the place of a guest', 'end', 'teacher', teamPlaces),
  ofPlace('changes the role of a guest', 'change-role', 'teacher', []),
  ofPlace('changes the role of one of the team', 'change-role', 'team', teamPlaces),
  ofPlace('changes the role of the working pair', 'change-role', 'pair', teamPlaces),
  ofPlace('changes the role of the responsible worker', 'change-role', 'responsible', []),
  ofPlace('hands the responsibility over', 'hand-over', 'responsible', responsible),
  ofPlace('hands over what is no responsibility', 'hand-over', 'pair', []),
  // A substitute's place follows the absence.
  ofPlace('leaves the place of a guest', 'leave', 'teacher', ['teacher']),
  ofPlace('leaves the place of a guardian', 'leave', 'guardian', []),
  ofPlace('leaves the case without a responsible worker', 'leave', 'responsible', []),
  ofPlace('leaves another place than the responsible one', 'leave', 'responsible', responsible, {
    role: 'team',
  }),
  {
    says: 'leaves a case in which another one stays responsible',
    may: responsible,
    ask: (q) =>
      memberAbilities({ ...viewer(q), lastResponsible: false }, placeIn(q, 'responsible')).includes('leave'),
  },
  ofPlace('leaves as a substitute', 'leave', 'team', [], { substitutesFor: 'x' }),
  ofPlace('changes the place of a substitute', 'change', 'team', [], { substitutesFor: 'x' }),
  ofPlace('accepts standing in', 'accept', 'team', ['team'], { substitutesFor: 'x', acceptedAt: null }),
  ofHandover('accepts the responsibility offered to the working pair', 'accept', ['pair']),
  ofHandover('declines it', 'decline', ['pair']),
  ofHandover('withdraws the offer', 'withdraw', responsible),
  ofHandover('accepts what was offered outside the team', 'accept', [], 'teacher'),
  records('allow', 'home', home),
  records('allow', 'school', [...teamPlaces, ...ofSchool]),
  records('allow', 'clinic', [...teamPlaces, 'nurse', 'nurseAtSchool']),
  // A prohibition is recorded by whoever hears it; that they take part is asked before.
  records('prohibit', 'school', everybody),
  withdraws('allow', 'home', 'home', home),
  withdraws('allow', 'school', 'home', [...home, ...ofSchool]),
  withdraws('allow', 'school', 'clinic', [...home, ...guestPlaces]),
  // The end of a prohibition opens: that somebody recorded it gives no leave.
  withdraws('prohibit', 'school', 'clinic', [...teamPlaces, ...ofSchool]),
  withdraws('prohibit', null, 'clinic', teamPlaces),
  starts('situation', responsible),
  starts('synthesis', responsible),
  starts('child-view', teamPlaces),
  starts('parent-view', [...teamPlaces, 'guardian']),
  starts('dissent', professionals),
  starts('comment', taking),
  starts('contribution', []),
  {
    says: 'takes part and is the last responsible worker',
    may: responsible,
    closedToo: true,
    ask: ({ facts, who, at }) =>
      facts.memberships.some((m) => m.personId === who.personId && isLastResponsible(facts, m.id, at)),
  },
];
/** What was given: by whom, of what kind, and who ends it alone. */
const given = { id: 'x', effect: 'allow', givenByRelation: null, capacity: null } as const;
export const ownConsents = (
  facts: Facts,
  region: Named,
): readonly { says: string; may: readonly Who[]; ground: Facts['grounds'][number]; facts: Facts }[] => {
  const [one] = facts.grounds;
  if (!one) return [];
  const { child, guardian, responsible: worker } = region.people;
  const rows: readonly (readonly [string, readonly Who[], Partial<Facts['grounds'][number]>])[] = [
    ['the child’s own consent', ['child'], { kind: 'child-consent', givenBy: child.id }],
    ['a guardian’s consent', ['guardian'], { kind: 'guardian-consent', givenBy: guardian.id }],
    ['a permission of the guardian', ['guardian'], { kind: 'disclosure-permission', givenBy: guardian.id }],
    [
      'a consent by relation',
      ['guardian'],
      { kind: 'guardian-consent', givenBy: null, givenByRelation: 'mother' },
    ],
    ['a consent of nobody', [], { kind: 'guardian-consent', givenBy: null }],
    ['a statute', [], { kind: 'statute', givenBy: guardian.id }],
    [
      'the guardian’s prohibition',
      [],
      { kind: 'guardian-consent', effect: 'prohibit', givenBy: guardian.id },
    ],
    ['what a worker gave', [], { kind: 'disclosure-permission', givenBy: worker.id }],
  ];
  return rows.map(([says, may, rest]) => {
    const ground = { ...one, ...given, ...rest };
    const mother = {
      relationId: 'mother',
      personId: guardian.id,
      aclKey: facts.aclKey,
      custody: 'joint' as const,
      powerClasses: [],
      startsAt: null,
      endsAt: null,
    };
    return { says, may, ground, facts: { ...facts, grounds: [ground], guardians: [mother] } };
  });
};
