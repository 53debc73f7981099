// What other nouns may use of assessments.
export { askOf, requireHome } from './ask-contribution.ts';
export { contributionFollows } from './change-contribution.ts';
export { requireAssessment, requireOpenAssessment } from './find-assessment.ts';
export {
  contributionFor,
  presentAssessment,
  presentContribution,
  presentSignature,
  presentVersionHead,
} from './present.ts';
export { decisionClock, readAllRules, readStatutoryRules } from './statutory-clocks.ts';
export { PartContent } from './version-parts.ts';
