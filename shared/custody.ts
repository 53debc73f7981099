// A guardian's custody as dated data: changed, looked at beforehand, and read back as it was recorded.
import { z } from 'zod';
import { Ref } from './entries.ts';
import { route } from './route.ts';
import { DataClass, DateOnly, Id, Instant, Paragraph } from './vocabulary.ts';

export const Custody = z.enum(['joint', 'sole', 'limited', 'none']);
/** Limited custody names what this guardian decides on: without a class it would say nothing. */
export const limitedNamesClasses = (payload: {
  value: { custody: string | null; powerClasses: unknown[] };
  issues: z.core.$ZodRawIssue[];
}): void => {
  const { custody, powerClasses } = payload.value;
  if (custody !== 'limited' || powerClasses.length > 0) return;
  payload.issues.push({
    code: 'too_small',
    origin: 'array',
    minimum: 1,
    inclusive: true,
    path: ['powerClasses'],
    input: powerClasses,
  });
};
const relationParams = z.strictObject({ caseId: Id, relationId: Id });
const custodyFields = {
  custody: Custody.nullable(),
  custodyFrom: DateOnly.nullable(),
  custodyUntil: DateOnly.nullable(),
  powerClasses: z.array(DataClass).max(9),
  endedOn: DateOnly.nullable(),
};
export const changeRelation = route({
  id: 'change-relation',
  method: 'PUT',
  path: '/api/cases/:caseId/relations/:relationId',
  summary: 'A guardian’s custody, dated, or the end of a relation. Consents count by it from that moment on',
  who: 'home-member',
  params: relationParams,
  body: z
    .strictObject({
      version: z.int(),
      ...custodyFields,
      /** What it rests on, a judgment or an agreement: the home team reads it. */
      basis: Paragraph.default(''),
    })
    .check(limitedNamesClasses),
  response: Ref,
  errors: ['not-found', 'version-conflict', 'case-closed'],
});
/** From which moment on something opens or closes; null: at once. */
const From = Instant.nullable();
const OpeningWay = z.strictObject({
  fromAgencyId: Id,
  toAgencyId: Id,
  dataClass: DataClass,
  from: From,
  /** Those of the receiving agency who take part, as far as one may know of them. */
  people: z.array(z.strictObject({ personId: Id, name: z.string() })),
});
export const previewCustody = route({
  id: 'preview-custody',
  method: 'POST',
  path: '/api/cases/:caseId/relations/:relationId/custody-preview',
  summary:
    'Before a guardian’s custody is changed: whose consents begin or stop to count, and who gains or loses sight of what, of those one may know of',
  who: 'home-member',
  params: relationParams,
  body: z.strictObject(custodyFields).check(limitedNamesClasses),
  response: z.strictObject({
    /** Consents of this guardian that stop to count, for these of their classes. */
    consentsEnding: z.array(z.strictObject({ groundId: Id, dataClasses: z.array(DataClass), from: From })),
    closing: z.array(OpeningWay),
    opening: z.array(OpeningWay),
    /** Who would not find the case any more at all. */
    leaving: z.array(z.strictObject({ personId: Id, name: z.string(), agencyId: Id.nullable(), from: From })),
    /** This guardian reads what was released to the family: a membership, which has its own end. */
    hasFamilyView: z.boolean(),
  }),
  errors: ['not-found'],
});
export const listCustodyChanges = route({
  id: 'list-custody-changes',
  method: 'GET',
  path: '/api/cases/:caseId/relations/:relationId/custody',
  summary: 'What was recorded of a guardian’s custody and when, the newest first',
  who: 'home-member',
  params: relationParams,
  response: z.strictObject({
    changes: z.array(
      z.strictObject({
        id: Id,
        ...custodyFields,
        basis: z.string(),
        recordedAt: Instant,
        /** Null: as it was when the relation was first recorded. */
        recordedByName: z.string().nullable(),
      }),
    ),
  }),
  errors: ['not-found'],
});
