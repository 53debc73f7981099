// How many of the children in Finnish comprehensive schools are in a circumstance, and the words that tell of it. The shares
// are rounded national ones, settings and no measurements: each is to be verified against the source beside it.
import type { Circumstance } from '../../../../shared/identifying.ts';

/** The day on which somebody last went through the shares. */
export const sharesAsOf = '2026-11-28';

type Setting = { readonly share: number; readonly source: string; readonly words: RegExp };

export const circumstanceSettings: Readonly<Record<Circumstance, Setting>> = {
  'special-support': {
    share: 0.1,
    source: 'Statistics Finland, support for learning, before the reform of 1 August 2025 (verify)',
    words: /erityi(?:sen|nen) tu|pienryhmä|särskilt stöd|smågrupp|special (?:support|class)/iu,
  },
  'other-language': {
    share: 0.1,
    source: 'Statistics Finland, pupils by mother tongue (verify)',
    words:
      /vieraskieli|maahanmuuttaja|(?:somali|arabia|venäjä|viro|kurdi|persia|ukraina|albania|vietnami)n? ?(?:kiel|a puhu)|invandrar|modersmål|mother tongue|immigrant/iu,
  },
  'placed-outside-home': {
    share: 0.017,
    source: 'THL, child protection, children placed outside the home (verify)',
    words:
      /sijoite|huostaan|sijaisperhe|sijaiskoti|lastenko|laitokses|fosterhem|placera|omhänder|barnhem|foster|taken into care/iu,
  },
  'child-protection-client': {
    share: 0.045,
    source: 'THL, child protection, clients of open care (verify)',
    words: /lastensuojelun asiak|avohuol|klient (?:hos|inom) barnskydd|client of child protection/iu,
  },
  'one-parent': {
    share: 0.25,
    source: 'Statistics Finland, families with one parent (verify)',
    words: /yksinhuoltaj|ensamstående|ensamförsörj|single (?:mother|father|parent)/iu,
  },
  autism: {
    share: 0.015,
    source: 'Current Care Guideline, autism spectrum (verify)',
    words: /autis|asperger/iu,
  },
  adhd: { share: 0.05, source: 'Current Care Guideline, ADHD (verify)', words: /\badhd\b/iu },
  'mobility-impairment': {
    share: 0.003,
    source: 'estimate from services for persons with disabilities (verify)',
    words: /pyörätuol|liikuntavam|cp-vam|rullstol|rörelsehindr|wheelchair|cerebral palsy/iu,
  },
  'hearing-impairment': {
    share: 0.002,
    source: 'Finnish Federation of Hard of Hearing (verify)',
    words: /kuulovam|kuuro|kuulokoje|sisäkorvaistut|hörselskad|\bdöv\b|hearing (?:aid|impair)|\bdeaf\b/iu,
  },
  'visual-impairment': {
    share: 0.001,
    source: 'Finnish Register of Visual Impairment (verify)',
    words: /näkövam|sokea|synskad|\bblind\b|visually impaired/iu,
  },
  twin: {
    share: 0.028,
    source: 'THL, perinatal statistics, multiple births (verify)',
    words: /kaksos|kaksoi(?:nen|sveli|ssisko)|kolmos(?:et|ista)|tvilling|trilling|\btwins?\b|triplet/iu,
  },
  adopted: { share: 0.004, source: 'Statistics Finland, adoptions (verify)', words: /adopt/iu },
  'parent-in-prison': {
    share: 0.009,
    source: 'Criminal Sanctions Agency, estimate of prisoners’ children (verify)',
    words: /vankila|vangi(?:ttu|n)|vankeu|fängel|in (?:prison|jail)/iu,
  },
  'parent-has-died': {
    share: 0.01,
    source: 'Statistics Finland, children who have lost a parent (verify)',
    words:
      /(?:isä|äiti|isänsä|äitinsä) (?:on )?kuol|leski|(?:pappa|mamma)n? (?:har )?d(?:og|ött)|(?:father|mother) (?:has )?died/iu,
  },
  'gender-minority': {
    share: 0.02,
    source: 'THL, School Health Promotion study (verify)',
    words:
      /trans(?:poika|tyttö|suku|nuori|person|gender)|muunsukup|sukupuolen ?korja|icke-?binär|non-?binary/iu,
  },
  roma: {
    share: 0.002,
    source: 'estimate of the National Roma Policy (verify)',
    words: /\bromani|romsk|\broma\b/iu,
  },
  pregnant: {
    share: 0.001,
    source: 'THL, births and abortions under 18 (verify)',
    words: /raskaana|gravid|pregnan/iu,
  },
  'newly-arrived': {
    share: 0.015,
    source: 'Finnish National Agency for Education, preparatory instruction (verify)',
    words:
      /valmistava(?:ssa|an|lla|n opet)|tullut suomeen|muutti suomeen|förberedande|kom till finland|(?:came|moved) to finland/iu,
  },
};
