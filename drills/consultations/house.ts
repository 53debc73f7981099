// The same small world for real: two services, their people, and one request at a time, asked about over the real routes.
import { randomUUID } from 'node:crypto';
import { newService, putIn, sent } from '../../server/testing/consultation-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import * as outcomes from '../../shared/consultation-outcomes.ts';
import * as contract from '../../shared/consultations.ts';
import * as together from '../../shared/consultations-together.ts';
import { endServiceMember, listServiceMembers } from '../../shared/services.ts';
import { type Order, other, people, type Service, type Somebody } from './model.ts';

export type House = {
  readonly cast: Readonly<Record<Somebody, Person>>;
  readonly services: Readonly<Record<Service, string>>;
  readonly administrator: Person;
};

export const buildHouse = async (world: World): Promise<House> => {
  const school = await world.agency('education', 'Koulu');
  const protection = await world.agency('child-protection', 'Lastensuojelu');
  const clinic = await world.agency('psychiatry', 'Psykiatria');
  const third = await world.agency('substance-services', 'Päihdepalvelut');
  const administrator = await world.professional('Arja Hallinto', protection, 'administrator');
  const clinics = await world.professional('Helka Hallinto', clinic, 'administrator');
  const thirds = await world.professional('Tero Hallinto', third, 'administrator');
  const worker = (name: string) => world.professional(name, protection, 'social-worker');
  const nurse = (name: string) => world.professional(name, clinic, 'psychiatric-nurse');
  const cast: Record<Somebody, Person> = {
    asker: await world.professional('Maria Kysyjä', school, 'special-teacher'),
    deputy: await world.professional('Kaisa Sijainen', school, 'school-social-worker'),
    anna: await worker('Anna Ensin'),
    bertta: await worker('Bertta Ensin'),
    lead: await worker('Lea Johtaja'),
    carl: await nurse('Carl Toinen'),
    'carls lead': await nurse('Cecilia Johtaja'),
    expert: await world.professional('Eero Kolmas', third, 'substance-worker'),
    stranger: await world.professional('Outi Outo', school, 'special-teacher'),
  };
  const services = {
    first: await newService(administrator),
    second: await newService(clinics, { kind: 'psychiatry' }),
  };
  await putIn(administrator, services.first, cast.anna, 'expert');
  await putIn(administrator, services.first, cast.bertta, 'on-call');
  await putIn(administrator, services.first, cast.lead, 'lead');
  await putIn(clinics, services.second, cast.carl, 'expert');
  await putIn(clinics, services.second, cast['carls lead'], 'lead');
  await putIn(thirds, await newService(thirds, { kind: 'substance' }), cast.expert, 'expert');
  return { cast, services, administrator };
};

/** Everybody signs in anew: no session may ask as often as a drill does. */
export const signedInAnew = async (world: World, house: House): Promise<House> => {
  const again = (one: Person) => world.signIn(one.signInName);
  const cast = await Promise.all(
    Object.entries(house.cast).map(async ([name, one]) => [name, await again(one)] as const),
  );
  return {
    ...house,
    cast: Object.fromEntries(cast) as House['cast'],
    administrator: await again(house.administrator),
  };
};

/** What the asker sees of it. */
export type Seen = {
  readonly state: string;
  readonly service: string;
  readonly holder: string | null;
  readonly passing: boolean;
  readonly deputy: boolean;
  readonly history: readonly string[];
  /** Does each step begin where the one before it ended? */
  readonly unbroken: boolean;
};

const routes: Readonly<Record<string, string>> = {
  'unset-deputy': 'set-deputy',
  'accept-invitation': 'invitation',
  'decline-invitation': 'invitation',
};

