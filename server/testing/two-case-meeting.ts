// A team's meeting of two cases, with a teacher who visits the second: for tests of who learns what of it.
import { saveField } from '../../shared/entries.ts';
import { writeInRoom } from '../../shared/meetings.ts';
import { ground, invite, inviteColleague, openACase } from './case-parts.ts';
import { convened, invitedTo, newTeam, proposed } from './meeting-parts.ts';
import type { Person, World } from './open-world.ts';

export const openTwoCaseMeeting = async (world: World) => {
  const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const people = {
    arja: await world.professional('Arja Hallinto', protection, 'administrator'),
    kaisa: await world.professional('Kaisa Salo', protection, 'consultant-social-worker'),
    leena: await world.professional('Leena Kallio', protection, 'social-worker'),
    oskar: await world.professional('Oskar Nyström', protection, 'social-worker'),
    maria: await world.professional('Maria Lind', school, 'special-teacher'),
    sari: await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse'),
  };
  const { arja, kaisa, leena, oskar, maria, sari } = people;
  const team = await newTeam(arja, protection, kaisa, leena, oskar);

  /** Leena's case with Kaisa and the teacher in it, and Oskar's with Kaisa and the nurse; both on one agenda, Oskar's first. */
  const withTwoCases = async () => {
    const shared = ground(['coordination', 'shared-goal']);
    const aino = await openACase(leena);
    await inviteColleague(leena, aino, kaisa);
    await invite(leena, aino, maria, { toThem: shared, fromThem: shared });
    const elsa = await openACase(oskar, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
    await inviteColleague(oskar, elsa, kaisa);
    await invite(oskar, elsa, sari, { toThem: shared, fromThem: shared });
    const meeting = await convened(kaisa, team);
    const first = await proposed(oskar, meeting, elsa);
    const second = await proposed(leena, meeting, aino);
    return { aino, elsa, meeting, first, second };
  };
  type Both = Awaited<ReturnType<typeof withTwoCases>>;
  const childSays = async (by: Person, itemId: string, text: string): Promise<void> => {
    const { id } = await by.do(writeInRoom, { params: { itemId }, body: { kind: 'child-view' } });
    const body = { base: 0, text, device: 'aaaaaaaa' };
    await by.do(saveField, { params: { entryId: id, field: 'verbatim' }, body });
  };
  const teacherComes = ({ aino, second }: Both) => invitedTo(leena, aino, second, maria);
  const nurseComes = ({ elsa, first }: Both) => invitedTo(oskar, elsa, first, sari);
  return { ...people, team, protection, school, clinic, withTwoCases, childSays, teacherComes, nurseComes };
};
