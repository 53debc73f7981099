// What the words around a capitalised one say of it: that somebody is named, or that it belongs to an institution or a method.
import type { Word } from '../../../shared/reading/words.ts';

const whoFinnish =
  'oppila(?:s|an|alla|alle|alta|sta|ani|amme|aksi|ana|stani)|poika\\p{L}{0,3}|poja(?:n|lla|lle|sta|t)|tyttö\\p{L}{0,3}|tytö(?:n|llä|lle|stä)|tyttäre\\p{L}{1,5}|tytär|lap(?:si|sen|sella|selle|sesta)|nuor(?:i|en|ella|elle)|(?:iso|sijais|kummi)?äi(?:ti|din|dillä|dille|tinsä|timme)|(?:iso|sijais)?isä(?:n|llä|lle|nsä)?|isäpuoli\\p{L}{0,3}|äitipuoli|(?:pikku|iso|kaksos)?vel(?:i|jen|jensä|jellä|jeksi)|(?:pikku|iso|kaksos)?sisko(?:n|nsa|lla)?|sisar(?:us|ukset)?|mumm[oi]n?|ukki|vaari|pappa|tä(?:ti|din)|se(?:tä|dän)|enon?|kummi|serkun?|serkku|kaveri\\p{L}{0,3}|ystäv(?:ä|än|änsä)|\\p{L}{0,12}opettaja\\p{L}{0,3}|\\p{L}{0,8}rehtori\\p{L}{0,3}|kuraattori\\p{L}{0,3}|psykologi\\p{L}{0,3}|lääkäri\\p{L}{0,3}|terveydenhoitaja\\p{L}{0,3}|\\p{L}{0,10}ohjaaja\\p{L}{0,3}|\\p{L}{0,8}työntekijä\\p{L}{0,3}|\\p{L}{0,10}terapeutti|huoltaja\\p{L}{0,3}|puoliso\\p{L}{0,3}|miesystävä|naisystävä|perhe|perheen|tulkki|valmentaja|naapuri|nimi|nimeltä(?:än)?|nimellä|nimensä|kutsumanimi|terveisin|terv|kuulemma';
const whoSwedish =
  'eleven|elev|pojken?|flickan?|mamman?|pappan?|modern|fadern|mor|far|bro(?:r|dern)|syster(?:n)?|(?:lille?|stor)(?:bror|asyster)|lillasyster|lärar(?:en|e|inna)|kuratorn?|rektorn?|kusin(?:en)?|kompis(?:en)?|vän(?:nen)?|(?:mor|far)(?:mor|far)|styv(?:far|pappa)|barnet|psykolog(?:en)?|hälsovårdaren|heter|namn(?:et)?|kallas|hälsningar|mvh';
const whoEnglish =
  'pupil|student|boy|girl|mother|father|mum|mom|dad|brother|sister|step(?:father|dad|mother)|grand(?:mother|ma|father|pa)|teacher|cousin|friend|uncle|aunt|mr|mrs|ms|miss|dr|child|son|daughter|neighbour|named|called|name|regards|principal|counsellor|nurse';
const who = new RegExp(`^(?:${whoFinnish}|${whoSwedish}|${whoEnglish})$`, 'u');
const nameWord = /^(?:nimi|nimensä|nimeni|namn|namnet|name)$/u;

/** Whether the words before say that somebody is named: "oppilas Xx", "nimi on Xx". */
export const spokenOf = (before: Word | undefined, twoBefore: Word | undefined): boolean => {
  if (!before) return false;
  if (who.test(before.low.split('-').at(-1) ?? '')) return true;
  return /^(?:on|oli|är|is|was)$/u.test(before.low) && nameWord.test(twoBefore?.low ?? '');
};

const kin =
  /^(?:(?:iso)?äi(?:ti|din|dille|dillä|tiä)|(?:iso)?isä(?:n|lle|llä|ä)?|(?:pikku|iso)?vel(?:i|jen|jelle|jet)|(?:pikku|iso)?sisko\p{L}{0,4}|vanhem(?:mat|pien|mille|pia)|huoltaja\p{L}{0,4}|mummo\p{L}{0,3}|kaveri\p{L}{0,3}|opettaja\p{L}{0,4}|luokanopettaja\p{L}{0,4}|perhe(?:en|essä|elle|ellä|estä|ttä)?|sisaru\p{L}{1,6}|la(?:pset|sten|psia|psista|psille)|poja[nt]|poika|tyttö|tytön|mamma|pappa|föräldrar|mor|far|bror|syster|familj|lärare|mother|father|mum|mom|dad|brother|sister|parents|teacher|family)$/u;

