// What other nouns may use of people.
export { readActingNames } from './acting-names.ts';
export { addAffiliation, addAgency, addGuest, addPerson } from './register.ts';
