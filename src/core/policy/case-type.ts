import type { OfficeWords, Words } from '#core/language.ts'
import type { Life, OutcomeCode, StatesMoved, StepCode } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { Meaning, Paper } from '#core/policy/meanings.ts'

/**
 * What can be applied for, as data: the questions block by block, the documents asked for, the
 * life of a case, and the letters it sends. Recognition is the first; no code knows it by name.
 */
export type CaseType = Grounded<{
  readonly code: string
  readonly version: number
  readonly title: Words
  /** Before the year and the running number: HQM-2026-000123. */
  readonly numberPrefix: string
  /** The families of what its cases are dealt with by, and scored by where they are. */
  readonly procedure: string
  readonly scoring?: string
  /** What is paid for what it gives, by the tariff of its procedure. */
  readonly tariff?: string
  readonly fileBytesMax: number
  /** Of a PDF; without it, as many as can be read. */
  readonly pagesMax?: number
  readonly caseBytesMax: number
  readonly filesMax: number
}> & {
  /** What the pages for everybody tell about, and the estimate is of: one of all types. */
  readonly programme?: true
  readonly blocks: readonly Block[]
  readonly applicants: readonly ApplicantRule[]
  readonly checklist: readonly DocumentRule[]
  readonly letters: readonly LetterRule[]
  /** For cases, too, that were filed under earlier versions, once two people have adopted it. */
  readonly for?: { readonly running: Running }
} & Life

/** The versions whose cases go on by this one, and what it calls the states they are in. */
export type Running = { readonly versions: readonly number[]; readonly states: StatesMoved }

/** Questions that belong together on one page, asked once or for each item of a list. */
export type Block = Grounded<{
  readonly code: string
  readonly title: Words
  /** What officials read where the title speaks to the applicant. */
  readonly officeTitle?: OfficeWords
  readonly intro?: Words
  /** Subjects in these roles are asked; all where nothing is said. */
  readonly of?: readonly Role[]
  /** A block that repeats holds a list of items; one that does not holds exactly one. */
  readonly repeats: boolean
  readonly itemsMin: number
  readonly itemsMax: number
  /** The question that no two items may answer alike. */
  readonly differIn?: string
  /** What one item is called: "Add another …". */
  readonly itemName?: Words
}> & { readonly fields: readonly FormField[] }

