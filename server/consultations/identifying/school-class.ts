// Schools and day-care centres by name, and classes by their letter. The number of a class alone is a grade, which the form asks for anyway.
import { mayBegin } from './name-lists.ts';
import type { Span } from './spans.ts';
import { likely } from './spans.ts';

const finnishSchool =
  '(?:koulu|koulun|koulua|koulussa|kouluun|kouluun|koulusta|koululla|koululle|koululta|yhtenäiskoulu\\p{L}{0,4}|alakoulu\\p{L}{0,4}|yläkoulu\\p{L}{0,4}|peruskoulu\\p{L}{0,4}|erityiskoulu\\p{L}{0,4}|normaalikoulu\\p{L}{0,4}|norssi\\p{L}{0,3}|ala-aste\\p{L}{0,5}|yläaste\\p{L}{0,5}|lukio\\p{L}{0,4}|päiväko(?:ti|din|dissa|dista|tiin|tia|dilla)|esikoulu\\p{L}{0,4}|eskari\\p{L}{0,3}|opisto\\p{L}{0,3}|kansakoulu\\p{L}{0,3})(?!\\p{L}|-)';
const swedishSchool =
  '(?:skola|skolan|skolas|daghem|daghemmet|gymnasium|lågstadium|högstadium|lågstadieskola|högstadieskola|förskola|grundskola)(?!\\p{L})';
const englishSchool =
  '(?:School|Primary|Comprehensive|Kindergarten|Nursery|Daycare|Elementary|High School|Secondary)(?!\\p{L})';

