// Words with which sentences of such questions begin, in Finnish, Swedish and English: a capital letter tells nothing of them there.
export const sentenceOpeners = new Set(
  `
a aamu aamuisin aamulla after aiemmin aika aikaisemmin aikuinen aikuisen aina ainakin ainoa ainoan ainoastaan ajan
ajattelen ajattelin ala aldrig alin alkuun all alla allan alle allt alltid aloitan aloitimme also although aluksi alun
alussa ambulanssi ammatti an and andra annamme annan annoin antaako any apua are arjessa arkena arvelen arvio arvostan
as asia asian asiassa asiasta at ateriat autatteko avun bara barnen barnet because before blev blir borde both boy but
by bör can child children could de dear dem den denna deras dessa dessutom det detta did do does du during då där each
efter ei eihän eikä eikö eilen eivät eleven eleverna eli ellei eller emme emmekö en endast enkä enligt ennen ensi
ensiksi ensimmäinen ensimmäisen ensin entä entäpä er era eran erityisesti erityisopettaja ert eräs erään esimerkiksi
etenkin ett ette ettei että even every familjen family father finns flera flickan for four from från får före första
föräldrarna girl had haittaako hakemus haluaisimme haluaisin haluan halusin han hans har harkitsen has have he hei
heidän heidät heille heillä heiltä heippa heistä heitä hej hela helle hello helteellä hemma henkilökunta hennes her
here hi his hoidon hoito hon how however huolen huoli huolta huoltaja huoltajan huoltajat huomenna hur hyvinvointialue
hyvinvointialueen hyvä hyvää hän häneen hänelle hänellä häneltä hänen hänestä hänet häntä här i ibland idag if igen
igår illalla ilman ilo ilta imorgon in inga ingen innan inte is isä isälle isän it its ja jag jaksaako jaksan jatkossa
jo johon joiden joissa joka jokainen jokaisen joku jolla jolle jonka jonkun jos joskus josta jota jotka jotkin jotkut
jotta just jälkeen jälleen jää kahden kai kaiken kaikin kaikkea kaikki kaikkien kaksi kan kannattaako kanske kari
kaste kaverin kaverit kenelle kenellekään keneltä kenen kerran keskellä kesken keskiviikkona kesällä ketä keväällä
keväästä kielen kieli kiitos kiitän kirjasin kirje kirjoitan kiusaaminen kodin kokeilimme koko kolme kolmen koska
kotiin kotona koulu koululla koulun koulussa koulusta kuin kuinka kuinkahan kuka kukaan kumman kumpaa kumpi kumpikaan
kumpikin kun kunde kuraattori kuraattorin kuratorn kuulemma kuulin kuuluuko kyse kysyin kysymykseni kysymys kysyn
käytännössä lahja lain laina laita laitoin laitoksen laitoksessa laiton laitos laki lapsella lapselle lapsen lapset
lapsi last lasta lasten lastensuojelu let liekö liian liikaa lisäksi loma lomalla loman lopuksi lounas lue luen luin
lukien lukio luku luokalla luokan luokassa luokka lupa luvan läheisen lähete lähinnä läksyt läraren lääke lääkäri
lääkärin maanantaina mahtaako maksaako mamman mari mars may me med meidän meidät meille meillä meiltä meitä mellan men
meneekö menettely menin meno mielestäni mieli mies might mihin miina miksi mikä mikään millainen millaisella millaisia
millaista mille milloin millä min mina minkä minkälainen minne minnekään minua minulla minulle minulta minun minusta
minut minä missä missään mistä miten mitkä mitt mitä mitään moi moikka moneen monella monen moni monta montako mot
mother muiden muilla muistan muita must mutta muut muutama muutaman muuten my myös myöskään många måste naapuri
naapurit nainen ne neljän next ni niiden niihin niille niillä niin niissä niitä nimeä nimi no not now nu nuku nuorella
nuorelle nuoren nuori nuorten nykyisin nykyään nyt någon något några näemme näiden näille näillä näin näissä näitä
nämä när nästa näyttää och också of ofta ohjaaja ohjaajan ohje ohjeen oikea oikeastaan oikeuden oikeus olemme olen
oletko oli olin olisi olisiko olivat ollut olo olon om oma oman omassa on one ongelma onko only onnistuuko opettaja
opettajan opettajat oppilaalla oppilaan oppilaat oppilas or osa osaako osaan osaatteko osan osasto osastolla our ovat
pahinta paikalla paine palaveri palaverissa paljon palvelu palvelut pappan parempi parents pari parin pelkään per
perhe perheellä perheen perheessä perjantaina pian pieni pitäisi pitäisikö pitääkö please poika poissaoloja poissaolot
pojalla pojalle pojan pojken psykologi puhuin puoli pupil pystyykö pysyykö pyydän pyysin pyytäisin på päivisin päiviä
päivä päivän päätöksen päätös raha rahat rajat rajoitus redan rehtori rehtorin riittääkö rinnalla ruoka ruuan ryhmä
saako saamme saan saatiin sai saimme sain sairaala sairaalan saisiko salaa sama samaan samalla saman samana samma
samoin sana sanaa sanan sanoin sanoja school se sedan sekä sen seuraava seuraavaksi shall she should siellä sieltä
sieltäkin siihen siinä siirto siis siitä siitäkin sijaishuolto sijoitettu sijoitus siksi sille silloin sillä silti
siltä sin since sini sinne sinun sinä sisarukset sisko sista sitten sitä ska skall skolan skulle snart so soitan
soitin some sopiiko sosiaalityö sosiaalityöntekijä sovimme sovittiin still such suoraan suostumus suru suunnitelma
syksyllä syksyn syy syyn taas tack tai taimi takana talo talon tapa tapasin tapaus tarkistin tarkoitan tarmo
tarvitaanko tarvitsemme tarvitsen tarvitsisin tavoite tavoitteena te teacher teemme teen teidän teille teillä teiltä
teimme tein teitä tekisimme tekisin terapia terve tervehdys terveiset terveisin thanks that the their then there these
they this those three tiedossa tiedot tiedämme tiedän tieto tiistaina tilanne tilanteen till to today todistus toinen
toinenkin toisaalta toisen toiset toistaiseksi toivoisin toivomme toivon tomorrow torstaina tre trots tuen tukea tuki
tulee tuleeko tulen tulin tunnen tunnin tunnit tuntia tuntuu tuo tuolla tuolloin tuon tuossa tuota turva turvakoti
tutkimus två two tyttö tytölle tytöllä tytön työ työn työntekijä tähän tällainen tällaisen tälle tällä tältä tämä
tämän tänä tänään tässä tästä tätä täytyykö täällä uhka uhri under until ura uran usko uskoa uskon utan uuden uusi
vaan vad vai vaihtoehto vaikka vain vanhemman vanhemmat vanhempi vanhempia vanhempien vanhin vapaa var varför varje
varsinkin vasta vastaan vastaus vastuu vastuun veli veljen vem vems verkosto vesa vesi vi vielä vieläkään viestit viha
viikko viikolla viikon viime viimein viimeksi viina vilka vilken vilket vill villi virhe virka voi voiko voimia voimme
voin voisiko voitte voitteko voitto voivatko vuoden vuoro vuosi vår våra vårt väkivalta väliin välillä väsymys was we
were what when where which while who whom why will with within without would yes yesterday yhden yhteistyö yhtenä yhä
yksi yleensä ylipäätään ylitys ymmärrän you your yritimme yritin yö äidille äidin äiti ännu är ärtymys äsken även
öisin
`
    .trim()
    .split(/\s+/),
);
