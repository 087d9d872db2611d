import { begun } from '#main/demonstration/lives.ts'
import type { Story } from '#main/demonstration/story.ts'

/** Applications that nobody but their applicants has seen yet. */
export const DRAFTS: readonly Story[] = [
  {
    email: 'ana@kecid.example',
    language: 'en',
    person: {
      surname: 'Ferreira',
      givenNames: 'Ana Luísa',
      sex: 'female',
      born: '1987-03-27',
      birthPlace: 'Braga',
      country: 'PRT',
      home: ['PRT', 'Porto', 'Rua das Camélias 12', '+351912000178'],
      passport: ['CD0000217', 'IRN'],
    },
    work: {
      field: 'energy',
      speciality: 'Offshore wind turbines',
      occupation: '21',
      education: [
        ['7', 'Polytechnic of the Atlantic', 'PRT', 'Mechanical engineering', '2010-07', 'top'],
      ],
      experience: [
        {
          at: ['Vento Norte SA', 'PRT'],
          as: ['Lead turbine engineer', 'lead'],
          from: '2012-09',
          duties: 'Design reviews of offshore foundations.\nLeads a team of nine engineers.',
        },
      ],
      achievements: [
        ['patent', 'Damped tower joint', '2019', 'EP 0000001'],
        ['publication', 'Fatigue of monopiles in cold water', '2021'],
      ],
      languages: { en: 'c1', az: 'a2', pt: 'c2' },
    },
    life: [
      begun(3, {
        blocks: 6,
        documents: ['travel-document', 'portrait'],
      }),
    ],
  },
  {
    email: 'deniz.aksoy@example.org',
    language: 'tr',
    person: {
      surname: 'Aksoy',
      givenNames: 'Deniz',
      sex: 'x',
      born: '1991-11-02',
      birthPlace: 'Eskişehir',
      country: 'TUR',
      home: ['TUR', 'Eskişehir', 'Porsuk Bulvarı 44/3', '+902220000044'],
      passport: ['U00000912', 'Eskişehir'],
    },
    work: {
      field: 'transport-and-logistics',
      speciality: 'Demiryolu sinyalizasyonu',
      occupation: '21',
      education: [['6', 'Anadolu Raylı Sistemler Yüksekokulu', 'TUR', 'Elektronik', '2014-06']],
      experience: [
        {
          at: ['Bozkır Raylı Sistemler', 'TUR'],
          as: ['Sinyalizasyon mühendisi', 'senior'],
          from: '2015-02',
          duties: 'ETCS seviye 2 kurulumlarının devreye alınması.',
        },
      ],
      languages: { tr: 'c2', en: 'b2' },
    },
    life: [begun(1, { blocks: 1, documents: [] })],
  },
  {
    email: 'aigerim.seitkali@example.com',
    language: 'ru',
    person: {
      surname: 'Сейткали',
      givenNames: 'Айгерим',
      machine: ['SEITKALI', 'AIGERIM'],
      sex: 'female',
      born: '1984-08-15',
      birthPlace: 'Караганда',
      country: 'KAZ',
      home: ['KAZ', 'Алматы', 'улица Тополиная, 7, кв. 31', '+77000000131'],
      passport: ['N00003131', 'МВД РК'],
    },
    work: {
      field: 'health',
      speciality: 'Детская кардиохирургия',
      occupation: '22',
      education: [
        ['7', 'Медицинская академия Сарыарки', 'KAZ', 'Педиатрия', '2008-06'],
        ['8', 'Медицинская академия Сарыарки', 'KAZ', 'Кардиохирургия', '2015-12'],
      ],
      experience: [
        {
          at: ['Клиника «Жүрек»', 'KAZ'],
          as: ['Заведующая отделением', 'head'],
          from: '2013-03',
          duties: 'Операции на открытом сердце у детей до трёх лет, обучение ординаторов.',
        },
      ],
      achievements: [['publication', 'Ранняя коррекция тетрады Фалло', '2020']],
      languages: { ru: 'c2', en: 'b2', az: 'b1' },
    },
    life: [begun(2)],
  },
]
