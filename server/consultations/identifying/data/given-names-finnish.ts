// Given names that are common in Finland among speakers of Finnish, of children and of grown-ups, written from general knowledge.
export const finnishGivenNames = `
Aada Aadi Aake Aaliyah Aamos Aapeli Aapo Aappo Aarni Aarno Aaro Aaron Aaretti Aatu Aava Ada Adele Aila Aili Aino Aira
Airi Airo Akseli Aku Alarik Aleksander Aleksandra Aleksanteri Aleksi Aleksis Alina Aliisa Alisa Alli Alma Alpo Altti
Alvari Amalia Amanda Amelia Amelie Anja Anita Anitta Anna Annastiina Anne Anneli Annika Anniina Annikki Anni Annu
Annukka Anri Anselmi Ansa Anssi Antero Anton Antti Anttoni Anu Arhi Ari Arja Armi Arsi Arto Arttu Artturi Arttur Arvi
Arvo Asko Aslak Asta Aulis Aukusti Aune Aurora Axel Beata Bella Benjamin Daniel Daniela Danielle Edit Edla Eedit Eeli
Eelis Eemeli Eemi Eemil Eerika Eerik Eerikki Eero Eetu Eeva Eevi Eevert Eija Eila Eine Eini Eino Eira Eliel Elias
Eliisa Elin Elina Elisa Elisabet Elise Ella Ellen Elli Elma Elmeri Elmo Elna Elsa Elsi Elviira Emil Emilia Emma Emmi
Enna Enni Ensio Erik Erika Erja Erkka Erkki Erno Essi Ester Esteri Eveliina Eva Faiza Felix Frans Fredrik Hanna Hanne
Hannele Hannes Hannu Harri Heidi Heikki Heini Heli Helena Helinä Heljä Helka Hellä Hemmo Henna Henni Henri Henriikka
Henrik Henry Hermanni Hertta Hilda Hilja Hilkka Hilma Hilppa Iida Iiris Iikka Iina Iines Iiro Iisa Iisakki Ilari Ilkka
Ilma Ilmari Ilona Ilpo Ilse Ilkko Immo Inari Ingrid Inka Inkeri Irene Irina Irja Irma Iris Isa Isla Ismo Iivari Iivo
Jaakko Jaana Jade Jalmari Jami Jan Jani Janika Janina Janita Janne Janni Janna Jari Jarkko Jarmo Jasmin Jasper Jenna
Jenni Jere Jeremias Jesper Jesse Jessica Jimi Jirka Joakim Joel Joeli Johanna Johannes Jonatan Jonna Joni Jonne Joona
Joonas Joonatan Joose Jooseppi Jorma Josefiina Jouko Jouni Juha Juhana Juhani Juho Jukka Juli Julia Juliaana Julius
Juni Junnu Jussi Justiina Justus Juuli Juulia Juuso Jyri Jyrki Kaapo Kaapro Kaarin Kaarina Kaarlo Kaarle Kaija Kaisa
Kaisu Kaius Kalervo Kalevi Kalle Karin Karita Karoliina Kasper Kasperi Kasimir Kassu Katariina Kati Katja Katri
Katriina Kauri Keijo Keke Kerttu Kerttuli Kia Kiia Kimi Kimmo Kira Kirsi Kirsti Klaus Konsta Krista Kristian Kristiina
Kristina Kullervo Kyllikki Kyösti Laina Lari Lasse Lassi Laura Laurento Lauri Lea Leea Leena Leevi Leila Lenni Leo
Leon Leonardo Leonora Liia Liina Liisa Liisi Lilja Lilian Lilli Linda Linnea Livia Lotta Louhi Luca Luka Lukas Lumia
Luukas Lyydia Lyyli Maaria Maarit Maija Maiju Maikki Maini Maisa Manta Manu Marcus Maria Marianna Marianne Mariia
Marika Mariella Marietta Marita Maritta Marjaana Marjatta Marjo Marjukka Marjut Markku Marko Markus Markulla Martta
Martti Mathias Matias Matilda Matleena Matti Mauno Mauri Max Maximilian Melina Melissa Merja Mervi Mette Mia Miia
Miika Miikka Miina Miisa Mikael Mika Mikaela Mikko Miko Mila Milja Milla Milka Milo Mimosa Mina Minea Minja Minna Mio
Mira Mirja Mirjami Miro Miska Moona Mona Monika Naemi Natalia Nea Neea Neela Nella Nelli Nestori Nette Nia Nico Niila
Niilo Niina Niki Niklas Niko Nikolai Nina Noa Noah Noel Noemi Nooa Nooel Noomi Noora Nora Oiva Okko Olavi Oliver
Olivia Olli Onerva Oona Orvo Oskari Oskar Ossi Osmo Otso Otto Outi Paavali Paavo Päivikki Patrik Pasi Paula Pauli
Pauliina Pekka Pekko Pellervo Pentti Perttu Peter Petja Petra Petri Petteri Pia Pieti Pietari Pihla Piia Piritta Pirjo
Pirkka Pirkko Priita Raija Raimo Raisa Raita Rami Rasmus Raul Rauni Rebekka Reeta Reetta Reija Reijo Reima Reino Riia
Riikka Riina Riitta Riku Rikhard Rita Ritva Robert Roni Ronja Roope Roosa Ruut Saaga Saana Saara Saija Saila Saimi
Saini Sakari Saku Salla Salli Salme Samu Sami Samuel Samuli Sandra Sanelma Sanna Sanni Santeri Santtu Sara Sari Saul
Sebastian Seela Seidi Seija Selma Senja Seppo Severi Signe Siina Siiri Silja Silva Simeon Simo Sinikka Siri Sirkku
Sirpa Siru Sofia Sohvi Soila Sonja Stella Susanna Sylvi Sylvia Taavi Taina Taisto Tanja Tapani Tapio Tarja Taru Tatu
Tauno Tea Teemu Teija Tero Terhi Teppo Terttu Tessa Teuvo Tiia Tiina Tiitus Timo Tina Tinja Tino Titta Toini Tomi
Tommi Toni Topi Topias Torsti Tuija Tuire Tuomas Tuomo Tuula Tuulia Tuulikki Tyko Tytti Tuukka Ulla Ulriikka Urho Urpo
Ursula Uuno Uolevi Valma Valpuri Valter Valtteri Vanessa Veera Veeti Venla Veronika Vesa Vertti Viena Vihtori Viivi
Vilho Vili Viljami Viljo Ville Vilma Vilhelmiina Vilppu Viola Virpi Virva Viktor Viktoria Vivian Väinämö Väinö Yrjö
Äijö Aatto Akusti Alexander Amos Andrei Anette Arska Emppu Essu Jaska Jonttu Kallu Kata Make Masa Mape Nipa Pate Pera
Repe Sanu Tepa Tiitu Vikke Ykä Eelin Elea Elvi Emily Hellin Iita Isabella Iisabel Lydia Meeri Meea Mirella Mirka Oili
Pinja Pipsa Raakel Sirke Suoma Tekla Tellervo Unelma Ainokaisa Annamari Annemari Marjaleena Marjaliisa Irmeli Mari
Veikko Veijo Esa Aki Jarno Sauli Nuutti Touko Jooa Jooel Fanni Peppi Mimi Lili Mai Kiira Hulda Unna Aarne Aapi Aimo
Antto Asmo Eki Elja Elle Ellinoora Enja Eliina Emmaliisa Ere Ermo Fiia Fiina Heimo Hely Hemmi Hene Hessu Hugo Inkku
Isto Jaakob Janette Jarl Jenny Jermu Jessika Joanna Jone Jonni Juuse Jyrä Kaapri Karla Karo Katinka Kerkko Kiti Kosti
Kreeta Kristo Larissa Leni Lenne Liila Loviisa Maaret Maarika Maj Maja Malla Mariana Marin Marina Markos Martin Maru
Matteus Maxim Merituuli Milena Milli Minttu Miranda Mirva Mitja Moonika Niclas Nikke Odessa Orvokki Otteri Patrick
Pieta Pirita Puk Raine Rasse Rauno Reetu Remu Riki Risto Ronald Ruska Ruu Sabina Saffi Sallamaari Samppa Samulin Sanja
Santra Sarita Saska Sasu Seita Selja Senni Sera Silvia Simona Sirja Sissi Sofi Solja Soni Stina Sulevi Suvi Sylvester
Taija Taneli Tarmo Teea Teijo Telle Terho Thea Tia Tuure Ukko Urmas Vaula Veikka Veini Velma Venni Verna Verneri Vieno
Viki Viliina Vilina Vivi Virve Virma Väiski Yrjänä Adalmiina Aini Allu Arla Arno Eljas Emilian Eerikka Eevertti Ilja
Ilmo Isabel Jimmy Joa Johnny Julle Junior Kaspian Kennet Kirsikka Kristaps Leeni Leonel Lumina Luna Melvin Minni
Myrsky Neo Nero Nikolas Odin Olivier Paco Piju Raafael Rafael Ray Reko Rene Ricky Rico Robin Romeo Ruben Samira
Santiago Sebu Simeoni Taiga Teodor Tilda Timi Tobias Toukka Veke Vidar Wille Wiljami William Wilhelmiina Zeida
`
  .trim()
  .split(/\s+/);
