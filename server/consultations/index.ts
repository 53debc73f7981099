// What other nouns may use of consultations.
export { tellOfAbsence } from './absent.ts';
export { tellBeside } from './beside.ts';
export { refuse } from './consultation-command.ts';
export { type Found, findConsultation } from './find-consultation.ts';
export { type Names, readNames } from './names.ts';
