import { act, opened } from '#main/demonstration/lives.ts'
import { refused } from '#main/demonstration/acts-contesting.ts'
import { told } from '#main/demonstration/stories-short.ts'
import { APPLICANT, type Act, type Story } from '#main/demonstration/story.ts'

/** People who say that something about them is wrong, and what they are answered. */
const asked = (ago: number, wrong: string, right: string): readonly Act[] => [
  act(ago, APPLICANT, { act: 'ask', type: 'data-rectification', told: [wrong, right] }),
  act(ago, APPLICANT, { act: 'submit' }),
]

const answered = (ago: number, said: Said): Act =>
  act(ago, 'data-protection', { act: 'propose', step: 'propose', grounds: [], ...said })

type Said = {
  readonly outcome: string
  readonly grounds?: readonly string[]
  readonly reasoning: string
  readonly translated: string
}

export const CORRECTED: readonly Story[] = [
  told({
    email: 'jonas.berg@example.org',
    language: 'en',
    person: {
      surname: 'Bergstad',
      givenNames: 'Jonas',
      sex: 'male',
      born: '1988-09-14',
      country: 'NOR',
      town: 'Bodø',
      number: 'N00000491',
    },
    subject: 'Mobile networks',
    life: [
      ...refused(26),
      ...asked(21, 'My birth place.', 'I was born in Narvik.'),
      act(20, APPLICANT, { act: 'withdraw' }),
      ...asked(17, 'My birth place is written as Bodø.', 'I was born in Narvik; I live in Bodø.'),
      answered(13, {
        outcome: 'rectified',
        reasoning: 'Doğum yeri Narvikdir: pasportda belə yazılıb. Bodø yaşayış yeridir.',
        translated: 'The place of birth is Narvik: the passport says so. Bodø is where he lives.',
      }),
      act(12, 'signer', { act: 'sign' }),
      opened(11),
      act(2, APPLICANT, { act: 'ask', type: 'data-rectification', told: ['My telephone.', ''] }),
    ],
  }),
  told({
    email: 'marta.kral@example.com',
    language: 'en',
    person: {
      surname: 'Králíková',
      givenNames: 'Marta',
      sex: 'female',
      born: '1992-12-03',
      country: 'CZE',
      town: 'Kolín',
      number: 'C00000492',
    },
    subject: 'Operating systems',
    life: [
      ...refused(25),
      ...asked(19, 'The points.', 'I should have more of them.'),
      answered(15, {
        outcome: 'not-rectified',
        grounds: ['F3'],
        reasoning: 'Ballar haqqında qərar verilib. Bu, məlumatda səhv deyil.',
        translated: 'The points were decided. That is no mistake in the data.',
      }),
      act(14, 'signer', { act: 'sign' }),
      opened(13),
      ...asked(
        6,
        'My school has one name more.',
        'It is called Kolín Technical School of Railways.',
      ),
      answered(2, {
        outcome: 'rectified',
        reasoning: 'Məktəbin tam adı diplomda yazıldığı kimidir.',
        translated: 'The full name of the school is as the diploma has it.',
      }),
    ],
  }),
  told({
    email: 'pavel.ost@example.org',
    language: 'en',
    person: {
      surname: 'Ostrava',
      givenNames: 'Pavel',
      sex: 'male',
      born: '1985-04-18',
      country: 'CZE',
      town: 'Tábor',
      number: 'C00000493',
    },
    subject: 'Compilers',
    life: [...refused(14), ...asked(3, 'My given name.', 'It is Pavel Jan.')],
  }),
]
