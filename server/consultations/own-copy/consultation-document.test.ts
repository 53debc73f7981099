// A request as a document, made of everything that a page can hold: times that were agreed on, an answer that several wrote.
import { expect, test } from 'vitest';
import type { Consultation, ConsultationMessage } from '../../../shared/consultation.ts';
import { documentText } from '../../platform/pdf/document.ts';
import { consultationDocument } from './consultation-document.ts';

const somebody = (name: string, profession: 'special-teacher' | 'social-worker' | 'psychiatrist') => ({
  personId: name,
  name,
  profession,
  agencyNameFi: 'Organisaatio',
  agencyNameSv: 'Organisationen',
});
const maria = somebody('Maria Lind', 'special-teacher');
const leena = somebody('Leena Kallio', 'social-worker');
const sari = somebody('Sari Niskanen', 'psychiatrist');

const message = (parts: Partial<ConsultationMessage>): ConsultationMessage => ({
  id: 'm',
  kind: 'answer',
  side: 'answering',
  author: leena,
  at: '2026-11-03T08:00:00Z',
  text: '',
  way: null,
  times: [],
  about: null,
  chosen: null,
  blocks: [],
  writers: [],
  ...parts,
});
const proposal = message({
  id: 'p',
  kind: 'times-proposed',
  way: 'video',
  times: [
    { from: '2026-11-04T08:00:00Z', to: '2026-11-04T08:30:00Z' },
    { from: '2026-11-05T10:00:00Z', to: '2026-11-05T10:30:00Z' },
  ],
});

const request = (messages: ConsultationMessage[]): Consultation =>
  ({
    number: 'K-2026-000001',
    anonymous: true,
    area: 'learning-and-support',
    urgency: 'soon',
    asker: maria,
    deputy: null,
    holder: leena,
    service: { serviceId: 's', nameFi: 'Neuvonta', nameSv: 'Rådgivning' },
    receivedAt: '2026-11-02T08:00:00Z',
    answeredAt: null,
    child: null,
    question: 'Miten?',
    ageBand: null,
    grade: null,
    supports: [],
    absenceHours: [],
    consent: '',
    messages,
    attachments: [],
    experts: [],
    outcomes: [],
    followUp: null,
    history: [],
    transfers: [{ id: 't', system: 'Salainen järjestelmä', by: leena, at: '2026-11-03T08:00:00Z' }],
    duties: { notification: true, police: true },
  }) as unknown as Consultation;
const textOf = (messages: ConsultationMessage[], language: 'fi' | 'sv' = 'fi') =>
  documentText(consultationDocument(request(messages), maria, language, new Date('2026-11-09T08:00:00Z')));

test('times that were proposed, the one that was chosen, and that none fitted', () => {
  const proposed = textOf([proposal]);
  expect(proposed).toContain(
    'Ehdotetut ajat:\nVideolla\n4.11.2026 klo 10.00 – 4.11.2026 klo 10.30\n5.11.2026',
  );
  const chosen = message({
    kind: 'time-chosen',
    side: 'asking',
    author: maria,
    way: 'video',
    about: 'p',
    chosen: 1,
  });
  expect(textOf([proposal, chosen])).toContain(
    'Valittu aika:\nVideolla\n5.11.2026 klo 12.00 – 5.11.2026 klo 12.30',
  );
  expect(textOf([proposal, { ...chosen, chosen: null }])).toContain(
    'Mikään ehdotetuista ajoista ei sopinut.',
  );
});

test('of an answer that several wrote everybody who wrote in it is named', () => {
  const answer = message({ text: 'Näin me ajattelemme.', writers: [leena, sari] });
  expect(textOf([answer])).toContain(
    'Näin me ajattelemme.\n\nKirjoittaneet yhdessä:\nLeena Kallio, sosiaalityöntekijä, Organisaatio\nSari Niskanen, psykiatri, Organisaatio',
  );
  expect(textOf([message({ text: 'Minä yksin.' })])).not.toContain('Kirjoittaneet');
});

test('a copy says nothing of copies, nor of duties; its words are the recipient’s, the texts as they were written', () => {
  const swedish = textOf([message({ text: 'Kysy suoraan.' })], 'sv');
  expect(swedish).not.toMatch(/järjestelmä|polis/i);
  expect(swedish).toContain('Till: Rådgivning');
  expect(swedish).toContain('Kysy suoraan.');
  expect(swedish).toContain('Begränsat. Frågan är anonym');
});

test('files stand in it by name, size and hash, and not as if they were in it', () => {
  const file = {
    n: 2,
    name: 'Lausunto.pdf',
    size: 1234,
    sha256: 'ab'.repeat(32),
    by: maria,
    at: '2026-11-03T08:00:00Z',
    state: 'held' as const,
  };
  const of = { ...request([]), attachments: [file] } as unknown as Consultation;
  const text = documentText(consultationDocument(of, leena, 'fi', new Date('2026-11-09T08:00:00Z')));
  expect(text).toContain('Liitteet eivät ole tässä tiedostossa.');
  expect(text).toContain(
    `2. Lausunto.pdf, 1234 tavua\nMaria Lind, erityisopettaja, Organisaatio, 3.11.2026 klo 10.00`,
  );
  expect(text).toContain(`Tiiviste (SHA-256): ${'ab'.repeat(32)}\nLöytyi virus, ei voi ladata`);
  expect(textOf([])).not.toContain('Liitteet');
});
