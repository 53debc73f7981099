// States of a case: what was recorded, and, written down by hand from the domain's rules and not worked out, what may
// go from one agency to another because of it.
import type { Capacity, DataClass, GroundKind } from '../../shared/vocabulary.ts';
import type { AgencyName, Who } from './cast.ts';

export type Recorded = {
  readonly kind: GroundKind;
  readonly effect?: 'prohibit';
  readonly beats?: true;
  /** Null: from, or to, any agency. Only a prohibition may leave one open. */
  readonly from: AgencyName | null;
  readonly to: AgencyName | null;
  readonly classes: readonly DataClass[];
  /** When it holds; now unless said otherwise. */
  readonly when?: 'ended' | 'not yet' | 'withdrawn' | 'never';
  /** Who gave it: somebody who signs in, or a guardian by name; neither where nobody is named. */
  readonly by?: Who;
  readonly byRelation?: string;
  /** Of the child, where it was assessed. */
  readonly capacity?: Capacity;
};
/** Days are counted from today; what is not said has no end, or has always been so. */
export type RecordedGuardian = {
  readonly name: string;
  /** Somebody around the child, of whom it is known that they are no guardian. */
  readonly kind?: 'close';
  readonly is: Who | null;
  readonly custody: 'joint' | 'sole' | 'limited' | 'none' | null;
  readonly classes?: readonly DataClass[];
  readonly from?: number;
  readonly until?: number;
  readonly ended?: number;
};
type Way = `${AgencyName}→${AgencyName}: ${string}`;

export type State = {
  readonly says: string;
  readonly recorded: readonly Recorded[];
  /** Classes that may go each way, separated by spaces; a way that is not named is shut. */
  readonly open: readonly Way[];
  /** Of them, those on which somebody who breaks the glass reads: vital interest, where nothing stops it. */
  readonly vital?: readonly Way[];
  readonly guardians?: readonly RecordedGuardian[];
  /** Of what goes from home to school on consents: how many guardians with the power have not consented. */
  readonly missing?: readonly (readonly [DataClass, number])[];
  readonly closed?: true;
  /** Turvakielto holds: it was set after everything here had come about. */
  readonly hides?: true;
  /** Only texts whose readers are a matter of grounds. */
  readonly byGround?: true;
};

const permission = (from: AgencyName, to: AgencyName, ...classes: DataClass[]): Recorded => ({
  kind: 'disclosure-permission',
  from,
  to,
  classes,
});
const statute = (from: AgencyName, to: AgencyName, ...classes: DataClass[]): Recorded => ({
  kind: 'statute',
  from,
  to,
  classes,
});

const consent = (from: AgencyName, to: AgencyName, ...classes: DataClass[]): Recorded => ({
  kind: 'guardian-consent',
  from,
  to,
  classes,
});
const refusal = (from: AgencyName, to: AgencyName, ...classes: DataClass[]): Recorded => ({
  kind: 'disclosure-permission',
  effect: 'prohibit',
  from,
  to,
  classes,
});
const vital = (from: AgencyName, to: AgencyName, ...classes: DataClass[]): Recorded => ({
  kind: 'vital-interest',
  from,
  to,
  classes,
});
/** What the child says of the way from home to school. */
const ofChild = (
  effect: 'allow' | 'prohibit',
  capacity: Capacity | undefined,
  ...classes: DataClass[]
): Recorded => ({
  kind: 'child-consent',
  ...(effect === 'prohibit' && { effect }),
  ...(capacity && { capacity }),
  from: 'home',
  to: 'school',
  classes,
});

const agreed: readonly Recorded[] = [
  permission('home', 'school', 'coordination', 'social'),
  permission('home', 'clinic', 'coordination', 'social', 'health', 'child-voice'),
  statute('school', 'home', 'coordination', 'education'),
  permission('school', 'clinic', 'coordination', 'education'),
  permission('clinic', 'home', 'coordination', 'health'),
  permission('clinic', 'school', 'health'),
];
const agreedWays: readonly Way[] = [
  'home→school: coordination social',
  'home→clinic: coordination social health child-voice',
  'school→home: coordination education',
  'school→clinic: coordination education',
  'clinic→home: coordination health',
  'clinic→school: health',
];

