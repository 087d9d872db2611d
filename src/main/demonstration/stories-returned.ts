import { SYSTEM } from '#core/cases/roles.ts'
import { act, submitted } from '#main/demonstration/lives.ts'
import { APPLICANT, type Story } from '#main/demonstration/story.ts'

/** Applications that are back with their applicants, and what comes of silence. */
export const RETURNED: readonly Story[] = [
  {
    email: 'returned@kecid.example',
    language: 'en',
    mailed: true,
    person: {
      surname: 'O’Neill',
      givenNames: 'Siobhán Áine',
      machine: ['ONEILL', 'SIOBHAN AINE'],
      sex: 'female',
      born: '1986-09-09',
      birthPlace: 'Sligo',
      country: 'IRL',
      home: ['IRL', 'Galway', '9 Willow Terrace', '+353910000009'],
      passport: ['PX0000909', 'Passport Office'],
    },
    work: {
      field: 'environment',
      speciality: 'Coastal wetlands',
      occupation: '21',
      education: [['7', 'College of the Western Shore', 'IRL', 'Ecology', '2011-10', 'top']],
      experience: [
        {
          at: ['Atlantic Wetlands Trust', 'IRL'],
          as: ['Programme lead', 'lead'],
          from: '2014-05',
          duties: 'Runs the programme.',
        },
        {
          at: ['Corrib Field Surveys', 'IRL'],
          as: ['Ecologist', 'specialist'],
          from: '2011-11',
          to: '2014-04',
          duties: 'Bird and plant surveys of salt marshes, maps and reports.',
        },
      ],
      achievements: [['project', 'Return of the tern colonies to Inis Leac', '2020']],
      languages: { en: 'c2', ga: 'b2', az: 'a1' },
    },
    life: [
      ...submitted(5),
      act(2, 'officer', {
        act: 'return',
        explanation:
          'Müraciətiniz üçün təşəkkür edirik. Nazirliklərin başlaması üçün iki şey çatışmır; ' +
          'qalan hər şey tamdır və olduğu kimi qalır.',
        marks: [
          {
            means: 'duties',
            item: 0,
            note:
              'Zəhmət olmasa, bir neçə cümlə ilə özünüzün nə etdiyinizi yazın: proqram nə qədər ' +
              'böyükdür, neçə nəfərə rəhbərlik edirsiniz və nəyə qərar verirsiniz.',
          },
          {
            document: 'work-proof',
            note:
              '«Atlantic Wetlands Trust» arayışı imzalanmayıb. Zəhmət olmasa, imzalı və işə ' +
              'başladığınız tarix göstərilmiş arayış yükləyin.',
          },
        ],
      }),
    ],
  },
  {
    email: 'giorgi.lomidze@example.org',
    language: 'ru',
    person: {
      surname: 'ლომაშვილი',
      givenNames: 'გიორგი',
      machine: ['LOMASHVILI', 'GIORGI'],
      sex: 'male',
      born: '1979-04-04',
      birthPlace: 'Kutaisi',
      country: 'GEO',
      home: ['GEO', 'Tbilisi', '17 Vazi Street', '+995320000017'],
      passport: ['00GE00417', 'Ministry of Justice'],
    },
    work: {
      field: 'transport-and-logistics',
      speciality: 'Контейнерные терминалы',
      occupation: '13',
      education: [['6', 'Институт транспорта Колхиды', 'GEO', 'Логистика', '2001-06']],
      experience: [
        {
          at: ['Poti Dry Dock Logistics', 'GEO'],
          as: ['Директор терминала', 'head'],
          from: '2011-01',
          duties: 'Терминал на 200 тысяч контейнеров в год, 140 работников.',
        },
      ],
      languages: { ka: 'c2', ru: 'c1', en: 'b1', az: 'b1' },
    },
    life: [
      ...submitted(12),
      act(9, 'officer2', {
        act: 'return',
        explanation: 'Bir sənəd oxunmur. Onu yenidən göndərən kimi davam edəcəyik.',
        marks: [
          {
            document: 'degree-proof',
            note: 'Diplomun ikinci səhifəsi kəsilib. Zəhmət olmasa, hər iki səhifəni yükləyin.',
          },
        ],
      }),
    ],
  },
  {
    email: 'm.alansari@example.com',
    language: 'en',
    person: {
      surname: 'الأنصاري',
      givenNames: 'محمد',
      machine: ['ALANSARI', 'MOHAMMAD'],
      sex: 'male',
      born: '1981-07-21',
      birthPlace: 'Irbid',
      country: 'JOR',
      home: ['ARE', 'Abu Dhabi', 'Villa 6, Ghaf Street', '+97120000006'],
      passport: ['P0000621', 'Irbid'],
    },
    work: {
      field: 'oil-and-gas',
      speciality: 'Well integrity',
      occupation: '21',
      education: [['7', 'Yarmouk Institute of Geology', 'JOR', 'Petroleum geology', '2005-06']],
      experience: [
        {
          at: ['Gulf Dunes Drilling', 'ARE'],
          as: ['Well engineer', 'senior'],
          from: '2012-02',
          duties: 'Cementing and pressure tests of 60 wells.',
        },
      ],
      achievements: [['membership', 'Society of Well Engineers', '2016']],
      languages: { ar: 'c2', en: 'c1' },
    },
    life: [
      ...submitted(22),
      act(20, 'officer', {
        act: 'return',
        explanation: 'Bir xanaya yenidən baxmağınızı xahiş edirik.',
        marks: [
          {
            means: 'work-from',
            item: 0,
            note: 'Arayışda 2013-cü ilin yanvar ayı göstərilib. Zəhmət olmasa, ayı oradakı kimi yazın.',
          },
        ],
      }),
      act(15, APPLICANT, {
        act: 'resubmit',
        mended: [{ means: 'work-from', item: 0, value: '2013-01' }],
        replaced: [],
      }),
      act(4, 'officer', {
        act: 'return',
        explanation: 'Təşəkkür edirik, tarix indi düzgündür. Bir sənədin səhifəsi hələ çatışmır.',
        marks: [
          {
            document: 'achievement-proof',
            note: 'Yalnız zərf yüklənib. Zəhmət olmasa, üzvlük məktubunun özünü əlavə edin.',
          },
        ],
      }),
    ],
  },
  {
    email: 'lea.moreau@example.org',
    language: 'en',
    person: {
      surname: 'Moreau-Bertin',
      givenNames: 'Léa Françoise',
      sex: 'female',
      born: '1989-03-03',
      birthPlace: 'Besançon',
      country: 'FRA',
      home: ['FRA', 'Lyon', '3 rue des Tilleuls', '+33400000003'],
      passport: ['20ZZ00303', 'Préfecture du Rhône'],
    },
    work: {
      field: 'culture',
      speciality: 'Opera stage design',
      occupation: '26',
      education: [['7', 'École supérieure des arts de la scène', 'FRA', 'Scenography', '2013-06']],
      experience: [
        {
          at: ['Atelier des Trois Ponts', 'FRA'],
          as: ['Stage designer', 'senior'],
          from: '2014-09',
          duties: 'Sets for eleven productions, from sketch to workshop.',
        },
      ],
      languages: { fr: 'c2', en: 'b2' },
    },
    life: [
      ...submitted(16),
      act(13, 'officer', {
        act: 'return',
        explanation: 'Arayışda iş müddəti göstərilməyib, ona görə geri qaytarırıq.',
        marks: [{ document: 'work-proof', note: 'Arayışda işə başladığınız tarix olmalıdır.' }],
      }),
      act(2, SYSTEM, { act: 'propose-closing' }),
    ],
  },
]
