// What somebody did, in words. A kind that this client does not know yet is still told, as a change.
import { type LifeArea, lifeAreas } from '../../shared/vocabulary.ts';
import { t } from '../i18n/index.ts';
import { familyKind, type Happening, kindOf } from './activity-kinds.ts';

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
  'consultation-taken',
  'dissent-recorded',
  'child-view-recorded',
  'parent-view-recorded',
  'synthesis-shared',
  'situation-shared',
  'prohibition-recorded',
  'assessment-signed',
  'assessment-countersigned',
  'assessment-corrected',
  'put-on-agenda',
  'hypothesis-written',
  'reflection-written',
  'decision-recorded',
  'answered-in-writing',
  'memo-commented',
  'family-summary-written',
  'hypothesis-recorded',
  'memo-signed',
  'memo-corrected',
  'step-written',
] as const;

/** "jakoi osuuden", to stand after a name. */
export const activityWords = (one: Happening): string =>
  t(`activity.${kinds.find((kind) => kind === kindOf(one)) ?? 'other'}`);

const isLifeArea = (text: string | undefined): text is LifeArea => lifeAreas.some((area) => area === text);

/** "antoi luettavaksi:", to stand after a name; undefined for the professionals' own arrangements. */
export const familyActivityWords = (one: Happening): string | undefined => {
  const found = familyKind(one);
  return found && t(`familyActivity.${found}`);
};

/** The life area it was about, where it was about one. */
export const activityArea = ({ detail }: Happening): string | undefined => {
  const area = detail.area ?? detail.about;
  return isLifeArea(area) ? t(`lifeArea.${area}`) : undefined;
};
