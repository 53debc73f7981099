// What other nouns may use of absences.
export { countCovered, readAbsences } from './read-absences.ts';
