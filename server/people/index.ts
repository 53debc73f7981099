// What other nouns may use of people.
export { addAffiliation, addAgency, addPerson, type NewAgency, type NewPerson } from './register.ts';
