// Lines that the rules are held to, one by one, in the marks of marked-line.ts.

/** Said on Wednesday 25 November 2026. */
export const tuning = `
team | {petri:Petri} soittaa Leenalle {2026-11-27:perjantaina}
team | Leenalle soittaa {petri:Petri} {2026-11-30:maanantaina 30.11.}
team | {leena:Leenan} on soitettava koululle {2026-12-02:keskiviikkona}
team | {jukka:Jukka} lähettää Petrille muistion {2026-11-27:pe 27.11.}
team | {riikka:Kuraattori Riikka} juttelee Ainon kanssa {2026-12-09:kahden viikon kuluttua}
team | Pyydetään Jukkaa kertomaan perheelle {2026-11-30:kuun loppuun mennessä}
team | Tarkistetaan asia 2 kertaa, klo 10.45 ja luokka 3.
team | {sari:Psykiatrinen sairaanhoitaja} antaa soittoajan {2026-11-26:to}
team | {kaisa:Konsultoivan sosiaalityöntekijän} täytyy lukea päätös {2026-12-03:3. joulukuuta}
team | {mikko:Erityisopettaja} sopii kokeesta rehtorin kanssa {2026-12-01:1.12.} klo 9.00
team | {tiina:Tiina} tai {mikko:Mikko} soittaa
team | Asia jää {anu:Anun} vastuulle
team | Mikolle ja Jukalle tieto päätöksestä
team | {leena:Leena} vie asian {2026-12-04:ensi viikolla} eteenpäin, {petri:Petri} mukana 31.2.
team | {petri:Petri} soittaa {2026-11-27|2026-12-04:ensi perjantaina}
team | {henrik:Lääkäri} uusii reseptin {2026-11-27:ylihuomiseksi}
team | Kun Petri on soittanut, {leena:Leena} kirjaa asian {2026-12-06:ennen 7.12.}
team | {petri:Petri} tapaa pojan {2026-12-02:ke} tai {2026-11-26:to}
team | Viime perjantaina sovittu: {leena:Leena} hoitaa
team | {janne:Jannen} tehtävä: seula {2026-12-04:viikolla 49}
crowd | {antti:Antin} pitää soittaa Ainolle {2026-11-28:lauantaihin mennessä}
crowd | {annaK:Anna K}. kirjoittaa, Anna Mäelle kopio
crowd | {aino:Aino Lehtinen} käy {2026-12-24:24.12.}
crowd | {antti:Virtanen} ja {annaliisa:Kangas} tapaavat isän {2027-01-15:15.1.}
crowd | Kankaan ja Virtasen kanssa sovitaan palaveri
crowd | {annaK:Kuraattori Anna} kysyy luvan
crowd | {johannes:Johanneksen} olisi hyvä käydä {2026-12-31:joulukuun loppuun mennessä}
crowd | Lehtisen raportti Anna-Liisalle {2026-11-30:maanantaihin mennessä}
crowd | soitto koululle ({matti:Matti Ahde})
crowd | Matti Ahteelle soittaa {annaliisa:Anna-Liisa}
crowd | Maksetaan Antille 2.5 tuntia
crowd | {antti:antti} soittaa ainolle {2026-11-27:perjantaina}
self:petri team | {petri:Minun} pitää kysyä Leenalta {2026-11-26:huomiseen mennessä}
self:petri team | {petri:Minä} ja {leena:Leena} käydään kotona
team | {petri:Petri} ringer Leena {2026-11-27:på fredag}
team | {2026-11-27:På fredag} ringer {petri:Petri} Leena
team | {leena:Leena} ska kontakta skolan {2026-12-03:senast den 3 december}
team | Ring Leena, säger {petri:Petri}
team | {riikka:Skolkuratorn} bokar ett möte {2026-11-30:före utgången av november}
team | Kopia till Henrik av Saris brev {2026-12-04:nästa vecka}
team | {henrik:Psykiatern} skriver {2026-12-04|2026-11-27:nästa fredag}
team | {anu:Koordinatorn} ordnar lokal {2026-12-04:fredag nästa vecka}
team | {leena:Socialarbetaren} ringer mormor {2026-11-25:i dag}
team | {petri:Petri} följer upp {2027-01-25:om två månader}
team | I fredags lovade {petri:Petri} att ringa
team | Rektorn informeras inte, utan {tiina:Tiina} ringer själv
team | Petri informeras av {leena:Leena} {2026-12-01:tis 1.12}
team | {sari:Sari, sjukskötare}, möter eleven {2026-11-30:till måndag}
team | {eeva|petri:Handledaren} skjutsar
crowd | {oskar:Oskar} talar med Annika om Will {2026-11-27:i övermorgon}
crowd | {annaK|annaM:Anna} ringer, inte Annika
crowd | {annaM:Sjukskötaren Anna} mäter {2026-12-05:5.12.2026}
crowd | Johannes bjuds in till mötet {2026-12-02:om en vecka}
self:leena team | {leena:Jag} skriver brevet {2026-11-27:fre 27.11}
team | {petri:Petri} calls Leena {2026-11-27:by Friday}
team | Call Leena – {petri:Petri}
team | {leena:Leena} and {petri:Petri} meet the parents {2026-12-01:on Tuesday 1 December}
team | The {mikko:special teacher} writes to the nurse {2026-11-30:by Monday}
team | Report to be written by {kaisa:Kaisa} {2026-12-11:by 11 Dec}
team | The {janne:substance worker} will call {2026-11-28:in three days}
team | {petri:Petri} visits {2026-12-04|2026-11-27:next Friday}
team | {leena:Leena} writes {2026-12-15:by the 15th}
team | Someone should talk to Petri about what to talk to
team | Once Leena has called, {anu:Anu} sends the memo {2026-12-04:Friday next week}
team | Invite the principal {2026-11-27:by the end of the week}
team | {sari:Sari} may 3 times call
team | {sari:Sari} calls {2027-05-03:May 3}
team | {petri:Petri} calls {2026-11-26:before Friday}
team | {petri:Petri} calls {2026-11-28|2026-11-27:Friday 28.11.}
crowd | {will:Will Marsh} talks with Anna
crowd | The {aino|antti:social worker} meets them, as agreed last Monday
crowd | Tell Johannes {2026-11-27:on Friday}
crowd | {annaM:Mäki's} task: ring the clinic {2026-12-05:5th of December}
crowd | {amir:Amir's} job is to translate
self:antti crowd | {antti:I} will phone Will {2026-11-27:the day after tomorrow}
self:antti crowd | {antti:I} call Oskar weekly on Fridays, 50/50
team | {petri:Petri} ottaa yhteyttä Leenaan {2026-12-04:ensi viikon perjantaina}
team | {2026-11-30:Maanantain} palaverin vetää {anu:Anu}
team | {sari:Sari} ilmoittaa ajan ({2026-11-27:viimeistään perjantaina})
team | Leenan ja Petrin kotikäynti {2026-12-01:1.12.}
team | {leena:Leenan} ja {petri:Petrin} pitää käydä kotona
team | Leena kutsutaan mukaan, kutsun lähettää {anu:Anu}
team | {petri:Petri} seuraa tilannetta maanantaista {2026-11-27:perjantaihin asti}
team | Soittoaika maanantaisin, {riikka:Riikka} kertoo äidille
team | Sosiaalityöntekijälle ja rehtorille tieto {2026-11-26:huomiseksi}
team | Vastuu on {leena:Leenalla}, Petri auttaa
team | {mikko:Opettaja} laittaa Wilma-viestin {2026-11-25:päivän päätteeksi}
team | {riikka:Kuraattorin} tehtävä: oppilashuoltoryhmä koolle {2026-12-11:vko 50}
team | Vastuuhenkilö: {tiina:Tiina}. Määräpäivä: {2027-01-08:8.1.}
team | {jukka:Jukka} varaa huoneen 12.30–14.00, 3 tuntia
team | {janne:Päihdetyöntekijä} tulee kotiin {2027-01-31:tammikuussa}
team | Psykologille lähete, {henrik:Henrik}
team | Muutaman viikon päästä katsotaan uudestaan
team | {eeva:Eeva} hakee 1/2 päivän luvan
crowd | {oskar:Nyströmin} tulee tehdä ilmoitus {2026-11-30:30.11.2026 mennessä}
crowd | Amirille soittaa {matti:Ahde} {2026-12-02:ke 2.12.} klo 8.15
crowd | {amir:Amir Haddad} tulkkaa, Annalle kopio
crowd | {annaK:Anna Korhosen} pitää selvittää, onko Anna Mäkeä tavattu
crowd | {annika:Annika} ja {annaliisa:Anna-Liisa} vaihtavat kuulumisia {2026-11-29:sunnuntaina}
crowd | Sovitaan Holmin kanssa {2026-12-07:maanantaina 7.12.}
crowd | {will:will marsh} soittaa kotiin {2026-12-03:ensi viikolla torstaina}
self:leena team | {2026-11-26:Huomenna} {leena:kysyn} Petriltä, mitä tehdään
self:leena team | {leena:Olen} yhteydessä kouluun {2026-11-30:ma}
self:leena team | Vastuu {leena:minulla}
team | {leena:Leena} tar kontakt med skolan {2026-11-30:före månadens slut}
team | Skolan kontaktas av {riikka:kuratorn} {2026-12-04:senast nästa vecka}
team | {henrik:Läkaren} ser över medicinen {2026-12-11:v. 50}
team | Fråga Mikko om proven, {tiina:Tiina} tar det
team | {kaisa:Kaisa} läser Leenas utkast {2026-11-29:på söndag}
team | Till Sari: papper {2026-11-30:mån}
team | Efter semestern ringer {eeva:Eeva} och {janne:Janne} familjen {2027-01-07:den 7 januari}
team | Det är {petri:Petris} uppgift att skjutsa
team | Möte med rektorn varje måndag, {mikko:Mikko} kallar
team | {sari:Sari} mäter i skolan, {henrik:Henrik} skriver recept {2026-12-15:senast den 15}
team | Missbrukarvårdaren informeras om 3 mån på sjukhus
team | {petri:Petri} och vårdnadshavaren träffas {2026-12-09:om ett par veckor}
crowd | {oskar:Oskar} ringer {2026-12-23:före julen}
crowd | {annika:Holm} hjälper med läxorna från måndag
crowd | {annaM:Anna Mäki} hör av sig {2026-12-31:i december}
self:oskar crowd | I skolan träffar {oskar:jag} Johannes {2026-11-26:i morgon}
self:oskar crowd | Det är {oskar:mitt} ansvar
team | {tiina:Principal Rantala} will decide {2026-12-02:by next Wednesday}
team | Talk with Jukka; {leena:Leena} drives
team | The {kaisa:consultant social worker} reads it {2026-11-30:on Monday}
team | {sari:Sari (nurse}) to ring home {2026-11-27:this Friday}
team | Owner: {petri:Petri}. {2026-12-18:Due: 18 Dec}
team | Petri was told last week, {mikko:Mikko} writes
team | Leena is invited by {anu:Anu}
team | {leena:Leena} is asked to write {2026-12-03:by December 3rd, 2026}
team | {riikka:Riikka} meets him every Friday from Monday on
team | {eeva:Eeva} drives him {2026-12-05:Sat 5/12}
team | The father wed again; {petri:Petri} sat with him
team | Ask the psychiatrist about Sari's plan
team | {janne:Janne} follows up {2027-02-25:in three months}
team | Petri's and Leena's visit {2026-12-02:on Wed}
crowd | {annaK:Anna Korhonen} or {annaM:Anna Mäki} phones {2026-11-25:tonight}
crowd | The family rests, {matti:Matti} calls {2027-01-04:on 4.1.}
crowd | {will:Will} will, Amir won't
self:amir crowd | {amir:I} meet Will {2026-11-28:on Saturday}
self:amir crowd | {amir:My} job: interpreter {2026-12-03:by Thursday next week}
team | Sovittiin että {sari:Sari} kysyy lääkäriltä lääkityksestä ja {riikka:Riikka} tapaa pojan {2026-12-01:ti 1.12.}
team | {petri:Petri} käy kotona vielä {2026-11-27:tällä viikolla}
team | {leena:Leena} tekee lastensuojelun asiakassuunnitelman {2026-12-18:18.12. mennessä}
team | Koululla palaveri {2026-12-08:8.12.} klo 14, kutsut lähettää {anu:koordinaattori}
team | {mikko:Mikolla} vastuu tukitoimista
team | Äidille soitto {2026-11-26:huomenaamulla} / {leena:Leena}
team | {petri:Petri Vainion} on tarkoitus tavata isä {2026-12-05:ensi viikon lauantaina}
team | Rehtorin kanssa sovitaan joustavasta aloituksesta, {mikko:Mikko} hoitaa
team | {henrik:Henrik} arvioi lääkityksen {2026-12-31:joulukuun aikana}
team | Seuraava tapaaminen {2026-11-30:ma 30.11.}, sitä ennen {jukka:Jukka} soittaa vanhemmille
team | {eeva:Eeva}: iltasoitot, kotiloma {2026-11-28:la}-{2026-11-29:su}
team | Perheterapia alkaa {2026-12-09:9.12.}, {jukka:Jukka} ja {kaisa:Kaisa}
team | {jukka:Perheterapeutti} tarjoaa perheelle aikoja {2026-12-04:viikolle 49}
team | {leena:Leena} on yhteydessä poliisiin heti
team | Pyydä Henrikiltä lausunto {2026-12-15:15.12.2026 mennessä}
team | Tarkastellaan tilannetta {2026-12-25:kuukauden kuluttua}
team | Janne ei ehdi, {eeva:Eeva} hoitaa {2026-11-27:pe}
team | Kun isä on tavattu, {petri:Petrin} täytyy soittaa Sarille
crowd | {antti:Antti} juttelee Ainon kanssa Annasta
crowd | {annaliisa:Anna-Liisan} pitää palata asiaan {2026-12-09:kahden viikon päästä}
crowd | {annaM:Sairaanhoitaja Mäki} soittaa Korhoselle
crowd | Tulkki {matti:Matin} toimesta
crowd | {matti:Matti Ahde} sopii ajan
crowd | Johannes Laineelta ei kysytä
crowd | Nyströmin ja Holmin tapaaminen {2026-12-14:14.12}
self:annaK crowd | {annaK:Minä} soitan, {antti:Antti} on mukana
self:annaK crowd | {annaK:Lähetän} muistion Ainolle {2026-11-30:ma}
self:annaK crowd | {annaK:Mun} pitää muistaa {2026-11-26:to mennessä}
team | {leena:Leena} ringer pappan {2026-11-27:innan helgen}
team | {petri:Petri} tar det med familjen {2026-12-03:torsdag nästa vecka}
team | Vem ringer? {riikka:Riikka}, {2026-11-26:i morgon bitti}
team | Uppföljning {2026-12-16:16.12}, {anu:Anu} kallar
team | {sari:Sari} och doktor {henrik:Lindqvist} går igenom medicinerna
team | Skolan informeras {2026-11-30:senast på måndag} av {mikko:Mikko}
team | {tiina:Rektorn} och {mikko:specialläraren} planerar stödet {2026-12-04|2026-11-27:till nästa fredag}
team | Mejla Leena listan {2026-11-25:i dag}
team | {2026-12-09:Om två veckor} träffas vi igen
team | {kaisa:Kaisa} beslutar {2026-12-01:den 1 december} om placeringen
team | Rektorns brev till hemmet, {tiina:Tiina} skriver
team | {janne:Janne} ringer upp {2026-11-30:nu på måndag}
crowd | {annaK:Kurator Korhonen} pratar med eleven {2026-12-01:på tisdag}
crowd | {will:Will} berättar för Annika
crowd | Annika och Oskar kontaktas {2026-11-27:på fredag}
crowd | {amir:Amir} tolkar {2026-12-02:onsdag 2.12} kl. 13
crowd | {oskar:Oskar} skickar remissen {2026-12-11:senast 11.12.2026}
self:annika crowd | {annika:Jag} och {oskar:Oskar} träffar föräldrarna
self:annika crowd | Läxhjälp: {annika:jag} frågar Will
team | {petri:Petri} to call mum {2026-11-26:tomorrow}
team | {2026-11-27:By Friday} {leena:Leena} needs to have the plan ready
team | {sari:Sari} and the {tiina:principal} agree on the timetable
team | Get the report from Henrik {2026-11-30:by Monday}
team | {mikko:Mikko} will let Tiina know {2026-11-27:by end of week}
team | Medication review – {henrik:Henrik} – {2026-12-15:15 Dec}
team | Could {riikka:Riikka} see the boy {2026-11-30:on Monday}?
team | {eeva:Eeva} takes him to the dentist {2026-12-10:on 10.12.} at 9.30
team | Meeting with Petri and the family {2026-12-08:on December 8}
team | {anu:Anu} sends invitations {2026-12-01:no later than Tuesday}
team | {leena:Leena} writes it up {2026-12-31:by year end}
team | The {jukka:family therapist} offers two times {2026-12-04:next week}
team | {kaisa:Kaisa}: decide {2026-11-30:before 1 December}
crowd | {johannes:Johannes} checks in with Anna-Liisa {2026-11-27:Fri}
crowd | {annaliisa:Anna-Liisa} is to meet Anna Korhonen {2026-12-24:by Christmas}
crowd | The {amir:NGO worker} finds a support person {2027-01-31:by the end of January}
crowd | Email Will Marsh
self:matti crowd | {matti:I'm} calling the clinic {2026-11-25:today}
self:matti crowd | {matti:I} and {aino:Aino} will go
team | Find the psychiatrist a time {2026-11-30:on Monday}
team | Then the {sari:nurse} calls
team | Book a doctor for him, {leena:Leena} asks
team | Boka Leena till mötet
team | {leena:Leena} closes the open task
team | Tavoita Henrik {2026-12-02:keskiviikkoon mennessä}
`;
