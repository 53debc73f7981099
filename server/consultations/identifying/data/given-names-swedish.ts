// Given names that are common among Finland's speakers of Swedish, and in Sweden, written from general knowledge.
export const swedishGivenNames = `
Adam Adrian Agda Agnes Albert Albin Alexandra Alfons Alfred Alice Alicia Alva Alvar Amanda Anders Andreas Anette
Ann-Christin Ann-Sofi Anna-Lena Annette Annika Anton Arne Arvid Astrid August Augusta Axel Barbro Beatrice Bengt Benny
Berit Bernt Bertel Bertil Birger Birgit Birgitta Bjarne Bodil Boel Boris Börje Camilla Carin Carina Carita Carl Carola
Caroline Casper Catarina Cecilia Charlotta Charlotte Christa Christel Christer Christian Christina Christoffer Clara
Clas Cornelia Dagmar Dan Daniela David Denise Disa Ebba Edith Edvard Edvin Egil Einar Eivor Elias Elis Elisabeth
Ellinor Elof Elsa Elsie Elvira Embla Emelie Emil Emma Emmy Engla Erik Erika Erland Ernst Eskil Estelle Evelina Evert
Fanny Filip Filippa Folke Fredrik Fredrika Freja Frida Fritiof Gabriel Gabriella Georg Gerd Gerda Gisela Greta Gun
Gunborg Gunilla Gunnar Gunnel Gunvor Gustaf Gustav Göran Gösta Hampus Hanna Harald Harriet Harry Hedda Hedvig Helge
Helny Henning Henrietta Henrik Herman Hilding Hilda Hilma Hjalmar Hugo Håkan Ida Inez Inga Ingeborg Ingela Ingemar
Inger Ingmar Ingvar Irene Isabelle Isak Ivar Jacob Jakob Janina Jannike Jarl Jeanette Jennifer Jens Jenny Jerker
Joakim Johan Johanna John Jon Jonas Jonathan Josef Josefin Josefine Julia Jörgen Karin Karl Karolina Katarina Kajsa
Kasper Kennet Kenneth Kent Kerstin Kjell Klara Klas Knut Kristina Kristoffer Kurt Lars Lars-Erik Leif Lena Lennart
Leonard Leopold Levi Lina Linda Linnéa Lisa Lisbet Lisen Liselotte Loke Lotten Louise Lova Lovisa Lucas Lucia Ludvig
Lukas Magdalena Magnus Maj Maja Maj-Britt Maj-Len Malin Malte Margareta Margot Maria Marie Marina Markus Marlene
Martin Martina Mathilda Mathias Matilda Mats Mattias Melker Melvin Mikael Mikaela Milton Minna Mirjam Molly Monica
Mårten Måns Nathalie Nelly Nicklas Niclas Nikolina Nils Ola Olav Ole Olga Olle Olof Oscar Ottilia Otto Ove Pamela
Patricia Patrick Paul Pernilla Peter Petra Petter Pontus Pär Ragnar Ragnhild Rakel Rasmus Rebecka Regina Reidar Rolf
Roger Roland Ronny Runar Rune Sanna Sara Sebastian Selma Sigbritt Sigrid Sigurd Simon Siv Sixten Sofie Solveig Sonja
Staffan Stefan Stella Stina Sture Sune Susann Susanne Svante Sven Svea Sören Therese Thomas Tage Tekla Theo Theodor
Thea Tilda Tim Tobias Tomas Tora Tore Torbjörn Torsten Tove Trygve Tuva Tyra Ulla-Maj Ulrica Ulrika Uno Urban Valdemar
Valter Vanja Verner Victor Victoria Vidar Viggo Viking Vilgot Viktor Vilhelm Vilmer Vincent Vivi Viveka Wilhelm
William Wille Wilmer Yngve Yvonne Åke Åsa Örjan Östen Elliot Ellen Alvin Alma Albertina Märta Mia Minea Mio Nova
Noelle Ellie Lykke Majken Meja Siri Signe Sigge Tindra Ville Vega Adele Annie Benita Britta Britt Brita Gitta Gunda
Göta Hjördis Jonna Kicki Kitty Lasse Lillemor Majvor Mona Nanna Nanny Nina Pia Agneta Ann Felicia Lisbeth Madeleine
Moa Björn Claes Dennis Jimmy Johnny Linus Rickard Tommy Ulf Alf Hans Jan Kaj Kim Max Vera Stig Ebbe Elin Ester Edla
Elise Emrik Elvin Ines Isabella Iris Josefina Juni Joel Kian Leah Leia Leo Lilian Liam Lilly Luna Lycka Matteo Melwin
Mila Mira Nathanael Nelia Nicole Nikki Noah Noel Nomi Odin Otilia Penny Rebecca Robin Rony Rosa Ruben Saga Samuel
Sally Sandra Sofia Sonny Tea Theodora Viola Wilda Yvette Ruth Amelie Ann-Louise Aron Bror Conny Dick Edgar Elna Fjalar
Gunhild Holger Ingvald Iwar Jerry Johannes Jörn Kalle Krister Kristian Marianne Marita Monika Natalia Olivia Patrik
Ralf Rabbe Siw Sivert Susanna Tom Tony Torolf Ulla Vesla Wilma
`
  .trim()
  .split(/\s+/);
