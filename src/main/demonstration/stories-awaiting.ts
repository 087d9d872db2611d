import {
  act,
  assessed,
  drafted,
  noObjection,
  objection,
  scored,
  submitted,
  accepted,
} from '#main/demonstration/lives.ts'
import type { Story } from '#main/demonstration/story.ts'

/** All points are given: a decision is to be drafted, or is drafted and waits for its signature. */
export const AWAITING: readonly Story[] = [
  {
    email: 'thandiwe.mokoena@example.com',
    language: 'en',
    person: {
      surname: 'Mokoena',
      givenNames: 'Thandiwe Grace',
      sex: 'female',
      born: '1987-08-09',
      birthPlace: 'Bloemfontein',
      country: 'ZAF',
      home: ['ZAF', 'Durban', '89 Marula Road', '+27310000089'],
      passport: ['A00000889', 'DHA'],
    },
    work: {
      field: 'finance',
      speciality: 'Insurance of farms',
      occupation: '24',
      education: [['7', 'Umgeni School of Commerce', 'ZAF', 'Actuarial science', '2011-12', 'top']],
      experience: [
        {
          at: ['Kwena Mutual', 'ZAF'],
          as: ['Lead actuary', 'lead'],
          from: '2013-01',
          duties: 'Prices drought cover for nine thousand small farms.',
        },
      ],
      achievements: [
        ['publication', 'Drought tables', '2018'],
        ['membership', 'Guild of Actuaries', '2015'],
      ],
      languages: { en: 'c2', fr: 'b1' },
    },
    reaches: -1,
    life: assessed(16),
  },
  {
    email: 'bakyt.asanov@example.org',
    language: 'ru',
    person: {
      surname: 'Асанбаев',
      givenNames: 'Бакыт',
      machine: ['ASANBAEV', 'BAKYT'],
      sex: 'male',
      born: '1984-04-12',
      birthPlace: 'Нарын',
      country: 'KGZ',
      home: ['KGZ', 'Бишкек', 'улица Арчалы, 12', '+996312000012'],
      passport: ['PE0000412', 'SRS'],
    },
    work: {
      field: 'transport-and-logistics',
      speciality: 'Горные дороги и лавинная защита',
      occupation: '21',
      education: [['7', 'Политехнический институт Ала-Тоо', 'KGZ', 'Дороги', '2007-06']],
      experience: [
        {
          at: ['Тоо-Жол Сервис', 'KGZ'],
          as: ['Начальник участка', 'lead'],
          from: '2011-04',
          duties: 'Содержание перевала на высоте 3000 м, лавинные галереи, 60 человек.',
        },
      ],
      languages: { ky: 'c2', ru: 'c1', az: 'b1', en: 'a2' },
    },
    reaches: 0,
    life: assessed(19, 'officer2'),
  },
  {
    email: 'li.na@example.com',
    language: 'en',
    person: {
      surname: '李',
      givenNames: '娜',
      machine: ['LI', 'NA'],
      sex: 'female',
      born: '1983-09-28',
      birthPlace: '成都',
      country: 'CHN',
      home: ['CHN', 'Chengdu', '28 Furong Road', '+862800000028'],
      passport: ['EZ0002809', 'NIA'],
    },
    work: {
      field: 'energy',
      speciality: 'Large hydropower turbines',
      occupation: '21',
      education: [['8', 'Minjiang University of Power', 'CHN', 'Hydraulics', '2012-06', 'top']],
      experience: [
        {
          at: ['Minjiang Turbine Works', 'CHN'],
          as: ['Head of design', 'head'],
          from: '2012-07',
          duties: 'Runners of 700 megawatts; a bureau of thirty-five engineers.',
        },
      ],
      achievements: [
        ['patent', 'Runner without cavitation', '2017', 'CN 0000005'],
        ['publication', 'Silt wear of runners', '2019'],
        ['project', 'Renewal of eight turbines', '2022'],
      ],
      languages: { zh: 'c2', en: 'b2' },
    },
    reaches: 18,
    life: assessed(14),
  },
  {
    email: 'viktor.melnik@example.org',
    language: 'ru',
    person: {
      surname: 'Melniks',
      givenNames: 'Viktors',
      sex: 'male',
      born: '1976-12-01',
      birthPlace: 'Daugavpils',
      country: 'LVA',
      citizenships: ['XXA'],
      home: ['LVA', 'Rīga', 'Liepu iela 1-12', '+37160000012'],
      passport: ['LX0001201', 'PMLP'],
    },
    work: {
      field: 'engineering-and-construction',
      speciality: 'Метро: проходка тоннелей',
      occupation: '21',
      education: [['7', 'Балтийский горный институт', 'LVA', 'Подземное строительство', '2000-06']],
      experience: [
        {
          at: ['Daugava Tunnel', 'LVA'],
          as: ['Главный инженер', 'head'],
          from: '2009-03',
          duties: 'Тоннелепроходческие щиты, шесть станций глубокого заложения.',
        },
      ],
      achievements: [['project', 'Тоннель под рекой, 4,2 км', '2018']],
      languages: { ru: 'c2', lv: 'c1', en: 'b2', az: 'b2' },
    },
    reaches: 11,
    life: [
      ...submitted(17),
      accepted(15, 'officer2'),
      noObjection(12, 1),
      objection(
        11,
        2,
        'Müraciətçinin üçüncü ölkədəki layihəsi üzrə öhdəlikləri davam edir; milli ' +
          'təhlükəsizlik baxımından etiraz edirik.',
      ),
      noObjection(10, 0),
      scored(10, 1),
      scored(9, 0),
      scored(8, 'rest'),
    ],
  },
  {
    email: 'kwame.mensah@example.com',
    language: 'en',
    person: {
      surname: 'Mensah-Boateng',
      givenNames: 'Kwame',
      sex: 'male',
      born: '1982-07-06',
      birthPlace: 'Cape Coast',
      country: 'GHA',
      home: ['GHA', 'Accra', '6 Odum Close', '+233300000006'],
      passport: ['G0000706', 'Accra'],
    },
    work: {
      field: 'health',
      speciality: 'Anaesthesia',
      occupation: '22',
      education: [['8', 'Coastal College of Medicine', 'GHA', 'Medicine', '2013-11']],
      experience: [
        {
          at: ['Volta Regional Hospital', 'GHA'],
          as: ['Head of anaesthesia', 'head'],
          from: '2013-12',
          duties: 'Six theatres, a school for nurse anaesthetists.',
        },
      ],
      achievements: [['award', 'Teacher of the year', '2020']],
      languages: { en: 'c2', fr: 'b1' },
    },
    reaches: 4,
    life: [
      ...assessed(15),
      drafted(1, {
        reasoning:
          'Toplanmış bal keçid balından yuxarıdır, dövlət orqanlarının etirazı yoxdur. ' +
          'Anesteziologiya ' +
          'üzrə mütəxəssis çatışmazlığı nəzərə alınmaqla statusun verilməsi təklif olunur.',
      }),
    ],
  },
  {
    email: 'hong.nguyen@example.org',
    language: 'en',
    person: {
      surname: 'Nguyễn',
      givenNames: 'Thị Hồng',
      machine: ['NGUYEN', 'THI HONG'],
      sex: 'female',
      born: '1995-01-25',
      birthPlace: 'Huế',
      country: 'VNM',
      home: ['VNM', 'Đà Nẵng', '25 Hoa Sen', '+842360000025'],
      passport: ['C0000125', 'Immigration'],
    },
    work: {
      field: 'tourism',
      speciality: 'Travel by sea',
      occupation: '14',
      education: [['6', 'College of the Perfume River', 'VNM', 'Tourism', '2017-06']],
      experience: [
        {
          at: ['Sao Bien Travel', 'VNM'],
          as: ['Product manager', 'senior'],
          from: '2017-08',
          duties: 'Journeys for small groups, contracts with thirty hotels.',
        },
      ],
      languages: { vi: 'c2', en: 'b2' },
    },
    reaches: -25,
    life: [
      ...assessed(17, 'officer2'),
      drafted(2, {
        officer: 'officer2',
        grounds: ['R1'],
        reasoning:
          '{criteria} meyar üzrə {points} bal toplanıb, keçid balı {passMark}. Müraciətçinin ' +
          'təcrübəsi ' +
          'davam edir; ' +
          'növbəti təhsil pilləsi və nailiyyətlər balı ən çox artıra bilər.',
      }),
    ],
  },
  {
    email: 'sofia.hernandez@example.com',
    language: 'en',
    person: {
      surname: 'Hernández Olmos',
      givenNames: 'Sofía',
      sex: 'female',
      born: '1988-05-05',
      birthPlace: 'Puebla',
      country: 'MEX',
      home: ['MEX', 'Querétaro', 'Calle Jacaranda 55', '+524420000055'],
      passport: ['G00000505', 'SRE'],
    },
    work: {
      field: 'industry',
      speciality: 'Robots for food plants',
      occupation: '21',
      education: [
        ['7', 'Instituto Politécnico del Bajío', 'MEX', 'Mechatronics', '2012-07', 'top'],
      ],
      experience: [
        {
          at: ['Maíz Robótica', 'MEX'],
          as: ['Head of automation', 'head'],
          from: '2014-02',
          duties: 'Built five packing lines that run without a night shift.',
        },
      ],
      achievements: [['patent', 'Soft gripper for fruit', '2019', 'MX 0000006']],
      languages: { es: 'c2', en: 'c1' },
    },
    reaches: 5,
    life: [
      ...assessed(18),
      drafted(5, { reasoning: 'Status verilsin.' }),
      act(3, 'signer2', {
        act: 'send-back',
        reason:
          'Qərarın əsaslandırılması çox qısadır. Zəhmət olmasa, balların cəmini və ' +
          'rəyləri göstərin.',
      }),
      drafted(2, {
        reasoning:
          '{criteria} meyar üzrə {points} bal toplanıb, keçid balı {passMark}. Üç dövlət ' +
          'orqanının heç ' +
          'biri etiraz ' +
          'etməyib. Sahə üzrə təcrübə və təhsil sənədlərlə təsdiqlənir. Statusun ' +
          'verilməsi təklif olunur.',
      }),
    ],
  },
]
