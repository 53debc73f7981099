// Parts from which tests and drills put requests together: services, drafts, requests in a state, what one sees of them.
import type { Consultation, DraftFields } from '../../shared/consultation.ts';
import { type NamingFields, nameConsultation, previewNaming } from '../../shared/consultation-naming.ts';
import {
  answerConsultation,
  askMore,
  claimConsultation,
  getConsultation,
  listConsultations,
  sendConsultation,
  startConsultationDraft,
} from '../../shared/consultations.ts';
import { addService, type ServiceInput, type ServiceRole, setServiceMember } from '../../shared/services.ts';
import type { Person } from './open-world.ts';

export const aService: ServiceInput = {
  kind: 'child-protection',
  nameFi: 'Lastensuojelun neuvonta',
  nameSv: 'Barnskyddets rådgivning',
  advisesFi: 'Huoli lapsesta, ilmoittaminen, yhteistyö.',
  advisesSv: 'Oro för ett barn, anmälan, samarbete.',
  areas: ['worry-about-home', 'violence-and-abuse'],
  languages: ['fi', 'sv'],
  takesAnonymous: true,
  takesNamed: true,
  checklist: 'none',
  answerWorkingDays: { ordinary: 5, soon: 2, urgent: 0 },
  escalation: { leadMinutes: 60, onCallMinutes: 60 },
};

export const newService = async (administrator: Person, parts: Partial<ServiceInput> = {}): Promise<string> =>
  (await administrator.do(addService, { body: { ...aService, ...parts } })).id;

export const putIn = (administrator: Person, serviceId: string, person: Person, role: ServiceRole) =>
  administrator.do(setServiceMember, {
    params: { serviceId },
    body: { affiliationId: person.affiliationId ?? '', role, endsAt: null },
  });

export const aQuestion: DraftFields = {
  question: 'Oppilas on väsynyt ja puhuu kotona olevista riidoista. Miten otan asian puheeksi?',
  area: 'worry-about-home',
  urgency: 'ordinary',
  language: 'fi',
  ageBand: '10-12',
  grade: '5',
  supports: [],
  absenceHours: [],
  consent: '',
  serviceId: null,
  deputyAffiliationId: null,
  anonymous: true,
  child: null,
};

export const startedDraft = (asker: Person, fields: Partial<DraftFields> = {}) =>
  asker.do(startConsultationDraft, { body: { fields: { ...aQuestion, ...fields } } });

/** Sent, and not yet opened by anybody. */
export const sent = async (
  asker: Person,
  serviceId: string,
  fields: Partial<DraftFields> = {},
): Promise<string> => {
  const { id, rev } = await startedDraft(asker, { ...fields, serviceId });
  return (await asker.do(sendConsultation, { params: { draftId: id }, body: { rev, checked: true } })).id;
};

export const about = (consultationId: string) => ({ params: { consultationId }, body: {} });
export const saying = (consultationId: string, text: string) => ({
  params: { consultationId },
  body: { text, checked: true },
});
export const because = (consultationId: string, reason: string) => ({
  params: { consultationId },
  body: { reason },
});

export const claimed = async (asker: Person, serviceId: string, expert: Person): Promise<string> => {
  const id = await sent(asker, serviceId);
  await expert.do(claimConsultation, about(id));
  return id;
};

export const answered = async (asker: Person, serviceId: string, expert: Person): Promise<string> => {
  const id = await claimed(asker, serviceId, expert);
  await expert.do(answerConsultation, saying(id, 'Kysy suoraan ja kerro, mitä olet huomannut.'));
  return id;
};

export const askedMore = async (asker: Person, serviceId: string, expert: Person): Promise<string> => {
  const id = await claimed(asker, serviceId, expert);
  await expert.do(askMore, saying(id, 'Kuinka kauan tätä on jatkunut?'));
  return id;
};

export const opened = async (who: Person, consultationId: string): Promise<Consultation> =>
  (await who.do(getConsultation, { params: { consultationId } })).consultation;
export const statusOf = async (who: Person, consultationId: string): Promise<number> =>
  (await who.try(getConsultation, { params: { consultationId } })).status;
export const queueOf = async (who: Person): Promise<string[]> =>
  (await who.do(listConsultations)).queue.map(({ id }) => id);

/** On what a named request of a school goes. */
export const schoolGround = {
  kind: 'guardian-consent' as const,
  statute: null,
  evidence: 'Huoltajat suostuivat palaverissa 1.12.',
  covers: ['education' as const],
};
export const namedAino = { name: 'Aino Virtanen', birthDate: '2013-05-02' };

/** The fields of an anonymous request, with a child and a ground: as its asker would first have them. */
export const namingOf = (of: Consultation, changes: Partial<NamingFields> = {}): NamingFields => ({
  question: of.question,
  area: of.area,
  urgency: of.urgency,
  language: of.language,
  ageBand: of.ageBand,
  grade: of.grade,
  supports: of.supports,
  absenceHours: of.absenceHours,
  consent: of.consent,
  serviceId: of.service.serviceId,
  deputyAffiliationId: null,
  child: { ...namedAino, ground: { ...schoolGround, until: null } },
  ...changes,
});

/** Looked at, and then sent with a name. */
export const named = async (
  asker: Person,
  id: string,
  changes: Partial<NamingFields> = {},
): Promise<string> => {
  const params = { consultationId: id };
  const fields = namingOf(await opened(asker, id), changes);
  const { agencies } = await asker.do(previewNaming, { params, body: { fields } });
  const body = { fields, agencyIds: agencies.map((one) => one.id), sameKept: true };
  return (await asker.do(nameConsultation, { params, body })).id;
};
