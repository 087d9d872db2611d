import {
  accepted,
  act,
  assessed,
  decided,
  noObjection,
  objection,
  opened,
  scored,
  submitted,
} from '#main/demonstration/lives.ts'
import type { Story } from '#main/demonstration/story.ts'

/** The three ways in which an application is refused. */
export const REFUSED: readonly Story[] = [
  {
    email: 'refused@kecid.example',
    language: 'en',
    mailed: true,
    person: {
      surname: 'Torres Rivas',
      givenNames: 'Miguel Ángel',
      sex: 'male',
      born: '1991-07-19',
      birthPlace: 'Valdivia',
      country: 'CHL',
      home: ['CHL', 'Concepción', 'Calle Araucaria 19', '+56410000019'],
      passport: ['F00001907', 'Registro Civil'],
    },
    work: {
      field: 'ict',
      speciality: 'Sensors for fish farms',
      occupation: '25',
      education: [['6', 'Universidad del Bío Sur', 'CHL', 'Computer science', '2014-12', 'top']],
      experience: [
        {
          at: ['Salmón Digital', 'CHL'],
          as: ['Team lead', 'lead'],
          from: '2017-03',
          duties: 'Sensors that report oxygen and temperature from 200 cages; a team of six.',
        },
        {
          at: ['Costa Datos', 'CHL'],
          as: ['Developer', 'specialist'],
          from: '2015-01',
          to: '2017-02',
          duties: 'Web applications for ports.',
        },
      ],
      achievements: [['project', 'Early warning of algae', '2022']],
      languages: { es: 'c2', en: 'b2' },
    },
    reaches: -6,
    life: [
      ...assessed(20),
      ...decided(2, {
        signer: 'signer2',
        grounds: ['R1'],
        reasoning:
          '{criteria} meyar üzrə {points} bal toplanıb, keçid balı {passMark}. Təcrübəniz və ' +
          'ixtisasınıza olan ' +
          'tələbat yüksək qiymətləndirilib. Çatışmayan bal əldə edilə biləndir: nəyin onu artıra ' +
          'biləcəyi aşağıda göstərilib. Yeni təsdiqedici sənədləriniz olanda yenidən müraciət ' +
          'edin.',
        translated:
          '{points} points were given over {criteria} criteria; the pass mark is {passMark}. ' +
          'Your experience and the demand for your speciality were rated highly. What is missing ' +
          'can be reached: below you see what could raise it. Apply again once you have new evidence.',
      }),
    ],
  },
  {
    email: 'karim.haddad@example.org',
    language: 'en',
    person: {
      surname: 'حداد الزين',
      givenNames: 'كريم',
      machine: ['HADDAD ELZEIN', 'KARIM'],
      sex: 'male',
      born: '1980-05-17',
      birthPlace: 'Tripoli',
      country: 'LBN',
      home: ['LBN', 'Beirut', '17 Cedar Street', '+96110000017'],
      passport: ['LR0000517', 'General Security'],
    },
    work: {
      field: 'finance',
      speciality: 'Trade finance',
      occupation: '24',
      education: [['7', 'Levant Business School', 'LBN', 'Finance', '2005-06', 'top']],
      experience: [
        {
          at: ['Banque du Cèdre', 'LBN'],
          as: ['Head of trade finance', 'head'],
          from: '2010-01',
          duties: 'Letters of credit for grain and metals.',
        },
      ],
      languages: { ar: 'c2', fr: 'c1', en: 'c1' },
    },
    reaches: 1,
    life: [
      ...submitted(52),
      accepted(50),
      noObjection(48, 2),
      objection(
        46,
        1,
        'Müraciətçi barəsində ictimai asayişlə bağlı icraatda olan material var; ' +
          'nəticəyədək etiraz edirik.',
      ),
      noObjection(45, 0),
      scored(45, 1),
      scored(44, 0),
      scored(43, 'rest'),
      ...decided(36, {
        grounds: ['R2'],
        reasoning:
          'Bal keçid balından yuxarıdır, lakin rəy istənilən dövlət orqanlarından biri ' +
          'etiraz edib; bu halda ' +
          'status verilə bilməz. Etirazın səbəbi aradan qalxandan sonra yenidən ' +
          'müraciət edə bilərsiniz.',
      }),
      opened(34),
    ],
  },
  {
    email: 'selim.qasimzade@example.com',
    language: 'az',
    person: {
      surname: 'Qasımzadə',
      givenNames: 'Səlim',
      sex: 'male',
      born: '1990-06-26',
      birthPlace: 'Naxçıvan',
      country: 'AZE',
      citizenships: ['TUR'],
      home: ['TUR', 'İstanbul', 'Ihlamur Caddesi 26', '+902120000026'],
      passport: ['U00002606', 'İstanbul'],
    },
    work: {
      field: 'ict',
      speciality: 'Kibertəhlükəsizlik',
      occupation: '25',
      education: [['7', 'Mərmərə Texnologiya Universiteti', 'TUR', 'İnformatika', '2014-06']],
      experience: [
        {
          at: ['Boğaziçi Kalkan', 'TUR'],
          as: ['Təhlükəsizlik mühəndisi', 'senior'],
          from: '2015-01',
          duties: 'Bankların şəbəkələrində zəifliklərin axtarışı.',
        },
      ],
      languages: { az: 'c2', tr: 'c2', en: 'c1' },
    },
    life: [
      ...submitted(15),
      act(13, 'officer2', {
        act: 'draft-decision',
        outcome: 'refused',
        grounds: ['R3'],
        reasoning:
          'Müraciətdə yalnız Türkiyə vətəndaşlığı göstərilib, amma reyestrə görə siz Azərbaycan ' +
          'Respublikasının vətəndaşısınız. Bu status yalnız əcnəbilər və vətəndaşlığı olmayan ' +
          'şəxslər üçündür; ölkədə yaşamaq və işləmək üçün sizə icazə lazım deyil.',
      }),
      act(12, 'signer', { act: 'sign' }),
      opened(11),
    ],
  },
]
