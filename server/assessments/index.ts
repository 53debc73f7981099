// What other nouns may use of assessments.
export { askOf, requireHome } from './ask-contribution.ts';
export { contributionFollows } from './change-contribution.ts';
export { requireAssessment, requireOpenAssessment } from './find-assessment.ts';
export { presentAssessment, presentContribution } from './present.ts';
export { readAllRules, readStatutoryRules } from './statutory-clocks.ts';
