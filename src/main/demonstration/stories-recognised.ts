import { act, assessed, decided, opened, since } from '#main/demonstration/lives.ts'
import { APPLICANT, type Story } from '#main/demonstration/story.ts'

/** People with a status that is valid today. */
export const RECOGNISED: readonly Story[] = [
  {
    email: 'recognised@kecid.example',
    language: 'en',
    mailed: true,
    person: {
      surname: 'Kowalczyk-Wiśniewska',
      givenNames: 'Marta Zofia',
      sex: 'female',
      born: '1985-02-14',
      birthPlace: 'Gdynia',
      country: 'POL',
      home: ['POL', 'Gdańsk', 'ul. Jaśminowa 14', '+48580000014'],
      passport: ['EZ0001402', 'Wojewoda Pomorski'],
    },
    work: {
      field: 'energy',
      speciality: 'Solar power plants in hot climates',
      occupation: '21',
      education: [
        ['7', 'Baltic University of Technology', 'POL', 'Power engineering', '2009-07', 'top'],
      ],
      experience: [
        {
          at: ['Bursztyn Solar', 'POL'],
          as: ['Head of engineering', 'head'],
          from: '2013-03',
          duties: 'Designed and built 400 megawatts of solar plants; leads forty engineers.',
        },
        {
          at: ['Żuławy Energia', 'POL'],
          as: ['Design engineer', 'senior'],
          from: '2009-09',
          to: '2013-02',
          duties: 'Inverters and their cooling.',
        },
      ],
      achievements: [
        ['patent', 'Dust-proof mounting of panels', '2018', 'EP 0000007'],
        ['project', 'Solar park at Sztutowo, 120 MW', '2021'],
        ['publication', 'Ten summers of inverters', '2020'],
      ],
      languages: { pl: 'c2', en: 'c1', az: 'a2' },
    },
    reaches: 14,
    life: [
      ...assessed(19),
      ...decided(3, {
        reasoning:
          '{criteria} meyar üzrə {points} bal toplanıb, keçid balı {passMark}. Rəy istənilən ' +
          'üç dövlət orqanının ' +
          'heç biri etiraz etməyib. Təcrübə və təhsil sənədlərlə təsdiqlənir.',
        translated:
          '{points} points were given over {criteria} criteria; the pass mark is {passMark}. ' +
          'None of the three state bodies that were asked objected. Experience and education are ' +
          'shown by documents.',
      }),
    ],
  },
  {
    email: 'huseyin.yildirim@example.org',
    language: 'tr',
    person: {
      surname: 'Yıldırım',
      givenNames: 'Hüseyin İlker',
      sex: 'male',
      born: '1978-10-29',
      birthPlace: 'Iğdır',
      country: 'TUR',
      home: ['TUR', 'Ankara', 'Iğde Sokak 29', '+903120000029'],
      passport: ['U00102910', 'Ankara'],
    },
    work: {
      field: 'engineering-and-construction',
      speciality: 'Deprem yalıtımı',
      occupation: '21',
      education: [['8', 'Anadolu Yapı Enstitüsü', 'TUR', 'İnşaat mühendisliği', '2010-02']],
      experience: [
        {
          at: ['Ağrı Yapı', 'TUR'],
          as: ['Teknik genel müdür', 'head'],
          from: '2010-03',
          duties: 'On iki hastanenin deprem yalıtımı, hesap ve uygulama.',
        },
      ],
      achievements: [
        ['project', 'Şehir hastanesi sismik yalıtımı', '2017'],
        ['publication', 'Kurşun çekirdekli izolatörler', '2015'],
      ],
      languages: { tr: 'c2', az: 'c1', en: 'b2' },
    },
    reaches: 12,
    life: [
      ...since({ years: 1 }, [
        ...assessed(18, 'officer2'),
        ...decided(2, {
          officer: 'officer2',
          signer: 'signer2',
          reasoning:
            '{criteria} meyar üzrə {points} bal toplanıb. Etiraz yoxdur. Seysmik təhlükəsizlik ' +
            'üzrə ' +
            'mütəxəssisə ' +
            'ölkədə tələbat var.',
          translated:
            '{criteria} kriterde {points} puan toplandı. İtiraz yok. Ülkede sismik güvenlik ' +
            'uzmanına ihtiyaç var.',
        }),
        opened(1),
      ]),
      act(12, 'officer2', {
        act: 'propose-annulment',
        ground: 'A2',
        reason: 'Anonim məktubda diplomun həqiqi olmadığı bildirilib.',
      }),
      act(9, APPLICANT, {
        act: 'reply',
        text:
          'Diplomamı 2010 yılında aldım, aslı bende. Enstitü bunu doğrulayabilir; mektubu yazanı ' +
          'tanımıyorum.',
      }),
      act(8, 'signer2', {
        act: 'send-back',
        reason:
          'Yalnız anonim məktuba əsaslanmaq olmaz. Zəhmət olmasa, əvvəlcə diplomu verən ' +
          'universitetdən yazılı cavab alın.',
      }),
    ],
  },
  {
    email: 'dmitry.solovtsov@example.com',
    language: 'ru',
    person: {
      surname: 'Соловцов',
      givenNames: 'Дмитрий',
      machine: ['SOLOVTSOV', 'DMITRII'],
      sex: 'male',
      born: '1973-03-18',
      birthPlace: 'Атырау',
      country: 'KAZ',
      home: ['AZE', 'Bakı', 'Çinar prospekti 18', '+994120000018'],
      passport: ['N00001803', 'МВД РК'],
    },
    work: {
      field: 'oil-and-gas',
      speciality: 'Подводные трубопроводы',
      occupation: '21',
      education: [['7', 'Каспийский институт нефти', 'KAZ', 'Трубопроводы', '1996-06', 'top']],
      experience: [
        {
          at: ['Каспий-Труба', 'KAZ'],
          as: ['Главный инженер', 'head'],
          from: '2004-01',
          to: '2020-12',
          duties: 'Укладка и ремонт труб на глубине до 200 м.',
        },
      ],
      achievements: [['project', 'Замена 38 км трубы без остановки', '2016']],
      languages: { ru: 'c2', az: 'b2', en: 'b2' },
    },
    reaches: 6,
    life: [
      ...since({ years: 5, days: 12 }, [
        ...assessed(17),
        ...decided(2, {
          reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur. Status verilir.',
        }),
        opened(1),
      ]),
      act(35, 'officer', {
        act: 'report-death',
        evidence: 'Qəzetdə eyni adlı şəxs barədə başsağlığı dərc olunub.',
      }),
      act(33, 'signer', {
        act: 'dismiss-death-report',
        reason: 'Başsağlığı başqa, 1951-ci ildə doğulmuş adaşı haqqındadır.',
      }),
    ],
  },
  {
    email: 'chloe.ndiaye@example.org',
    language: 'en',
    person: {
      surname: 'Dubois-N’Diaye',
      givenNames: 'Chloé',
      machine: ['DUBOIS NDIAYE', 'CHLOE'],
      sex: 'female',
      born: '1984-01-06',
      birthPlace: 'Saint-Louis',
      country: 'SEN',
      citizenships: ['FRA', 'SEN'],
      home: ['AZE', 'Gəncə', 'Zanbaq küçəsi 6', '+994220000006'],
      passport: ['20ZZ00106', 'Préfecture de police'],
    },
    work: {
      field: 'health',
      speciality: 'Care of premature babies',
      occupation: '22',
      education: [['8', 'Faculté de médecine du Ponant', 'FRA', 'Neonatology', '2014-10', 'top']],
      experience: [
        {
          at: ['Hôpital de la Presqu’île', 'FRA'],
          as: ['Lead neonatologist', 'lead'],
          from: '2014-11',
          duties: 'Eighteen incubators; survival under 28 weeks up by a fifth.',
        },
      ],
      achievements: [['publication', 'Skin to skin from the first hour', '2019']],
      languages: { fr: 'c2', en: 'c1', az: 'a2' },
    },
    reaches: 6,
    life: [
      ...assessed(92),
      ...decided(76, {
        signer: 'signer2',
        reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur. Status verilir.',
      }),
      opened(75),
      act(30, 'officer2', {
        act: 'propose-annulment',
        ground: 'A2',
        reason: 'Bir müraciətdə iş yeri arayışının həqiqiliyinə şübhə bildirilib; yoxlanılır.',
      }),
      act(26, APPLICANT, {
        act: 'reply',
        text: 'The certificate is genuine. Ask the hospital: they know me and will answer you.',
      }),
      act(22, 'signer', {
        act: 'drop-annulment',
        reason:
          'İşəgötürən arayışı yazılı təsdiq etdi, şübhə əsassız çıxdı. Statusunuz ' +
          'olduğu kimi qalır; ' +
          'narahatlığa görə üzr istəyirik.',
      }),
      act(15, APPLICANT, {
        act: 'ask',
        type: 'data-erasure',
        told: ['I have my paper; please keep nothing else.'],
      }),
      act(15, APPLICANT, { act: 'submit' }),
      act(12, 'data-protection', {
        act: 'propose',
        step: 'propose',
        outcome: 'kept',
        grounds: ['E1'],
        reasoning: 'Statusunuz qüvvədədir: onu yoxlamaq üçün məlumatlarınız lazımdır.',
        translated: 'You hold a status: whoever checks it needs what is kept of you.',
      }),
      act(11, 'signer', { act: 'sign' }),
      opened(10),
    ],
  },
  {
    email: 'ion.munteanu@example.com',
    language: 'ru',
    person: {
      surname: 'Munteanu-Codrean',
      givenNames: 'Ion',
      sex: 'male',
      born: '1980-08-27',
      birthPlace: 'Soroca',
      country: 'MDA',
      home: ['MDA', 'Chișinău', 'strada Nucului 27', '+373220000027'],
      passport: ['AA0002708', 'ASP'],
    },
    work: {
      field: 'science-and-education',
      speciality: 'Физика полупроводников',
      occupation: '21',
      education: [['8', 'Институт физики Приднестровья', 'MDA', 'Физика', '2009-04', 'top']],
      experience: [
        {
          at: ['Лаборатория тонких плёнок', 'MDA'],
          as: ['Заведующий лабораторией', 'head'],
          from: '2009-05',
          duties: 'Тонкоплёночные солнечные элементы, восемь аспирантов.',
        },
      ],
      achievements: [
        ['publication', 'Плёнки теллурида кадмия', '2014'],
        ['publication', 'Контакты без меди', '2018'],
        ['award', 'Премия молодых физиков', '2013'],
      ],
      languages: { ro: 'c2', ru: 'c1', en: 'b2' },
    },
    reaches: 12,
    life: [
      ...assessed(48, 'officer2'),
      ...decided(33, {
        officer: 'officer2',
        reasoning:
          '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur. Elmi nəşrlər və ' +
          'rəhbərlik etdiyi ' +
          'laboratoriya nəzərə alındı.',
      }),
      opened(32),
      act(1, 'officer', {
        act: 'propose-annulment',
        ground: 'A1',
        reason:
          'Siz yazdınız ki, işinizi ölkənizdə davam etdirirsiniz və statusdan imtina edirsiniz.',
      }),
    ],
  },
]
