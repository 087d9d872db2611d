/**
 * The applicants of the demonstration and their families, as the registers know them: everybody is
 * invented. In a line stand the number of the travel document, who issued it, the citizenship, the
 * sex, the day of birth, the names, and the names in Latin letters where the script is another.
 */
export const PEOPLE = `
NO0004479, NOR, NOR, male, 1979-04-30, Solvang, Henrik Aleksander
NO0004481, NOR, NOR, female, 1981-10-12, Solvang, Liv Marie
TZ0001205, JPN, JPN, female, 1990-12-05, 田辺, 結衣, TANABE, YUI
119000011, PER, PER, male, 1983-11-11, Quispe Mayta, Juan Carlos
U00022902, TUR, TUR, male, 1980-02-29, Çağlayan, Mehmet Işık
CC0001616, NOR, NOR, female, 1986-06-16, Nordby Øvrebø, Ingrid
FA0000757, UZB, UZB, male, 1977-05-07, Yoʻldoshev, Rustam, YULDOSHEV, RUSTAM
BA0000131, SVK, SVK, male, 1981-01-31, Novotný-Hájek, Ján
A00201020, SEN, SEN, female, 1985-10-20, Diallo Sarr, Aminata
T00002105, IRN, IRN, female, 1992-03-21, رضوانی, نگار, REZVANI, NEGAR
A00000889, ZAF, ZAF, female, 1987-08-09, Mokoena, Thandiwe Grace
PE0000412, KGZ, KGZ, male, 1984-04-12, Асанбаев, Бакыт, ASANBAEV, BAKYT
EZ0002809, CHN, CHN, female, 1983-09-28, 李, 娜, LI, NA
LX0001201, LVA, XXA, male, 1976-12-01, Melniks, Viktors
G0000706, GHA, GHA, male, 1982-07-06, Mensah-Boateng, Kwame
C0000125, VNM, VNM, female, 1995-01-25, Nguyễn, Thị Hồng, NGUYEN, THI HONG
G00000505, MEX, MEX, female, 1988-05-05, Hernández Olmos, Sofía
N00000491, NOR, NOR, male, 1988-09-14, Bergstad, Jonas
C00000492, CZE, CZE, female, 1992-12-03, Králíková, Marta
C00000493, CZE, CZE, male, 1985-04-18, Ostrava, Pavel
CD0000217, PRT, PRT, female, 1987-03-27, Ferreira, Ana Luísa
U00000912, TUR, TUR, x, 1991-11-02, Aksoy, Deniz
N00003131, KAZ, KAZ, female, 1984-08-15, Сейткали, Айгерим, SEITKALI, AIGERIM
AZ0001409, PAK, PAK, male, 1989-09-14, Qureshi, Faisal Mahmood
NX0003004, NLD, NLD, female, 1983-04-30, van den Bosch, Emma
FX0001311, FIN, FIN, male, 1958-11-13, Virtapuro, Pekka Juhani
380000108, BGR, BGR, male, 1955-01-08, Петканов, Иван, PETKANOV, IVAN
BZ0002206, HUN, HUN, male, 1979-06-22, Szűcs-Őri, Zoltán
X0000202, IDN, IDN, male, 1992-02-02, Sukerta
AK0001212, KEN, KEN, female, 1986-12-12, Kamau, Grace Wanjiru
W00000478, SWE, SWE, male, 1986-01-08, Lindkvist-Ek, Oskar
F00000479, FRA, FRA, x, 1994-04-27, Girardet, Camille
N00000480, NOR, NOR, male, 1989-10-13, Aasen, Henrik
P00000481, PRT, PRT, female, 1991-08-02, Valente, Inês
B00001914, NGA, NGA, male, 1990-01-19, Okonkwo-Bello, Chukwuemeka David
Z0002208, IND, IND, female, 1988-10-08, शर्मा, प्रिया, SHARMA, PRIYA
GA0000300, BRA, BRA, female, 1982-12-24, de Souza Lima, Fernanda
FU000182, UKR, UKR, female, 1985-06-01, Коваленко, Олена Ігорівна, KOVALENKO, OLENA
M00003117, KOR, KOR, male, 1994-02-17, O, Min-jun
CD210086, PRT, PRT, female, 1986-09-03, Vidal Teixeira, Inês Mafalda
CD310086, PRT, PRT, female, 1986-09-03, Vidal Teixeira, Inês Mafalda
FP3100085, FIN, FIN, female, 1985-02-14, Lehtisaari, Aino Kaarina
FP3100083, FIN, FIN, male, 1983-10-05, Lehtisaari, Mikael Olavi
FP3100015, FIN, FIN, female, 2015-06-20, Lehtisaari, Veera
U31000018, TUR, TUR, male, 1989-04-11, Karaçelik, Deniz Umut
N21000009, KAZ, KAZ, female, 1984-11-30, Тюльпанова, Вера Игоревна, TIULPANOVA, VERA IGOREVNA
N31000009, KAZ, KAZ, female, 1984-11-30, Тюльпанова, Вера Игоревна, TIULPANOVA, VERA IGOREVNA
CD310084, PRT, PRT, male, 1984-01-22, Vidal Teixeira, Duarte Miguel
CD310016, PRT, PRT, female, 2016-05-17, Vidal Teixeira, Clara
EL0001290, POL, POL, female, 1990-12-01, Lisowska-Brzoza, Agnieszka
EL0001988, POL, POL, male, 1988-03-19, Brzoza, Marek Ludwik
BH0001185, HUN, HUN, male, 1985-07-11, Hajnalka-Deák, Tamás Benedek
BH0001187, HUN, HUN, female, 1987-11-08, Hajnalka-Deák, Réka Ilona
BH0001118, HUN, HUN, male, 2018-02-26, Hajnalka-Deák, Bence
N0014884, JOR, JOR, female, 1988-04-14, Haddadin, Noor Salma
N0014886, JOR, JOR, male, 1986-10-30, Haddadin, Zaid Karim
N0014815, JOR, JOR, female, 2015-08-09, Haddadin, Layan
GE0005831, GEO, GEO, male, 1983-06-21, Lomtadze-Kipiani, Giorgi
P0005912, IRN, IRN, female, 1991-02-05, Saberinejad, Leila
SE0002079, SWE, SWE, male, 1979-10-02, Ekdahl-Granqvist, Joakim
A00008287, NGA, NGA, female, 1987-08-28, Obiakor-Nnadi, Amara
RO0001382, ROU, ROU, male, 1982-05-13, Rotărescu, Mihai Andrei
M00027193, KOR, KOR, female, 1993-01-27, Baek-Namgung, Soo Ah
BO0003084, BOL, BOL, male, 1984-11-30, Ibarra Quispe, Carlos Rubén
EZ0001402, POL, POL, female, 1985-02-14, Kowalczyk-Wiśniewska, Marta Zofia
U00102910, TUR, TUR, male, 1978-10-29, Yıldırım, Hüseyin İlker
N00001803, KAZ, KAZ, male, 1973-03-18, Соловцов, Дмитрий, SOLOVTSOV, DMITRII
20ZZ00106, FRA, FRA, female, 1984-01-06, Dubois-N’Diaye, Chloé, DUBOIS NDIAYE, CHLOE
AA0002708, MDA, MDA, male, 1980-08-27, Munteanu-Codrean, Ion
F00001907, CHL, CHL, male, 1991-07-19, Torres Rivas, Miguel Ángel
LR0000517, LBN, LBN, male, 1980-05-17, حداد الزين, كريم, HADDAD ELZEIN, KARIM
U00002606, TUR, TUR, male, 1990-06-26, Qasımzadə, Səlim
PX0000909, IRL, IRL, female, 1986-09-09, O’Neill, Siobhán Áine, ONEILL, SIOBHAN AINE
00GE00417, GEO, GEO, male, 1979-04-04, ლომაშვილი, გიორგი, LOMASHVILI, GIORGI
P0000621, JOR, JOR, male, 1981-07-21, الأنصاري, محمد, ALANSARI, MOHAMMAD
20ZZ00303, FRA, FRA, female, 1989-03-03, Moreau-Bertin, Léa Françoise
P00000491, POL, POL, female, 1990-07-02, Kowalik, Marta
C00000492, CZE, CZE, male, 1988-03-19, Hrabalek, Viktor
U00000493, TUR, TUR, female, 1992-11-25, Aydoğan, Selin
I00000494, ITA, ITA, male, 1986-09-08, Rinaldini, Davide
J00000471, JOR, JOR, female, 1991-05-04, Haddad-Nasser, Nour
A00000472, AUT, AUT, male, 1987-02-17, Brandl, Tomas
U00000473, TUR, TUR, female, 1993-09-30, Karaca, Leyla
S00000474, SVK, SVK, male, 1985-12-01, Oravec, Pavel
E00000475, ESP, ESP, female, 1990-03-22, Etxeberria, Miren
F00000476, FIN, FIN, male, 1988-07-11, Lehtola, Sami
T00000477, TUN, TUN, female, 1992-11-19, Mansouri, Rania
K00000483, EST, EST, female, 1990-10-21, Saarepuu, Liis
K00000482, EST, EST, female, 1984-06-15, Kivisaar, Hanna
`

