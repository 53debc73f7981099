// Break-glass: a professional of social or health care opens a case without being its member, for an hour at most, with a
// reason, and is seen doing it.
import { z } from 'zod';
import { Ref } from './entries.ts';
import { route } from './route.ts';
import { DataClass, DateOnly, Id, Instant, Line, Paragraph, Profession } from './vocabulary.ts';

/** The longest that a case stays open so, in minutes; the database holds to it. */
export const longestGlass = 60;
/** The shortest reason, in characters. */
export const shortestReason = 10;

/** What a vital interest can open of another agency's: neither working hypotheses nor the child's own words. */
export const vitalClasses = [
  'coordination',
  'shared-goal',
  'education',
  'social',
  'health',
  'substance',
  'safety',
] as const satisfies readonly DataClass[];
export const VitalClass = z.enum(vitalClasses);
export type VitalClass = z.infer<typeof VitalClass>;

export const findings = ['justified', 'not-justified', 'to-be-investigated'] as const;
export const Finding = z.enum(findings);
export type Finding = z.infer<typeof Finding>;

const AgencyNames = z.strictObject({ nameFi: z.string(), nameSv: z.string() });

/** One time that a case was opened so, as far as those need it who review it. */
export const GlassUse = z.strictObject({
  id: Id,
  number: z.string(),
  name: z.string(),
  profession: Profession,
  agency: AgencyNames,
  reason: z.string(),
  at: Instant,
  until: Instant,
  /** Before its time; null while it runs, or where it ran its time. */
  endedAt: Instant.nullable(),
  /** What was looked at meanwhile, by the kind of view in the access log. */
  looked: z.array(z.strictObject({ kind: z.string(), objects: z.int(), firstAt: Instant })),
  /** Other agencies whose entries were opened on vital interest. */
  opened: z.array(
    z.strictObject({ from: AgencyNames, dataClasses: z.array(DataClass), evidence: z.string(), at: Instant }),
  ),
  review: z
    .strictObject({ finding: Finding, note: z.string().nullable(), name: z.string(), at: Instant })
    .nullable(),
  can: z.array(z.enum(['review'])),
});
export type GlassUse = z.infer<typeof GlassUse>;

/** Looks for a case that found none, of one person, within thirty days. */
export const VainLooks = z.strictObject({ personId: Id, name: z.string(), looks: z.int(), lastAt: Instant });

const caseParams = z.strictObject({ caseId: Id });

export const findForBreakGlass = route({
  id: 'find-for-break-glass',
  method: 'POST',
  path: '/api/break-glass/find',
  summary:
    'Is there such a case in the register of the own agency? By exact number, or exact name and birth date',
  who: 'professional',
  body: z.union([z.strictObject({ number: Line }), z.strictObject({ childName: Line, birthDate: DateOnly })]),
  response: z.strictObject({
    /** `limited`: after five looks that found nothing within an hour there is no other. */
    outcome: z.enum(['found', 'none', 'limited']),
    /** `member`: they take part in it already. */
    found: z.strictObject({ id: Id, number: z.string(), member: z.boolean() }).nullable(),
  }),
  errors: ['not-allowed'],
});
export const breakGlass = route({
  id: 'break-glass',
  method: 'POST',
  path: '/api/cases/:caseId/break-glass',
  summary:
    'Open a case of the own register without taking part in it; those who review it learn of it at once',
  who: 'professional',
  params: caseParams,
  body: z.strictObject({
    reason: Paragraph.min(shortestReason),
    minutes: z.int().min(5).max(longestGlass),
  }),
  response: z.strictObject({ id: Id, until: Instant }),
  errors: ['not-found', 'not-allowed'],
});
export const endBreakGlass = route({
  id: 'end-break-glass',
  method: 'POST',
  path: '/api/cases/:caseId/break-glass/end',
  summary: 'Close what was opened so, before its time',
  who: 'break-glass',
  params: caseParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'not-allowed'],
});
export const recordVitalInterest = route({
  id: 'record-vital-interest',
  method: 'POST',
  path: '/api/cases/:caseId/break-glass/grounds',
  summary:
    'Open entries of another agency on vital interest, for as long as the glass is broken. A disclosure',
  who: 'break-glass',
  params: caseParams,
  body: z.strictObject({
    fromAgencyId: Id,
    dataClasses: z.array(VitalClass).min(1),
    evidence: Paragraph.min(shortestReason),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed'],
});
export const listBreakGlass = route({
  id: 'list-break-glass',
  method: 'GET',
  path: '/api/break-glass/uses',
  summary: 'What was opened so: the own, and what one reviews or is responsible for; the newest first',
  who: 'professional',
  response: z.strictObject({ uses: z.array(GlassUse), vain: z.array(VainLooks), reviews: z.boolean() }),
});
export const reviewBreakGlass = route({
  id: 'review-break-glass',
  method: 'POST',
  path: '/api/break-glass/uses/:useId/review',
  summary: 'Say, once, whether it was justified; never of what one opened oneself',
  who: 'professional',
  params: z.strictObject({ useId: Id }),
  body: z.strictObject({ finding: Finding, note: Paragraph.default('') }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'invalid-input'],
});
