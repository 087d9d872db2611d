import { act, noObjection, opened, since } from '#main/demonstration/lives.ts'
import {
  asksFor,
  examined,
  listsFamily,
  openedBySpouse,
  paid,
  PERMANENT,
  proposed,
  recognised,
  registered,
  RESIDENCE,
  signed,
  VISA,
} from '#main/demonstration/lives-permits.ts'
import type { Story } from '#main/demonstration/story.ts'

const HOME = 'Bakı, Ağcaqayın küçəsi 8, mənzil 21'
const GRANTED = {
  outcome: 'granted',
  reasoning: 'Qanunun tələb etdiyi əsas və sənədlər var, etiraz yoxdur.',
  translated: 'The ground and the documents that the law asks for are there; nobody objects.',
} as const

/** From the visa to permanent residence, over more than two years. All are invented. */
export const YEARS: readonly Story[] = [
  {
    email: 'years@kecid.example',
    language: 'en',
    person: {
      surname: 'Lehtisaari',
      givenNames: 'Aino Kaarina',
      sex: 'female',
      born: '1985-02-14',
      birthPlace: 'Kuopio',
      country: 'FIN',
      home: ['AZE', 'Bakı', 'Ağcaqayın küçəsi 8', '+994120000021'],
      passport: ['FP3100085', 'Poliisi Kuopio'],
    },
    work: {
      field: 'environment',
      speciality: 'Water of cities',
      occupation: '21',
      education: [['8', 'Saimaa Institute of Water', 'FIN', 'Hydrology', '2013-05', 'top']],
      experience: [
        {
          at: ['Järvivesi', 'FIN'],
          as: ['Head of networks', 'head'],
          from: '2013-08',
          duties: 'Found and closed the leaks of four cities.',
        },
      ],
      achievements: [['project', 'A third less water lost in Järvelä', '2022']],
      languages: { fi: 'c2', en: 'c1', az: 'b1' },
    },
    relatives: [
      {
        is: 'spouse',
        email: 'years.spouse@kecid.example',
        language: 'en',
        person: {
          surname: 'Lehtisaari',
          givenNames: 'Mikael Olavi',
          sex: 'male',
          born: '1983-10-05',
          birthPlace: 'Mikkeli',
          country: 'FIN',
          home: ['AZE', 'Bakı', 'Ağcaqayın küçəsi 8', '+994120000022'],
          passport: ['FP3100083', 'Poliisi Mikkeli'],
        },
      },
      {
        is: 'child',
        person: {
          surname: 'Lehtisaari',
          givenNames: 'Veera',
          sex: 'female',
          born: '2015-06-20',
          birthPlace: 'Kuopio',
          country: 'FIN',
          home: ['AZE', 'Bakı', 'Ağcaqayın küçəsi 8', '+994120000021'],
          passport: ['FP3100015', 'Poliisi Kuopio'],
        },
      },
    ],
    reaches: 8,
    life: [
      ...since({ years: 2 }, [
        ...recognised(110),
        asksFor(90, { type: VISA, told: [], said: () => ({ country: 'FIN' }) }),
        proposed(88, {
          outcome: 'given',
          reasoning: 'Status qüvvədədir, pasport etibarlıdır.',
          translated: 'The status is in force, and so is the passport.',
        }),
        signed(87),
        opened(86),
        listsFamily(60),
        asksFor(50, { type: RESIDENCE, term: '36', termOfOthers: '12', told: [HOME] }),
        ...examined(48),
        proposed(42, GRANTED),
        signed(40),
        opened(39),
        openedBySpouse(38),
        paid(36),
        act(32, 'officer2', { act: 'record-fingerprints', option: 'taken' }),
        act(26, 'officer2', { act: 'record-card', option: 'handed-over' }),
        ...registered(25, HOME),
        opened(24),
        openedBySpouse(24),
      ]),
      // The permits of the family were for a year, as the law has them at first.
      ...since({ years: 1 }, [
        asksFor(76, {
          type: RESIDENCE,
          termOfOthers: '24',
          told: [HOME],
          said: () => ({ for: 'family' }),
          saidOfOthers: () => ({ for: 'extension' }),
        }),
        ...examined(74),
        proposed(66, {
          ...GRANTED,
          others: [
            { outcome: 'unchanged', grounds: [], reasoning: 'Miqrantın icazəsi qüvvədədir.' },
          ],
        }),
        signed(64),
        opened(63),
        openedBySpouse(62),
        paid(60),
        act(56, 'officer2', { act: 'record-fingerprints', option: 'taken' }),
        act(50, 'officer2', { act: 'record-card', option: 'handed-over' }),
      ]),
      asksFor(12, { type: PERMANENT, told: [HOME] }),
      act(10, 'officer2', { act: 'accept' }),
      noObjection(7, 0),
    ],
  },
]
