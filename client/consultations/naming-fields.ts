// What a named request is made of while somebody writes it: it begins as the anonymous one, is kept as it is typed, and each part
// can be left out. Pure.
import type { Consultation } from '../../shared/consultation.ts';
import type { linkingParts, NamingFields } from '../../shared/consultation-naming.ts';

export type LinkingPart = (typeof linkingParts)[number];

type Begun = Pick<
  Consultation,
  | 'question'
  | 'area'
  | 'urgency'
  | 'language'
  | 'ageBand'
  | 'grade'
  | 'supports'
  | 'absenceHours'
  | 'consent'
  | 'service'
>;

/** As it stands in the anonymous request. The deputy is not carried over: the two share nobody whom nobody chose. */
export const begunAs = (of: Begun): NamingFields => ({
  question: of.question,
  area: of.area,
  urgency: of.urgency,
  language: of.language,
  ageBand: of.ageBand,
  grade: of.grade,
  supports: of.supports,
  absenceHours: of.absenceHours,
  consent: of.consent,
  serviceId: of.service.serviceId,
  deputyAffiliationId: null,
  child: { name: '', birthDate: null, ground: null },
});

/** What was kept of it, or how it begins where nothing was typed yet. */
export const fieldsFrom = (kept: string, of: Begun): NamingFields => {
  if (kept === '') return begunAs(of);
  try {
    return { ...begunAs(of), ...(JSON.parse(kept) as Partial<NamingFields>) };
  } catch {
    return begunAs(of);
  }
};

/** Without this part. */
export const without = (fields: NamingFields, part: LinkingPart): NamingFields => {
  switch (part) {
    case 'question':
      return { ...fields, question: '' };
    case 'consent':
      return { ...fields, consent: '' };
    case 'supports':
      return { ...fields, supports: fields.supports.map((one) => ({ ...one, note: '' })) };
    case 'absence':
      return { ...fields, absenceHours: [] };
  }
};

const words = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const hoursOf = (absences: NamingFields['absenceHours']): string =>
  absences
    .map(({ reason, hours }) => `${reason} ${hours}`)
    .toSorted()
    .join();

/** Is the part still as in the anonymous request? Said beside it while one writes; the server has the last word. */
export const isSame = (fields: NamingFields, of: Begun, part: LinkingPart): boolean => {
  switch (part) {
    case 'question':
      return words(fields.question) !== '' && words(fields.question) === words(of.question);
    case 'consent':
      return words(fields.consent) !== '' && words(fields.consent) === words(of.consent);
    case 'supports':
      return fields.supports.some(
        ({ note }) => words(note) !== '' && of.supports.some((one) => words(one.note) === words(note)),
      );
    case 'absence':
      return hoursOf(fields.absenceHours) !== '' && hoursOf(fields.absenceHours) === hoursOf(of.absenceHours);
  }
};
