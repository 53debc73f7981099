// Given names common among people who came to Finland or whose parents did (Russian, Estonian, Somali, Arabic, Kurdish, Persian,
// Turkish, Albanian, Vietnamese, Thai, Filipino, Chinese, Ukrainian, Romani, African), and English ones. From general knowledge.
export const worldGivenNames = `
Aleksandr Aleksej Aleksei Alexei Alexey Alla Alyona Anastasia Anastasiia Anatoli Andrey Andrei Angelina Anton Antonina
Arina Arkadi Artem Artjom Artyom Bogdan Boris Daria Darja Darya Denis Diana Dima Dimitri Dmitri Dmitry Dmytro Egor
Ekaterina Elena Elizaveta Evgeni Evgenia Fedor Fjodor Galina Georgi Gleb Igor Ilja Ilya Inna Irina Ivan Jegor
Jekaterina Jelena Jelizaveta Jevgeni Julija Juri Katja Kirill Konstantin Ksenia Ksenija Larisa Leonid Lev Lidia Ljubov
Ljudmila Ludmila Maksim Maxim Mark Marija Mikhail Mihail Nadezhda Natalja Natasha Nikita Nikolaj Oksana Oleg Oleksandr
Olena Pavel Polina Roman Ruslan Sasha Semjon Sergei Sergej Sergey Snezhana Stanislav Stepan Svetlana Taisia Tamara
Taras Tatiana Tatjana Timofei Timur Uljana Vadim Valentin Valentina Valeri Varvara Vasili Vera Viktorija Vitali
Vjatsheslav Vladimir Vladislav Volodymyr Yana Jana Yaroslav Jaroslav Yelena Yevhen Yulia Yuri Zhanna Zlata Zoja Andriy
Iryna Kateryna Mykola Nazar Oleh Sofiia Solomiia Yuliia Aivar Andres Ants Argo Eerik Eha Epp Getter Gert Grete Heiki
Helle Hendrik Indrek Jaan Jaanus Jüri Kadri Kaido Kaja Katrin Kaur Kristjan Kristi Kätlin Liis Maarja Maire Mall Marek
Margus Marge Mart Merike Merle Mihkel Piret Priit Raivo Rasmus Rein Sander Siim Sirje Taavet Tiit Tõnis Tõnu Toomas
Triin Ülle Urmas Veiko Viljar Abdi Abdia Abdikadir Abdiqani Abdirahim Abdirahman Abdirizak Abdul Abdulahi Abdulkadir
Abdullah Abdullahi Abshir Aden Adan Ahmed Ahmad Aisha Ali Amal Amina Amin Amir Amira Anisa Ashwaq Asho Asma Ayan Ayaan
Ayub Bashir Bilal Deeqa Deqa Fadumo Faduma Faisal Fardowsa Farah Farhan Farhiya Farhia Fathi Fatima Fatuma Guled
Habiba Halima Hamdi Hamsa Hamza Hani Hanan Hassan Hawa Hibo Hibaq Hiba Hodan Hodo Hussein Hussain Ibrahim Idil Idris
Ifrah Ikram Ilham Ilhan Ismail Ismahan Iman Jamal Jamila Kadra Kaltuma Khadija Khadra Khalid Kowsar Leyla Liban Luul
Mahad Mahamed Mahdi Mahmoud Maryam Maryan Mohamed Mohammed Mohammad Muhammad Mohamud Muna Muhiyadin Mulki Mumin Musa
Mustafa Naima Najma Nasra Nasteho Nimo Nuur Omar Osman Qali Rahma Ramla Raho Roda Saado Sabrin Sabir Sacdiyo Safiya
Sagal Sahra Said Salah Salma Salman Samira Samatar Shamso Shukri Siham Sumaya Suleiman Suad Ubah Umar Warsame Yahya
Yasin Yasir Yasmin Yasmiin Yonis Yusra Yussuf Yusuf Zahra Zakariya Zamzam Zaynab Zeinab Ziad Hafsa Hafza Abbas
Abdelrahman Adnan Ahlam Aida Alaa Anas Anwar Aya Ayman Aziz Baraa Basel Bassam Dalal Dania Dina Eman Fadi Farid Fatma
Ghada Haider Haidar Hadi Hala Hamid Hasan Haya Heba Hisham Huda Hussam Iyad Jaafar Jasim Jawad Karam Karim Kareem
Khaled Laith Lama Layan Layla Lina Lujain Maha Mahmood Majid Malak Malek Manal Mariam Marwa Marwan Maysa Mazen Mehdi
Mina Moustafa Munir Murtada Nabil Nada Nadia Nasser Noor Nour Nura Omer Qasim Raed Ragad Rana Rania Rashid Rawan Rayan
Reem Rima Rami Saad Sadiq Safa Sajjad Salam Salim Sama Samer Samir Sana Sarah Sawsan Shahad Shaima Shams Tala Tariq
Taha Tareq Wael Walid Wissam Yaser Youssef Yousef Younes Zain Zainab Zaid Zahraa Zuhair Agri Ako Alan Aram Aras Arman
Aryan Asad Avin Awara Azad Baran Berfin Bahar Behnam Behrouz Bijan Chiman Dana Dara Darin Daryan Delal Diar Dilan
Dilnaz Diyar Ebrahim Elaha Elham Elyas Esmat Fahim Farhad Farzana Fereshteh Fereshta Gulnaz Hawraz Heja Hêvî Hiwa Homa
Hossein Jalal Jamshid Javad Kamal Kaveh Karzan Kian Khatera Lanya Laleh Lana Lawin Mahsa Masoud Mehran Mehrdad Mitra
Morteza Mozhgan Nasrin Navid Negar Niloofar Nilofar Nima Nasim Omid Parisa Parwin Parwana Payam Peyman Pouya Ramin
Reza Roj Rojda Rojin Roya Rozhin Ruqia Saba Sahar Saman Samim Sara Sepideh Shadi Shabnam Shahin Sherko Shirin Shirzad
Sina Sirwan Sohrab Soran Tahmina Tara Yara Zahir Zana Zeynep Zhina Zohra Adem Ahmet Alper Arda Asli Ayşe Ayse Aylin
Azra Berk Burak Bülent Cem Ceren Defne Deniz Dilara Ebru Ece Elif Emine Emir Emre Enes Erdem Esra Eylül Fatih Furkan
Gizem Hakan Halil Hatice Hüseyin Ismet Kaan Kemal Kerem Mehmet Melek Merve Mert Miray Murat Nuray Onur Orhan Ozan Özge
Pinar Selin Serkan Sevgi Sibel Sinem Tolga Tuğba Ufuk Umut Volkan Yagmur Yilmaz Zehra Adelina Agim Agron Albana Arbër
Arbnor Ardita Arian Arlind Arta Artan Avni Bekim Besa Besart Blerim Blerta Burim Dardan Donjeta Drita Edona Egzon
Elira Endrit Era Ermal Fatmir Fatos Fitore Flamur Florim Gent Granit Ilir Jetmir Kaltrina Kushtrim Leart Liridon Lirie
Mentor Merita Mirjeta Naim Nderim Nora Petrit Qendrim Rinor Rron Shpresa Shqipe Teuta Valdrin Valon Valmir Vesa Vjosa
Xhevat Adnana Admir Almir Amela Amra Armin Edin Elmir Emina Enisa Haris Jasmina Lejla Nermin Nermina Selma Senad Tarik
Anh Binh Chau Cuong Dung Duc Duy Giang Hai Hieu Hoa Hoang Hung Huong Huy Khanh Lan Linh Long Minh Ngoc Nhi Nhung Phuc
Phuong Quan Quang Quynh Thanh Thao Thi Thu Thuy Tien Trang Trinh Tuan Tung Tuyet Vinh Yen Anong Arisa Chai Kanya Malee
Nattaya Niran Ploy Pornthip Ratana Sirikit Somchai Somsak Suda Supaporn Suwit Wanida Wichai Angelica Arnel Analyn Bea
Bong Cherry Crisanto Dalisay Danilo Edgardo Gemma Jayson Jericho Joselito Jomar Kristine Lorna Maricel Marites Mylene
Rodel Rowena Chen Fang Hong Jiahao Jing Jun Lei Ling Mei Ming Ping Qiang Tao Wei Xia Xiao Xin Yan Yang Ying Yu Yue
Zhen Akira Haruto Hana Kenji Sakura Yuki Aarav Aditi Advait Aishwarya Amit Ananya Anil Anjali Arjun Asha Deepak Divya
Ganesh Ishaan Kavya Krishna Lakshmi Meera Neha Nikhil Nisha Pooja Prakash Priya Rahul Raj Ravi Rohan Sanjay Shreya
Sita Sunil Suresh Vikram Vivek Bibek Binod Bishal Gita Manisha Prabin Puja Rajesh Rekha Sabina Sarita Sujan Sunita
Tanvir Rumana Nusrat Hasina Sadia Zubair Zeeshan Usman Hira Ayesha Abebe Abel Adanna Akua Ama Amara Aminata Aster Awa
Ayodele Babatunde Bekele Chidi Chinedu Chioma Dawit Eden Emeka Eyob Feven Fisseha Folasade Genet Helen Hirut Ifeoma
Ifeanyi Kofi Kwabena Kwame Kwasi Mamadou Meron Mebrahtu Moussa Nana Ngozi Nkechi Obinna Olumide Oumar Samrawit Selam
Senait Solomon Sekou Tekle Temesgen Tewodros Tigist Yaw Yonas Yohannes Zola Alphonse Baptiste Blaise Bienvenu Chantal
Emmanuel Esperance Fiston Furaha Gentille Jean-Claude Josue Kabila Mireille Mugisha Nadege Neema Safi Uwimana Zawadi
Aaliyah Abigail Aidan Alastair Alex Alison Allison Amy Andrew Angela Anthony Ashley Ava Barbara Becky Ben Bethany
Brandon Brian Callum Cameron Carl Carlos Carol Catherine Charles Charlie Chloe Chris Christine Christopher Claire
Colin Connor Craig Daniel Danny Darren Dave David Deborah Derek Diego Donna Donald Dylan Edward Eleanor Elijah
Elizabeth Ella Ellie Emily Emma Eric Ethan Eva Evan Evelyn Finley Freddie Gary Gavin George Georgia Graham Greg Hannah
Harper Harriet Harrison Harvey Heather Henry Holly Ian Imogen Isaac Isabel Isabelle Isobel Jack Jackson Jacob Jaden
Jake James Jamie Jane Janet Jason Jasmine Jayden Jeff Jennifer Jeremy Jerry Jessica Jill Jim Joan Joanna Joe John
Jordan Jose Joseph Josh Joshua Juan Judith Karen Kate Katherine Kathryn Katie Keith Kelly Kenneth Kevin Kieran Kyle
Lauren Leah Lewis Liam Linda Lisa Logan Lola Lorenzo Louis Lucy Luke Lydia Madison Maisie Margaret Marco Mario Martha
Martin Mary Mateo Matthew Megan Melanie Mia Michael Michelle Miguel Mike Millie Mohamad Naomi Natalie Nathan Niamh
Nicholas Nick Nicole Nigel Oliver Olivia Oscar Owen Pablo Patricia Paul Pauline Pedro Peter Philip Phoebe Rachel
Rebecca Richard Riley Robin Rory Ryan Sally Sam Samantha Samuel Scott Sean Sergio Shane Sharon Sienna Sophia Sophie
Stephanie Stephen Steve Steven Stuart Susan Tamsin Taylor Teresa Thomas Tom Toby Tony Tracy Tyler Vanessa Wayne Wendy
William Zachary Zara Zoe Valentino Allan Amadeus Elvis Feija Jasmiina Ramona Rainer Regina Romeo Rosita Sabrina Saimi
Santra Taneli Tenho Ziggy Abdou Abdoul Abdoulaye Aboubacar Aissatou Aïcha Amadou Bintou Boubacar Cheikh Djibril Fanta
Fatou Fatoumata Issa Lamine Mariama Ousmane Oumou Salimata Seydou Ayomide Ayinde Bukola Damilola Folake Funmi Kehinde
Oluwaseun Seun Taiwo Temitope Tunde Yetunde Yemi Adjoa Efua Esi Kojo Kwaku Nii Akosua Ana Anamaria Andrea Andreea
Andra Bianca Bogdana Camelia Carmen Ciprian Claudia Claudiu Corina Cosmin Cristi Cristian Cristina Delia Dora Dorin
Dorina Doina Dragan Dragana Dragoș Eleonora Eliza Eugenia Florentina Florian Florica Florin Gabi Gabriel Gheorghe
Goran Gordana Ioana Ion Ionel Ionuț Iulia Ivana Ivica Josip Laurențiu Lidija Liviu Ljubica Loredana Lucian Luminita
Magda Marijana Marius Mara Mihai Milan Milica Milos Mirela Mirko Monica Nicoleta Nikola Octavian Paula Raluca Radu
Razvan Roxana Sanja Sasa Sebastian Silviu Simona Slobodan Snežana Sorin Stefana Ștefan Stojan Tudor Vasile Vesna
Violeta Viorel Vlad Vlado Zoran Željko Agnieszka Aleksander Bartosz Dorota Ewa Filip Grzegorz Hanna Iwona Jakub Kacper
Kamil Karolina Kasia Katarzyna Krystyna Krzysztof Łukasz Maciej Magdalena Małgorzata Marcin Mariusz Mateusz Michał
Oliwia Paweł Piotr Rafał Szymon Tomasz Wiktoria Wojciech Zuzanna Zofia Arturs Edgars Ieva Ilze Inese Janis Jānis
Kristaps Liga Līga Martins Raimonds Zane Austėja Gabija Jonas Lukas Mantas Rasa Tomas Vytautas Aime Ain Alar Ene Heino
Helena Helgi Hillar Imbi Ingrid Jaak Kaarel Kaarin Kalev Kersti Kert Kerli Külli Laura Leelo Leida Liina Maarika Madis
Malle Markus Mati Meelis Merilin Mirjam Paavo Peeter Raimond Rait Reet Riho Riina Rita Robert Sigrid Silver Signe
Taimi Tambet Tanel Tauri Tiina Tiiu Tõnn Uku Ülo Vello Viive Virve Adel Adham Aiman Ala Amani Anfal Asal Ashraf Ashkan
Aseel Asil Atefeh Ayat Ayoub Azadeh Banafsheh Batoul Bayan Bushra Ciara Dua Ehsan Elmira Emran Essam Fadwa Faiz Fares
Faris Farrah Fatemeh Fatimah Ferdos Feryal Forough Ghazal Habib Hadeel Hafiz Hajar Hakim Hakima Halina Hamed Haneen
Haroon Hashim Hatem Heidar Hella Hilal Hind Hossam Humam Husam Iqra Iraj Isra Israa Izdihar Jabbar Jaber Jannat Jihad
Jood Kawthar Khadijah Khalil Khaleda Khawla Kinda Laila Lamia Latifa Leen Leila Leyan Lubna Lutfi Madina Mahmud Mahmut
Mais Majd Marjan Marua Masouma Maymun Milad Minoo Mohsen Moein Mojtaba Mounir Murad Mursal Nahid Nahla Najib Najiba
Najla Narges Nargis Nasima Nastaran Naz Nazanin Nawal Nawar Nidal Nisreen Nisrin Nizar Noora Osama Otman Qais Rabab
Rabia Raghad Rahaf Rahim Rahmatullah Rasul Rawda Razan Rehana Reyhaneh Rewan Ridwan Rimas Ritaj Romina Roqaya Rozan
Ruba Rukia Safaa Safwan Sahand Saif Saja Salwa Samia Sanaa Sedra Setareh Shahd Shaimaa Shaymaa Sherin Shler Shokria
Sidra Simin Soha Sohail Soheila Sondos Sulaiman Tahira Tamim Tasnim Tayebeh Thaer Turan Wafa Wafaa Wahid Waleed Warda
Wasim Yahia Yakub Yamen Yaqub Yasmina Younis Yousra Yunis Yunus Zaki Zakia Zeina Zeynab Ziyad Zubayr Zuhra Abdifatah
Abdihakim Abdinasir Abdisalam Abdiwahab Abukar Ahmedey Ayanle Ayaanle Barwaqo Bishaaro Caasho Dahabo Fadma Fartun
Filsan Fowsiyo Gacal Habon Hanad Hawo Ibado Ifrax Ikraan Ilyas Jibril Kaha Kayse Khadro Kifah Ladan Maido Marian
Maryama Mohamuud Najah Nafisa Naciimo Qamar Ridwaan Rukiya Rooble Saacid Sacad Safia Sahal Samiya Sharmarke Sihaam
Siman Sowda Suldan Suhayb Ugbad Xaliimo Yahye Yuusuf Zakaria Zuhur
`
  .trim()
  .split(/\s+/);
