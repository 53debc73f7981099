// Phrases of many forms, with what must be found in them marked as [kind:words]; and phrases in which nothing may be found.
import { expect, test } from 'vitest';
import type { FindingKind } from '../../../shared/identifying.ts';
import { findIdentifying } from './index.ts';

const kinds: Readonly<Record<string, FindingKind>> = {
  name: 'name',
  class: 'school-class',
  address: 'street-address',
  phone: 'phone',
  email: 'email',
  code: 'identity-code',
  date: 'exact-date',
  other: 'other',
};

const marked = `
Oppilaan nimi: [name:Hilla-Maria Kivistö], luokka [class:2A].
Kirjoitan [name:Elmeri Salon] asiassa. [name:Elmeri] on ollut pois kuukauden.
Tapasin tänään [name:Nooan] ja hänen isänsä [name:Jukan].
Poika on ns. [name:Rasmus-poika], kaikkien tuntema.
Lapsen sotu on [code:080815-913X].
Hetu: [code:080815a913X].
hlötunnus [code:311209A 955T]
Henkilötunnus [code:010108–901K] löytyy lähetteestä.
Uusi tunnus on [code:050205Y9337] ja vanha poistettu.
Puhelinnumero 050-tunnuksella: [phone:050 0001234].
Puh. [phone:0400 000 555], soita iltapäivällä.
Tavoitat äidin numerosta [phone:044-0001234] tai kuraattorin numerosta [phone:+358400001234].
Isoäidin lankapuhelin on [phone:09 0001234].
Numeroni on [phone:0 4 0 0 0 0 1 2 3 4].
Äidin saa kiinni: [phone:0 5 0 5 5 5 0 1 2 3].
Illalla [phone:0 50 555 01 23].
Laita viesti: [email:m.virtanen@koulu.example].
Laita viesti: [email:Maija.Mehtonen@kaupunki.example], kiitos!
Sähköposti etunimi ät [email:leena ät example piste fi].
Perhe asuu [other:Hakaniemessä] osoitteessa [address:Siltasaarenkatu 999 A 12].
Koti on [address:Vanha Turuntie 1234] varrella.
Hän asuu mummonsa luona [address:Peltotie 3:ssa].
Osoite on [address:Rantatie 14 as. 3, 99999 Korvatunturi].
Käynti tehtiin [address:Mäkelänkadun] asunnolle.
Postinumeroalue on [address:00980 Helsinki].
Oppilas käy [class:Puistolanraitin ala-asteen 4C]-luokkaa.
Hän on [class:Kukkumäen koulussa kolmannella] ja viihtyy.
Tyttö on siirtymässä [class:Saarnilaakson kouluun].
Poika kävi [class:Tuomarilan päiväkotia] viime vuonna.
Ryhmä on [class:8F], ja heitä on 19.
Luokka, [class:6.B], on levoton.
Hän on [class:3 b luokalla] ja vahvasti tuettu.
Luokassa [class:1a] on kaksi ohjaajaa.
[class:9A:n] poika potki ovea.
Syntymäaika [date:1.1.2011], syntymäkunta ei tiedossa.
Hän täyttää 12 vuotta [date:24.12.2026].
Tapaus oli [date:13.10.2026], jolloin koulussa kävi poliisi.
Perheen auto on punainen, rekkari [other:XYZ-987].
Nuoren Instagram on [other:@ei.mikaan_nimi].
Hän on Discordissa nimellä [other:"ShadowFox2012"].
Jutusta kerrottiin lehdessä: [other:www.paikallislehti.example/uutinen/123].
Minulle kertoi [name:Svetlana Petrova], pojan mummo.
[name:Mustafan] veli tappeli taas.
[name:Zeinab] ei saa tulla retkelle.
Sanoin [name:Nasriinille], että kerron äidille.
[name:Väinö] itkee.
[name:Enni]: ei syö. [name:Venla]: ei nuku.
Keskustelin [name:Rantasen] kanssa.
Meillä on [name:Lumi] ja [name:Pilvi], kaksoset.
Eilen [name:Toivo] heitti kiven.
[name:Ilona] on kahdeksannella ja raskaana.
[name:Satu Meri Laine] on huoltaja.
Hän kertoi, että [name:Will] on englantilainen isäpuoli.
Sosiaalityöntekijä [name:Katri Kuusela] ei vastaa.
Neiti [name:K. Virtanen] tuli myöhässä.
Poika on [name:Joonaksen] pikkuveli.
[name:Tiittasen] lapset tulevat aina ilman lounasta.
Kysyin [name:Miskalta], missä hän nukkui.
[name:Väinämön] kanssa on sovittu.
Päivystyksessä oli [name:tohtori Ahvenainen], joka muistaa hänet.
Perhe [name:Wirtanen-Smith] muutti.
Kaveri [name:Topi] kertoi.
[name:Elsan, Eevan ja Iidan] välillä on riita.
Isä on [other:kirkkoherra] pienessä kunnassa.
[name:Wilmers] pappa kom.
Hon heter [name:Saga].
Jag träffade [name:Liv] i går.
Han går på [class:Winellska skolan] i [class:årskurs 6B].
Adressen är [address:Strandvägen 12 B 4, 10900 Hangö].
Hon bor på [address:Parkgatan] med sin mamma.
Född [date:12.3.2013].
Mobil: [phone:045 000 11 22].
[name:Emil Lindströms] mor ringde.
[name:Björn] är hans bror.
Hennes Snapchat är [other:stjarna_2011].
Eleven i [class:7 A] på [class:Kvarnbackens skola].
[name:Chloe's] mother called.
His name is [name:Tariq Rahimi].
She is in [class:Grade 4B].
They moved to [address:45 Elm Road].
[name:Will] said that he is afraid.
I met [name:Mrs. Karjalainen] yesterday.
Call [phone:+358 45 000 9911].
DOB [date:02/11/2012].
[name:J.K.] is nine.
She attends [class:Riverside Primary School].
Soitin eilen kotiin, ja puhelimeen vastasi [name:Aleksandr], äidin miesystävä.
Lapsen isä, [name:Pekka Juhani Väisänen], ei saa tavata lasta valvomatta.
[name:Mirelle] soitettiin ja hän itki.
Tukihenkilö [name:Jonna] lopetti kesällä.
Kaksi viikkoa sitten [name:Aadan] pikkuveli syntyi.
[name:Nooa] löi opettajaa. [name:Nooan] vanhemmat eivät tulleet palaveriin.
Terkuin [name:Sari K.]
T. [name:Marja-Leena Aaltonen]
[name:Lindqvistin] pojat ovat taas olleet kiusaamassa.
Opettaja kirjasi: [name:Elias] potki, [name:Eetu] sylki.
Kyseessä on [name:Ali-Reza Hosseini].
Asiakas [name:M. Laaksonen], kuusi vuotta.
Tyttö, jonka nimi on [name:Xhemile], ei puhu suomea.
Puhumme [name:Tuomaksesta], joka tuli meille keväällä.
Olemme huolissamme [name:Helmistä].
[name:Joelilla] on kova ikävä isää.
Neuvolan mukaan [name:Kaisla] ei kasva.
Minun huoleni on [name:Otso], 4 v.
[name:Pyry] (13) on alkanut polttaa.
[name:Sisu]-niminen poika karkasi retkellä.
[name:Matias] kertoi, että [name:Sofia] oli lyönyt häntä.
Huoltajat: [name:Jari ja Minna Peltola].
Veljekset [name:Hassan] ja [name:Hussein] nukkuvat lattialla.
Lapsi kutsuu häntä [name:Timppa]-sedäksi.
Vahtimestari [name:Reijo] vei hänet kotiin.
Isäpuoli [name:Jouni] odotti pihalla.
Soitin [name:Karjalaiselle], hän on vastuutyöntekijä.
Poliisi [name:Niemi] kävi koululla.
Hänen nimensä on [name:Meri].
Kerroin asiasta [name:Niemiselle] ja [name:Rannalle].
Numero on [phone:045 555 0123].
Numero on [phone:+358 (0)50 555 0100].
Soittakaa [phone:019 555 0101].
Äiti: [phone:040/5550123].
WhatsApp [phone:+252 61 5550123].
Viron numero [phone:+372 5555 0101].
puh.nro [phone:0505550199]
Tekstari tuli numerosta [phone:0405550144]: tule heti.
Numeroon [phone:050-555 01 23] ei vastata.
Ilmoitin numeron [phone:0295550100].
Email: [email:aino_v99@posti.example]
[email:huoltaja@perhe.example], [email:toinen.huoltaja@perhe.example]
[email:aino.malli@koulu.example.fi]:lle lähetetty.
Koti: [address:Männikkökatu 17 C 45].
Asuvat [address:Vanhankirkontiellä].
Osoitteessa [address:Kivipuro 4, 12345 Pikkukylä].
He asuvat kerrostalossa [address:Itäkatu 10:ssä].
Huuto kuuluu [address:Pajakujalta] asti.
Asunto on [address:Opintie 5 A 3].
Hän odotti [address:Harjukadun] pysäkillä.
Kävin [class:Koivuharjun yhtenäiskoululla].
Oppilas vaihtoi [class:Itärannan lukioon].
[class:4.C] on levoton luokka.
Hän on nyt [class:kutosen B:llä].
[class:5B-luokan] poika.
Hän aloitti [class:8e]:ssä.
Päiväkoti [class:Pikku-Pilvissä] asia tuli ilmi.
Syntynyt [date:2.2.2015] Kuopiossa.
Tyttö (s. [date:5.6.2010]) on raskaana.
Hän täyttää kymmenen [date:17. maaliskuuta 2027].
Auto [other:BCK-412] seisoo pihalla.
Hänen TikTokinsa on [other:@tytto.2012].
Roblox-tunnus [other:DragonSlayer_88].
Linkki: [other:https://example.org/jutut/perhe-etsii-kotia].
Asia on luettavissa osoitteessa [other:instagram.com/nimi.malli].
[name:Lovisa] sover inte.
Jag pratade med [name:Åsa Nyström] på socialen.
[name:Ahmeds] lillasyster är sex år.
Hennes namn är [name:Tove].
Ring [phone:050 555 01 99] efter klockan tre.
De bor på [address:Kyrkoesplanaden 21 A 5].
Hon går i [class:åk 8 C].
Pojken i [class:3a] biter andra.
Han går i [class:Vasa svenska högstadium].
Han är född [date:7.7.2014].
Hon heter [other:@lilla_my13] på TikTok.
[name:Olena] came in March with her aunt.
The brothers [name:Samuel] and [name:Joseph] share a bed.
He lives at [address:Kuusikuja 3 B].
Her mum's number is [phone:050 555 0111].
The boy's name is [name:Will Carter].
[name:Maryam]'s father is in prison.
Her birthday is [date:12 May 2013].
[name:Toivo] on ollut poissa koko viikon.
[name:Onni] ei puhu koulussa kenellekään.
[name:Satu] kertoi minulle kaiken.
[name:Lumi] (7 v) pelkää vessaa.
Oppilas on [name:Lumi]. [name:Lumi] ei syö.
[name:Meri] itkee joka aamu.
[name:Ilon] äiti on sairas.
[name:Vilja] on sijoitettu meille.
[name:Aarre] löi opettajaa.
[name:Taika] tulee aina myöhässä.
[name:Rauha Virtanen] on mummo.
[name:Tuisku] karkasi yöllä.
[name:Veli-Matti] hakee lapsen.
[name:Päivi] soittaa joka päivä.
[name:Suvi] on 14-vuotias.
Pienryhmässä on [name:Otso], jolla on adhd.
Keskustelimme [name:Pihlan] äidin kanssa.
Kyse on [name:Kauko]-papasta.
`
  .trim()
  .split('\n');