export const states = {
  bare: { says: 'nothing was recorded', recorded: [], open: [] },
  agreed: { says: 'permissions and a statute', recorded: agreed, open: agreedWays },
  closed: { says: 'the same, in a closed case', recorded: agreed, open: agreedWays, closed: true },
  over: {
    says: 'everything has ended, is withdrawn, or has not begun',
    recorded: agreed.map((ground, n) => ({
      ...ground,
      when: (['ended', 'withdrawn', 'not yet', 'never'] as const)[n % 4] ?? 'ended',
    })),
    open: [],
  },
  forbidden: {
    says: 'prohibitions of health and social matters stand against permissions, and one statute against them',
    recorded: [
      ...agreed,
      { kind: 'disclosure-permission', effect: 'prohibit', from: null, to: null, classes: ['health'] },
      { kind: 'disclosure-permission', effect: 'prohibit', from: 'home', to: 'school', classes: ['social'] },
      {
        kind: 'disclosure-permission',
        effect: 'prohibit',
        from: 'school',
        to: 'home',
        classes: ['education'],
      },
      { ...statute('clinic', 'home', 'health'), beats: true },
      { kind: 'vital-interest', beats: true, from: 'home', to: 'clinic', classes: ['safety', 'health'] },
    ],
    open: [
      'home→school: coordination',
      'home→clinic: coordination social health child-voice safety',
      'school→home: coordination',
      'school→clinic: coordination education',
      'clinic→home: coordination health',
    ],
    vital: ['home→clinic: safety health'],
  },
  lifted: {
    says: 'the prohibitions were withdrawn again',
    recorded: [
      ...agreed,
      {
        kind: 'disclosure-permission',
        effect: 'prohibit',
        from: null,
        to: null,
        classes: ['health', 'social'],
        when: 'withdrawn',
      },
    ],
    open: agreedWays,
  },
  childDecides: {
    says: 'consents and prohibitions of the child, whose capacity was assessed or not, beside those of others',
    byGround: true,
    recorded: [
      permission('home', 'school', 'coordination', 'health', 'substance'),
      permission('home', 'clinic', 'coordination'),
      { ...ofChild('allow', 'understands', 'social', 'education'), by: 'child' },
      { ...ofChild('allow', 'does-not-understand', 'safety'), by: 'child' },
      { ...ofChild('allow', undefined, 'hypothesis'), by: 'child' },
      // Nobody's refusal beats the consent of a child who understands.
      { ...refusal('home', 'school', 'education'), by: 'guardian' },
      { ...ofChild('prohibit', 'understands', 'health'), by: 'child' },
      { ...ofChild('prohibit', 'does-not-understand', 'substance'), by: 'child' },
      // Against a guardian's consent, and before anybody has assessed whether the child understands.
      { ...consent('home', 'school', 'child-voice'), by: 'guardian' },
      { ...ofChild('prohibit', undefined, 'child-voice'), by: 'child' },
      // A statute goes before it where it says so.
      { ...statute('home', 'school', 'shared-goal'), beats: true },
      { ...ofChild('prohibit', 'understands', 'shared-goal'), by: 'child' },
      { ...statute('school', 'home', 'coordination'), kind: 'joint-contact' },
    ],
    open: [
      'home→school: coordination social education substance shared-goal',
      'home→clinic: coordination',
      'school→home: coordination',
    ],
  },
  guardiansDecide: {
    says: 'consents of guardians, each with the power that they have now',
    byGround: true,
    guardians: [
      { name: 'mother', is: 'guardian', custody: 'joint' },
      { name: 'father', is: null, custody: 'limited', classes: ['social', 'health', 'safety', 'hypothesis'] },
      { name: 'had custody', is: null, custody: 'sole', until: -5 },
      { name: 'will have custody', is: null, custody: 'sole', from: 5 },
      { name: 'is guardian no more', is: null, custody: 'joint', ended: -5 },
      { name: 'without custody', is: 'close', custody: 'none' },
    ],
    recorded: [
      // From the mother alone: enough where the father has no power.
      { ...consent('home', 'school', 'coordination', 'social', 'substance'), by: 'guardian' },
      { ...consent('home', 'school', 'health'), byRelation: 'mother' },
      { ...consent('home', 'school', 'health', 'education'), byRelation: 'father' },
      consent('home', 'school', 'child-voice'),
      // Whom nobody names has not consented, nor the father, who does not sign in.
      { ...consent('home', 'school', 'hypothesis'), by: 'guardian' },
      consent('home', 'school', 'hypothesis'),
      { ...consent('home', 'school', 'shared-goal'), by: 'guardian', when: 'withdrawn' },
      { ...consent('home', 'school', 'safety'), by: 'guardian' },
      { ...refusal('home', 'school', 'safety', 'substance'), kind: 'guardian-consent', byRelation: 'father' },
      // A permission needs nobody's consent beside it.
      permission('home', 'clinic', 'coordination', 'social'),
    ],
    open: ['home→school: coordination health', 'home→clinic: coordination social'],
    missing: [
      ['social', 1],
      ['education', 1],
      ['hypothesis', 1],
      ['safety', 1],
    ],
  },
  soleGuardian: {
    says: 'the sole guardian consents, and nobody else need',
    byGround: true,
    guardians: [
      { name: 'mother', is: 'guardian', custody: 'sole', from: -100, until: 100, ended: 100 },
      { name: 'father', is: 'close', custody: 'none' },
    ],
    recorded: [
      { ...consent('home', 'school', 'coordination', 'social'), by: 'guardian' },
      { ...consent('home', 'school', 'health'), by: 'close' },
    ],
    open: ['home→school: coordination social'],
    missing: [['health', 1]],
  },
  noGuardian: {
    says: 'a consent, and no guardian with the power is recorded',
    byGround: true,
    guardians: [{ name: 'aunt', kind: 'close', is: 'close', custody: null }],
    recorded: [
      consent('home', 'school', 'coordination', 'social'),
      { ...permission('home', 'school', 'health'), when: 'never' },
      // From somebody who is known to be no guardian: whoever recorded it answers for it, too.
      { ...consent('home', 'school', 'education'), byRelation: 'aunt' },
      // From somebody who is a guardian in other cases.
      { ...consent('home', 'school', 'safety'), by: 'guardian' },
    ],
    open: ['home→school: coordination social education safety'],
  },
  powerLost: {
    says: 'guardians who consented and have the power no more, and nobody else who has it',
    byGround: true,
    guardians: [
      { name: 'mother', is: 'guardian', custody: 'none' },
      { name: 'father', is: null, custody: 'joint', until: -5 },
      { name: 'other mother', is: 'close', custody: 'limited', classes: ['education'] },
    ],
    recorded: [
      { ...consent('home', 'school', 'social'), by: 'guardian' },
      { ...consent('home', 'school', 'health'), byRelation: 'father' },
      // The one who has the power for this class consents; of another one's consent nothing is needed.
      { ...consent('home', 'school', 'education', 'child-voice'), by: 'close' },
      // From somebody who is not recorded as a guardian: whoever recorded it answers for it.
      consent('home', 'school', 'coordination', 'shared-goal'),
    ],
    open: ['home→school: coordination shared-goal education'],
  },
  vital: {
    says: 'vital interest, with and without prohibitions against it',
    byGround: true,
    recorded: [
      permission('home', 'clinic', 'coordination', 'education'),
      { ...vital('home', 'clinic', 'social', 'health', 'child-voice') },
      { ...vital('home', 'clinic', 'safety'), beats: true },
      refusal('home', 'clinic', 'health', 'safety'),
      { kind: 'child-consent', effect: 'prohibit', from: 'home', to: 'clinic', classes: ['child-voice'] },
      { ...vital('home', 'clinic', 'substance') },
      {
        kind: 'child-consent',
        effect: 'prohibit',
        from: null,
        to: null,
        classes: ['substance'],
        capacity: 'does-not-understand',
      },
      { ...vital('home', 'clinic', 'hypothesis'), when: 'ended' },
      { ...vital('school', 'home', 'social') },
      { ...vital('clinic', 'home', 'health') },
      permission('home', 'school', 'coordination'),
      // The clinic may not know that the school takes part, so nobody there reads it.
      permission('clinic', 'school', 'health'),
    ],
    open: [
      'clinic→school: health',
      'home→clinic: coordination education social safety substance',
      'home→school: coordination',
      'school→home: social',
      'clinic→home: health',
    ],
    vital: ['home→clinic: social safety substance', 'school→home: social', 'clinic→home: health'],
  },
  hidden: {
    says: 'the same as agreed, and turvakielto: of the school only the home agency may know',
    recorded: agreed,
    open: agreedWays,
    hides: true,
  },
  hiddenButTold: {
    says: 'turvakielto, with grounds for `safety` to the clinic, from the school and from the home agency',
    byGround: true,
    recorded: [...agreed, permission('school', 'clinic', 'safety'), permission('home', 'clinic', 'safety')],
    open: [
      'home→school: coordination social',
      'home→clinic: coordination social health child-voice safety',
      'school→home: coordination education',
      'school→clinic: coordination education safety',
      'clinic→home: coordination health',
      'clinic→school: health',
    ],
    hides: true,
  },
} as const satisfies Record<string, State>;

export type StateName = keyof typeof states;
export const stateNames = Object.keys(states) as StateName[];
export const stateOf = (name: StateName): State => states[name];

const isAmong = (ways: readonly Way[], from: AgencyName, to: AgencyName, dataClass: DataClass): boolean =>
  ways.some((way) => {
    const [direction, classes = ''] = way.split(': ');
    return direction === `${from}→${to}` && classes.split(' ').includes(dataClass);
  });

/** Is this way open for this class in the state? */
export const isOpen = (state: State, from: AgencyName, to: AgencyName, dataClass: DataClass): boolean =>
  isAmong(state.open, from, to, dataClass);

/** The same on vital interest alone. */
export const isVital = (state: State, from: AgencyName, to: AgencyName, dataClass: DataClass): boolean =>
  isAmong(state.vital ?? [], from, to, dataClass);
