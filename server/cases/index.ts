// What other nouns may use of cases.
export { type CaseName, nameOfRelation, readCaseName } from './names.ts';
