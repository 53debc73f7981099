// Capitalised words that look like names of persons and are none: places, authorities, systems, methods and tales. In lower case.

/** Systems, authorities, methods, syndromes and programmes, known by their first word in any form. */
export const namedThings = new Set(
  `
albania albanien algeria bangladesh bosnia brasilia bulgaria eritrea etiopia etiopien ethiopia filippiinit georgia gambia ghana islanti itävalta jordania jordan kamerun kanada kenia kenya kongo kosovo kroatia kreikka kypros latvia libanon lebanon libya liettua marokko meksiko moldova nepal nigeria pakistan palestiina palestine portugali romania ruanda senegal serbia slovakia slovenia sudan sveitsi tanzania tšekki tunisia uganda unkari uzbekistan valko-venäjä vietnam afrikka africa afrika aasia asia lähi-itä usa iso-britannia skotlanti irlanti kurdistan turkiet turkey ryssland syrien afghanistan estland lettland danmark tyskland frankrike spanien polen rumänien thailand kina indien germany france spain poland denmark norway itä-suomi länsi-suomi etelä-suomi pohjois-suomi itä-uusimaa länsi-uusimaa keski-suomi keski-uusimaa etelä-karjala pohjois-karjala pohjois-savo etelä-savo pohjois-pohjanmaa etelä-pohjanmaa päijät-häme kanta-häme varsinais-suomi pääkaupunkiseutu kuhmo ylivieska sotkamo viitasaari keuruu saarijärvi suonenjoki kitee lieksa nurmes juuka ilomantsi outokumpu joroinen juva mäntyharju hartola sysmä padasjoki asikkala kärkölä hausjärvi loppi tammela urjala huittinen harjavalta kokemäki eura laitila mynämäki masku paimio kemiönsaari ylitornio kolari muonio kittilä sodankylä savukoski kemijärvi utsjoki enontekiö pudasjärvi oulainen haapajärvi haapavesi raahe siikajoki kempele muhos utajärvi vaala puolanka hyrynsalmi suomussalmi ristijärvi paltamo lapinjärvi myrskylä pukkila askola karkkila vihti siuntio inkoo
brawl clash counter sims mario zelda spotify twitch telegram signal zoom
welfare protection act ombudsman cross wilma kanta omakanta apotti lifecare effica pegasos mediatri primus teams kela hus tays tyks kys oys thl oph mll
hallinto-oikeus valvira avi aluehallintovirasto barnahus valteri ohjaamo icehearts asperger tourette down rett conners
wechsler wisc wppsi vineland raven leiter nepsy brief cars ados montessori steiner freinet piaget vygotsky marte
theraplay kiva askeleittain verso lapset pesäpuu folkhälsan instagram tiktok snapchat facebook whatsapp discord roblox
minecraft fortnite youtube google microsoft netflix pokemon pokémon lego netari sekasin tukinet kriisipuhelin suomi
finland europe eurooppa eu ruotsi viro venäjä irak syyria somalia afganistan ukraina turkki jumala allah koraani
raamattu joulu pääsiäinen juhannus ramadan helsinki espoo vantaa kauniainen tampere turku oulu lahti kuopio jyväskylä
pori lappeenranta vaasa kouvola joensuu rovaniemi kotka hämeenlinna seinäjoki mikkeli porvoo hyvinkää kajaani rauma
nurmijärvi järvenpää lohja kirkkonummi tuusula kerava kokkola salo vihti riihimäki nokia ylöjärvi kangasala
savonlinna raisio imatra raasepori sipoo lempäälä mäntsälä tornio siilinjärvi hollola iisalmi valkeakoski kurikka
lieto pirkkala naantali hamina kemi parainen heinola äänekoski janakkala jämsä forssa laukaa mustasaari orimattila
pieksämäki akaa loimaa kauhava lapua kontiolahti kuusamo liperi muurame alavus nivala hanko kankaanpää ilmajoki
uusikaupunki varkaus ikaalinen nousiainen marttila posio ranua pello sauvo somero uusimaa pirkanmaa
pohjanmaa lappi kainuu savo karjala satakunta kymenlaakso häme ahvenanmaa pasila kallio malmi vuosaari kontula
mellunmäki itäkeskus kannelmäki haaga oulunkylä tapiola leppävaara matinkylä tikkurila myyrmäki korso hervanta
varissuo pispala jorvi peijas helsingfors esbo åbo vasa borgå jakobstad nykarleby karleby kristinestad mariehamn
ekenäs raseborg hangö kyrkslätt sibbo pargas korsholm vörå närpes malax kronoby pedersöre larsmo grankulla ingå
sjundeå åland nyland österbotten sverige norge stockholm göteborg uppsala london tallinna tallinn tukholma moskova
pietari bagdad damaskos mogadishu kabul kiova england britain britannia america amerikka ranska saksa espanja italia
norja tanska puola thaimaa vietnam kiina japani intia iran iraq syria russia ukraine estonia sweden mannerheimin
punainen sininen valkoinen keltainen mannerheim runeberg sibelius topelius lönnrot
`
    .trim()
    .split(/\s+/),
);

/** Municipalities that are called as persons are: a place in the cases of a place, a person in the others. */
export const placesThatAreNames = new Set([
  'salla',
  'kaarina',
  'inari',
  'aura',
  'marttila',
  'salo',
  'vanda',
  'lovisa',
]);

/** Persons of tales, placeholders and institutions that carry a person's name: these words in a row, whatever the last one's form, are no finding. */
export const namedTales: readonly (readonly string[])[] = `
harry potter|aku ank|kalle anka|peppi pitkätos|pippi långstrump|risto räppä|super mario|mario kart|matti meikäläi|maija meikäläi|teppo testaa|john doe|jane doe|niilo mäki|niilo mäe|paavo nurm|mannerheimin lastensuoj|sophie mannerhe
marte meo|pikku kakko|hello kitty|taylor swift|cristiano ronal|lionel mess|pekka töpö|eemeli vaahteramä|emil i lönneberga|ville vallaton|nalle puh|winnie the|peter pan|alice in wonder|elina-hank|jari sillanpää|medelsvensson
hertta-ohjel|aseman lapse|nuorten ystäv|pelastakaa lapse|ihmeelliset vuode|lapset puhee|rädda barn|barnens bästa|sanna marin|tove janss|astrid lindgr|mauri kunnas|aleksis kiv|minna canth|greta thunb|alvar aal|martin luther
`
  .trim()
  .split(/[|\n]/)
  .map((words) => words.trim().split(' '));
