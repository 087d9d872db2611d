import { addDays } from '#core/dated.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { act, assessed, decided, noObjection, opened } from '#main/demonstration/lives.ts'
import { APPLICANT, SPOUSE, type Act, type Answered, type Deed } from '#main/demonstration/story.ts'

/** Stretches of the life of whoever was recognised, and asks to stay or to live here. */
export const STAY = 'stay-extension'
export const RESIDENCE = 'temporary-residence'
export const VISA = 'visa-reference'
const REGISTRATION = 'stay-registration'
export const PERMANENT = 'permanent-residence'
export const WORK = 'work-permit'
export const DETAILS = 'change-of-details'
export const REPLACEMENT = 'status-replacement'
const FAMILY = 'family-list'

type Wish = Omit<Extract<Deed, { readonly act: 'ask-for-permit' }>, 'act'>

export const asksFor = (ago: number, wish: Wish, by: string = APPLICANT): Act =>
  act(ago, by, { act: 'ask-for-permit', ...wish })

/** Who belongs to them, as they and each adult write it down. */
export const listsFamily = (ago: number): Act =>
  asksFor(ago, { type: FAMILY, told: [], term: '', draft: true })

export const recognised = (ago: number): readonly Act[] => [
  ...assessed(ago),
  ...decided(ago - 16, {
    reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur.',
  }),
  opened(ago - 17),
]

/** Complete, nobody has anything against it, and the register has the right to stay. */
export const examined = (ago: number): readonly Act[] => [
  act(ago, 'officer2', { act: 'accept' }),
  noObjection(ago - 2, 0),
  noObjection(ago - 3, 'rest'),
  act(ago - 3, 'officer2', { act: 'record-registers', option: 'has-it' }),
]

type Proposing = Pick<Answered, 'reasoning' | 'translated'> & {
  readonly outcome: 'extended' | 'granted' | 'refused' | 'given' | 'registered' | 'replaced'
  readonly grounds?: readonly string[]
  readonly others?: readonly (Answered | undefined)[]
}

export const proposed = (ago: number, { grounds = [], ...said }: Proposing): Act =>
  act(ago, 'officer2', { act: 'draft-decision', grounds, ...said })

export const signed = (ago: number): Act => act(ago, 'signer', { act: 'sign' })

export const openedBySpouse = (ago: number): Act => act(ago, SPOUSE, { act: 'tell' })

export const paid = (ago: number): Act =>
  act(ago, 'officer2', { act: 'record-duty', option: 'paid' })

/** Where they live is registered, of all who live there, at once. */
export const registered = (ago: number, address: string): readonly Act[] => [
  asksFor(ago, {
    type: REGISTRATION,
    told: [address],
    said: (on) => ({ since: addDays(on, -3) }),
  }),
  proposed(ago, { outcome: 'registered', reasoning: 'Ünvan və sənədlər uyğundur.' }),
  signed(ago),
]

/** She comes the next day; her husband does not, and has chosen another time. */
export const comesForPrints = (ago: number): readonly Act[] => {
  const choosing = { act: 'choose-time', for: 'record-fingerprints' } as const
  return [
    act(ago, APPLICANT, { ...choosing, time: 'first' }),
    act(ago, SPOUSE, { ...choosing, time: 'first' }),
    act(ago - 1, 'officer2', { act: 'note-visit', whose: APPLICANT, state: 'came' }),
    act(ago - 1, 'officer2', { act: 'note-visit', whose: SPOUSE, state: 'missed' }),
    act(ago - 2, SPOUSE, { ...choosing, time: 'last' }),
  ]
}

export const withdrawn = (ago: number): Act => act(ago, APPLICANT, { act: 'withdraw' })

/** Sent back for a passport that cannot be read. */
export const returned = (ago: number): Act =>
  act(ago, 'officer2', {
    act: 'return',
    explanation: 'Bir sənədi yenidən göndərməyinizi xahiş edirik, sonra davam edirik.',
    marks: [{ document: 'travel-document', note: 'Aşağıdakı iki sətir oxunmur.' }],
  })

/** Nothing came back, and time has noted it. */
export const unanswered = (ago: number): Act => act(ago, SYSTEM, { act: 'propose-closing' })

export const closed = (ago: number): Act => act(ago, 'officer2', { act: 'close-unexamined' })
