import { isPartialDate } from '#core/facts/partial-date.ts'

/**
 * The same person met twice: what agrees of two entries, and who may do what about their link. Two
 * officials link them, and two undo it, since years and concessions hang on it.
 */

/** What two entries can agree in. */
export type Agreed = 'document' | 'birth-date' | 'names'

/** How it was seen that they are one, beyond what agrees. */
export const LINK_GROUNDS = ['document-shown', 'both-documents-shown', 'register-says'] as const
/** One of these, so that each reads it in their own language. */
export type LinkGround = (typeof LINK_GROUNDS)[number]

/** Whether a form says one of them. */
export const isLinkGround = (text: string): text is LinkGround =>
  LINK_GROUNDS.some((ground) => ground === text)

/** Of these so many agree, or nobody proposes it; provisional. */
const AGREE_MIN = 2

/** Somebody as a case names them; a part that nobody answered is empty. */
export type Entered = {
  readonly surname: string
  readonly givenNames: string
  /** As at the foot of a passport, where that is known. */
  readonly machineName?: string
  readonly birthDate: string
  readonly documentNumber: string
}

/** What is written the same in both; nothing that is empty agrees. */
export function agreeing(one: Entered, other: Entered): readonly Agreed[] {
  const document = plain(one.documentNumber)
  return [
    ...(document !== '' && document === plain(other.documentNumber) ? (['document'] as const) : []),
    ...(isPartialDate(one.birthDate) && one.birthDate === other.birthDate
      ? (['birth-date'] as const)
      : []),
    ...(haveOneName(one, other) ? (['names'] as const) : []),
  ]
}

/** By the foot of the passport where both have one: letters are written there in one way alone. */
function haveOneName(one: Entered, other: Entered): boolean {
  if (one.machineName !== undefined && other.machineName !== undefined) {
    return one.machineName !== '' && one.machineName === other.machineName
  }
  const [here, there] = [one, other].map(({ surname, givenNames }) =>
    JSON.stringify([plain(surname), plain(givenNames)]),
  )
  return here === there && plain(one.surname + one.givenNames) !== ''
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase()

/** Whether two entries can be said to be one person. */
export const agreesEnough = (agrees: readonly Agreed[]): boolean => agrees.length >= AGREE_MIN

/** How a link stands: what is proposed does not count yet, what is to be undone still does. */
export type LinkState = 'waiting' | 'linked' | 'rejected' | 'undoing' | 'undone'

/** How it stands for whoever is told of it; gone where the other entry was erased. */
export type LinkTold = Exclude<LinkState, 'undoing'> | 'gone'

/** What can be done about a link that is there. */
export type LinkAct = 'confirm' | 'refuse' | 'undo' | 'end' | 'keep'

/** Whether a form says one of them. */
export const isLinkAct = (text: string): text is LinkAct =>
  Object.values(ACTS).some((acts) => acts.some((act) => act === text))

const ACTS: Readonly<Record<LinkState, readonly LinkAct[]>> = {
  waiting: ['confirm', 'refuse'],
  linked: ['undo'],
  undoing: ['end', 'keep'],
  rejected: [],
  undone: [],
}

/** These need another than who did what they follow. */
const OF_ANOTHER: readonly LinkAct[] = ['confirm', 'end']

/** What somebody can do about it now; whoever did what waits can only take that back. */
export const linkActs = (
  { state, actedBy }: { readonly state: LinkState; readonly actedBy: string },
  by: string,
): readonly LinkAct[] => ACTS[state].filter((act) => actedBy !== by || !OF_ANOTHER.includes(act))
