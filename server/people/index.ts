// What other nouns may use of people.
export { type ActingName, readActingNames } from './acting-names.ts';
export { addAffiliation, addAgency, addGuest, addPerson } from './register.ts';
