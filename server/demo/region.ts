// The demo region: a bilingual coast with two municipalities and seven agencies. Nobody in it is real.
import type { AgencyKind, Language, Profession } from '../../shared/vocabulary.ts';

type DemoAgency = { kind: AgencyKind; nameFi: string; nameSv: string; municipality: string };

export const region = 'Rannikon hyvinvointialue';
export const agencies = {
  protection: {
    kind: 'child-protection',
    nameFi: 'Rannikon lastensuojelu',
    nameSv: 'Kustens barnskydd',
    municipality: 'Meriniemi',
  },
  school: {
    kind: 'education',
    nameFi: 'Meriniemen koulu',
    nameSv: 'Meriniemi skola',
    municipality: 'Meriniemi',
  },
  lillby: { kind: 'education', nameFi: 'Lillbyn koulu', nameSv: 'Lillby skola', municipality: 'Lillby' },
  psychiatry: {
    kind: 'psychiatry',
    nameFi: 'Rannikon nuorisopsykiatria',
    nameSv: 'Kustens ungdomspsykiatri',
    municipality: 'Meriniemi',
  },
  hospitalSchool: {
    kind: 'education',
    nameFi: 'Rannikon sairaalakoulu',
    nameSv: 'Kustens sjukhusskola',
    municipality: 'Meriniemi',
  },
  substance: {
    kind: 'substance-services',
    nameFi: 'Rannikon päihdepalvelut',
    nameSv: 'Kustens beroendetjänster',
    municipality: 'Meriniemi',
  },
  residential: {
    kind: 'residential-care',
    nameFi: 'Lillbyn lastenkoti',
    nameSv: 'Lillby barnhem',
    municipality: 'Lillby',
  },
} as const satisfies Record<string, DemoAgency>;
export type AgencyName = keyof typeof agencies;

type DemoPerson = {
  name: string;
  language: Language;
  affiliation: [AgencyName, Profession] | null;
};

/** By sign-in name. Those named after a role are on the sign-in page; the rest live in the stories. */
export const people = {
  'social-worker': { name: 'Leena Kallio', language: 'fi', affiliation: ['protection', 'social-worker'] },
  'social-counsellor': {
    name: 'Petri Vainio',
    language: 'fi',
    affiliation: ['protection', 'social-counsellor'],
  },
  'consultant-social-worker': {
    name: 'Kaisa Saarinen',
    language: 'fi',
    affiliation: ['protection', 'consultant-social-worker'],
  },
  'family-therapist': {
    name: 'Jukka Peltonen',
    language: 'fi',
    affiliation: ['protection', 'family-therapist'],
  },
  coordinator: { name: 'Anu Nieminen', language: 'fi', affiliation: ['protection', 'coordinator'] },
  'special-teacher': { name: 'Mikko Halonen', language: 'fi', affiliation: ['school', 'special-teacher'] },
  principal: { name: 'Tiina Rantala', language: 'fi', affiliation: ['school', 'principal'] },
  'psychiatric-nurse': {
    name: 'Sari Niskanen',
    language: 'fi',
    affiliation: ['psychiatry', 'psychiatric-nurse'],
  },
  psychiatrist: { name: 'Henrik Lindqvist', language: 'sv', affiliation: ['psychiatry', 'psychiatrist'] },
  'data-protection-officer': {
    name: 'Ulla Forsman',
    language: 'fi',
    affiliation: ['protection', 'data-protection-officer'],
  },
  administrator: { name: 'Timo Ahonen', language: 'fi', affiliation: ['protection', 'administrator'] },
  'school-social-worker': {
    name: 'Riikka Salo',
    language: 'fi',
    affiliation: ['school', 'school-social-worker'],
  },
  'hospital-school-teacher': {
    name: 'Marja Heikkinen',
    language: 'fi',
    affiliation: ['hospitalSchool', 'special-teacher'],
  },
  'substance-worker': {
    name: 'Janne Mattila',
    language: 'fi',
    affiliation: ['substance', 'substance-worker'],
  },
  'residential-worker': {
    name: 'Eeva Lindroos',
    language: 'fi',
    affiliation: ['residential', 'residential-care-worker'],
  },
  guardian: { name: 'Minna Virtanen', language: 'fi', affiliation: null },
  child: { name: 'Aino Virtanen', language: 'fi', affiliation: null },
  'oskar.nystrom': { name: 'Oskar Nyström', language: 'sv', affiliation: ['protection', 'social-worker'] },
  'annika.holm': { name: 'Annika Holm', language: 'sv', affiliation: ['lillby', 'special-teacher'] },
  'heli.laakso': { name: 'Heli Laakso', language: 'fi', affiliation: ['hospitalSchool', 'special-teacher'] },
  'paivi.ranta': { name: 'Päivi Ranta', language: 'fi', affiliation: ['psychiatry', 'administrator'] },
  'erik.lund': { name: 'Erik Lund', language: 'sv', affiliation: ['hospitalSchool', 'administrator'] },
  'sanna.hiltunen': { name: 'Sanna Hiltunen', language: 'fi', affiliation: ['substance', 'administrator'] },
  'camilla.sjoberg': { name: 'Camilla Sjöberg', language: 'sv', affiliation: null },
  'jani.korhonen': { name: 'Jani Korhonen', language: 'fi', affiliation: null },
} as const satisfies Record<string, DemoPerson>;
export type SignInName = keyof typeof people;
