// Surnames that are common in Finland, of Finnish, Swedish and other origin, written from general knowledge.
// Those that end in -nen, -sson, -ström and the like need not all stand here: their form tells (see surname-forms.ts).
export const surnames = `
Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen
Heinonen Heikkilä Kinnunen Salonen Turunen Laitinen Rantanen Karjalainen Tuominen Mattila Jokinen Savolainen Lahtinen
Ahonen Ojala Leppänen Leinonen Väisänen Hiltunen Pitkänen Miettinen Manninen Aaltonen Koivisto Hakala Anttila
Laaksonen Hirvonen Räsänen Laakso Rantala Toivonen Mustonen Niemelä Moilanen Peltonen Seppälä Pulkkinen Hänninen
Kettunen Lappalainen Koskela Partanen Kemppainen Seppänen Ahola Kauppinen Huttunen Ikonen Suominen Halonen Pesonen
Kärkkäinen Peltola Mikkonen Koponen Niskanen Vainio Oksanen Heiskanen Mikkola Honkanen Immonen Määttä Nurminen
Vuorinen Kokkonen Rissanen Karppinen Laukkanen Rautiainen Parviainen Mäkela Kuusisto Kukkonen Martikainen Karvonen
Nevalainen Kujala Eskelinen Kangas Hyvönen Kosonen Hartikainen Tolonen Ruotsalainen Tiainen Kivelä Kivinen Vesterinen
Pasanen Jääskeläinen Tikkanen Karhu Kolehmainen Pietikäinen Pelkonen Hietala Holopainen Asikainen Luoma Lindroos
Viitanen Nissinen Ollikainen Kurki Tarvainen Sirola Uusitalo Hautala Hautamäki Kantola Rajala Mykkänen Ronkainen
Keränen Kortelainen Ylönen Väänänen Lampinen Ojanen Nousiainen Rauhala Haapala Haapanen Haapasalo Haataja Haavisto
Hagman Hakkarainen Halme Halttunen Hannula Harjula Harju Hassinen Haukka Heino Helenius Helin Hellman Hellsten
Herranen Hietanen Hokkanen Hovi Huhtala Huovinen Hurme Huhtanen Hyttinen Hyvärinen Häkkinen Häkli Häyrinen Ihalainen
Iivonen Ilves Inkinen Isokoski Isotalo Jaakkola Jalonen Jantunen Jauhiainen Junttila Juntunen Juvonen Jylhä Jurvanen
Kaartinen Kainulainen Kaipainen Kaitala Kallinen Kalliokoski Kamppi Kananen Kanerva Kankaanpää Kantonen Karhunen
Karlsson Karppi Kaukonen Kauranen Kauppila Keinänen Kekkonen Kemppi Kervinen Keskinen Keskitalo Ketola Kettula
Kiiskinen Kilpeläinen Kiviniemi Kivistö Koistinen Koivula Koivunen Kokko Komulainen Konttinen Kontio Korpela Korpi
Kortesniemi Koski Kotilainen Kovanen Kuisma Kukkola Kumpulainen Kurkela Kuronen Kuusela Kymäläinen Kyllönen Kähkönen
Lahtela Laiho Lamminen Lampela Lankinen Lassila Lauronen Lautala Lehikoinen Lehmusto Lehtimäki Lehtola Leino Leskinen
Lepistö Leppälä Levonen Liimatainen Lindqvist Lintula Liukkonen Loikkanen Luukkonen Luukkanen Lyytikäinen Lähteenmäki
Lämsä Maijala Malinen Malmi Manner Markkanen Markkula Marttila Marttinen Matikainen Mattinen Meriläinen Metsälä
Metsänen Metsäranta Mononen Multanen Muurinen Myllymäki Myllylä Myöhänen Mäenpää Mäkisalo Mäkitalo Mäntylä Mäntynen
Nenonen Niemi Niinistö Nikkanen Nikula Nikkilä Nokelainen Noponen Nurmela Nurmi Nuutinen Nykänen Närhi Ojaniemi
Oinonen Ollila Olkkonen Orava Paananen Paasonen Paavilainen Paavola Pajunen Pakarinen Palmu Paloheimo Palonen
Papinniemi Parkkinen Parkkonen Pehkonen Pekkala Pekkarinen Penttilä Penttinen Perälä Peura Piirainen Pirhonen Pirttilä
Pohjola Pohjonen Polvinen Poutanen Puhakka Puranen Puustinen Pykäläinen Pyykkönen Pöllänen Pöyhönen Raatikainen
Rajaniemi Rantakangas Rantamäki Raunio Rautio Reinikainen Reponen Riihimäki Riikonen Ripatti Roivainen Ruokonen Ruuska
Ruusunen Ryhänen Rytkönen Rytky Räihä Rämö Räty Saarela Saarelainen Saarikoski Saario Sallinen Salmela Salokangas
Salomaa Salovaara Sandberg Sarajärvi Sarkkinen Satomaa Savela Sihvonen Siitonen Sillanpää Simola Simonen Sinkkonen
Sipilä Siren Sirén Sirkiä Soininen Soini Sorsa Sorvali Suhonen Sulonen Suomalainen Suomela Suutari Syrjälä Syrjänen
Särkkä Taipale Takala Tamminen Tanskanen Tapola Taskinen Tenhunen Tervo Tiihonen Tiitinen Timonen Toivanen Torvinen
Tuomela Tuomi Tuomisto Tuovinen Turkki Turpeinen Tuunanen Tynkkynen Törmänen Tähtinen Ukkonen Utriainen Uusimäki
Valkama Valkonen Valtonen Vanhanen Varis Vartiainen Varonen Vatanen Vehviläinen Venäläinen Vepsäläinen Vertanen Vesala
Vihavainen Viinikainen Viitala Vilkman Vilén Virolainen Virkki Virta Virtala Voutilainen Vuolle Vuori Vuorela Väyrynen
Välimäki Väisälä Vänskä Ylinen Ylitalo Äikäs Äijälä Österman Aalto Aarnio Ahlgren Ahlström Ahokas Aho Alanen Alanko
Alatalo Ala-Korpi Airaksinen Arola Auvinen Autio Backman Blomqvist Bäckström Ekholm Eklund Eloranta Eronen Erkkilä
Eskola Forsman Forsström Gröndahl Granlund Grönroos Grönholm Gustafsson Haglund Hellström Helminen Henriksson Holm
Holmberg Holmström Jansson Johansson Kallio Karlström Lindberg Lindblom Lindfors Lindgren Lindholm Lindroth Lindström
Lundberg Lundqvist Lundström Löfgren Löfström Malm Mattsson Nyberg Nygård Nylund Nyman Nyström Nordström Nordlund
Norrgård Olander Olin Palmgren Pettersson Rehn Rosenberg Rosenlund Roos Rönnberg Rönnholm Sandell Sandström Sahlberg
Sjöberg Sjöblom Sjöholm Sjöström Smeds Snellman Stenberg Stenman Strandberg Strandell Strömberg Sundberg Sundman
Sundqvist Sundström Söderholm Söderlund Söderström Tallgren Törnqvist Törnroos Wahlström Wallin Wallenius Westerholm
Westerlund Westman Wikman Wikström Wiklund Winberg Åberg Åkerlund Åkerman Åström Öhman Österberg Österholm Österlund
Blom Björklund Björkman Björkqvist Boström Brännkärr Dahlbacka Dahlström Enqvist Envall Fagerström Fagerholm Finne
Forss Fröjdö Furu Gäddnäs Häggblom Hagström Högnäs Kronqvist Kullberg Käld Lassfolk Löfqvist Nylander Nynäs Portin
Ravald Sandvik Sjölund Skog Skogman Snickars Storbacka Stolpe Strang Svenfelt Sved Svedberg Svels Wärnå Ågren Åkerholm
Övergaard Ehrnrooth Lemberg Popov Popova Novikov Novikova Petrov Petrova Ivanov Ivanova Ivanenko Smirnov Smirnova
Volkov Volkova Sokolov Sokolova Kuznetsov Kuznetsova Morozov Morozova Kovalenko Kovalchuk Shevchenko Bondarenko
Tkachenko Melnyk Boiko Tamm Mägi Sepp Kask Kukk Rebane Pärn Koppel Abdi Abdulle Abdullahi Adan Aden Ahmed Ali Barre
Dahir Elmi Egal Farah Guled Hashi Hersi Hussein Ibrahim Isse Jama Jimale Mahamud Mohamed Mohamud Mohammed Muse Nur
Omar Osman Roble Samatar Shire Warsame Yusuf Hassan Aweys Gedi Geedi Hirsi Duale Ismail Abbasi Ahmadi Akbari Alavi
Al-Ali Al-Hassan Al-Khafaji Al-Masri Al-Saadi Al-Tamimi Amini Amiri Aziz Azizi Barzani Darwish Ebrahimi Farhadi
Ghasemi Haddad Haidari Hamidi Hashemi Hosseini Hosseinzadeh Hussaini Jafari Karimi Kazemi Khalil Khan Mahmoud Mahmoudi
Mohammadi Moradi Mousavi Najafi Naseri Nazari Noori Nouri Omari Qaderi Rahimi Rahmani Rasool Rezai Rezaei Rostami
Sadat Sadeghi Safi Saleh Salih Sharifi Sultani Tahiri Yousefi Zamani Demir Kaya Yildiz Yilmaz Özdemir Öztürk Sahin
Çelik Arslan Doğan Aydin Berisha Gashi Hoxha Krasniqi Morina Shala Bytyqi Thaqi Rexhepi Osmani Hasani Halimi Bajrami
Hodžić Kovačević Petrović Jovanović Nikolić Begić Nguyen Tran Pham Huynh Vu Phan Dang Bui Hoang Truong Duong Luong
Wang Zhang Liu Chen Huang Zhao Singh Sharma Patel Kumar Gurung Thapa Shrestha Adhikari Chowdhury Rahman Hossain Islam
Akter Santos Reyes Cruz Garcia Mendoza Bautista Villanueva Okafor Okonkwo Okeke Adeyemi Adebayo Balogun Mensah Owusu
Boateng Asante Osei Tesfaye Haile Gebre Tekle Kidane Mulugeta Diallo Traoré Camara Kamara Conteh Mbala Mukendi Ngoy
Kabongo Ilunga Mutombo Niyonzima Smith Jones Taylor Brown Wilson Johnson Davies Robinson Wright Thompson Evans Walker
Roberts Edwards Hughes Lewis Harris Clarke Jackson Turner Collins Murphy Kelly Kennedy O'Brien O'Connor MacDonald
Campbell Stewart Anderson Fernández González Rodríguez López Martínez Hernández Silva Pereira Costa Rossi Russo Müller
Schmidt Schneider Weber Kowalski Nowak Hagert Grönfors Åkerberg Blomerus Florin Lindeman Schwartz Falk Nordin Ström
Ekström Björk Öberg Olsson Diop Fall Ndiaye Sarr Barry Sow Sissoko Coulibaly Touré Adeyemo Ajayi Afolabi Ojo Bello
Musa Sesay Bangura Koroma Popescu Ionescu Popa Constantin Dumitru Stan Radu Rus Marković Ilić Marić Tomić Babić Horvat
Nowakowski Wiśniewski Lewandowski Zieliński Kaminski Wójcik Berzins Kalnins Ozols Kazlauskas Petrauskas Kim Lee Park
Choi Ito Sato Tanaka Yamamoto Lam Ngo Wu Zhou Zhu Guo Xu Yadav Gupta Verma Reddy Roy Bhatt Bhattarai Poudel Karki Rai
Tamang Magar Begum Khatun Akhtar Butt Malik Qureshi Siddiqui Chaudhry Iqbal Mirza Raza Shah Hashimi Hakimi Sarwari
Stanikzai Popal Ahmadzai Yusufi Wardak Zaher Al-Jabouri Al-Bayati Al-Dulaimi Al-Obaidi Al-Rubaie Al-Zubaidi
Al-Shammari Al-Azzawi Kadhim Jabbar Jassim Hamad Hamza Khaled Mansour Nasser Najjar Odeh Qasem Sabbagh Shaheen
Suleiman Youssef Zidan Haji Hama Jalal Kareem Majeed Othman Rashid Sabir Sharif Aksoy Aydın Bulut Çetin Korkmaz Koç
Polat Şahin Yıldız Yıldırım Güneş Toprak Abdirahman Abshir Adow Afrah Artan Aways Bile Botan Caynte Dirie Diriye
Dualeh Farax Gabeyre Igal Ilmi Jaamac Kulmiye Liban Maalim Magan Mumin Nuur Osoble Salah Samantar Sheikh Siyad Ugaas
Yare Ahtisaari Alho Asunmaa Eklöf Elomaa Erho Haanpää Haarala Haikonen Halinen Hannikainen Heikura Heinänen Hermunen
Holma Honka Huhta Huikuri Huttula Hägg Ihanainen Isola Jaatinen Jormakka Jussila Jäntti Jäppinen Kaasinen Kaikkonen
Kajander Kanninen Karila Karvinen Kauhanen Keto Kiiski Kilpi Kiuru Klemola Knuutila Koho Korkala Kosola Kotila
Kuosmanen Kuparinen Kyrö Käyhkö Lahdenperä Lauri Lehtosaari Leppäkoski Liikanen Lintunen Lohi Loponen Luhtala Luukko
Mannila Markula Metsola Mikkilä Mustajärvi Mäkipää Naumanen Nevala Niittymäki Nokka Nuutila Oikarinen Orpana Paajanen
Palola Pelttari Pirinen Pulli Pyykkö Raitanen Rahkola Rannikko Rekola Ristola Roponen Ruotsala Ruuskanen Saikkonen
Salmenkivi Sarvi Saukkonen Seppo Setälä Sipola Sormunen Soukka Storm Suikkanen Sutinen Taavitsainen Tammela Tapio
Teittinen Tikka Toikka Tolvanen Turpela Uotila Urpilainen Vaarala Vainikainen Valli Varpula Vauhkonen Viljanen
Viljakainen Vilppula Vornanen Vuorio Välikangas Ylä-Kotola Ylitörmä Yrjölä Ärölä
`
  .trim()
  .split(/\s+/);
