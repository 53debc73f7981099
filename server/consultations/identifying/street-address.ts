// Addresses of homes: a street in Finnish, Swedish or English with its number, a street that somebody lives on, and a postal
// code with its place.
import type { Span } from './spans.ts';
import { likely } from './spans.ts';

// How streets end, in the forms in which one lives on them, comes from them or goes to them.
const finnishEnding = [
  'kat(?:u|ua|uun)|kadu(?:n|lla|lle|lta|ssa|sta)',
  'tie(?:n|tä|llä|lle|ltä|hen|ssä|stä)?',
  'kuja(?:n|a|lla|lle|lta)?',
  'pol(?:ku|kua|un|ulla|ulle|ulta)',
  'kaar(?:i|ta|en|ella|elle|elta)',
  'rait(?:ti|tia|in|illa|ille|ilta)',
  'rin(?:ne|teen|nettä|teellä|teelle|teeltä)',
  'tör(?:mä|män|mällä|mälle|mältä)',
  'mä(?:ki|en|ellä|elle|eltä)',
  'ran(?:ta|nan|nalla|nalle|nalta)',
  'väylä(?:n|llä|lle|ltä)?',
  'tor(?:i|in|illa|ille|ilta)',
  'aukio(?:n|lla|lle|lta)?',
  'pih(?:a|an|alla|alle|alta)',
  'puisti(?:kko|kon|kolla|kolle|kolta)',
  'bulevardi(?:n|lla|lle|lta)?',
  'esplanadi(?:n|lla|lle|lta)?',
  'aho(?:n|lla|lle|lta)?|taival|taipaleella|penger|penkereellä|kehä(?:n|llä)?|ahde|ahteella|kulma(?:n|lla)?|laita|laidalla|portti|portilla',
].join('|');
const swedishEnding =
  'gatan|vägen|gränden|stigen|backen|torget|allén|esplanaden|stranden|kajen|bågen|svängen|ringen|linjen|brinken|gata|väg|gränd|stig|gårdsväg';
const englishEnding = 'Street|Road|Lane|Avenue|Drive|Close|Court|Crescent|Terrace|Way';
const number = String.raw`\d{1,4}(?: ?-\d{1,4})?(?: ?[A-Za-z](?![\p{L}]))?(?: ?(?:as\.?|bst\.?|lgh) ?\d{1,4}| ?\d{1,4}(?![\p{L}\d.%:]))?(?![\d.:,]\d|\p{L}|%)`;

const finnishStreet = new RegExp(
  String.raw`(?<![\p{L}\d-])\p{Lu}[\p{L}-]{1,40}?(?:${finnishEnding}) ${number}`,
  'gu',
);
const lowStreet = new RegExp(
  String.raw`(?<![\p{L}\d-])\p{L}{3,30}?(?:kat(?:u|ua|uun)|kadu(?:n|lla|lle|lta)|kuja(?:n|a|lla|lle|lta)?|tie(?:n|llä|lle|ltä)?|gatan|vägen|gränden|stigen) ${number}`,
  'gu',
);
const swedishStreet = new RegExp(
  String.raw`(?<![\p{L}\d-])\p{Lu}[\p{L}-]{1,40}?(?:${swedishEnding})s? ${number}`,
  'gu',
);
const twoWordStreet = new RegExp(
  String.raw`(?<![\p{L}\d-])\p{Lu}\p{L}{1,20} (?:${swedishEnding}|${finnishEnding}) ${number}`,
  'gu',
);
const englishStreet = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:\d{1,4}[a-z]? )?\p{Lu}\p{L}{1,30} (?:${englishEnding})(?! \p{Ll}{2,12} (?:to|of))(?: ${number})?(?![\p{L}])`,
  'gu',
);
const streetAlone =
  /(?<![\p{L}\d-])\p{Lu}[\p{L}-]{2,40}?(?:kadu(?:n|lla|lle|lta|ssa|sta)|katu(?:a|un)?|kuja(?:n|lla|lle|lta)|tie(?:llä|lle|ltä)|polu(?:lla|lle|lta)|gatan|vägen|gränden|stigen)(?!\p{L}|-)/gu;
const postal =
  /(?<![\p{L}\d.,-])(?:FI-)?\d{5},? \p{Lu}[\p{L}-]{1,30}(?!\p{L})|(?<!\p{L})(?:postinumero\p{L}{0,6}|postnumm?er|postnumret|postal code|postcode)[: ]{1,3}(?:on |är |is )?\d{5}(?!\d)/gu;

// Roads with numbers, ways of care and ways to school: no place where anybody lives.
const noHome =
  /^(?:valtatie|kantatie|seututie|moottoritie|kehätie|yhdystie|hoitotie|palvelu|hoito|opinto|oppimis|koulu(?:polku|tie|polulla|tiellä)|elämänpol|skolvägen|riksväg|landsväg|motorväg|half\w* |this |one |any |no |the |by |parti(?:e|o)|in this |our |their |his |her |my |a )/iu;
const livesThere =
  /(?:asu\p{L}{0,8}|koti\p{L}{0,6}|osoit\p{L}{0,8}|muutt\p{L}{0,8}|bor|bodde|hemma|adress\p{L}{0,4}|flyttade|liv(?:es|ed|ing)|address|home)(?:[ :,]{1,2}[^\s.]{1,14}){0,3} $/iu;

/** What stands in front of a street that has no number: one sentence's worth. */
const before = (text: string, from: number): string => text.slice(Math.max(0, from - 60), from);

/** All of them likely. A street without a number counts in the middle of a sentence, or where somebody lives. */
export const streetAddresses = (text: string): Span[] =>
  [
    ...[finnishStreet, swedishStreet, twoWordStreet, lowStreet, postal].flatMap((one) => likely(text, one)),
    ...likely(text, englishStreet).filter(
      ({ from, to }) => /\d/.test(text.slice(from, to)) || livesThere.test(before(text, from)),
    ),
    ...likely(text, streetAlone).filter(
      ({ from }) => /[\p{L}\d,(] $/u.test(before(text, from)) || livesThere.test(before(text, from)),
    ),
  ].filter(({ from, to }) => !noHome.test(text.slice(from, to)));
