// Two cases of one team, and everybody who stands to a meeting of it in another way: who leads it, who is in it with a case and
// without, who is in a case but not in the team, who visits from three sides, and who is nothing to it.
import {
  ground,
  invite,
  inviteColleague,
  inviteFamily,
  openACase,
  see,
} from '../../server/testing/case-parts.ts';
import { newTeam } from '../../server/testing/meeting-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';

export const openHintsCast = async (world: World) => {
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const worker = (name: string) => world.professional(name, home, 'social-worker');
  const arja = await world.professional('Arja Hallinto', home, 'administrator');
  const people = {
    kaisa: await world.professional('Kaisa Salo', home, 'consultant-social-worker'),
    leena: await worker('Leena Kallio'),
    oskar: await worker('Oskar Nyström'),
    tiina: await worker('Tiina Tiimi'),
    bea: await worker('Bea Berg'),
    vesa: await world.professional('Vesa Vieras', home, 'social-counsellor'),
    maria: await world.professional('Maria Lind', school, 'special-teacher'),
    sari: await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse'),
    minna: await world.family('Minna Virtanen'),
    pekka: await worker('Pekka Muualla'),
  };
  const { kaisa, leena, oskar, tiina, bea, vesa, maria, sari, minna, pekka } = people;
  const team = await newTeam(arja, home, kaisa, leena, oskar, tiina);
  await newTeam(arja, home, pekka);
  const shared = ground(['coordination', 'shared-goal']);

  const openCases = async () => {
    const aino = await openACase(leena);
    await inviteColleague(leena, aino, kaisa);
    await inviteColleague(leena, aino, bea);
    await invite(leena, aino, vesa, { role: 'visiting', toThem: null, fromThem: null });
    await invite(leena, aino, maria, { toThem: shared, fromThem: shared });
    await inviteFamily(leena, aino, minna, 'guardian');
    const elsa = await openACase(oskar, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
    await inviteColleague(oskar, elsa, kaisa);
    await invite(oskar, elsa, sari, { toThem: shared, fromThem: shared });
    const memberIn = async (by: Person, caseId: string, who: Person): Promise<string> =>
      (await see(by, caseId)).members.find((m) => m.personId === who.id)?.id ?? '';
    const whose: Record<string, Person> = {};
    const guestsOf = async (by: Person, caseId: string, ...guests: Person[]): Promise<string[]> => {
      const ids: string[] = [];
      for (const who of guests) {
        const id = await memberIn(by, caseId, who);
        whose[id] = who;
        ids.push(id);
      }
      return ids;
    };
    const guests = {
      [aino]: await guestsOf(leena, aino, vesa, maria, minna),
      [elsa]: await guestsOf(oskar, elsa, sari),
    };
    const doers = { [aino]: await memberIn(leena, aino, leena), [elsa]: await memberIn(oskar, elsa, oskar) };
    return { cases: [aino, elsa], responsible: { [aino]: leena, [elsa]: oskar }, guests, whose, doers };
  };
  return { people: Object.values(people), ...people, team, openCases };
};
export type HintsCast = Awaited<ReturnType<typeof openHintsCast>>;
export type PlacedCases = Awaited<ReturnType<HintsCast['openCases']>>;
