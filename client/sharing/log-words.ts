// Rows of the log in words; what was given at one moment to one receiver is one line.
import type { LogRow } from '../../shared/sharing.ts';
import { lifeAreas } from '../assessments/life-areas.ts';
import { agencyName } from '../cases/members-words.ts';
import { t } from '../i18n/index.ts';

const views: Readonly<Record<string, () => string>> = {
  case: () => t('sharing.viewed_case'),
  'live-opened': () => t('sharing.viewed_live'),
  'live-closed': () => t('sharing.viewed_closed'),
  'assessment-version': () => t('sharing.viewed_version'),
  'assessment-version-pdf': () => t('sharing.viewed_pdf'),
  sharing: () => t('sharing.viewed_sharing'),
  log: () => t('sharing.viewed_log'),
  'view-as': () => t('sharing.viewed_as'),
  custody: () => t('sharing.viewed_custody'),
  invitable: () => t('sharing.viewed_invitable'),
};

/** By name where there is one; else "erityisopettaja, Meriniemen koulu". */
export const whoWords = ({ by }: LogRow, me: string | undefined): string => {
  if (by.personId !== null && by.personId === me) return t('sharing.you');
  if (by.name !== null) return by.name;
  const profession = by.profession ? t(`profession.${by.profession}`) : t(`memberRole.${by.role}`);
  return by.agency ? t('sharing.somebodyFrom', { profession, agency: agencyName(by.agency) }) : profession;
};

export const viewKindWords = (kind: string): string => (views[kind] ?? (() => t('sharing.viewed_other')))();
export const viewWords = (row: LogRow): string => viewKindWords(row.kind);

const thingOf = (row: LogRow): string => {
  if (row.kind === 'relation') return t('sharing.object_relation');
  if (row.kind === 'whereabouts') return t('sharing.object_whereabouts');
  const area = lifeAreas.find((one) => one === row.given?.about);
  if (row.given?.entryKind === 'contribution' && area) return t(`lifeArea.${area}`);
  switch (row.given?.entryKind) {
    case 'situation':
    case 'contribution':
    case 'child-view':
    case 'parent-view':
    case 'synthesis':
    case 'dissent':
    case 'comment':
      return t(`sharing.entry_${row.given.entryKind}`);
    default:
      return t('sharing.entry_other');
  }
};

export type Line = { readonly first: LogRow; readonly things: string; readonly times: number };

const together = (row: LogRow): string =>
  row.given
    ? [
        row.at,
        row.by.personId,
        row.given.from.id,
        row.given.toAgency?.id,
        row.given.toPerson,
        row.given.groundId,
      ].join(' ')
    : [row.at.slice(0, 16), row.kind, row.by.personId, row.by.profession, row.by.agency?.id].join(' ');

/** Rows in their order; disclosures of one moment to one receiver on one ground become one, as do looks within a minute. */
export const linesOf = (rows: readonly LogRow[]): Line[] => {
  const groups = new Map<string, LogRow[]>();
  for (const row of rows) groups.set(together(row), [...(groups.get(together(row)) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const counted = new Map<string, number>();
    for (const row of group) {
      if (!row.given) continue;
      const what = t('sharing.given', { what: thingOf(row), class: t(`dataClass.${row.given.dataClass}`) });
      counted.set(what, (counted.get(what) ?? 0) + 1);
    }
    const things = [...counted].map(([what, count]) => (count === 1 ? what : `${what} × ${count}`));
    return [{ first, things: things.join(' · '), times: group.length }];
  });
};
