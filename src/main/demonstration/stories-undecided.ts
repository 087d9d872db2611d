import { act, opened, unopposed } from '#main/demonstration/lives.ts'
import { told } from '#main/demonstration/stories-short.ts'
import { APPLICANT, type Act, type Story } from '#main/demonstration/story.ts'

const complained = (ago: number, ...words: readonly string[]): Act =>
  act(ago, APPLICANT, { act: 'ask', type: 'delay-complaint', told: words })

const sentIn = (ago: number): readonly Act[] => [
  complained(
    ago,
    'There is no decision, and nobody has told me why.',
    'I cannot begin the work that I was hired for.',
  ),
  act(ago, APPLICANT, { act: 'submit' }),
]

const putToVote = (ago: number): Act => act(ago, 'council-secretary', { act: 'put-to-vote' })

const LATE = 'Müddət keçib. Qərarın niyə verilmədiyi yazılmayıb.'

/** People whose case was not decided in its time, and who complain of that. */
export const UNDECIDED: readonly Story[] = [
  told({
    email: 'marta.kowalik@example.org',
    language: 'en',
    person: {
      surname: 'Kowalik',
      givenNames: 'Marta',
      sex: 'female',
      born: '1990-07-02',
      country: 'POL',
      town: 'Opole',
      number: 'P00000491',
    },
    subject: 'Geodata',
    life: [...unopposed(27), complained(3, 'There is no decision.')],
  }),
  told({
    email: 'viktor.hrabal@example.org',
    language: 'ru',
    person: {
      surname: 'Hrabalek',
      givenNames: 'Viktor',
      sex: 'male',
      born: '1988-03-19',
      country: 'CZE',
      town: 'Zlín',
      number: 'C00000492',
    },
    subject: 'Compilers',
    life: [...unopposed(31), ...sentIn(5)],
  }),
  told({
    email: 'selin.aydogan@example.com',
    language: 'tr',
    person: {
      surname: 'Aydoğan',
      givenNames: 'Selin',
      sex: 'female',
      born: '1992-11-25',
      country: 'TUR',
      town: 'Bursa',
      number: 'U00000493',
    },
    subject: 'Computer vision',
    life: [...unopposed(35), ...sentIn(9), putToVote(4)],
  }),
  told({
    email: 'davide.rinaldi@example.com',
    language: 'en',
    person: {
      surname: 'Rinaldini',
      givenNames: 'Davide',
      sex: 'male',
      born: '1986-09-08',
      country: 'ITA',
      town: 'Ferrara',
      number: 'I00000494',
    },
    subject: 'Control rooms',
    life: [
      ...unopposed(44),
      ...sentIn(19),
      putToVote(16),
      act(11, 'council', { act: 'vote', vote: 'upheld', reason: LATE }),
      act(9, 'council-secretary', {
        act: 'propose',
        step: 'propose-answer',
        outcome: 'upheld',
        grounds: [],
        reasoning: `${LATE} İşi aparan orqan qərar verməlidir.`,
        translated:
          'The time has passed, and the case does not say why nothing was decided. The office that has it has to decide.',
      }),
      act(8, 'head', { act: 'decide', step: 'answer-complaint' }),
      opened(7),
    ],
  }),
]
