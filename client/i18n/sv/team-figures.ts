// Hur teamets möten har genomförts.
import type { Catalogue } from '../catalogue.ts';

export const teamFigures: Catalogue['teamFigures'] = {
  title: 'Så har mötena genomförts',
  lead: 'De senaste sex månaderna. Bara teamet ser siffrorna.',
  month: 'Månad',
  meetings: 'Möten',
  discussions: 'Behandlade ärenden',
  therapist: 'Familjeterapeuten med',
  hypotheses: 'Hypoteser per behandling',
  childMet: 'Barnet träffat inom 30 dagar',
  cases: {
    one: 'Öppna ärenden som behandlats inom {count} vecka',
    other: 'Öppna ärenden som behandlats inom {count} veckor',
  },
  steps: 'Steg gjorda i tid',
  ofAll: '{part} / {all}',
  tooFew: 'för få för att berättas',
  howTitle: 'Vad siffrorna berättar',
  useNotEffect:
    'Siffrorna berättar hur teamet har arbetat. De berättar inte om arbetet har påverkat barnets situation.',
  hidden: 'Om färre än fem behandlingar, ärenden eller steg berättas inga siffror. Personer jämförs inte.',
  howMet: 'Ett möte med barnet räknas från dagen i barnets synpunkter, 30 dagar före behandlingen.',
  howCases: {
    one: 'Som öppna räknas ärenden hos teamets socialarbetare som har varit öppna i minst {count} vecka. Läget gäller slutet av månaden, för den här månaden i dag.',
    other:
      'Som öppna räknas ärenden hos teamets socialarbetare som har varit öppna i minst {count} veckor. Läget gäller slutet av månaden, för den här månaden i dag.',
  },
  howSteps: 'Stegen har avtalats på teamets möten. Månaden är den som stegets sista dag infaller i.',
  today: 'Teamets möten: {team}',
};
