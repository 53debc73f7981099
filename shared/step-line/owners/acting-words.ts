// Words beside a name that tell whether whoever bears it is to do something or is only spoken of, in three languages.

/** Matches a whole word. */
const word = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'iu');

/** Behind them somebody is spoken of. */
export const preposition = word(
  'till|med|om|från|för|åt|hos|av|genom|via|mot|efter|enligt|to|with|about|from|for|of|on|via|through|after|like|between|mellan|at',
);
/** Behind them stands whoever does it, "av" where the verb is a passive. */
export const agent = word('by');
export const swedishAgent = word('av');
export const passiveEarlier = /(?<!\p{L})\p{Ll}{2,}s(?!\p{L})[^.;:]{0,30} av $/u;
export const negation = word('inte|ei|eikä|not');
/** "Leena ei ehdi", "Leena kan inte". */
export const negationBehind =
  /^ (?:ei|inte|not|cannot|can['’]t|won['’]t|(?:is|will|can|does|kan|hinner|ska|får) (?:inte|not))(?!\p{L})/iu;
export const subordinator = word(
  'kun|jos|kunhan|kunnes|jotta|koska|när|ifall|då|tills|innan|when|if|once|until|before|because|after|ennenkuin',
);
export const determiner =
  /^(?:the|a|an|our|their|his|her|den|det|vår|deras|hans|hennes|dr|doktor|doctor|mr|mrs|ms|koulun|lapsen|skolans|barnets|kommunens|klinikens|school['’]s|child['’]s)$/iu;
export const conjunction = word('ja|sekä|mutta|och|men|utan|and|but|että|att|that|så|so|then|sitten|sedan');

/** Verbs behind which a name is the one asked, called or invited: commands, infinitives, and English throughout. */
export const takesObject = word(
  'ring|ringa|boka|följ|stötta|mejla|maila|skicka|skriv|ge|stöd|hjälp|låt|kontakta|fråga|be|bjud|bjuda|träffa|möt|möta|meddela|informera|kalla|inkallar|hör|höra|påminn|påminna|tacka|se|call(?:s|ed|ing)?|phon(?:e|es|ed|ing)|ring(?:s|ing)|ask(?:s|ed|ing)?|contact(?:s|ed|ing)?|tell(?:s|ing)?|told|invit(?:e|es|ed|ing)|e-?mail(?:s|ed|ing)?|meet(?:s|ing)?|met|remind(?:s|ed|ing)?|inform(?:s|ed|ing)?|text(?:s|ed|ing)?|messag(?:e|es|ed|ing)|visit(?:s|ed|ing)?|see(?:s|ing)?|thank(?:s|ed|ing)?|send(?:s|ing)?|sent|giv(?:e|es|ing)|consult(?:s|ed|ing)?|kutsu|pyydä|ota|tapaa|tavoita|hae|kuule|muistuta|let|help(?:s|ed|ing)?',
);
export const englishArticle = word('the|a|an|our');
/** What may stand before the one who acts where a line begins; any other word before "the nurse" is a command ("Find the nurse"). */
export const mayOpen = word(
  'then|so|also|maybe|perhaps|could|can|should|will|would|may|must|today|tomorrow|first|next|and|but|that|does|is|has|afterwards|later|here|now|meanwhile|instead|only|let|ask|once|if|when|until|because|by',
);
/** "Kutsutaan Leena", "Leena kutsutaan". */
export const finnishPassive = /^\p{Ll}{2,}(?:[td]aan|[td]ään|llaan|llään|nnaan|nnään|rraan|rrään)$/u;
/** "Leena kontaktas", "Leena bjuds in". */
export const swedishPassive = /^(?:\p{Ll}{4,}as|bjuds|hörs|rings|möts|ombes)$/u;
/** "Leena is invited", "Leena will be told". */
export const englishPassive =
  /^ (?:(?:is|are|was|were|gets) (?:being )?|(?:will|should|must|can|has to|needs to|to) be )(?:not )?(?:\p{L}{2,}ed|told|met|seen|given|sent|rung)(?!\p{L})/iu;
/** "Be asked" gives the one asked something to do. */
export const askedToAct = /^ (?:is|are|will be|was) (?:asked|requested|expected) to /iu;

/** With a genitive: must, and whose turn or charge it is. */
export const necessityBehind = word(
  'pitää|pitäisi|pitäs|täytyy|täytyisi|tulee|tulisi|kuuluu|kuuluisi|kannattaa|kannattaisi|tarvitsee|tarvitsisi|on|olisi|toimesta|vastuulla|vastuulle|vastuu|tehtävä|tehtävänä|tehtäväksi|homma|hommana|tontti|kontolla|kontolle|piikkiin|hoidettavaksi|hoidettavana|hoitoon|vuoro|työ|ansvar|uppgift|tur|sak|responsibility|task|job|turn|duty',
);
export const necessityBefore = word('pitää|pitäisi|täytyy|täytyisi');
/** "Leenalle tehtäväksi", "jää Leenalle". */
export const chargeBehind = word('tehtäväksi|tehtävä|hoidettavaksi|vastuu|vastuulle|hommaksi');
export const chargeBefore = word('jää|vastuu|vastuuna');
/** "Vastuu: Leena", "ansvarig Leena". */
export const responsibleBefore = word(
  'vastuu|vastuussa|vastuuhenkilö|vastuuhlö|vastaa|tekijä|ansvar|ansvarig|ansvarar|responsible|owner',
);
