// What other nouns may use of people.
export { addAffiliation, addAgency, addPerson } from './register.ts';
