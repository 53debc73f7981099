// The parts of an assessment as its list shows them: whose turn it is, what is awaited, what is shared, what is
// restricted. Only from what the snapshot holds; what one may not know of is not there.
import type { Assessment, Contribution } from '../../shared/assessments.ts';
import type { Workspace } from '../../shared/cases.ts';
import type { Entry } from '../../shared/entries.ts';
import { type LifeArea, lifeAreas } from './life-areas.ts';

export const parts = ['situation', 'child-view', 'parent-views', 'synthesis', 'signatures'] as const;
export type Part = (typeof parts)[number];
export type Section = { readonly area: LifeArea } | { readonly part: Part };

export type Mark =
  /** Asked of me, or my own draft that is not shared. */
  | { readonly kind: 'mine'; readonly dueOn: string | null }
  | { readonly kind: 'awaited'; readonly dueOn: string | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'restricted' }
  | { readonly kind: 'count'; readonly n: number; readonly of: number }
  | { readonly kind: 'empty' };

/** The assessment being written, or else the newest. */
export const currentAssessment = ({ assessments }: Workspace): Assessment | undefined =>
  assessments.find((one) => one.status === 'open') ??
  [...assessments].sort((a, b) => b.openedAt.localeCompare(a.openedAt))[0];

export const askedFor = (workspace: Workspace, assessmentId: string, area: string): Contribution[] =>
  workspace.contributions.filter(
    (one) => one.assessmentId === assessmentId && one.area === area && one.status !== 'withdrawn',
  );

export const entriesOf = (workspace: Workspace, assessmentId: string, kind: Entry['kind']): Entry[] =>
  workspace.entries.filter((one) => one.assessmentId === assessmentId && one.kind === kind);

/** A shared text that exists, as one may know, but may not read. */
export const isRestricted = (workspace: Workspace, one: Contribution): boolean =>
  one.status === 'shared' && !workspace.entries.some((entry) => entry.id === one.entryId);

const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.filter((date) => date !== null).sort()[0] ?? null;

export const areaMark = (workspace: Workspace, assessmentId: string, area: string, me: string): Mark => {
  const asked = askedFor(workspace, assessmentId, area);
  const waiting = asked.filter((one) => one.status === 'asked');
  const mine = waiting.filter((one) => one.contributorIds.includes(me));
  if (mine.length > 0) return { kind: 'mine', dueOn: earliest(mine.map((one) => one.dueOn)) };
  if (waiting.length > 0) return { kind: 'awaited', dueOn: earliest(waiting.map((one) => one.dueOn)) };
  const shared = asked.filter((one) => one.status === 'shared');
  if (shared.some((one) => !isRestricted(workspace, one))) return { kind: 'done' };
  return shared.length > 0 ? { kind: 'restricted' } : { kind: 'empty' };
};

const kindMark = (entries: readonly Entry[], me: string): Mark => {
  if (entries.some((one) => one.state !== 'draft')) return { kind: 'done' };
  return entries.some((one) => one.authorIds.includes(me))
    ? { kind: 'mine', dueOn: null }
    : { kind: 'empty' };
};

/** Who is expected to sign: the responsible worker and everybody whose contribution is in it. */
export const signers = (workspace: Workspace, assessmentId: string): string[] => {
  const responsible = workspace.members.filter((one) => one.role === 'responsible').map((m) => m.personId);
  const contributors = workspace.contributions
    .filter((one) => one.assessmentId === assessmentId && one.status === 'shared')
    .flatMap((one) => one.contributorIds);
  return [...new Set([...responsible, ...contributors])];
};

export const versionsOf = (workspace: Workspace, assessmentId: string): Workspace['versions'] =>
  workspace.versions.filter((one) => one.assessmentId === assessmentId).sort((a, b) => b.version - a.version);

export const signaturesOf = (workspace: Workspace, versionId: string): Workspace['signatures'] =>
  workspace.signatures
    .filter((one) => one.versionId === versionId)
    .sort((a, b) => a.signedAt.localeCompare(b.signedAt));

const signatureMark = (workspace: Workspace, assessment: Assessment): Mark => {
  const version = versionsOf(workspace, assessment.id)[0];
  const current = version && version.version === assessment.version ? version : undefined;
  const signed = current ? signaturesOf(workspace, current.id) : [];
  const expected = new Set([...signers(workspace, assessment.id), ...signed.map((one) => one.personId)]);
  return { kind: 'count', n: signed.length, of: expected.size };
};

export const partMark = (workspace: Workspace, assessment: Assessment, part: Part, me: string): Mark => {
  const of = (kind: Entry['kind']) => kindMark(entriesOf(workspace, assessment.id, kind), me);
  switch (part) {
    case 'situation':
      return of('situation');
    case 'child-view':
      return of('child-view');
    case 'parent-views':
      return of('parent-view');
    case 'synthesis':
      return of('synthesis');
    case 'signatures':
      return signatureMark(workspace, assessment);
  }
};

export const sameSection = (a: Section, b: Section): boolean =>
  'area' in a ? 'area' in b && a.area === b.area : 'part' in b && a.part === b.part;

export const searchOf = (section: Section): string =>
  'area' in section ? `?area=${section.area}` : `?part=${section.part}`;

/** What the address asks for; undefined when it asks for nothing that there is. */
export const sectionOf = (area: string | undefined, part: string | undefined): Section | undefined => {
  const life = lifeAreas.find((one) => one === area);
  if (life) return { area: life };
  const other = parts.find((one) => one === part);
  return other && { part: other };
};

/** Where one starts: at what is asked of me, the most urgent first; else at the situation. */
export const firstSection = (workspace: Workspace, assessment: Assessment, me: string): Section => {
  const mine = workspace.contributions
    .filter(
      (one) =>
        one.assessmentId === assessment.id && one.status === 'asked' && one.contributorIds.includes(me),
    )
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))[0];
  if (mine) return { area: mine.area };
  return assessment.status === 'signed' ? { part: 'signatures' } : { part: 'situation' };
};

export type MissingForSigning = {
  readonly childView: boolean;
  readonly synthesis: boolean;
  /** Asked and not shared: stays outside the signed version. */
  readonly outside: readonly Contribution[];
};

export const missingForSigning = (workspace: Workspace, assessment: Assessment): MissingForSigning => {
  const shared = (kind: Entry['kind']) =>
    entriesOf(workspace, assessment.id, kind).some((one) => one.state !== 'draft');
  return {
    childView: !shared('child-view'),
    synthesis: !shared('synthesis'),
    outside: workspace.contributions.filter(
      (one) => one.assessmentId === assessment.id && one.status === 'asked',
    ),
  };
};
