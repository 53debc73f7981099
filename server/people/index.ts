// What other nouns may use of people.
export { readActingNames } from './acting-names.ts';
export { type Named, type People, readMeetingPeople } from './meeting-people.ts';
export { addAffiliation, addAgency, addGuest, addPerson } from './register.ts';