const traps = `
Arvio asteikolla 0 1 2 3 4 5 6 7 8 9 10 oli kolme.
Tunnit viikolta: 0 6 5 0 4 2 0.
Koululla on 320 oppilasta, ja lähikoulu on 12 km päässä.
Lasten päivystys kirjasi tuloajan 14.35 ja lähtöajan 18.10.
Tunti alkaa 08.15 ja loppuu 09.00. Välitunti kestää 15 min.
Perusopetuslain 16 a § muuttui. Pykälä 20 b koskee tätä.
Kohta 3 a jäi täyttämättä. Kohdassa 2 B kysytään päiväystä.
Mistä Helsingissä, Espoossa ja Vantaalla saa apua ruotsiksi?
Käypä hoito -suositus ja THL:n ohje eroavat.
Luku 12 345 678 euroa on koko budjetti.
Maksoimme 0,50 euroa kappaleelta, yhteensä 1 250,00 euroa.
Sain Y-tunnuksen 0202132-3 laskua varten.
Puolivuosittain 2024-2025 ja 2025–2026 tehdyt arviot.
Lue https://www.finlex.fi/fi/laki/ajantasa/2007/20070417 ja www.kela.fi.
Icehearts-joukkue, Aseman Lapset ja Nuorten Ystävät tekevät hyvää työtä.
Hän lukee Aku Ankkaa ja katsoo Pikku Kakkosta. Lempihahmo on Peppi Pitkätossu.
Lääke on Medikinet 10 mg ja Melatoniini 3 mg. Aiemmin Concerta.
Tehtiin WISC-V, NEPSY-II, SDQ-25 ja Conners 3. Tulos oli -2 SD.
Muutos astuu voimaan 1.1.2026. Hakemus jätetään 31.3.2026 mennessä.
Auroran sairaala, Lastenklinikka ja Peijaksen sairaala ovat tuttuja.
Vanhemmat ovat kotoisin Somaliasta ja Turkista. He asuvat Salossa.
Lapsen äiti on kertonut, että Kaarinassa tuki oli parempaa kuin täällä Turussa.
Opettajan mielestä: Ainoa ongelma on melu. Ilona en tätä sanoisi.
"Anna olla", hän sanoo aina. "Toivo parasta", sanoi äiti.
Mieluiten ma klo 9-11 tai ti 12-14. Huone on 2B, toinen kerros.
HUS, TAYS ja OYS antavat eri ohjeita. ADHD ja ASD on suljettu pois.
Meillä on käytössä Wilma, Pedanet ja Teams. Wilman viestit eivät tule perille.
Kymmenen vuotta sitten asia hoidettiin toisin. Nyt Suomi on allekirjoittanut YK:n sopimuksen.
Ryhmä kokoontuu Itä-Suomen yliopistossa ja Tampereella. Kouluttaja tulee Jyväskylästä.
Hän pelaa Robloxia ja Fortnitea yöt läpi, ja Super Mario on lempipeli.
Barnskyddslagen 417/2007 25 § och lagen om elevvård 1287/2013 gäller.
Den 1 augusti 2025 trädde lagen i kraft. I Helsingfors gör man redan så.
Varken Kelan eller FPA svarar. Vi ringde 116 111.
Björn och varg är hans favoritdjur. Per elev får vi en timme.
In May and June he was at home. April was better.
Section 3B of the form is unclear. See table 2A and appendix 1C.
The school has 400 pupils and the budget is 12 000 euros.
I may ask again. Will you answer by Monday? Art and music calm her.
Tunnen oloni neuvottomaksi. Luokanvaihto auttoi viikon, sitten palasi sama. Mitä muut ovat keksineet?
Sari Konsultti -koulutuksen opit eivät auta.
Matkaa kouluun on 18 km, ja taksi hakee klo 7.10. Paluu on klo 14.40.
Arvosanat putosivat 9:stä 5:een. Poissaolot: elokuu 4 h, syyskuu 22 h, lokakuu 61 h.
Lue oppaan sivut 12–15. Kohta 4 b neuvoo kirjaamisen.
Opettajien ammattijärjestö OAJ, Talentia ja Tehy ovat ottaneet kantaa.
Itsenäisyyspäivä ja isänpäivä ovat hänelle raskaita.
Ensi- ja turvakoti on täynnä. Rikosuhripäivystys vastaa arkisin.
Kuusi oppilasta kymmenestä kokee yksinäisyyttä. Kouluterveyskysely 2025 kertoo saman.
Lapsen etu ja Lapsen ääni ovat eri asioita, sanoo YK:n lapsen oikeuksien komitea.
Valtakunnallinen Koulupoissaolojen malli jakaa poissaolot portaisiin 1–3.
Tilasin SPR:n ja Ehyt ry:n oppitunnit. Ne pidetään viikolla 47.
Laura Ashley -tapetti ei tähän liity, mutta lapsi repi sen.
Sain vastauksen Oikeusasiamieheltä: EOAK/1234/2024 koski samaa.
Nuori sai Nuorisoaseman ajan 3.12. klo 10 ja Ohjaamon ajan 8.12.
Käytämme Kuntouttava arviointi -mallia ja Vahvuusvariksen kortteja.
Barnombudsmannen och Rädda Barnen har material. Finns något på finska?
Vi har möte onsdag klockan 10.15. Vad ska stå i protokollet?
The Ombudsman for Children has written about this. Is there a newer guideline?
On Monday the mother cried. On Friday she did not come. What now?
Onni potkaisi: onni onnettomuudessa, ettei käynyt pahemmin.
Toivo elää. Usko loppui. Rauha palasi luokkaan. Ilo oli aito.
Satu kerrottiin ennen nukkumaanmenoa. Lumi suli. Meri myrskysi. Tuuli yltyi.
Sisu ei riitä. Aika ei riitä. Into hiipui. Tahto puuttuu.
Marja ja hedelmä kelpaavat, muu ruoka ei. Vilja jää syömättä.
Lahja annettiin muille, ei hänelle. Kukka kuihtui. Helmi katosi lattialle.
Taika-aika päättyi. Visa ja kilpailu innostavat. Sade ei haittaa. Syksy oli vaikea.
Armas lapsi, mutta väsynyt. Oma ope auttaa.
`
  .trim()
  .split('\n');

