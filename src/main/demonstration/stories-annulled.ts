import { SYSTEM } from '#core/cases/roles.ts'
import { act, opened } from '#main/demonstration/lives.ts'
import {
  asksFor,
  examined,
  openedBySpouse,
  paid,
  proposed,
  recognised,
  RESIDENCE,
  signed,
} from '#main/demonstration/lives-permits.ts'
import { APPLICANT, type Story } from '#main/demonstration/story.ts'

/** Whose permit was annulled, and whose spouse has one that rests on it. Both are invented. */
export const ANNULLED: readonly Story[] = [
  {
    email: 'henrik.solvang@example.org',
    language: 'en',
    person: {
      surname: 'Solvang',
      givenNames: 'Henrik Aleksander',
      sex: 'male',
      born: '1979-04-30',
      birthPlace: 'Narvik',
      country: 'NOR',
      home: ['AZE', 'Sumqayıt', 'Şam küçəsi 44', '+994180000044'],
      passport: ['NO0004479', 'Politiet Nordland'],
    },
    work: {
      field: 'energy',
      speciality: 'Cables under the sea',
      occupation: '21',
      education: [['7', 'Ofoten Technical School', 'NOR', 'Electrical power', '2004-06', 'top']],
      experience: [
        {
          at: ['Ofotkabel', 'NOR'],
          as: ['Head of laying', 'head'],
          from: '2006-02',
          duties: 'Lays cables between islands.',
        },
      ],
      languages: { no: 'c2', en: 'c1' },
    },
    relatives: [
      {
        is: 'spouse',
        email: 'liv.solvang@example.org',
        language: 'en',
        person: {
          surname: 'Solvang',
          givenNames: 'Liv Marie',
          sex: 'female',
          born: '1981-10-12',
          birthPlace: 'Bodø',
          country: 'NOR',
          home: ['AZE', 'Sumqayıt', 'Şam küçəsi 44', '+994180000045'],
          passport: ['NO0004481', 'Politiet Nordland'],
        },
      },
    ],
    reaches: 6,
    life: [
      ...recognised(120),
      asksFor(90, {
        type: RESIDENCE,
        term: '36',
        termOfOthers: '12',
        told: ['Sumqayıt, Şam küçəsi 44'],
      }),
      ...examined(88),
      proposed(80, {
        outcome: 'granted',
        reasoning: 'Qanunun tələb etdiyi əsas və sənədlər var, etiraz yoxdur.',
      }),
      signed(78),
      opened(77),
      openedBySpouse(76),
      paid(74),
      act(70, 'officer2', { act: 'record-fingerprints', option: 'taken' }),
      act(64, 'officer2', { act: 'record-card', option: 'handed-over' }),
      act(30, 'officer2', {
        act: 'open',
        type: 'residence-annulment',
        step: 'propose-annulment',
        outcome: 'annulled',
        grounds: ['TA9'],
        reasoning: 'İşəgötürən bildirib ki, kabelin çəkilişi heç başlanmayıb (uydurma nümunə).',
        translated: 'The employer says that the cable was never begun (an invented example).',
      }),
      act(26, APPLICANT, {
        act: 'reply',
        text: 'The ship was late; the work begins next month. My contract still holds.',
      }),
      act(20, 'signer', { act: 'decide', step: 'annul' }),
      opened(19),
      act(19, SYSTEM, { act: 'carry-out' }),
    ],
  },
]