/** Whether a word is a parent, a brother or a sister, or the family, in any case. */
export const isParent = (word: Word | undefined): boolean =>
  /^(?:äi(?:ti|din|dille|dillä|tiä)|isä(?:n|lle|llä|ä)?|(?:pikku|iso)?vel(?:i|jen|jelle)|(?:pikku|iso)?sisko(?:n|lle)?|vanhem(?:mat|pien|mille|pia)|perhe(?:en|essä|elle)?|lapset|sisarukset|mamma|pappa|föräldrar|familj|mor|far|bror|syster|mother|father|mum|dad|brother|sister|parents|family)$/u.test(
    word?.low ?? '',
  );

/** Whether the word behind makes a name of it: "Xxn äiti", "Xx’s mother", "Xx niminen oppilas". */
export const namedNext = (word: Word, next: Word | undefined): boolean =>
  /-(?:nimi|set[äi]|sed[äi]|tä[td]i|mumm|ukki|vaari|papp?a|poik|poja|tyttö|tytö|vauva|opettaj|ohjaaj)/u.test(
    word.low,
  ) ||
  /^nimi(?:nen|sen|sellä|sestä|stä|selle)$/u.test(next?.low ?? '') ||
  (/[ns]$/u.test(word.low) && word.low !== 'hans' && kin.test(next?.low ?? ''));

const deedFinnish =
  'sano[oi]|kerto[oi]?|kertoi|kertonut|asu[ui]|itke[eä]|itki|huu(?:taa|si|ti)|pelkä(?:ä|si)|kiel(?:täytyy|täytyi|tää|si)|kirjoit(?:taa|ti)|soit(?:taa|ti)|lyö|löi|karka(?:a|si)|istu[ui]|nuk(?:kuu|kui)|puhu[ui]|halua[aisi]{0,2}|käyttäyty\\p{L}{1,2}|opiskelee|täyttää|viil(?:telee|si)|riehuu|uhka(?:a|ili)|hakkaa|valvoo|myöhästyy|syö|jou(?:tui|tuu)|aloitti|muutti|vastaa|vastasi|pakenee|piirsi|kiusaa|kiusasi|oireilee|vetäytyy';
const deedSwedish =
  'säger|sade|sa|berätta(?:r|de|t)|bor|gråter|vägrar|vill|äter|slår|skriker|sover|rymmer|rymde|går|ritade|ringde|grät|mår';
const deedEnglish =
  'says|said|told|tells|lives|cries|cried|hits|hit|refuses|refused|wants|goes|eats|sleeps|ran|drew|asked|called|screams|attends';
const deed = new RegExp(`^(?:${deedFinnish}|${deedSwedish}|${deedEnglish})$`, 'u');

/** Whether the word behind is what only a person does: "Xx itkee", "Xx säger". */
export const doesNext = (next: Word | undefined): boolean => !!next && deed.test(next.low);

// What behind a name says that somebody goes to school, is away, is so old, or does what a person does.
const behindPerson =
  /^ (?:(?:ei|eikä) (?:ole (?:tullut|puhunut|syönyt|käynyt|nukkunut|ollut koulussa)|tule|käy|syö|puhu|nuku|halua|suostu|uskalla|jaksa|osaa|kuuntele|vastaa|pysty|saa|viihdy|lähde|pidä|tee|lue|itke|istu)(?!\p{L})|(?:on|oli) (?:ollut (?:poissa|sairaa|osastolla|meillä|koti)|(?:vasta |jo |nyt )?\d{1,2}[- ]?v|\p{L}{3,14}(?:nnella|nnellä|sella|sellä) ?(?:luok|ja|[,.])|(?:taas |jälleen |usein |aina )?(?:poissa|sijoite|kertonut|sanonut|lyönyt|karannut|itkenyt|huutanut|viiltänyt|puhunut|kiusannut|kiusat|koulussa|kotona|osastolla|masentunut|ujo|väkivaltai|vihai|hiljai|poika|tyttö|oppilas|lapsi))|käy (?:koulua|esikoulua|kolma|neljä|viidet|kuudet|seitse|kahdek|yhdek)|tulee (?:kouluun|myöhässä|aina|usein|taas)|(?:har|är|kommer|vill|går) (?:varit borta|inte|ofta|\d{1,2} år|rädd|hemma)|inte vill|(?:has|is|does|will|can) (?:not|been|missed|afraid|\d{1,2}|often|never|absent))/u;

