import { SYSTEM } from '#core/cases/roles.ts'
import {
  act,
  assessed,
  decided,
  deemed,
  opened,
  since,
  submitted,
} from '#main/demonstration/lives.ts'
import { APPLICANT, type Story } from '#main/demonstration/story.ts'

/** Statuses in doubt or at an end, and applications that ended without a decision. */
export const ENDED: readonly Story[] = [
  {
    email: 'faisal.qureshi@example.com',
    language: 'en',
    person: {
      surname: 'Qureshi',
      givenNames: 'Faisal Mahmood',
      sex: 'male',
      born: '1989-09-14',
      birthPlace: 'Multan',
      country: 'PAK',
      home: ['AZE', 'Bakı', 'Söyüdlü küçəsi 14', '+994120000014'],
      passport: ['AZ0001409', 'Multan'],
    },
    work: {
      field: 'ict',
      speciality: 'Network security',
      occupation: '25',
      education: [['7', 'Indus Institute of Informatics', 'PAK', 'Networks', '2013-06', 'top']],
      experience: [
        {
          at: ['Chenab Secure', 'PAK'],
          as: ['Security lead', 'lead'],
          from: '2013-08',
          duties: 'Watch room for eleven banks, day and night.',
        },
      ],
      languages: { ur: 'c2', en: 'c1' },
    },
    reaches: 1,
    life: [
      ...assessed(81),
      ...decided(65, { reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur.' }),
      opened(64),
      act(4, 'officer', {
        act: 'propose-annulment',
        ground: 'A2',
        reason:
          'İşəgötürən bildirib ki, 2016–2018-ci illər üzrə arayışı o verməyib. ' +
          'Qərardan əvvəl sizi ' +
          'dinləmək istəyirik: arayışı kim imzaladığını və əlinizdə olan sübutları bizə yazın.',
      }),
    ],
  },
  {
    email: 'emma.vandenberg@example.org',
    language: 'en',
    person: {
      surname: 'van den Bosch',
      givenNames: 'Emma',
      sex: 'female',
      born: '1983-04-30',
      birthPlace: 'Zwolle',
      country: 'NLD',
      home: ['NLD', 'Utrecht', 'Wilgenpad 30', '+31300000030'],
      passport: ['NX0003004', 'Burg. van Utrecht'],
    },
    work: {
      field: 'environment',
      speciality: 'Protection from floods',
      occupation: '21',
      education: [['7', 'Deltaschool voor Waterbouw', 'NLD', 'Hydrology', '2007-08', 'top']],
      experience: [
        {
          at: ['Dijk & Duin Advies', 'NLD'],
          as: ['Head of hydrology', 'head'],
          from: '2010-02',
          duties: 'Dykes and flood maps for four river basins.',
        },
      ],
      achievements: [['project', 'Room for the Vecht', '2018']],
      languages: { nl: 'c2', en: 'c1', de: 'b2' },
    },
    reaches: 5,
    life: [
      ...assessed(140),
      ...decided(124, { reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur.' }),
      opened(123),
      act(18, 'officer', {
        act: 'propose-annulment',
        ground: 'A1',
        reason:
          'Siz yazdınız ki, ailə səbəbindən ölkənizə qayıdırsınız və statusdan imtina edirsiniz.',
      }),
      act(16, 'signer', { act: 'annul' }),
      opened(14),
    ],
  },
  {
    email: 'pekka.virta@example.com',
    language: 'en',
    person: {
      surname: 'Virtapuro',
      givenNames: 'Pekka Juhani',
      sex: 'male',
      born: '1958-11-13',
      birthPlace: 'Oulu',
      country: 'FIN',
      home: ['AZE', 'Sumqayıt', 'Şam küçəsi 13', '+994180000013'],
      passport: ['FX0001311', 'Poliisi'],
    },
    work: {
      field: 'industry',
      speciality: 'Paper from straw',
      occupation: '21',
      education: [['7', 'Pohjola Institute of Paper', 'FIN', 'Chemistry', '1984-05', 'top']],
      experience: [
        {
          at: ['Oulujoki Paperi', 'FIN'],
          as: ['Technical director', 'head'],
          from: '2008-01',
          to: '2023-06',
          duties: 'Turned a pulp mill from wood to straw.',
        },
      ],
      achievements: [['patent', 'Pulping of wheat straw', '2012', 'FI 0000008']],
      languages: { fi: 'c2', en: 'c1', ru: 'b1' },
    },
    reaches: 8,
    life: [
      ...assessed(160, 'officer2'),
      ...decided(144, {
        officer: 'officer2',
        reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur.',
      }),
      opened(143),
      act(3, 'officer2', {
        act: 'report-death',
        evidence:
          'İşəgötürənin məktubu; ölüm haqqında şəhadətnamənin surəti hələ təqdim edilməyib.',
      }),
    ],
  },
  {
    email: 'ivan.petkov@example.org',
    language: 'ru',
    person: {
      surname: 'Петканов',
      givenNames: 'Иван',
      machine: ['PETKANOV', 'IVAN'],
      sex: 'male',
      born: '1955-01-08',
      birthPlace: 'Русе',
      country: 'BGR',
      home: ['AZE', 'Şəki', 'Tut küçəsi 8', '+994240000008'],
      passport: ['380000108', 'МВР'],
    },
    work: {
      field: 'engineering-and-construction',
      speciality: 'Реставрация каменных сводов',
      occupation: '21',
      education: [['8', 'Академия архитектуры Дуная', 'BGR', 'Архитектура', '1988-06']],
      experience: [
        {
          at: ['Старый камень', 'BGR'],
          as: ['Руководитель мастерской', 'head'],
          from: '2001-01',
          to: '2024-01',
          duties: 'Своды и купола тридцати памятников.',
        },
      ],
      achievements: [['award', 'Золотой мастерок', '2010']],
      languages: { bg: 'c2', ru: 'c1', az: 'b1' },
    },
    reaches: 7,
    life: [
      ...assessed(200),
      ...decided(184, { reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur.' }),
      opened(183),
      act(25, 'officer', {
        act: 'report-death',
        evidence: 'Ölüm haqqında şəhadətnamə, Şəki şəhər qeydiyyat şöbəsi (uydurma nümunə).',
      }),
      act(22, 'signer2', { act: 'confirm-death' }),
    ],
  },
  {
    email: 'zoltan.szucs@example.com',
    language: 'en',
    person: {
      surname: 'Szűcs-Őri',
      givenNames: 'Zoltán',
      sex: 'male',
      born: '1979-06-22',
      birthPlace: 'Győr',
      country: 'HUN',
      home: ['HUN', 'Szeged', 'Körtefa utca 22', '+36620000022'],
      passport: ['BZ0002206', 'BM'],
    },
    work: {
      field: 'ict',
      speciality: 'Databases',
      occupation: '25',
      education: [['7', 'Tisza Informatikai Főiskola', 'HUN', 'Informatics', '2003-06', 'top']],
      experience: [
        {
          at: ['Napraforgó Szoftver', 'HUN'],
          as: ['Head of development', 'head'],
          from: '2006-02',
          duties: 'A database engine for railways, thirty developers.',
        },
      ],
      achievements: [['project', 'Timetables of a whole country', '2015']],
      languages: { hu: 'c2', en: 'c1', de: 'b2' },
    },
    reaches: 8,
    life: [
      ...since({ years: 5, days: -20 }, [
        ...assessed(17),
        ...decided(2, { reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur.' }),
        opened(1),
      ]),
      { days: -20, by: SYSTEM, act: 'expire' },
    ],
  },
  {
    email: 'wayan@example.org',
    language: 'en',
    person: {
      surname: 'Sukerta',
      sex: 'male',
      born: '1992-02-02',
      birthPlace: 'Singaraja',
      country: 'IDN',
      home: ['IDN', 'Denpasar', 'Jalan Kamboja 2', '+623610000002'],
      passport: ['X0000202', 'Denpasar'],
    },
    work: {
      field: 'tourism',
      speciality: 'Mountain guiding',
      occupation: '51',
      education: [['4', 'Guide School of Buleleng', 'IDN', 'Guiding', '2012']],
      experience: [
        {
          at: ['Agung Trails', 'IDN'],
          as: ['Head guide', 'lead'],
          from: '2013-03',
          duties: 'Leads groups and trains guides.',
        },
      ],
      languages: { id: 'c2', en: 'b2' },
    },
    life: [
      ...submitted(42),
      act(40, 'officer2', {
        act: 'return',
        explanation: 'Bir sənədi əlavə etməyinizi xahiş edirik, sonra davam edirik.',
        marks: [{ document: 'degree-proof', note: 'Tarix və möhür olan səhifə çatışmır.' }],
      }),
      act(29, SYSTEM, { act: 'propose-closing' }),
      act(22, 'officer2', { act: 'close-unexamined' }),
      deemed(16),
    ],
  },
  {
    email: 'grace.kamau@example.com',
    language: 'en',
    person: {
      surname: 'Kamau',
      givenNames: 'Grace Wanjiru',
      sex: 'female',
      born: '1986-12-12',
      birthPlace: 'Nyeri',
      country: 'KEN',
      home: ['KEN', 'Nairobi', '12 Jacaranda Avenue', '+254200000012'],
      passport: ['AK0001212', 'Nairobi'],
    },
    work: {
      field: 'health',
      speciality: 'Hospital pharmacy',
      occupation: '22',
      education: [['7', 'Aberdare School of Pharmacy', 'KEN', 'Pharmacy', '2011-11']],
      experience: [
        {
          at: ['Tumaini Hospital', 'KEN'],
          as: ['Chief pharmacist', 'head'],
          from: '2013-01',
          duties: 'Stock, safety and training for 300 beds.',
        },
      ],
      languages: { en: 'c2', sw: 'c2' },
    },
    life: [
      ...submitted(26),
      act(24, 'officer', { act: 'accept' }),
      act(20, APPLICANT, { act: 'withdraw' }),
    ],
  },
]
