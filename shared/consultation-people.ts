// Who stands where in a consultation, as both sides are shown it.
import { z } from 'zod';
import { Id, Profession } from './vocabulary.ts';

const consultationSides = ['asking', 'answering', 'offered', 'invited'] as const;
export const ConsultationSide = z.enum(consultationSides);
export type ConsultationSide = z.infer<typeof ConsultationSide>;

/** Who did something, in the affiliation in which they did it. */
export const Somebody = z.strictObject({
  personId: Id,
  name: z.string(),
  profession: Profession,
  agencyNameFi: z.string(),
  agencyNameSv: z.string(),
});
