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
  tooFew: 'visas inte (färre än 5)',
  howTitle: 'Vad siffrorna berättar',
  useNotEffect:
    'Siffrorna berättar hur teamet har arbetat. De berättar inte om arbetet har påverkat barnets situation.',
  hidden:
    'Siffran visas inte om behandlingarna, ärendena eller stegen är färre än fem. Personer jämförs inte.',
  howMet:
    'Barnet räknas som träffat om en dag då barnet träffades har antecknats i barnets åsikt och dagen är högst 30 dagar före behandlingen.',
  howCases: {
    one: 'Som öppna räknas ärenden hos teamets socialarbetare som har varit öppna i minst {count} vecka. Läget gäller slutet av månaden, för den här månaden i dag.',
    other:
      'Som öppna räknas ärenden hos teamets socialarbetare som har varit öppna i minst {count} veckor. Läget gäller slutet av månaden, för den här månaden i dag.',
  },
  howSteps: 'Stegen har avtalats på teamets möten. Månaden är den som stegets sista dag infaller i.',
  heardTitle: 'Hur familjerna har känt sig hörda',
  heard: { one: '{count} svar, medeltal {mean}', other: '{count} svar, medeltal {mean}' },
  heardNone: 'Det finns inte tillräckligt många svar ännu.',
  howHeard:
    'Barnet och familjen kan efter ett möte berätta på en skala från 0 till 10 hur hörda de kände sig. Svaren räknas samman när månaden är slut och det finns svar i minst fem barns ärenden. Ingen ser ett enskilt svar.',
  today: 'Teamets möten: {team}',
};
