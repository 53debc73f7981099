// Which of what happens in a case is told in which words; the words themselves are in activity-words.ts.
import type { Workspace } from '../../shared/cases.ts';

export type Happening = Pick<Workspace['activities'][number], 'kind' | 'detail'>;

/** What sharing is called, by what was shared. */
const sharedAs: Record<string, string> = {
  contribution: 'contribution-shared',
  'child-view': 'child-view-recorded',
  'parent-view': 'parent-view-recorded',
  synthesis: 'synthesis-shared',
  situation: 'situation-shared',
  dissent: 'dissent-recorded',
  comment: 'comment-added',
  consultation: 'consultation-taken',
  'presenter-question': 'put-on-agenda',
  hypothesis: 'hypothesis-written',
  reflection: 'reflection-written',
  decision: 'decision-recorded',
  'written-answer': 'answered-in-writing',
  'memo-comment': 'memo-commented',
  'family-summary': 'family-summary-written',
};

export const kindOf = ({ kind, detail }: Happening): string => {
  if (kind === 'entry-shared') return sharedAs[detail.kind ?? ''] ?? kind;
  return kind === 'ground-recorded' && detail.effect === 'prohibit' ? 'prohibition-recorded' : kind;
};

/** What the family is told of by itself, in its own words: what there is to read, and where the assessment stands. */
const familyKinds = [
  'entry-shared',
  'contribution-shared',
  'child-view-recorded',
  'parent-view-recorded',
  'synthesis-shared',
  'situation-shared',
  'family-summary-written',
  'comment-added',
  'assessment-opened',
  'assessment-signed',
] as const;

export const familyKind = (one: Happening): (typeof familyKinds)[number] | undefined =>
  familyKinds.find((kind) => kind === kindOf(one));
