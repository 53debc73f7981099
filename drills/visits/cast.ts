// The people of the meetings: a worker who presents, a leader, somebody who visits, and somebody who visits the other cases.
import { newTeam } from '../../server/testing/meeting-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';

export type VisitCast = {
  readonly worker: Person;
  readonly leader: Person;
  readonly visitor: Person;
  readonly outsider: Person;
  readonly team: string;
};

export const openVisitCast = async (world: World): Promise<VisitCast> => {
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const arja = await world.professional('Arja Hallinto', home, 'administrator');
  const leader = await world.professional('Kaisa Salo', home, 'consultant-social-worker');
  const worker = await world.professional('Leena Kallio', home, 'social-worker');
  return {
    leader,
    worker,
    visitor: await world.professional('Maria Lind', school, 'special-teacher'),
    outsider: await world.professional('Sari Salainenhoitaja', clinic, 'psychiatric-nurse'),
    team: await newTeam(arja, home, leader, worker),
  };
};
