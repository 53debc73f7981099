// What other nouns may use of assessments.
export { presentAssessment, presentContribution, presentSignature, presentVersionHead } from './present.ts';
export { readStatutoryRules } from './statutory-clocks.ts';