/** Whether what stands behind a word says that it is a person: "Xx ei tule kouluun", "Xx on kahdeksannella". */
export const personBehind = (text: string, word: Word): boolean =>
  behindPerson.test(text.slice(word.to, word.to + 60));

// Words that are no subject of a sentence by themselves, so that a verb behind one makes a name of it.
const noSubject =
  /^(?:anna|ilona|björn|sten|stig|saga|bo|per|hans|max|kim|linn|mark|will|grant|frank|dean|hunter|mason|jade|iris|viola|bill)$/u;

/** Whether a word can be the subject of a sentence only as a name. */
export const isNoOtherSubject = (word: Word): boolean => noSubject.test(word.low);

/** "Anna ei", "Björn är". */
export const isSubject = (word: Word, next: Word | undefined): boolean =>
  isNoOtherSubject(word) &&
  /^(?:on|oli|ei|eikä|ollut|olisi|har|är|kommer|is|has|was)$/u.test(next?.low ?? '');

/** Whether an age stands behind: "Xx (9 v)", "Xx, 11-vuotias", "Xx 12 år". */
export const ageBehind = (text: string, word: Word): boolean =>
  /^(?:,? ?\(?\d{1,2}[ -]?(?:v(?:\.|uoti\p{L}{1,6}|uotta)?|år(?:ing)?|years?|yrs?|yo|-year-old)(?!\p{L})| \(\d{1,2}\)|, \d{1,2},)/u.test(
    text.slice(word.to, word.to + 18),
  );

const heads =
  /^(?:sairaala|kaupun|kunta|kunna|kuntay|päivysty|perheneuvola|poliklini|sosiaali|hyvinvointi|säätiö|keskus|tutkimu|menetelm|testi|oireyhtym|tauti|taudin|malli|instituut|liitto|liiton|yliopisto|käräjä|hallinto-oik|poliisi|seurakun|perhekesku|perhetu|asema|kirkko|tori$|museo|järjestö|ry$|oy$|ab$|asteikko|skaala|syndroom|lastenkoti|nuorisokoti|vastaanottokesku|klinik|alue|seutu|lääni|lääkäriasema|terveysasema|kirjasto|centralsjukhus|sjukhus|stad$|kommun|universitet|syndrom|institut|förbund|hospital|university|syndrome|foundation|city|test$|scale|church|clinic)/u;

/** Whether the word behind makes an institution, a place or a method of it: "Auroran sairaala", "Salon kaupunki". */
export const belongsToThing = (next: Word | undefined): boolean =>
  !!next?.joined &&
  heads.test(next.low) &&
  (!next.capital || /^(?:hospital|university|foundation|church|clinic|ry|oy|ab)$/u.test(next.low));

/** "Xxlle soitettiin": who is told or asked something. */
export const isToldBehind = (next: Word | undefined): boolean =>
  /^(?:soitettiin|kerrottiin|sanottiin|annettiin|tarjottiin|ehdotettiin|luvattiin)$/u.test(next?.low ?? '');

/** Whether what is called so is a course, a product or a programme: "Sari Xx -koulutus". */
export const namesCourse = (text: string, word: Word): boolean =>
  /^ -\p{Ll}/u.test(text.slice(word.to, word.to + 3));

/** Whether a month is meant by "May", "April", "June" or "August". */
export const isMonth = (text: string, word: Word): boolean =>
  /^(?:may|april|june|august)$/u.test(word.low) &&
  (/(?:\b(?:[Ii]n|[Ss]ince|until|till|last|next|early|late|by|of|from|before|after|during|and|or|to)|\d|\d(?:st|nd|rd|th)) $/u.test(
    text.slice(Math.max(0, word.from - 8), word.from),
  ) ||
    /^ \d/.test(text.slice(word.to, word.to + 2)));
