// What somebody did, in words. A kind that this client does not know yet is still told, as a change.
import type { Workspace } from '../../shared/cases.ts';
import { type LifeArea, lifeAreas } from '../../shared/vocabulary.ts';
import { t } from '../i18n/index.ts';

type Happening = Pick<Workspace['activities'][number], 'kind' | 'detail'>;

const kinds = [
  'member-joined',
  'member-ended',
  'ground-recorded',
  'ground-withdrawn',
  'relation-added',
  'whereabouts-changed',
  'assessment-opened',
  'contribution-asked',
  'contribution-withdrawn',
  'assessment-signed',
  'assessment-countersigned',
  'assessment-corrected',
  'shared-situation',
  'shared-contribution',
  'shared-child-view',
  'shared-parent-view',
  'shared-synthesis',
  'shared-dissent',
  'shared-comment',
] as const;

/** What was shared is said by what it was: "jakoi osuuden", "kommentoi". */
const nameOf = ({ kind, detail }: Happening): string =>
  kind === 'entry-shared' ? `shared-${detail.kind}` : kind;

/** "jakoi osuuden", to stand after a name. */
export const activityWords = (one: Happening): string =>
  t(`activity.${kinds.find((kind) => kind === nameOf(one)) ?? 'other'}`);

export const isLifeArea = (text: string | undefined): text is LifeArea =>
  lifeAreas.some((area) => area === text);

/** The life area it was about, where it was about one. */
export const activityArea = ({ detail }: Happening): string | undefined => {
  const area = detail.area ?? detail.about;
  return isLifeArea(area) ? t(`lifeArea.${area}`) : undefined;
};