const named = new RegExp(
  `(?<![\\p{L}\\d-])\\p{Lu}[\\p{L}-]{2,30}?(?:n|n-) ?(?:(?:yhtenäis|ala|ylä|perus|erityis|normaali)?koulun )?${finnishSchool}|(?<![\\p{L}\\d-])\\p{Lu}\\p{L}{2,30}?(?:${finnishSchool})`,
  'gu',
);
const namedSwedish = new RegExp(
  `(?<![\\p{L}\\d-])\\p{Lu}[\\p{L}-]{2,30}(?:s|ska|dals|a) ${swedishSchool}|(?<![\\p{L}\\d-])\\p{Lu}\\p{L}{3,30}?(?:skolan|skolans|daghemmet|daghem|gymnasiet|lågstadiet|högstadiet|skola|gymnasium)(?!\\p{L})`,
  'gu',
);
const namedPlace = new RegExp(
  `(?<![\\p{L}\\d-])\\p{Lu}\\p{L}{2,20} (?:svenska|finska|norra|södra|östra|västra) ${swedishSchool}`,
  'gu',
);
const namedEnglish = new RegExp(
  `(?<![\\p{L}\\d-])\\p{Lu}\\p{L}{2,30}(?: \\p{Lu}\\p{L}{2,20})? ${englishSchool}`,
  'gu',
);
const followedByClass =
  /^(?:in|s|’s|'s)? ?,? ?(?:(?:luok|klass|class|åk|årskurs|grade|year)\p{L}{0,6} )?\d{1,2} ?[A-Ha-h](?![\p{L}\d])(?:[:-]\p{L}{1,12})?/u;

const namedBefore =
  /(?<!\p{L})(?:[Pp]äiväko(?:ti|din|dissa|dista|tiin)|[Dd]aghem(?:met)?|[Ee]siopetusryhmä\p{L}{0,4}|[Ee]skari(?:ssa|n)?|[Dd]aycare|[Ff]örskolan) ["”]?\p{Lu}[\p{L}-]{2,24}/gu;
const group =
  /(?<=[\p{L}\d,] )\p{Lu}\p{Ll}{2,20}(?:n|jen|ten|den) (?:ryhmä(?:ssä|n|stä|ään|llä)?|eskari(?:ssa|n)?)(?!\p{L})/gu;

// A capital letter behind the number; a small one only where the form of the word or the word beside it says that it is a class.
const byCapital =
  /(?<![\p{L}\d§.,:/-])(?:10|[1-9])\.?[A-H](?![\p{L}\d]|-(?:vitam|lääk|hoito|osa|tulost|mallin))(?:[:-]?-?\p{Ll}{1,16})?/gu;
const byEnding =
  /(?<![\p{L}\d.,/-])(?:10|[1-9])(?:[.-]\d)? ?[A-Ha-h] ?(?:-luok(?:ka|k|a|i)\p{L}{0,8}|-luoka\p{L}{0,6}|luok(?:ka|alla|alle|an|assa)(?!\p{L})|-(?:klass|class)\p{L}{0,4}|:(?:n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|hen|han|an|s|aa|ta|tä|t|na|nä|läi\p{L}{1,8})(?!\p{L})|-(?:ryhmä|oppila|läi)\p{L}{0,8})/gu;
const bySpoken =
  /(?<!\p{L})(?:ykkösen|kakkosen|kolmosen|nelosen|vitosen|kutosen|seiskan?|kasin?|ysin?|(?:toisen|kolmannen|neljännen|viidennen|kuudennen|seitsemännen|kahdeksannen|yhdeksännen)|ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian)[ -](?:[A-H](?![\p{L}\d.])|[a-h](?=:))(?::\p{Ll}{1,5})?/giu;
const byWord =
  /(?<!\p{L})(?:luok(?:ka|alla|alle|an|assa|asta|kaa)|klass(?:en)?|class|grade|year|form|årskurs|åk\.?|ryhmä(?:ssä|n)?) (?:on |är |is )?(?:10|[1-9])[ .-]?[A-Ha-h](?![\p{L}\d])(?::?\p{Ll}{1,4}(?!\p{L}))?/giu;
const spacedCapital = /(?<![\p{L}\d§.,:/-]|\d )(?:10|[1-9]) [A-F](?![\p{L}\d.:§)]| ?\d)(?=[ ,.;?!]|$)/gu;

const byItself =
  /(?<![\p{L}\d§.,:/-])(?:[4-9][a-f]|[1-3][a-ce-f])(?![\p{L}\d§.:/-]\p{L}|[\p{L}\d§-]| ?§| ?(?:kohta|kohda|momen|luku|luvu))/gu;

// "liite 3B", "kohta 2B", "rappu 3B": no class, and no more is a building's name that only has a school in it.
const noClass =
  /(?:liit\p{L}{0,6}|koh\p{L}{0,6}|taulu\p{L}{0,6}|kuva\p{L}{0,3}|rap\p{L}{0,6}|porra\p{L}{0,3}|asun\p{L}{0,6}|huone\p{L}{0,5}|tila\p{L}{0,5}|bilag\p{L}{0,3}|punkt\p{L}{0,3}|appendix|section|table|room|item|part|option|vaihtoeh\p{L}{0,5}|lomak\p{L}{0,7}|momen\p{L}{0,6}|luvu\p{L}{0,3}|luku|lain|§|pykäl\p{L}{0,4}|artikla\p{L}{0,3}|osast\p{L}{0,6}|avdelning\p{L}{0,3}|ward|lag(?:en)?|momentet|form|level|taso\p{L}{0,3}|vaihe\p{L}{0,4}|versio\p{L}{0,3}|\p{Lu}\p{Ll}{2,30}(?:katu|kadulla|tie|tiellä|kuja|kujalla|polku|gatan|vägen))(?: (?:on|är|is|oli|n:o|nro))? $/iu;
const noSchool =
  /^(?:(?:Suomen|Ruotsin|Viron|Venäjän|Euroopan|Jokaisen|Lapsen|Lasten|Nuoren|Nuorten|Pojan|Tytön|Oppilaan|Oman|Oma|Meidän|Teidän|Heidän|Hänen|Tämän|Sen|Saman|Minkä|Eri|Uuden|Vanhan|Edellisen|Nykyisen|Entisen|Toisen|Ensimmäisen|Kahden|Monen|Koko|Muun|Toisin|Ennen|Asian|Kaupungin|Kunnan|Lähi|Kodin|Vanhempien|Perheen|Valterin?|Elmeri|Steinerin?|Montessori|Englantilaisen|Kansainvälisen|Ruotsinkielisen|Sairaala|Hospital|Kesken|Kun|Jos|Niin|Kuin|Myös|Mutta|Huomenna|Eilen|Tänään|Viime|Ensi|Pitkän|Aamun|Päivän|Illan|Loman|Syksyn|Kevään)[n-]? ?-?(?:\p{Ll}|$)|(?:Kansa|Perus|Ala|Ylä|Yhtenäis|Erityis|Normaali|Sairaala|Lähi|Esi|Ammatti|Keskus|Kotikoulu|Koti|Kesä|Ilta|Kirkko|Pyhä|Sunnuntai|Musiikki|Taide|Tanssi|Ratsastus|Seurakunta|Verkko|Etä|Avo|Kansan|Kansalais|Iltalukio|Aikuis|Vuoro|Perhe|Pienryhmä|Metsä)-?(?:koulu|lukio|opisto|päiväko|aste|esikoulu|eskari|din|ti)|(?:Grund|För|Sjukhus|Special|Folk|Musik|Hög|Låg|Yrkes|Sommar|Hem|Sär|Fri|När|Distans|Den|En|Vår|Ingen|Hans|Hennes|Deras|Samma|Finlands|Ny|I|På|Varje|Vilken|Hela|Barnets|Ett|Er|Min|Elevens)[ ]?(?:skol|stadi|daghem|gymnas|lågs|högs|förs|grunds)|(?:The|This|Our|His|Her|A|Finnish|Hospital|Special|Primary|Secondary|High|Elementary|Middle|After|Before|At|In|Any|Which|Every|Your|Public|Private|Comprehensive|Junior|Senior|New|Old|Same|Another|No|Home|When) )/u;

const firstWord = (phrase: string): string => (/^\p{L}+/u.exec(phrase)?.[0] ?? '').toLowerCase();

/** A named school with the class behind it counts as one. All of them likely. */
export const schoolClasses = (text: string): Span[] => {
  const schools = [named, namedSwedish, namedPlace, namedEnglish, namedBefore, group]
    .flatMap((one) => likely(text, one))
    .filter(
      ({ from, to }) => !noSchool.test(text.slice(from, to)) && !mayBegin(firstWord(text.slice(from, to))),
    )
    .map((span) => {
      const behind = followedByClass.exec(text.slice(span.to, span.to + 40));
      return behind ? { ...span, to: span.to + behind[0].length } : span;
    });
  const classes = [byCapital, byItself, bySpoken, byEnding, byWord, spacedCapital]
    .flatMap((one) => likely(text, one))
    .filter(({ from }) => !noClass.test(text.slice(Math.max(0, from - 40), from)));
  return [...schools, ...classes];
};
