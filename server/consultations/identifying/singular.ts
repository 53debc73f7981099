// What there is only one of where the child lives: the only one of a kind in a village, a parent's office, a village or a
// home by its name, a team.
import { nameKind } from './name-lists.ts';
import { likely, type Span } from './spans.ts';

const onlyOne =
  /(?<!\p{L})(?:(?:koulu|luoka|kylä|kunna|kaupungi|paikkakunna|seurakunna|saare|päiväkodi|yksikö|ryhmä|alueem?me|koulum?me|kyläm?me)\p{L}{0,4} ainoa(?:na)? \p{L}{0,24}(?:inen|oppilas|poika|tyttö|lapsi|perhe|nuori|käyttäjä|lääkäri|opettaja|lapset|perheet|oppilaat)|ainoa(?:na)? \p{L}{3,30} (?:koko )?(?:koulussa(?:mme)?|kylässä(?:mme)?|kunnassa(?:mme)?|kaupungissa|paikkakunnalla(?:mme)?|luokalla(?:mme)?|saarella|seurakunnassa)|(?:skolans|byns|kommunens|klassens|stadens|öns|ortens) enda \p{L}{3,30}|(?:den|det) enda \p{L}{3,30}(?: \p{L}{3,20})? (?:i|på) (?:skolan|byn|kommunen|klassen|staden|orten|ön)|the only \p{L}{3,30}(?: \p{L}{2,20}){0,3} (?:in|at|on) (?:the|our|this) (?:school|village|town|class|island|municipality|area))(?!\p{L})/giu;

const parent =
  '(?:isä(?:n|nsä|ni|puoli)?|äi(?:ti|din|tinsä|tini)|vanhem\\p{L}{2,6}|iso(?:isä|äiti)|ukki|mummo|pappan?|mamman?|far|mor|father|mother|dad|mum|parent)';
const offices =
  'kansanedustaja|kunnanjohtaja|kaupunginjohtaja|pormestari|apulaispormestari|kirkkoherra|piispa|ministeri|(?:kunnan|kaupungin|kylän|paikkakunnan|seurakunnan|koulun|saman koulun) (?:\\p{L}{3,12} )?(?:\\p{L}{0,10}lääkäri|pappi|kauppias|rehtori|\\p{L}{0,10}johtaja|palopäällikkö|poliisi|opettaja|keittäjä|talonmies)|(?:tunnettu|julkisuudesta tuttu|entinen) \\p{L}{5,20}|riksdagsledamot|kommundirektör|stadsdirektör|borgmästare|kyrkoherde|byns \\p{L}{3,15}|känd \\p{L}{5,20}|mayor|member of parliament|vicar|well-known \\p{L}{5,20}|famous \\p{L}{5,20}|local \\p{L}{5,15}';
const office = new RegExp(`(?<=${parent}(?: [\\p{L},]{1,14}){0,3} )(?:${offices})\\p{L}{0,4}`, 'giu');

const village =
  /(?<![\p{L}-])\p{Lu}\p{L}{2,20}n kyl(?:ä|än|ässä|ästä|ällä|ältä|ään)(?!\p{L})|(?<!\p{L})i byn \p{Lu}\p{L}{2,20}|(?<!\p{L})(?:in )?the village of \p{Lu}\p{L}{2,20}/gu;
const home =
  /(?<!\p{L})(?:[Ll]astenko(?:ti|dissa|din|dista|tiin)|[Nn]uorisoko(?:ti|dissa|din|dista|tiin)|[Kk]ouluko(?:ti|dissa|din|dista|tiin)|[Pp]erheko(?:ti|dissa|din|dista|tiin)|[Bb]arnhemmet|[Uu]ngdomshemmet|[Ff]amiljehemmet) \p{Lu}\p{L}{2,20}|(?<=[\p{L}\d,] )\p{Lu}\p{L}{3,20}n (?:lasten|nuoriso|perhe|koulu)ko(?:ti|dissa|din|dista|tiin)(?!\p{L})/gu;
const team =
  /(?<![\p{L}-])\p{Lu}[\p{L}-]{1,20}(?::?n|:?s|in)? (?:[A-G]\d?|[BP]1\d|U1\d|[TP]\d{2})(?:[- ]?(?:junior|poi[kj]|poja|tyttö|tytö|flick|pojk)\p{L}{0,8})(?!\p{L})/gu;

// "asuu Xxssä", "bor i Xx", "lives in Xx": a place too small to stand among those that we know.
const livesIn =
  /(?<!\p{L})(?:asu(?:u|vat|i|ivat|nut|neet|va)|kotoisin|muutt(?:i|ivat|aa|anut|aneet)|bor|bodde|flyttade|liv(?:es?|ed|ing)|moved)(?: (?:nyt|yhä|edelleen|perheineen|äitinsä kanssa|isänsä kanssa|mummolassa|i|på|till|in|to|from|ute i|kvar i)){0,2} (?<place>\p{Lu}\p{Ll}{2,24}(?:-\p{L}{2,20})?)(?![\p{L}-])/gu;

const isUnknownPlace = (place: string): boolean => nameKind(place) === undefined;

/** All of them likely. */
export const singularThings = (text: string): Span[] => [
  ...[onlyOne, office, village, home, team].flatMap((one) => likely(text, one)),
  ...[...text.matchAll(livesIn)].flatMap((match): Span[] => {
    const place = match.groups?.place ?? '';
    const to = match.index + match[0].length;
    return isUnknownPlace(place) ? [{ from: to - place.length, to, certain: false }] : [];
  }),
];
