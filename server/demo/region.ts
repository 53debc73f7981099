// The demo region: a bilingual coast with two municipalities and four agencies. Nobody in it is real.
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
} as const satisfies Record<string, DemoAgency>;
export type AgencyName = keyof typeof agencies;

type DemoPerson = {
  name: string;
  language: Language;
  affiliation: [AgencyName, Profession] | null;
};

/** By sign-in name. The first thirteen are on the sign-in page; the rest live in the stories. */
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
  guardian: { name: 'Minna Virtanen', language: 'fi', affiliation: null },
  child: { name: 'Aino Virtanen', language: 'fi', affiliation: null },
  'oskar.nystrom': { name: 'Oskar Nyström', language: 'sv', affiliation: ['protection', 'social-worker'] },
  'annika.holm': { name: 'Annika Holm', language: 'sv', affiliation: ['lillby', 'special-teacher'] },
  'camilla.sjoberg': { name: 'Camilla Sjöberg', language: 'sv', affiliation: null },
  'jani.korhonen': { name: 'Jani Korhonen', language: 'fi', affiliation: null },
} as const satisfies Record<string, DemoPerson>;
export type SignInName = keyof typeof people;