const mark = /\[(\w+):([^\]]+)\]/g;

/** The phrase without its marks, and where they were. */
const read = (phrase: string) => {
  let text = '';
  let at = 0;
  const places = [...phrase.matchAll(mark)].map((match) => {
    text += phrase.slice(at, match.index);
    at = match.index + match[0].length;
    const [, kind = '', words = ''] = match;
    text += words;
    return { kind: kinds[kind], from: text.length - words.length, to: text.length };
  });
  return { text: text + phrase.slice(at), places };
};

test.each(marked)('finds what is marked and nothing else: %s', (phrase) => {
  const { text, places } = read(phrase);
  const findings = findIdentifying(text);
  const lies = (place: { from: number; to: number }, other: { from: number; to: number }) =>
    place.from < other.to && other.from < place.to;
  for (const place of places)
    expect(
      findings.some((one) => one.kind === place.kind && lies(place, one)),
      text.slice(place.from, place.to),
    ).toBe(true);
  expect(
    findings
      .filter((one) => !places.some((place) => lies(place, one)))
      .map((one) => text.slice(one.from, one.to)),
  ).toEqual([]);
});

test.each(traps)('finds nothing: %s', (phrase) => {
  const findings = findIdentifying(phrase);
  expect(findings.map((one) => `${one.kind} ${phrase.slice(one.from, one.to)}`)).toEqual([]);
});
