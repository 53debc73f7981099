// What other nouns may use of services.
export { type AskedService, findService, readTeam } from './find-service.ts';
