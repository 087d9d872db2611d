import { opened } from '#main/demonstration/lives.ts'
import {
  asksFor,
  proposed,
  recognised,
  REPLACEMENT,
  signed,
  VISA,
} from '#main/demonstration/lives-permits.ts'
import type { Story } from '#main/demonstration/story.ts'

/** Who was recognised, and asks for a visa or a new paper. All are invented. */
export const HOLDERS: readonly Story[] = [
  {
    email: 'visa@kecid.example',
    language: 'tr',
    person: {
      surname: 'Karaçelik',
      givenNames: 'Deniz Umut',
      sex: 'male',
      born: '1989-04-11',
      birthPlace: 'Giresun',
      country: 'TUR',
      home: ['TUR', 'Giresun', 'Fındıklık Sokak 18', '+904540000018'],
      passport: ['U31000018', 'Giresun'],
    },
    work: {
      field: 'ict',
      speciality: 'Railway signals',
      occupation: '25',
      education: [['7', 'Karadeniz Teknoloji Enstitüsü', 'TUR', 'Computing', '2013-06', 'top']],
      experience: [
        {
          at: ['Yalıkaya Yazılım', 'TUR'],
          as: ['Head of development', 'head'],
          from: '2013-09',
          duties: 'Signals of 600 km of railway.',
        },
      ],
      languages: { tr: 'c2', en: 'c1', az: 'b1' },
    },
    reaches: 6,
    life: [
      ...recognised(40),
      asksFor(14, { type: VISA, told: [], said: () => ({ country: 'TUR' }) }),
      proposed(12, {
        outcome: 'given',
        reasoning: 'Yüksəkixtisaslı miqrant statusu qüvvədədir, pasport etibarlıdır.',
        translated: 'Yüksek nitelikli göçmen statüsü yürürlükte, pasaport geçerli.',
      }),
      signed(11),
      opened(10),
    ],
  },
  {
    email: 'new.passport@kecid.example',
    language: 'ru',
    person: {
      surname: 'Тюльпанова',
      givenNames: 'Вера Игоревна',
      sex: 'female',
      born: '1984-11-30',
      birthPlace: 'Кострома',
      country: 'KAZ',
      machine: ['TIULPANOVA', 'VERA IGOREVNA'],
      home: ['AZE', 'Sumqayıt', 'Dəniz küçəsi 9', '+994180000009'],
      passport: ['N21000009', 'MIA'],
    },
    work: {
      field: 'science-and-education',
      speciality: 'Corrosion of pipelines',
      occupation: '21',
      education: [['8', 'Институт металлов Тобол', 'KAZ', 'Materials', '2012-05', 'top']],
      experience: [
        {
          at: ['Тобол Сталь', 'KAZ'],
          as: ['Head of laboratory', 'head'],
          from: '2012-09',
          duties: 'Коррозия трубопроводов в солёной воде.',
        },
      ],
      languages: { ru: 'c2', kk: 'c1', en: 'b2' },
    },
    reaches: 5,
    life: [
      ...recognised(180),
      asksFor(30, {
        type: REPLACEMENT,
        about: 'recognition',
        passport: ['N31000009', 'MIA', 12],
        told: ['Был N21000009, теперь N31000009.'],
      }),
      proposed(28, {
        outcome: 'replaced',
        reasoning: 'Yeni pasport həmin şəxsindir.',
        translated: 'Новый паспорт принадлежит тому же человеку.',
      }),
      signed(26),
      opened(25),
    ],
  },
]