/** Their degrees: document, day of birth, level, awarded on, country, subject, school. */
export const DEGREES = `
NOR NO0004479, 1979-04-30, master, 2004-06, NOR, Electrical power, Ofoten Technical School
JPN TZ0001205, 1990-12-05, doctorate, 2018-03, JPN, Control, Kasumi Institute of Space Science
PER 119000011, 1983-11-11, master, 2009-12, PER, Agronomy, Universidad Andina del Sur
TUR U00022902, 1980-02-29, master, 2005-06, TUR, Metalurji, Uludağ Makine Enstitüsü
NOR CC0001616, 1986-06-16, master, 2011-06, NOR, Power systems, Nordfjord Technical University
UZB FA0000757, 1977-05-07, doctorate, 2007-05, UZB, Математика, Академия наук Мавераннахра
SVK BA0000131, 1981-01-31, master, 2005-06, SVK, Optics, Považie Technical Institute
SEN A00201020, 1985-10-20, doctorate, 2014-07, SEN, Medicine, Institut de santé du Sahel
IRN T00002105, 1992-03-21, master, 2017-09, IRN, Süni intellekt, Səhənd Texnologiya İnstitutu
ZAF A00000889, 1987-08-09, master, 2011-12, ZAF, Actuarial science, Umgeni School of Commerce
KGZ PE0000412, 1984-04-12, master, 2007-06, KGZ, Дороги, Политехнический институт Ала-Тоо
CHN EZ0002809, 1983-09-28, doctorate, 2012-06, CHN, Hydraulics, Minjiang University of Power
LVA LX0001201, 1976-12-01, master, 2000-06, LVA, Подземное строительство, Балтийский горный институт
GHA G0000706, 1982-07-06, doctorate, 2013-11, GHA, Medicine, Coastal College of Medicine
VNM C0000125, 1995-01-25, bachelor, 2017-06, VNM, Tourism, College of the Perfume River
MEX G00000505, 1988-05-05, master, 2012-07, MEX, Mechatronics, Instituto Politécnico del Bajío
NOR N00000491, 1988-09-14, master, 2014-06, NOR, Mobile networks, Bodø Technical School
CZE C00000492, 1992-12-03, master, 2014-06, CZE, Operating systems, Kolín Technical School
CZE C00000493, 1985-04-18, master, 2014-06, CZE, Compilers, Tábor Technical School
PRT CD0000217, 1987-03-27, master, 2010-07, PRT, Mechanical engineering, Polytechnic of the Atlantic
TUR U00000912, 1991-11-02, bachelor, 2014-06, TUR, Elektronik, Anadolu Raylı Sistemler Yüksekokulu
KAZ N00003131, 1984-08-15, master, 2008-06, KAZ, Педиатрия, Медицинская академия Сарыарки
KAZ N00003131, 1984-08-15, doctorate, 2015-12, KAZ, Кардиохирургия, Медицинская академия Сарыарки
PAK AZ0001409, 1989-09-14, master, 2013-06, PAK, Networks, Indus Institute of Informatics
NLD NX0003004, 1983-04-30, master, 2007-08, NLD, Hydrology, Deltaschool voor Waterbouw
FIN FX0001311, 1958-11-13, master, 1984-05, FIN, Chemistry, Pohjola Institute of Paper
BGR 380000108, 1955-01-08, doctorate, 1988-06, BGR, Архитектура, Академия архитектуры Дуная
HUN BZ0002206, 1979-06-22, master, 2003-06, HUN, Informatics, Tisza Informatikai Főiskola
IDN X0000202, 1992-02-02, other, 2012, IDN, Guiding, Guide School of Buleleng
KEN AK0001212, 1986-12-12, master, 2011-11, KEN, Pharmacy, Aberdare School of Pharmacy
SWE W00000478, 1986-01-08, master, 2014-06, SWE, Robotics, Umeå Technical School
FRA F00000479, 1994-04-27, master, 2014-06, FRA, Test automation, Annecy Technical School
NOR N00000480, 1989-10-13, master, 2014-06, NOR, Web services, Molde Technical School
PRT P00000481, 1991-08-02, master, 2014-06, PRT, Information security, Braga Technical School
NGA B00001914, 1990-01-19, master, 2014-11, NGA, Software, Niger Delta Institute of Computing
IND Z0002208, 1988-10-08, master, 2012-05, IND, Statistics, Deccan School of Statistics
BRA GA0000300, 1982-12-24, doctorate, 2014-03, BRA, Agronomy, Federal Institute of the São Francisco
UKR FU000182, 1985-06-01, master, 2009-06, UKR, Мости і тунелі, Академія мостів і доріг
KOR M00003117, 1994-02-17, doctorate, 2021-02, KOR, Chemistry, Hanbat Institute of Materials
FIN FP3100085, 1985-02-14, doctorate, 2013-05, FIN, Hydrology, Saimaa Institute of Water
TUR U31000018, 1989-04-11, master, 2013-06, TUR, Computing, Karadeniz Teknoloji Enstitüsü
KAZ N21000009, 1984-11-30, doctorate, 2012-05, KAZ, Materials, Институт металлов Тобол
PRT CD210086, 1986-09-03, master, 2010-07, PRT, Mechanics, Atlantic Institute of Engineering
POL EL0001290, 1990-12-01, doctorate, 2016-06, POL, Medicine, Roztocze Medical Academy
HUN BH0001185, 1985-07-11, master, 2009-06, HUN, Geoinformatics, Mátra Informatikai Egyetem
JOR N0014884, 1988-04-14, master, 2012-01, JOR, Chemistry, Yarmouk Valley Institute
GEO GE0005831, 1983-06-21, master, 2008-06, GEO, Viticulture, Kakheti School of Vine
IRN P0005912, 1991-02-05, master, 2016-06, IRN, Ecology, Fars College of Ecology
SWE SE0002079, 1979-10-02, master, 2004-06, SWE, Civil engineering, Dala Tekniska Skola
NGA A00008287, 1987-08-28, master, 2012-06, NGA, Computer science, Udi Hills University
ROU RO0001382, 1982-05-13, master, 2007-06, ROU, Physics, Institutul Siret
KOR M00027193, 1993-01-27, master, 2018-06, KOR, Materials, Saemangeum Institute
BOL BO0003084, 1984-11-30, master, 2009-06, BOL, Medicine, Escuela Médica del Chaco
POL EZ0001402, 1985-02-14, master, 2009-07, POL, Power engineering, Baltic University of Technology
TUR U00102910, 1978-10-29, doctorate, 2010-02, TUR, İnşaat mühendisliği, Anadolu Yapı Enstitüsü
KAZ N00001803, 1973-03-18, master, 1996-06, KAZ, Трубопроводы, Каспийский институт нефти
FRA 20ZZ00106, 1984-01-06, doctorate, 2014-10, FRA, Neonatology, Faculté de médecine du Ponant
MDA AA0002708, 1980-08-27, doctorate, 2009-04, MDA, Физика, Институт физики Приднестровья
CHL F00001907, 1991-07-19, bachelor, 2014-12, CHL, Computer science, Universidad del Bío Sur
LBN LR0000517, 1980-05-17, master, 2005-06, LBN, Finance, Levant Business School
TUR U00002606, 1990-06-26, master, 2014-06, TUR, İnformatika, Mərmərə Texnologiya Universiteti
IRL PX0000909, 1986-09-09, master, 2011-10, IRL, Ecology, College of the Western Shore
GEO 00GE00417, 1979-04-04, bachelor, 2001-06, GEO, Логистика, Институт транспорта Колхиды
JOR P0000621, 1981-07-21, master, 2005-06, JOR, Petroleum geology, Yarmouk Institute of Geology
FRA 20ZZ00303, 1989-03-03, master, 2013-06, FRA, Scenography, École supérieure des arts de la scène
POL P00000491, 1990-07-02, master, 2014-06, POL, Geodata, Opole Technical School
CZE C00000492, 1988-03-19, master, 2014-06, CZE, Compilers, Zlín Technical School
TUR U00000493, 1992-11-25, master, 2014-06, TUR, Computer vision, Bursa Technical School
ITA I00000494, 1986-09-08, master, 2014-06, ITA, Control rooms, Ferrara Technical School
JOR J00000471, 1991-05-04, master, 2014-06, JOR, Databases, Irbid Technical School
AUT A00000472, 1987-02-17, master, 2014-06, AUT, Control systems, Steyr Technical School
TUR U00000473, 1993-09-30, master, 2014-06, TUR, Embedded systems, Eskişehir Technical School
SVK S00000474, 1985-12-01, master, 2014-06, SVK, Networks, Trenčín Technical School
ESP E00000475, 1990-03-22, master, 2014-06, ESP, Cryptography, Gernika Technical School
FIN F00000476, 1988-07-11, master, 2014-06, FIN, Signal processing, Kuopio Technical School
TUN T00000477, 1992-11-19, master, 2014-06, TUN, Machine learning, Sfax Technical School
EST K00000483, 1990-10-21, master, 2014-06, EST, Data quality, Viljandi Technical School
EST K00000482, 1984-06-15, master, 2014-06, EST, Distributed systems, Tartu Technical School
`
