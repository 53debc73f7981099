// A request that nobody has written yet.
import type { DraftFields } from '../../shared/consultation.ts';
import type { Language } from '../../shared/vocabulary.ts';

/** Anonymous until somebody decides otherwise. */
export const emptyDraft = (language: Language): DraftFields => ({
  question: '',
  area: null,
  urgency: 'ordinary',
  language,
  ageBand: null,
  grade: null,
  supports: [],
  absenceHours: [],
  consent: '',
  serviceId: null,
  deputyAffiliationId: null,
  anonymous: true,
  child: null,
});
