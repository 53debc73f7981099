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
  'ground-recorded',
  'ground-withdrawn',
  'relation-added',
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
  'assessment-signed',
  'assessment-countersigned',
  'assessment-corrected',
] as const;

/** "jakoi osuuden", to stand after a name. */
export const activityWords = (one: Happening): string =>
  t(`activity.${kinds.find((kind) => kind === one.kind) ?? 'other'}`);

export const isLifeArea = (text: string | undefined): text is LifeArea =>
  lifeAreas.some((area) => area === text);

/** The life area it was about, where it was about one. */
export const activityArea = ({ detail }: Happening): string | undefined =>
  isLifeArea(detail.area) ? t(`lifeArea.${detail.area}`) : undefined;
