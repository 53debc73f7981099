// Rows of the log in words; what was given at one moment to one receiver is one line.
import type { LogRow } from '../../shared/sharing.ts';
import { lifeAreas } from '../assessments/life-areas.ts';
import { agencyName } from '../cases/members-words.ts';
import { t } from '../i18n/index.ts';

/** What opening something is called: the ends of its words in the catalogue. */
const views = {
  case: 'case',
  'live-opened': 'live',
  'live-closed': 'closed',
  'assessment-version': 'version',
  'assessment-version-pdf': 'pdf',
  sharing: 'sharing',
  log: 'log',
  'view-as': 'as',
  invitable: 'invitable',
  loads: 'loads',
  custody: 'custody',
  'guest-links': 'links',
  'guest-code': 'links',
  'telling-texts': 'telling',
  'agenda-item': 'item',
  'wall-screen': 'wall',
  memos: 'memo',
  memo: 'memo',
  'memo-version': 'memo',
  'memo-text': 'memoCopy',
  'memo-pdf': 'memoCopy',
  heard: 'case',
  'case-meetings': 'case',
} as const;
const viewOf = (kind: string) => views[kind as keyof typeof views] ?? 'other';

const isMine = ({ by }: LogRow, me: string | undefined): boolean =>
  by !== null && by.personId !== null && by.personId === me;

/** By name where there is one; nobody where time itself opened it; else "erityisopettaja, Meriniemen koulu". */
export const whoWords = (row: LogRow, me: string | undefined): string => {
  const { by } = row;
  if (by === null) return '';
  if (isMine(row, me)) return t('sharing.you');
  if (by.name !== null) return by.name;
  const profession = by.profession ? t(`profession.${by.profession}`) : t(`memberRole.${by.role}`);
  return by.agency ? t('sharing.somebodyFrom', { profession, agency: agencyName(by.agency) }) : profession;
};

/** "avasi lapsen sivun", of somebody else. */
export const viewKindWords = (kind: string): string => t(`sharing.viewed_${viewOf(kind)}`);

/** To stand after `whoWords`, whose form of the verb it takes: "avasi", but "sinä avasit". */
export const viewWords = (row: LogRow, me: string | undefined): string =>
  isMine(row, me) ? t(`sharing.you_${viewOf(row.kind)}`) : viewKindWords(row.kind);

/** Who gave something away; or that time itself did. */
export const givenWords = (row: LogRow, me: string | undefined): string => {
  if (row.by === null) return t('sharing.givenByTime');
  return isMine(row, me) ? t('sharing.givenByYou') : t('sharing.givenBy', { name: whoWords(row, me) });
};

const objects = [
  'case',
  'membership',
  'membership-invitation',
  'ground',
  'relation',
  'whereabouts',
  'assessment',
  'contribution',
  'assessment-version',
  'version-part',
  'signature',
  'activity',
  'handover',
  'memo-section',
  'memo-part',
  'memo-version',
  'memo-signature',
  'step',
] as const;

/** A kind of thing that has come since still says that something was given. */
const objectWords = (kind: string): string =>
  t(`sharing.object_${objects.find((one) => one === kind) ?? 'other'}`);

type Thing = {
  readonly kind: string;
  readonly given: Pick<NonNullable<LogRow['given']>, 'entryKind' | 'about'> | null;
};

/** What was given, or what kind of text it is. */
export const thingOf = (row: Thing): string => {
  if (row.kind !== 'entry') return objectWords(row.kind);
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
    case 'consultation':
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
        row.by?.personId,
        row.given.from.id,
        row.given.toAgency?.id,
        row.given.toPerson,
        row.given.basis,
        ...row.given.groundIds,
      ].join(' ')
    : [row.at.slice(0, 16), row.kind, row.by?.personId, row.by?.profession, row.by?.agency?.id].join(' ');

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
