// States of a case: what was recorded, and, written down by hand from the domain's rules and not worked out, what may
// go from one agency to another because of it.
import type { DataClass, GroundKind } from '../../shared/vocabulary.ts';
import type { AgencyName } from './cast.ts';

export type Recorded = {
  readonly kind: GroundKind;
  readonly effect?: 'prohibit';
  readonly beats?: true;
  /** Null: from, or to, any agency. Only a prohibition may leave one open. */
  readonly from: AgencyName | null;
  readonly to: AgencyName | null;
  readonly classes: readonly DataClass[];
  /** When it holds; now unless said otherwise. */
  readonly when?: 'ended' | 'not yet' | 'withdrawn';
};
type Way = `${AgencyName}→${AgencyName}: ${string}`;

export type State = {
  readonly says: string;
  readonly recorded: readonly Recorded[];
  /** Classes that may go each way, separated by spaces; a way that is not named is shut. */
  readonly open: readonly Way[];
  readonly closed?: true;
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
      when: (['ended', 'withdrawn', 'not yet'] as const)[n % 3] ?? 'ended',
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
} as const satisfies Record<string, State>;

export type StateName = keyof typeof states;
export const stateNames = Object.keys(states) as StateName[];
export const stateOf = (name: StateName): State => states[name];

/** Is this way open for this class in the state? */
export const isOpen = (state: State, from: AgencyName, to: AgencyName, dataClass: DataClass): boolean =>
  state.open.some((way) => {
    const [direction, classes = ''] = way.split(': ');
    return direction === `${from}→${to}` && classes.split(' ').includes(dataClass);
  });
