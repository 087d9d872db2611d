import { act, decided, opened, submitted } from '#main/demonstration/lives.ts'
import { APPLICANT, type Act, type Deed } from '#main/demonstration/story.ts'

/** What people do who contest a decision or ask about their data, and what officials make of it. */

const REASONING =
  'Təqdim etdiyiniz diplomu verdiyi göstərilən məktəb onu vermədiyini yazıb. Buna görə ' +
  'müraciətdə göstərilən təhsil təsdiqlənmir.'

/** Refused that long ago, before anything was scored, and read the day after. */
export const refused = (ago: number): readonly Act[] => [
  ...submitted(ago + 4),
  ...decided(ago, { grounds: ['R3'], reasoning: REASONING }),
  opened(ago - 1),
]

export const WRONG =
  'The school has two registers. My diploma is in the older one, and nobody asked there.'
const WANTED = 'Please ask the school again and examine my application once more.'

/** Begun and sent in. */
const asked = (ago: number, type: string, ...told: readonly string[]): readonly Act[] => [
  act(ago, APPLICANT, { act: 'ask', type, told }),
  act(ago, APPLICANT, { act: 'submit' }),
]

export const complained = (ago: number, ...told: readonly string[]): readonly Act[] =>
  asked(ago, 'complaint', ...(told.length > 0 ? told : [WRONG, WANTED]))

export const of = 'complaint'
export const putToVote = (ago: number): Act => ({
  ...act(ago, 'council-secretary', { act: 'put-to-vote' }),
  of,
})
export const voted = (ago: number, vote: string, reason: string): Act => ({
  ...act(ago, 'council', { act: 'vote', vote, reason }),
  of,
})
export const answered = (ago: number, said: Proposing): Act => ({
  ...act(ago, 'council-secretary', { act: 'propose', step: 'propose-answer', ...said }),
  of,
})
export const signedByHead = (ago: number): Act => ({
  ...act(ago, 'head', { act: 'decide', step: 'answer-complaint' }),
  of,
})

type Proposing = Pick<
  Extract<Deed, { act: 'propose' }>,
  'outcome' | 'grounds' | 'reasoning' | 'translated'
>

/** What whoever watches over personal data proposes, and a signer signs. */
export const erasing = (ago: number, said: Proposing): Act =>
  act(ago, 'data-protection', { act: 'propose', step: 'propose', ...said })
const proposedOf =
  (what: string, said: Proposing) =>
  (ago: number): Act =>
    act(ago, 'data-protection', { act: 'propose', step: `propose-${what}`, ...said })
/** Signed, and read the day after. */
export const signed =
  (what: string) =>
  (ago: number): readonly Act[] => [
    act(ago, 'signer', { act: 'decide', step: ['sign', what].filter(Boolean).join('-') }),
    opened(ago - 1),
  ]

export const DOUBT = [
  'The school that you wrote to is not the one on my diploma.',
  'The names are alike.',
]
export const copy = {
  asked: (ago: number, what = '') => asked(ago, 'data-access', what),
  given: (ago: number) =>
    erasing(ago, {
      outcome: 'given',
      grounds: [],
      reasoning: 'İstəyi şəxs özü göndərib, surət verilir.',
      translated: 'It was the person who asked, and so the copy is given.',
    }),
  refused: (ago: number) =>
    erasing(ago, {
      outcome: 'not-given',
      grounds: ['A1'],
      reasoning: 'Ünvan bu günlərdə dəyişib və müraciət edənin kim olduğu təsdiqlənməyib.',
      translated: 'The address was changed only now, and nothing shows who asks.',
    }),
} as const
export const restriction = {
  asked: (ago: number) => asked(ago, 'data-restriction', ...DOUBT),
  proposed: proposedOf('restriction', {
    outcome: 'restricted',
    grounds: [],
    reasoning: 'İki məktəbin adı oxşardır və hansının diplomu verdiyi aydın deyil.',
    translated:
      'Two schools have names that are alike, and it is not clear which gave the diploma.',
  }),
  refused: proposedOf('refusal', {
    outcome: 'not-restricted',
    grounds: ['Q1'],
    reasoning: 'Məktəbin adı və ünvanı müraciətdəki ilə eynidir.',
    translated: 'The name and the address of the school are those in the application.',
  }),
  lifting: proposedOf('lifting', {
    outcome: 'lifted',
    grounds: ['Q3'],
    reasoning: 'Məktəb diplomu verdiyini yazılı təsdiqləyib.',
    translated: 'The school has confirmed in writing that it gave the diploma.',
  }),
} as const

const COURT: Proposing = {
  outcome: 'held',
  grounds: ['S1'],
  reasoning: 'Məhkəmə sorğusunda bu şəxsin işi göstərilib.',
  translated: 'A request of a court names the case of this person.',
}
export const legalHold = {
  proposed: (ago: number): Act =>
    act(ago, 'data-protection', {
      act: 'open',
      type: 'legal-hold',
      step: 'propose-hold',
      ...COURT,
    }),
  release: proposedOf('release', {
    outcome: 'released',
    grounds: [],
    reasoning: 'Məhkəmə işi bitib.',
    translated: 'The case in court has ended.',
  }),
} as const

const INTERIM = 'interim-protection'
const interimOf =
  (step: string, said: Proposing) =>
  (ago: number): Act => ({
    ...act(ago, 'council-secretary', { act: 'propose', step: `propose-${step}`, ...said }),
    of: INTERIM,
  })
export const interim = {
  asked: (ago: number) => asked(ago, INTERIM, 'I lose my work and the school of my child at once.'),
  proposed: interimOf('protection', {
    outcome: 'protected',
    grounds: [],
    reasoning: 'Qərar icra olunsa, nəticəsini geri qaytarmaq mümkün olmayacaq.',
    translated: 'What follows from the decision could not be undone.',
  }),
  refused: interimOf('refusal', {
    outcome: 'not-protected',
    grounds: ['K7'],
    reasoning: 'Gözləməyin vacibliyi göstərilməyib.',
    translated: 'It was not shown that it has to wait.',
  }),
  lifting: interimOf('lifting', {
    outcome: 'carried-out',
    grounds: ['K8'],
    reasoning: 'Şura şikayət üzrə qərar verib.',
    translated: 'The Council has decided on the complaint.',
  }),
  over: interimOf('lifting', {
    outcome: 'no-longer-needed',
    grounds: [],
    reasoning: 'Şura qərarı ləğv edib.',
    translated: 'The Council has set the decision aside.',
  }),
  signed:
    (what: string) =>
    (ago: number): readonly Act[] => [
      { ...act(ago, 'head', { act: 'decide', step: `sign-${what}` }), of: INTERIM },
      { ...opened(ago - 1), of: INTERIM },
    ],
} as const

export const NOT_ASKED = 'Məktəbin köhnə reyestrinə sorğu göndərilməyib.'
export const AGAIN: Proposing = {
  outcome: 'set-aside',
  grounds: ['K3'],
  reasoning: `${NOT_ASKED} Buna görə işin halları tam araşdırılmayıb və qərar ləğv edilir.`,
  translated:
    'Nobody asked the older register of the school. So the facts were not fully looked at, and ' +
    'the decision is set aside.',
}
export const LAWFUL = 'Məktəb hər iki reyestri yoxlayıb və diplomun verilmədiyini təsdiqləyib.'
