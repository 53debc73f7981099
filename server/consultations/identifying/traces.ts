// Other things that lead to one child or family: number plates, names in social media, addresses of pages, account and
// record numbers, foreign identity codes.
import type { Span } from './spans.ts';
import { likely } from './spans.ts';

// Three letters and three digits are a plate; fewer are one only where a car is spoken of.
const plate = /(?<![\p{L}\d-])[A-ZÅÄÖ]{3}-\d{3}(?![\p{L}\d-])/gu;
const platesOfCar =
  /(?<=(?:auto|rek(?:isteri|kari|\.)?|kilp|skoot|mopo|mönkij|bil|reg(?:ister|\.)?|nummerplåt|car|plate|van|scooter)\p{L}{0,14}[^.\n]{0,40}?)(?<![\p{L}\d-])[A-ZÅÄÖ]{2,3}[- ]\d{1,3}(?![\p{L}\d-])/gu;
const noPlate = /^(?:ICD|DSM|SDQ|WISC|BDI|ICF|ISO|FPS|GAF|RAADS|LTO|CDI|KKL|YTJ|HLÖ|COV)/;

const handle =
  /(?<![\p{L}\d@._-])@[\p{L}\d_](?:[\p{L}\d_.]{1,28}[\p{L}\d_])(?![\p{L}\d@]|\.[a-z]{2,4}(?!\p{L}))/gu;
const handleNamed =
  /(?<!\p{L})(?:nimimer\p{L}{2,8}|käyttäjänim\p{L}{1,6}|käyttäjätunnu\p{L}{1,6}|tunnuksella|tunnus|tilin? nimi|pelaajatunnu\p{L}{1,5}|gamertag\p{L}{0,3}|username|user name|handle|användarnamn\p{L}{0,3}|(?:insta|instagram|snap|snäp|snapchat|tiktok|discord|roblox|kik|telegram|twitch|youtube|jodel|facebook)(?:i|in|ssa|issa|assa|-tili\p{L}{0,4}|-kanava\p{L}{0,4}|-konto\p{L}{0,3}|tili\p{L}{0,4})?)(?: (?:on|is|är|nimellä|nimeltä|tunnuksella|nimimerkillä|med namnet|namnet|under the name|as|name|account|tili|nimi|hänen|named|called|som))*[: ]{1,2}["”'“»]?(?<handle>[\p{L}\d_.-]{1,29}[\p{L}\d_](?:#\d{2,6})?)/giu;

const page =
  /(?<![\p{L}\d@.])(?:https?:\/\/|www\.)[^\s<>"”]{3,200}|(?<![\p{L}\d@.-])[a-z\d-]{2,40}\.(?:fi|com|net|org|se|eu|me|io|tv|gg)(?:\/[^\s<>"”]{1,200})/giu;
const publicPage =
  /^(?:https?:\/\/)?(?:www\.)?(?:[a-z-]+\.)?(?:finlex|kela|fpa|thl|oph|mll|suomi|stm|mielenterveystalo|nuortennetti|terveyskirjasto|terveyskyla|kaypahoito|mieli|edu|minedu|okm|valvira|avi|tuomioistuin|poliisi|oikeus|lastensuojelu|pelastakaalapset|hus|tays|tyks|kys|oys|valteri|edilex|eduskunta|vaestoliitto|autismiliitto|adhd-liitto|barnombudsman|folkhalsan|barnavardsforeningen|who|unicef|bris)\.(?:fi|int|org|se)(?![\p{L}\d-])/iu;

const account = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?\d{4}){3,6}(?: ?\d{1,4})?(?![\p{L}\d])/gu;
const record =
  /(?<!\p{L})(?:asiakasnumero|asiakastunnus|asiakas-id|potilasnumero|potilastunnus|oppilasnumero|oppijanumero|diaarinumero|dnro|diaarinro|kundnummer|klientnummer|diarienummer|dnr|patient number|case number|client number|student number|passi(?:n|numero)?(?: numero)?|pass(?:nummer|port number)?)\.?[: ]{1,2}(?:on |är |is )?(?<record>[A-ZÅÄÖ]{0,6}[/ -]?\d[\d/.-]{2,20}(?:\/\d{2,4})?)/giu;
const foreignCode =
  /(?<![\p{L}\d+-])(?:(?:19|20)\d{6}-?\d{4}|[3-6]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4})(?![\p{L}\d-])/gu;

const group = (text: string, expression: RegExp, name: string): Span[] =>
  [...text.matchAll(expression)].map((match) => {
    const to = match.index + match[0].length;
    return { from: to - (match.groups?.[name]?.length ?? match[0].length), to, certain: false };
  });

// What stands where a handle would, and is none: a word of the language in lower case without a digit, a point or a line.
const isHandle = (word: string): boolean =>
  /[\d_.#]/.test(word.replace(/\.$/, '')) || /^\p{Lu}?\p{Ll}+\p{Lu}/u.test(word);

/** All of them likely. */
export const traces = (text: string): Span[] => [
  ...[...likely(text, plate), ...likely(text, platesOfCar)].filter(
    ({ from }) => !noPlate.test(text.slice(from, from + 6)),
  ),
  ...likely(text, handle),
  ...group(text, handleNamed, 'handle').filter(
    ({ from, to }) => isHandle(text.slice(from, to)) || /["”'“»]/u.test(text[from - 1] ?? ''),
  ),
  ...likely(text, page).filter(({ from, to }) => !publicPage.test(text.slice(from, to))),
  ...likely(text, account),
  ...group(text, record, 'record'),
  ...likely(text, foreignCode),
];
