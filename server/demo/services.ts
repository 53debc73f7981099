// The services of the demo region that can be asked for advice, added by whoever administers each agency.
import { addService, type ServiceInput, type ServiceRole, setServiceMember } from '../../shared/services.ts';
import type { SignInName } from './region.ts';
import type { Storyteller } from './storyteller.ts';

type DemoService = ServiceInput & {
  readonly by: SignInName;
  readonly members: Partial<Record<SignInName, ServiceRole>>;
};

const services = {
  protection: {
    by: 'administrator',
    kind: 'child-protection',
    nameFi: 'Lastensuojelun neuvonta',
    nameSv: 'Barnskyddets rådgivning',
    advisesFi:
      'Huoli lapsen kotioloista, lastensuojeluilmoitus, yhteistyö perheen kanssa. Voit kysyä nimettömästi.',
    advisesSv:
      'Oro för barnets hemförhållanden, barnskyddsanmälan, samarbete med familjen. Du kan fråga anonymt.',
    areas: ['worry-about-home', 'violence-and-abuse', 'parenting', 'cooperation', 'other'],
    languages: ['fi', 'sv'],
    takesAnonymous: true,
    takesNamed: true,
    checklist: 'none',
    answerWorkingDays: { ordinary: 5, soon: 2, urgent: 0 },
    escalation: { leadMinutes: 30, onCallMinutes: 30 },
    members: {
      'consultant-social-worker': 'lead',
      'social-worker': 'expert',
      'social-counsellor': 'expert',
      'oskar.nystrom': 'on-call',
    },
  },
  psychiatry: {
    by: 'paivi.ranta',
    kind: 'psychiatry',
    nameFi: 'Nuorisopsykiatrian konsultaatio',
    nameSv: 'Ungdomspsykiatrins konsultation',
    advisesFi: 'Mieliala, ahdistus, itsetuhoisuus ja hoitoon ohjaaminen.',
    advisesSv: 'Sinnesstämning, ångest, självdestruktivitet och vägen till vård.',
    areas: ['mood-and-anxiety', 'self-harm', 'neuropsychiatric', 'behaviour', 'school-attendance'],
    languages: ['fi', 'sv'],
    takesAnonymous: true,
    takesNamed: true,
    checklist: 'none',
    answerWorkingDays: { ordinary: 7, soon: 3, urgent: 0 },
    escalation: { leadMinutes: 60, onCallMinutes: 60 },
    members: { psychiatrist: 'lead', 'psychiatric-nurse': 'expert' },
  },
  substance: {
    by: 'sanna.hiltunen',
    kind: 'substance',
    nameFi: 'Nuorten päihdeneuvonta',
    nameSv: 'Rusmedelsrådgivning för unga',
    advisesFi: 'Nuoren päihteiden käyttö, pelaaminen ja puheeksi ottaminen.',
    advisesSv: 'Ungas rusmedelsbruk, spelande och hur man tar upp det.',
    areas: ['substances', 'digital-life', 'peer-relations'],
    languages: ['fi', 'sv', 'en'],
    takesAnonymous: true,
    takesNamed: true,
    checklist: 'none',
    answerWorkingDays: { ordinary: 5, soon: 2, urgent: 1 },
    escalation: { leadMinutes: 60, onCallMinutes: 60 },
    members: { 'substance-worker': 'lead' },
  },
  standing: {
    by: 'erik.lund',
    kind: 'standing-team',
    nameFi: 'Vaativan tuen konsultaatioryhmä',
    nameSv: 'Konsultationsgruppen för krävande stöd',
    advisesFi:
      'Pitkät poissaolot, vaativa tuki ja paluu kouluun. Ryhmässä on kaksi erityisopettajaa, lastensuojelun ja psykiatrian asiantuntija. Kerro, mitä tukea on kokeiltu.',
    advisesSv:
      'Lång frånvaro, krävande stöd och återgång till skolan. I gruppen finns två speciallärare samt sakkunniga i barnskydd och psykiatri. Berätta vilket stöd som har prövats.',
    areas: [
      'school-attendance',
      'learning-and-support',
      'neuropsychiatric',
      'behaviour',
      'transition',
      'cooperation',
    ],
    languages: ['fi', 'sv'],
    takesAnonymous: true,
    takesNamed: true,
    checklist: 'complete',
    answerWorkingDays: { ordinary: 10, soon: 5, urgent: 2 },
    escalation: { leadMinutes: 60, onCallMinutes: 60 },
    members: {
      'hospital-school-teacher': 'lead',
      'heli.laakso': 'expert',
      'consultant-social-worker': 'expert',
      psychiatrist: 'expert',
    },
  },
} as const satisfies Record<string, DemoService>;

export type DemoServices = Readonly<Record<keyof typeof services, string>>;

export const openServices = async (teller: Storyteller): Promise<DemoServices> => {
  const ids: Partial<Record<keyof typeof services, string>> = {};
  for (const [name, { by, members, ...service }] of Object.entries(services)) {
    const body: ServiceInput = {
      ...service,
      areas: [...service.areas],
      languages: [...service.languages],
      answerWorkingDays: { ...service.answerWorkingDays },
      escalation: { ...service.escalation },
    };
    const { id } = await teller.as(by, addService, { body });
    for (const [who, role] of Object.entries(members))
      await teller.as(by, setServiceMember, {
        params: { serviceId: id },
        body: { affiliationId: teller.people[who as SignInName].affiliationId ?? '', role, endsAt: null },
      });
    ids[name as keyof typeof services] = id;
  }
  return ids as DemoServices;
};
