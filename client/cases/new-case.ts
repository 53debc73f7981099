// The form of a new child as named texts, and what is sent of it. Every field is a text, so that the draft layer can
// save each as it is typed; rows of people have a key of their own and are listed in the field `rows`.
import type { z } from 'zod';
import type { openCase } from '../../shared/cases.ts';
import { languageCode } from '../i18n/language-names.ts';
import { classesOf, type Texts } from './kept-texts.ts';

export type NewCaseBody = z.output<NonNullable<(typeof openCase)['body']>>;
type NewPerson = NewCaseBody['relations'][number];

export const relationKinds = ['guardian', 'sibling', 'close'] as const;
export const custodies = ['joint', 'sole', 'limited', 'none'] as const;
export type RelationKind = (typeof relationKinds)[number];

export type FieldWrong =
  | 'openCase.needName'
  | 'openCase.needGivenName'
  | 'openCase.needBirthDate'
  | 'openCase.birthAhead'
  | 'openCase.needLanguage'
  | 'openCase.needPersonName'
  | 'openCase.needRelation'
  | 'members.needClasses';

/** The first letter of a key says what kind of person the row holds: `g7f3k2a1`. */
export const rowKey = (kind: RelationKind, random: () => number = Math.random): string =>
  kind[0] + random().toString(36).slice(2, 9).padEnd(7, '0');
export const kindOfRow = (key: string): RelationKind =>
  relationKinds.find((kind) => key.startsWith(kind.charAt(0))) ?? 'close';
export const rowsOf = (texts: Texts): string[] =>
  texts('rows')
    .split(' ')
    .filter((key) => key !== '');
export const rowField = (key: string, part: string): string => `people.${key}.${part}`;

const listOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
const lineOrNull = (text: string): string | null => text.trim() || null;

/** Joint, until something else is chosen; only a guardian has it. */
export const custodyOf = (texts: Texts, kind: RelationKind): (typeof custodies)[number] | null =>
  kind === 'guardian' ? (custodies.find((one) => one === texts('custody').trim()) ?? 'joint') : null;

/** One person as the contract wants it; `texts` knows the person's own fields: `name`, `relation`, … */
export const personOf = (texts: Texts, kind: RelationKind): NewPerson => {
  const of = (part: string) => texts(part).trim();
  const custody = custodyOf(texts, kind);
  return {
    kind,
    name: of('name'),
    relation: of('relation'),
    custody,
    custodyFrom: null,
    powerClasses: custody === 'limited' ? [...classesOf(of('powerClasses'))] : [],
    custodyUntil: kind === 'guardian' ? of('custodyUntil') || null : null,
    language: kind === 'sibling' || of('language') === '' ? null : languageCode(of('language')),
    phone: kind === 'sibling' ? null : of('phone') || null,
  };
};

export const wrongInPerson = (texts: Texts, kind: RelationKind): Readonly<Record<string, FieldWrong>> => ({
  ...(texts('name').trim() === '' ? { name: 'openCase.needPersonName' as const } : {}),
  ...(texts('relation').trim() === '' ? { relation: 'openCase.needRelation' as const } : {}),
  ...(custodyOf(texts, kind) === 'limited' && classesOf(texts('powerClasses')).length === 0
    ? { powerClasses: 'members.needClasses' as const }
    : {}),
});

const ofRow =
  (texts: Texts, key: string): Texts =>
  (part) =>
    texts(rowField(key, part));

/** What is sent; complete only when `wrongIn` finds nothing. */
export const bodyOf = (texts: Texts, formId: string | null): NewCaseBody => ({
  childName: texts('childName').trim(),
  childGivenName: texts('childGivenName').trim(),
  birthDate: texts('birthDate').trim(),
  languages: listOf(texts('languages')).map(languageCode),
  interpreter: lineOrNull(texts('interpreter')),
  nonDisclosure: texts('nonDisclosure') === 'yes',
  address: lineOrNull(texts('address')),
  municipality: lineOrNull(texts('municipality')),
  school: lineOrNull(texts('school')),
  relations: rowsOf(texts).map((key) => personOf(ofRow(texts, key), kindOfRow(key))),
  formId,
});

/** What is still wrong, by field, with the key of the words that say what to do. */
export const wrongIn = (texts: Texts, today: string): Readonly<Record<string, FieldWrong>> => {
  const wrong: Record<string, FieldWrong> = {};
  if (texts('childName').trim() === '') wrong.childName = 'openCase.needName';
  if (texts('childGivenName').trim() === '') wrong.childGivenName = 'openCase.needGivenName';
  if (texts('birthDate') === '') wrong.birthDate = 'openCase.needBirthDate';
  else if (texts('birthDate') > today) wrong.birthDate = 'openCase.birthAhead';
  if (listOf(texts('languages')).length === 0) wrong.languages = 'openCase.needLanguage';
  for (const key of rowsOf(texts)) {
    for (const [part, words] of Object.entries(wrongInPerson(ofRow(texts, key), kindOfRow(key))))
      wrong[rowField(key, part)] = words;
  }
  return wrong;
};

/** The server's names of fields (`relations.0.name`) as this form's (`people.g7f3k2a1.name`). */
export const ownFieldName = (path: string, texts: Texts): string => {
  const row = /^relations\.(\d+)\.(\w+)$/.exec(path);
  const key = row && rowsOf(texts)[Number(row[1])];
  if (row && key) return rowField(key, row[2] ?? '');
  return path.replace(/\.\d+$/, '');
};
