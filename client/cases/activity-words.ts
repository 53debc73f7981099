// What somebody did, in words. A kind that this client does not know yet is still told, as a change.
import type { Workspace } from '../../shared/cases.ts';
import { type LifeArea, lifeAreas } from '../../shared/vocabulary.ts';
import { t } from '../i18n/index.ts';

type Happening = Pick<Workspace['activities'][number], 'kind' | 'detail'>;

const kinds = [
  'case-opened',
  'case-changed',
  'member-joined',
  'member-ended',
  'member-accepted',
  'member-changed',
  'handover-offered',
  'handover-accepted',
  'handover-declined',
  'handover-withdrawn',
  'ground-recorded',
  'ground-withdrawn',
  'relation-added',
  'relation-changed',
  'whereabouts-changed',
  'assessment-opened',
  'contribution-asked',
  'contribution-withdrawn',
  'contribution-opened',
  'entry-shared',
  'contribution-shared',
  'entry-taken-back',
  'comment-added',
  'dissent-recorded',
  'child-view-recorded',
  'parent-view-recorded',
  'synthesis-shared',
  'situation-shared',
  'prohibition-recorded',
  'assessment-signed',
  'assessment-countersigned',
  'assessment-corrected',
] as const;

/** What sharing is called, by what was shared. */
const sharedAs: Record<string, (typeof kinds)[number]> = {
  contribution: 'contribution-shared',
  'child-view': 'child-view-recorded',
  'parent-view': 'parent-view-recorded',
  synthesis: 'synthesis-shared',
  situation: 'situation-shared',
  dissent: 'dissent-recorded',
  comment: 'comment-added',
};

const kindOf = ({ kind, detail }: Happening): string => {
  if (kind === 'entry-shared') return sharedAs[detail.kind ?? ''] ?? kind;
  return kind === 'ground-recorded' && detail.effect === 'prohibit' ? 'prohibition-recorded' : kind;
};

/** "jakoi osuuden", to stand after a name. */
export const activityWords = (one: Happening): string =>
  t(`activity.${kinds.find((kind) => kind === kindOf(one)) ?? 'other'}`);

const isLifeArea = (text: string | undefined): text is LifeArea => lifeAreas.some((area) => area === text);

/** What the family is told of by itself, in its own words: what there is to read, and where the assessment stands. */
const familyKinds = [
  'entry-shared',
  'contribution-shared',
  'child-view-recorded',
  'parent-view-recorded',
  'synthesis-shared',
  'situation-shared',
  'comment-added',
  'assessment-opened',
  'assessment-signed',
] as const;

/** "antoi luettavaksi:", to stand after a name; undefined for the professionals' own arrangements. */
export const familyActivityWords = (one: Happening): string | undefined => {
  const found = familyKinds.find((kind) => kind === kindOf(one));
  return found && t(`familyActivity.${found}`);
};

/** The life area it was about, where it was about one. */
export const activityArea = ({ detail }: Happening): string | undefined => {
  const area = detail.area ?? detail.about;
  return isLifeArea(area) ? t(`lifeArea.${area}`) : undefined;
};
