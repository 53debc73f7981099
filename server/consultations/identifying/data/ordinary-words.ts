// Names that are also ordinary words, or whose forms are: asked of only where the text makes a name of them. Written in lower case.

/** Names that are words themselves. Given names and surnames that do not stand in the other lists are names through this one. */
export const namesThatAreWords = new Set(
  `
björn heino ain ion naz dana storm ruska ukko lin mai tage
aamu aarre aate aatos ahti aina alva alvar amber angel anna ansa april armas armi art august aura aurora autumn
bella bill bo britt can chase cherry dag dan dawn dean divine eden elo else era ester eine faith felix frank furu gent
gideon grace grant halla hans helle helmi hely hilla hope hunter ilma ilo ilona ilta impi inari innocent into iris isa
jade jalo joy jouko june juni kai kaino kaj kanerva kari karma kaste kauko kaunis kerttuli kevät kielo kim kukka
kultaa kuu kuura lahja laina lempi lily linn liv lo loimu long love lumi lumia mainio manta mars marja mark mason max
may meri mesi mina minttu mirakel mies mimosa my neva nova nuppu oiva oivi onni oras orvokki otso paju patience per
pihla pilvi poppy pouta precious prince päivä päivi pyry raita rauha ros rose roihu runo rut ruusu saaga saga salama
sade sampo sana sanna satu silva sini sirkka sisko sisu sky sointu sol sten stig sulo summer summa suvi sydän syksy
säde taika taimi taisto tarmo tenho toimi toivo tor tuike tuisku tuomi tuuli tyyne tyyni tähti uljas unelma unto
untuva urban usko usva utu valo valto vanamo vappu varpu vega veli vera vieno viima vilja viola violet virta visa
voitto vuokko will oma aika salli kaisla kaari kaarna kajo lauha lilja loisto luna lupaus lyyra muisto onerva ornamo
otava pärnä rae sarastus selja silkka sirpale sorja suoma
`
    .trim()
    .split(/\s+/),
);

/** Surnames that are words of the landscape or of daily life, or places: a name behind a given name or where somebody is spoken of. */
export const surnamesThatAreWords = new Set(
  `
aalto aho ala autio berg blom boiko brown clarke cruz dahl ek elo fors forss furu hakala halla halme harju haukka
heino helin holm hovi hurme ilves jokela joki jylhä järvi kallio kanerva kangas karhu kari kaski keto kivi
koivisto koivu koivula kokko korpi korpela koskela koski kontio kuisma kumpu kurki kuusisto laakso lahti laine lampi
lehti lehto lehtola leino lepistö lind lund luoma länsi malm malmi manner metsä mäki mänty männistö niemi niemelä nur
nurmi närhi oja ojala orava palmu paasi pelto peltola perälä peura pohja pohjola puro ranta rantala raunio rautio
rinne roos ruoho saari saarela salmela salmi salo sarka savela silta sirola skog smeds sorsa sten suo suomalainen
suomi suutari syrjälä sved taipale takala tammi tapola toivola tuomi turkki turner uusitalo vainio valli vanha varis
vesala virta vuola vuolle vuori vuorela walker wright young islam long sultani järvenpää joensuu rauma kotka marttila
nousiainen kankaanpää riihimäki mäntylä nygård sandvik venäläinen virolainen ruotsalainen savolainen hämäläinen
karjalainen lappalainen kaya kukk shire safi costa rossi silva
`
    .trim()
    .split(/\s+/),
);

/** Forms that begin sentences as ordinary words and only look like a declined name: "Ainoa keino", "Pian", "Ilman". */
export const wordsAtTheBeginning = new Set(
  `
ainoa ainoan ainoana ainoalla ainoastaan aina ainakin ainako anna annan annat annetaan annas annako arvoa arvon arvona
eron eri eilen elin eran erin hallan hannen hei heille heitä heini heiniä helpon ilman ilmaa ilmana ilonaan ilta illan
jonas jonka jona jonkin kai kain kaikin kaikkea kuka karin kerta kian kiian laina lainaa lainan lainat lean lilla lisa
lisaa marin meri merien meriä mian mikan milla miina minan mina minne miran mona moni monen monia monta monan muna
niin noin nuo omaa oman omalla omassa omia pari parin parina pia pian päivin päiviä päivisin saan saana sana sanaa
sanan sanna samin samia sama saman samalla sinna sini sirin tian tiian tulla tulli tutta uran ura vaan vain vasta
varma velin vesan vian viina villi visan voiton voi alla alle allan all an arin asta astan as asia asian askon hans
han hon max per art arts will mark may june april august era dan dana sam same so son song sol long lan hai hong hung
thi thu yen yang yan can hope grace rose lily summer autumn salla sallan salli sallii sallin jan jaa jaan kata katan
kate kirjaan maini mainin make manta pate pera perä peran repe rein raita raitaa roma roman dung ping ling ming jing
fang mei xin lei jun tao wei yu yue raj ravi kaur laine laineen mall malla mart taha tahan tala talaa hana hanan safa
salam sanat shams malak nada alan alaa alana aras ako ari lana lanaa tara saba shadi sina roj ama amara awa yaw nana
genet eden soran sora ali alin alia aliin omin omat
`
    .trim()
    .split(/\s+/),
);
