// What other nouns may use of assessments.
<<<<<<< HEAD

export { presentAssessment, presentContribution, presentSignature, presentVersionHead } from './present.ts';

=======

export { contributionFollows } from './change-contribution.ts';
export { requireAssessment, requireOpenAssessment } from './find-assessment.ts';
export {
  presentAssessment,
  presentContribution,
  presentSignature,
  presentVersionHead,
} from './present.ts';
export { assessmentRoutes } from './routes.ts';

>>>>>>> write

export { readStatutoryRules } from './statutory-clocks.ts';
