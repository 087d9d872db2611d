import { act, submitted } from '#main/demonstration/lives.ts'
import { APPLICANT, type Story } from '#main/demonstration/story.ts'

/** Applications that are checked for completeness. */
export const EXAMINED: readonly Story[] = [
  {
    email: 'emeka.okonkwo@example.com',
    language: 'en',
    person: {
      surname: 'Okonkwo-Bello',
      givenNames: 'Chukwuemeka David',
      sex: 'male',
      born: '1990-01-19',
      birthPlace: 'Enugu',
      country: 'NGA',
      home: ['NGA', 'Lagos', '14 Palm Grove Close', '+2348000000014'],
      passport: ['B00001914', 'Ikoyi'],
    },
    work: {
      field: 'ict',
      speciality: 'Payment platforms',
      occupation: '25',
      education: [['7', 'Niger Delta Institute of Computing', 'NGA', 'Software', '2014-11']],
      experience: [
        {
          at: ['Kudi Rails Ltd', 'NGA'],
          as: ['Principal engineer', 'lead'],
          from: '2015-04',
          duties: 'Owns the settlement engine: 4 million payments a day without a lost one.',
        },
      ],
      achievements: [['project', 'Instant transfers between nine banks', '2022']],
      languages: { en: 'c2', fr: 'b1' },
    },
    life: submitted(1),
  },
  {
    email: 'priya.sharma@example.com',
    language: 'en',
    person: {
      surname: 'शर्मा',
      givenNames: 'प्रिया',
      machine: ['SHARMA', 'PRIYA'],
      sex: 'female',
      born: '1988-10-08',
      birthPlace: 'Pune',
      country: 'IND',
      home: ['IND', 'Pune', '22 Banyan Lane', '+912000000022'],
      passport: ['Z0002208', 'Pune'],
    },
    work: {
      field: 'finance',
      speciality: 'Risk models for small banks',
      occupation: '24',
      education: [['7', 'Deccan School of Statistics', 'IND', 'Statistics', '2012-05', 'top']],
      experience: [
        {
          at: ['Sahyadri Cooperative Bank', 'IND'],
          as: ['Head of risk', 'head'],
          from: '2016-06',
          duties: 'Credit models, stress tests, a department of twelve.',
        },
        {
          at: ['Monsoon Analytics', 'IND'],
          as: ['Analyst', 'specialist'],
          from: '2012-08',
          to: '2016-05',
          duties: 'Models of crop insurance.',
        },
      ],
      languages: { hi: 'c2', en: 'c1', az: 'a1' },
    },
    life: submitted(3),
  },
  {
    email: 'fernanda.souza@example.org',
    language: 'en',
    person: {
      surname: 'de Souza Lima',
      givenNames: 'Fernanda',
      sex: 'female',
      born: '1982-12-24',
      birthPlace: 'Petrolina',
      country: 'BRA',
      home: ['BRA', 'Petrolina', 'Rua do Umbuzeiro 300', '+558700000300'],
      passport: ['GA0000300', 'Polícia Federal'],
    },
    work: {
      field: 'agriculture',
      speciality: 'Drip irrigation in dry land',
      occupation: '21',
      education: [['8', 'Federal Institute of the São Francisco', 'BRA', 'Agronomy', '2014-03']],
      experience: [
        {
          at: ['Vale Verde Irrigação', 'BRA'],
          as: ['Technical director', 'head'],
          from: '2014-05',
          duties: 'Drip systems for 6,000 hectares of fruit on salty soils.',
        },
      ],
      achievements: [
        ['publication', 'Salt balance under drip lines', '2017'],
        ['award', 'Water saver of the valley', '2020'],
      ],
      languages: { pt: 'c2', en: 'b2' },
    },
    life: submitted(5),
  },
  {
    email: 'olena.kovalenko@example.com',
    language: 'en',
    person: {
      surname: 'Коваленко',
      givenNames: 'Олена Ігорівна',
      machine: ['KOVALENKO', 'OLENA'],
      sex: 'female',
      born: '1985-06-01',
      birthPlace: 'Полтава',
      country: 'UKR',
      home: ['POL', 'Lublin', 'ul. Lipowa 8 m. 2', '+48810000082'],
      passport: ['FU000182', '5301'],
    },
    work: {
      field: 'engineering-and-construction',
      speciality: 'Bridges in seismic areas',
      occupation: '21',
      education: [['7', 'Академія мостів і доріг', 'UKR', 'Мости і тунелі', '2008-06']],
      experience: [
        {
          at: ['Мостопроєкт-Південь', 'UKR'],
          as: ['Головна інженерка проєкту', 'lead'],
          from: '2009-02',
          to: '2022-03',
          duties: 'Розрахунок мостів прольотом до 200 м, авторський нагляд.',
        },
      ],
      achievements: [['project', 'Cable-stayed bridge over the Vorskla', '2018']],
      languages: { uk: 'c2', en: 'b2', ru: 'c1' },
    },
    life: [
      ...submitted(14),
      act(12, 'officer2', {
        act: 'return',
        explanation: 'Yalnız bir yeri dəqiqləşdirməyinizi xahiş edirik, qalan hər şey tamdır.',
        marks: [
          {
            means: 'degree-on',
            item: 0,
            note: 'Diplomda 2009-cu il yazılıb. Zəhmət olmasa, tarixi diplomdakı kimi yazın.',
          },
        ],
      }),
      act(2, APPLICANT, {
        act: 'resubmit',
        mended: [{ means: 'degree-on', item: 0, value: '2009-06' }],
        replaced: [],
      }),
    ],
  },
  {
    email: 'minjun.o@example.com',
    language: 'en',
    person: {
      surname: 'O',
      givenNames: 'Min-jun',
      sex: 'male',
      born: '1994-02-17',
      birthPlace: 'Daejeon',
      country: 'KOR',
      home: ['KOR', 'Daejeon', '31 Maple-ro', '+82420000031'],
      passport: ['M00003117', 'MOFA'],
    },
    work: {
      field: 'industry',
      speciality: 'Battery cells',
      occupation: '21',
      education: [['8', 'Hanbat Institute of Materials', 'KOR', 'Chemistry', '2021-02', 'top']],
      experience: [
        {
          at: ['Bitgoeul Cell Works', 'KOR'],
          as: ['Senior researcher', 'senior'],
          from: '2021-03',
          duties: 'Electrolytes that stay fluid at minus forty degrees.',
        },
      ],
      achievements: [
        ['patent', 'Electrolyte for cold climates', '2023', 'KR 0000002'],
        ['publication', 'Ion mobility below freezing', '2022'],
      ],
      languages: { ko: 'c2', en: 'c1' },
    },
    life: submitted(2),
  },
]