/** What a question can ask for; each kind has one canonical form of its answer. */
export const FIELD_KINDS = [
  'text',
  'long-text',
  'name',
  'machine-name',
  'document-number',
  'date',
  'partial-date',
  'month',
  'country',
  'countries',
  'issuer',
  'language',
  'cefr',
  'education',
  'occupation',
  'field',
  'choice',
  'yes-no',
  'email',
  'phone',
  'link',
  'whole-number',
  'declaration',
  'consent',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** True for a kind that is answered in the boxes of a date. */
export const isDated = (kind: FieldKind): boolean =>
  kind === 'date' || kind === 'partial-date' || kind === 'month'

/** True for a kind that somebody declares or consents to, of that case alone. */
export const isDeclared = (kind: FieldKind): boolean => kind === 'declaration' || kind === 'consent'

/** One of the answers that can be chosen. */
export type Option = {
  readonly code: string
  readonly label: Words
  /** In which roles somebody is offered it; in all where that is not said. */
  readonly of?: readonly Role[]
  /** Only whoever holds something of one of these kinds here is offered it, or nothing of any. */
  readonly holding?: readonly string[]
  readonly holdingNone?: readonly string[]
  /** Only whoever is so old, or younger than that. */
  readonly ageFrom?: number
  readonly ageBelow?: number
}

/** One question, with what may be answered and who may read it. */
export type FormField = Grounded<{
  readonly code: string
  readonly label: Words
  /** What a sentence about the answer calls it, where the label asks: "Date of the diploma". */
  readonly name?: Words
  /** What officials read where both speak to the applicant. */
  readonly officeLabel?: OfficeWords
  readonly hint?: Words
  readonly kind: FieldKind
  /** What the house reads the answer as. */
  readonly means?: Meaning
  readonly required: boolean
  /** Another case of the same type is not begun with the answer: what it rests on changes. */
  readonly anew?: true
  /** Not asked of whoever holds one of these kinds here: its number, or its last day. */
  readonly known?: { readonly kinds: readonly string[]; readonly as: 'number' | 'last-day' }
  /** What to do where there is no answer: "Enter your surname, as in your passport." */
  readonly missing?: Words
  readonly shownWhen?: Condition
  /** Sealed, or readable for figures and simulation. */
  readonly privacy: 'sealed' | 'readable'
  /** Characters for text, the largest value for numbers. */
  readonly max?: number
  /** A smaller largest value, where another answer of the same item is one of these. */
  readonly maxWhen?: Omit<Condition, 'block'> & { readonly max: number }
  /** The characters of a number that always has as many. */
  readonly length?: number
  readonly options?: readonly Option[]
  readonly when?: 'past' | 'future'
  /** The dates before which this one may not be. */
  readonly notBefore?: readonly Place[]
  /** What can be ticked instead of a date: that there is none. */
  readonly without?: Words
  /** The name that this one gives in the letters of the passport's machine-readable zone. */
  readonly machineNameOf?: string
  /** The token of HTML's autocomplete attribute. */
  readonly autocomplete?: string
}>

/** A question; without a block, one of the same item. */
type Place = { readonly block?: string; readonly field: string }

/** Who may apply, as far as an answer tells: the rule stops them, or only tells them something. */
export type ApplicantRule = Grounded<{
  readonly code: string
  /**
   * The answer is among these, or the date makes them younger than so many years, or fewer than so
   * many months are left until it.
   */
  readonly when: { readonly block: string; readonly field: string } & (
    | { readonly is: readonly string[] }
    | { readonly youngerThan: number }
    | { readonly monthsLeftLessThan: number }
  )
  readonly stops: boolean
  /** Of subjects in these roles; of all where nothing is said. */
  readonly of?: readonly Role[]
  readonly words: Words
}>

/** Another answer has one of these values. Without a block, a field of the same item is meant. */
export type Condition = {
  readonly block?: string
  readonly field: string
  readonly is: readonly string[]
}

/** What kinds of file are taken. */
export const MEDIA = ['pdf', 'jpeg', 'png'] as const
export type Media = (typeof MEDIA)[number]

/** One kind of document, from whom it is asked, and in what form. */
export type DocumentRule = Grounded<{
  readonly code: string
  /** What the house takes it for. */
  readonly means?: Paper
  readonly title: Words
  readonly officeTitle?: OfficeWords
  readonly hint?: Words
  /** Subjects in these roles are asked; all where nothing is said. */
  readonly of?: readonly Role[]
  /**
   * The person, where nothing is said, or whoever is asked for their side, with it; what a register
   * has or the house holds is not asked.
   */
  readonly brings?: 'person' | 'reply' | 'register' | 'held'
  readonly required: boolean
  readonly requiredWhen?: Condition
  /** Asked for only when this block has an item. */
  readonly whenAny?: string
  /** Not asked for where this service, asked ahead, says the same of each item of that block. */
  readonly confirmedBy?: string
  readonly accepts: readonly Media[]
  readonly filesMax: number
}>

/** What a letter goes out on where no step was: a calendar has moved the day of an answer. */
export const DAY_MOVED = 'day-moved'

/** And that what is kept of somebody in an ended case will go. */
export const KEEP_ENDS = 'keep-ends'

/** And that somebody who was acted for has taken over. */
export const TAKEN_OVER = 'taken-over'

/** And that who acts for somebody is another, by the birth date on which a decision rests. */
export const ACTS_UNTIL = 'acts-until'

/**
 * And that somebody chose when they come, or another of the case for all of them, or gave that
 * back; that an official has set it for them,
 * or taken it away; that nobody is there then; that it is soon; that they need not come, since it
 * is recorded.
 */
const VISIT_LETTERS = [
  'visit-chosen',
  'visit-together',
  'visit-cancelled',
  'visit-set',
  'visit-cleared',
  'visit-called-off',
  'visit-soon',
  'visit-needless',
] as const
/** One of them. */
export type VisitLetter = (typeof VISIT_LETTERS)[number]

/** Whether a letter goes out on something of a visit, and on no step. */
export const isVisitLetter = (on: string): on is VisitLetter =>
  VISIT_LETTERS.some((each) => each === on)

/**
 * What is to be paid for what was given, that it was, that more was than is owed, and what was paid
 * back: each to whoever pays, with the sum.
 */
export const MONEY_LETTERS = ['duty-owed', 'duty-paid', 'paid-too-much', 'paid-back'] as const
export type MoneyLetter = (typeof MONEY_LETTERS)[number]

/** Which letter goes out when something has happened, in the reader's language. */
type LetterRule = Grounded<{
  readonly code: string
  /** The step after which it goes, or one of these; the outcome where it goes with one alone. */
  readonly on: StepCode
  readonly when?: { readonly outcome: OutcomeCode }
  /** Where somebody leaves by that step: it goes to them, and else to those who are left. */
  readonly to?: 'leaver'
  /**
   * With {number}, {dueOn} and {link}; {amount} where it tells of money, and {payBy} where that is
   * still to be paid.
   */
  readonly subject: Words
  readonly body: Words
}>
