// Who sees what, in sentences: classes with the same reason are said together.
import type { Workspace } from '../../shared/cases.ts';
import type { CoverageOfClass } from '../../shared/sharing.ts';
import { type DataClass, dataClasses } from '../../shared/vocabulary.ts';
import { classList, groundTitle } from '../cases/ground-words.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';

type Ground = Workspace['grounds'][number];

export type Said = { readonly sees: boolean; readonly classes: string; readonly reason: string };

export const classWords = (classes: readonly DataClass[]): string => classList([...classes]);

const giverOf = (workspace: Workspace, ground: Ground): string | undefined =>
  workspace.relations.find((one) => one.id === ground.givenByRelation)?.name ??
  workspace.members.find((one) => one.personId === ground.givenBy)?.name;

/** "Minna Virtanen on antanut suostumuksen" */
const because = (workspace: Workspace, ground: Ground): string => {
  const name = giverOf(workspace, ground);
  switch (ground.kind) {
    case 'child-consent':
      return name ? t('sharing.gaveConsent', { name }) : t('sharing.childConsent');
    case 'guardian-consent':
      return name ? t('sharing.gaveConsent', { name }) : t('sharing.guardianConsent');
    case 'disclosure-permission':
      return name ? t('sharing.permissionBy', { name }) : t('sharing.permission');
    case 'statute':
      return t('sharing.statute', { section: groundTitle(ground) });
    case 'joint-contact':
      return t('sharing.jointContact');
    case 'vital-interest':
      return t('sharing.vitalInterest');
  }
};

const reasonOf = (workspace: Workspace, one: CoverageOfClass): string => {
  const grounds = one.groundIds.flatMap((id) => workspace.grounds.find((g) => g.id === id) ?? []);
  const [first] = grounds;
  switch (one.why) {
    case 'ground': {
      const reasons = [...new Set(grounds.map((g) => because(workspace, g)))];
      const reason = reasons.length === 0 ? t('sharing.onRecord') : reasons.join(` ${t('assessment.and')} `);
      return one.until === null
        ? t('sharing.because', { reason })
        : t('sharing.becauseUntil', { reason, date: date(lastDay(one.until)) });
    }
    case 'prohibited':
      return first ? t('sharing.prohibitedOn', { date: date(first.startsAt) }) : t('sharing.prohibited');
    case 'not-enough':
      return t('sharing.notEnough');
    case 'no-ground':
      return t('sharing.noGround');
  }
};

/** What is seen first; within each, in the order of the classes. */
export const sentencesOf = (workspace: Workspace, classes: readonly CoverageOfClass[]): Said[] => {
  const groups = new Map<string, { sees: boolean; reason: string; classes: DataClass[] }>();
  for (const one of classes) {
    const reason = reasonOf(workspace, one);
    const group = groups.get(`${one.sees} ${reason}`) ?? { sees: one.sees, reason, classes: [] };
    group.classes.push(one.dataClass);
    groups.set(`${one.sees} ${reason}`, group);
  }
  return [...groups.values()]
    .sort((a, b) => Number(b.sees) - Number(a.sees))
    .map(({ sees, reason, classes: group }) => ({
      sees,
      reason,
      classes: !sees && group.length === dataClasses.length ? t('sharing.nothing') : classWords(group),
    }));
};
