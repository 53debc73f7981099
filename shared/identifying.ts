// What can tell who a child is in a text that should not: the kinds, and one place in a text where something of a kind stands.
import { z } from 'zod';

export const FindingKind = z.enum([
  'identity-code',
  'phone',
  'email',
  'street-address',
  'name',
  'school-class',
  'exact-date',
  'other',
]);
export type FindingKind = z.infer<typeof FindingKind>;

/** `from` and `to` count UTF-16 units of the text as it was given, `to` behind the last. What is certain may not be sent; what is not is asked once. */
export const Finding = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().positive(),
  kind: FindingKind,
  certain: z.boolean(),
});
export type Finding = z.infer<typeof Finding>;

/** Circumstances of a child that few children of a school share. */
export const Circumstance = z.enum([
  'special-support',
  'other-language',
  'placed-outside-home',
  'child-protection-client',
  'one-parent',
  'autism',
  'adhd',
  'mobility-impairment',
  'hearing-impairment',
  'visual-impairment',
  'twin',
  'adopted',
  'parent-in-prison',
  'parent-has-died',
  'gender-minority',
  'roma',
  'pregnant',
  'newly-arrived',
]);
export type Circumstance = z.infer<typeof Circumstance>;
