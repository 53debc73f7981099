// What other nouns may use of people.
export { addAffiliation, addAgency, addGuest, addPerson } from './register.ts';
