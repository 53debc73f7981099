// What every mail has, whatever it tells, and how its language writes a day.
import type { Language } from '../../shared/vocabulary.ts';

export type Envelope = {
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  /** Where the link leads, from the installation's origin on. */
  readonly path: string;
};

export const locales: { readonly [L in Language]: string } = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