export const openRequest = async ({ cast, services, administrator }: House) => {
  const id = await sent(cast.asker, services.first);
  const params = { consultationId: id };
  const idOf = (who: Somebody): string => cast[who].affiliationId ?? '';
  const read = async () => (await cast.asker.do(contract.getConsultation, { params })).consultation;

  const attempt = async ({ act, who, to }: Order, service: Service, key: string): Promise<number> => {
    const person = cast[who];
    const asked = async <R extends Parameters<Person['try']>[0]>(route: R, body: object) =>
      (await person.try(route, { params, body, key } as never)).status;
    const words = { text: 'Teksti.', checked: true };
    switch (routes[act] ?? act) {
      case 'begin-triage':
        return asked(contract.beginTriage, {});
      case 'claim':
        return asked(contract.claimConsultation, {});
      case 'release':
        return asked(contract.releaseConsultation, { reason: 'x' });
      case 'hand-on':
        return asked(contract.handOnConsultation, { affiliationId: idOf(to), reason: null });
      case 'ask-more':
        return asked(contract.askMore, words);
      case 'tell-more':
        return asked(contract.tellMore, words);
      case 'answer':
        return asked(contract.answerConsultation, words);
      case 'withdraw':
        return asked(contract.withdrawConsultation, { reason: 'x' });
      case 'close':
        return asked(contract.closeConsultation, { reason: 'x' });
      case 'reopen':
        return asked(contract.reopenConsultation, { reason: 'x' });
      case 'set-deputy':
        return asked(contract.setConsultationDeputy, {
          affiliationId: act === 'set-deputy' ? idOf('deputy') : null,
        });
      case 'pass-on':
        return asked(together.passOn, { serviceId: services[other(service)], reason: 'x', ground: null });
      case 'take-back-passing':
        return asked(together.takeBackPassing, {});
      case 'accept-passed':
        return asked(together.acceptPassed, {});
      case 'decline-passed':
        return asked(together.declinePassed, { reason: 'x' });
      case 'invite-expert':
        return asked(together.inviteExpert, { affiliationId: idOf('expert'), words: 'x', ground: null });
      case 'invitation':
        return asked(together.answerExpertInvitation, { accept: act === 'accept-invitation', reason: '' });
      case 'advise':
        return asked(together.advise, words);
      case 'note-talk':
        return asked(together.noteTalk, words);
      case 'record-outcome':
        return asked(outcomes.recordOutcome, { kinds: ['no-action'], words: '', checked: true });
      case 'follow-up':
        return asked(outcomes.followUp, { helped: 'some', words: '', checked: true });
      case 'propose-times': {
        const from = Date.now() + 24 * 3_600_000;
        const times = [{ from: new Date(from).toISOString(), to: new Date(from + 60_000).toISOString() }];
        return asked(together.proposeTimes, { way: 'video', times, ...words });
      }
      case 'choose-time': {
        const proposal = (await read()).messages.findLast(({ kind }) => kind === 'times-proposed');
        return asked(together.chooseTime, { messageId: proposal?.id ?? randomUUID(), chosen: 0, ...words });
      }
      default:
        throw new Error(`no route for ${act}`);
    }
  };

  return {
    attempt,
    seen: async (): Promise<Seen> => {
      const { state, service, holder, passing, deputy, history } = await read();
      return {
        state,
        service: service.serviceId === services.first ? 'first' : 'second',
        holder: people.find((who) => cast[who].id === holder?.personId) ?? null,
        passing: passing !== null,
        deputy: deputy !== null,
        history: history.map(({ act }) => act),
        unbroken: history.every((step, n) => step.from === (history[n - 1]?.to ?? null)),
      };
    },
    opens: async (who: Somebody): Promise<boolean> =>
      (await cast[who].try(contract.getConsultation, { params })).status === 200,
    /** Anna leaves the first service, or comes back to it. */
    setAnna: async (gone: boolean): Promise<void> => {
      const { members } = await administrator.do(listServiceMembers, {
        params: { serviceId: services.first },
      });
      const anna = members.find(({ personId }) => personId === cast.anna.id);
      if (gone && anna) {
        const where = { serviceId: services.first, serviceMemberId: anna.id };
        await administrator.do(endServiceMember, { params: where, body: {} });
      } else if (!gone && !anna) await putIn(administrator, services.first, cast.anna, 'expert');
    },
  };
};
export type Request = Awaited<ReturnType<typeof openRequest>>;
