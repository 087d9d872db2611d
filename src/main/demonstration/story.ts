import type { Value } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Meaning, Paper } from '#core/policy/meanings.ts'

/**
 * An invented applicant and what becomes of the application. Days are told as so many working days
 * before the present one, so that the lists of a demonstration look alive whenever it is begun.
 */
export type Story = {
  readonly email: string
  readonly language: Language
  readonly person: Person
  readonly work: Work
  /** How far above the pass mark, or below it, all the points together come. */
  readonly reaches?: number
  readonly life: readonly Act[]
  /** With whom they live, and ask for permits. */
  readonly relatives?: readonly Relative[]
  /** The last letter is left to the mail server, so that there is one to look at. */
  readonly mailed?: boolean
}

/** Who they are, as their passport says it. */
export type Person = {
  readonly surname: string
  readonly givenNames?: string
  /** As at the foot of the passport, where the script has no table. */
  readonly machine?: readonly [surname: string, givenNames: string]
  readonly sex: 'female' | 'male' | 'x'
  readonly born: string
  readonly birthPlace: string
  /** Birth country and citizenship, unless `citizenships` says otherwise. */
  readonly country: string
  readonly citizenships?: readonly string[]
  readonly home: readonly [country: string, town: string, address: string, phone: string]
  /** With how many days before it is written it was given, where it is a new one. */
  readonly passport: readonly [number: string, authority: string, daysAgo?: number]
}

/** Somebody of the family: a spouse has an account of their own, and a child is acted for. */
export type Relative = { readonly person: Person } & (
  | { readonly is: 'spouse'; readonly email: string; readonly language: Language }
  | { readonly is: 'child' }
)

/** What they have learnt and done. */
type Work = {
  readonly field: string
  readonly speciality: string
  /** ISCO-08 sub-major group. */
  readonly occupation: string
  readonly education: readonly Degree[]
  readonly experience: readonly Job[]
  readonly achievements?: readonly Achievement[]
  readonly languages: Readonly<Record<string, string>>
}

export type Degree = readonly [
  level: string,
  institution: string,
  country: string,
  subject: string,
  awardedOn: string,
  top?: 'top',
]

export type Job = {
  readonly at: readonly [employer: string, country: string]
  readonly as: readonly [position: string, level: 'specialist' | 'senior' | 'lead' | 'head']
  readonly from: string
  readonly to?: string
  readonly duties: string
}

export type Achievement = readonly [
  kind: 'patent' | 'publication' | 'award' | 'project' | 'membership',
  title: string,
  date: string,
  identifier?: string,
]

/** A day: so many working days before the base, which is today or some years before it. */
export type When = {
  readonly workingDaysAgo?: number
  readonly years?: number
  readonly days?: number
}

/** By whom; and in which case, by its type, where that is not the newest. */
export type Act = When & { readonly by: string; readonly of?: string } & Deed

/** The filling in of a draft: how many blocks and which documents it has so far, where not all. */
export type Filled = {
  readonly blocks?: number
  readonly documents?: readonly Paper[]
}

/** An answer by what it means, of the item with this index. */
export type Place = { readonly means: Meaning; readonly item: number }
export type Marked = { readonly note: string } & (Place | { readonly document: Paper })

/** One of the bodies that are asked, in their order, or all that have not answered yet. */
export type Turn = number | 'rest'

/**
 * What is done, by the code of the step or with it; besides, a decision is opened, and a status
 * ends by its time. What is proposed about a status or somebody, or asked for about a decision or
 * about what is kept, begins a case of its own, in which the story goes on.
 */
export type Deed =
  | ({ readonly act: 'begin' } & Filled)
  | { readonly act: 'submit' }
  | { readonly act: 'withdraw' }
  | { readonly act: 'accept' }
  | {
      readonly act: 'return'
      readonly marks: readonly Marked[]
      readonly explanation: string
    }
  | {
      readonly act: 'resubmit'
      readonly mended: readonly (Place & { readonly value: string })[]
      readonly replaced: readonly Paper[]
    }
  | { readonly act: 'propose-closing' }
  | { readonly act: 'close-unexamined' }
  /** A body gives the points of all its criteria. */
  | { readonly act: 'score'; readonly turn: Turn }
  | {
      readonly act: 'give-opinion'
      readonly turn: Turn
      readonly objects: boolean
      readonly reason: string
    }
  | { readonly act: 'note-silence' }
  | { readonly act: 'extend'; readonly reason: string }
  | {
      readonly act: 'draft-decision'
      readonly outcome: string
      readonly grounds: readonly string[]
      readonly reasoning: string
      /** The same in the applicant's language, with all that experts wrote; else nothing is. */
      readonly translated?: string
      /** What is proposed otherwise of some of several, in the order in which they are in it. */
      readonly others?: readonly (Answered | undefined)[]
    }
  | { readonly act: 'send-back'; readonly reason: string }
  | { readonly act: 'sign' }
  | { readonly act: 'tell' }
  | { readonly act: 'propose-annulment'; readonly ground: string; readonly reason: string }
  | { readonly act: 'reply'; readonly text: string }
  | { readonly act: 'drop-annulment'; readonly reason: string }
  | { readonly act: 'annul' }
  | { readonly act: 'report-death'; readonly evidence: string }
  | { readonly act: 'dismiss-death-report'; readonly reason: string }
  | { readonly act: 'confirm-death' }
  | { readonly act: 'expire' }
  /** What is written to the office, or back; and whose the case is to be. */
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'answer-message'; readonly text: string }
  | { readonly act: 'note'; readonly note: string }
  | { readonly act: 'assign-officer'; readonly to: string }
  /** A case about what was decided last, or about what is kept of them, with what is told in it. */
  | { readonly act: 'ask'; readonly type: string; readonly told: readonly string[] }
  /** One that an official begins about the person, with what they propose in it. */
  | ({ readonly act: 'open'; readonly type: string; readonly step: string } & Answered)
  | PermitDeed
  | VisitDeed
  | { readonly act: 'put-to-vote' }
  | { readonly act: 'vote'; readonly vote: string; readonly reason: string }
  | ({ readonly act: 'propose'; readonly step: string } & Answered)
  | { readonly act: 'decide'; readonly step: string }
  /** What was decided elsewhere is carried out. */
  | { readonly act: 'carry-out' }

/**
 * A case of that type for a status that they hold, or about one of that kind: with all of the
 * family who come into such a case, unless a spouse asks alone, with what is told in its texts and
 * said to its questions, and as long as they ask for. It is filled in and sent in by each, or left
 * as a draft.
 */
type PermitDeed =
  | {
      readonly act: 'ask-for-permit'
      readonly type: string
      /** Without those of the family who could come into it. */
      readonly alone?: true
      /** As what it is begun, where that is not the first who can. */
      readonly as?: string
      readonly about?: string
      /** By another one than before. */
      readonly passport?: Person['passport']
      readonly told: readonly string[]
      /** By the codes of questions, as it is on the day on which they ask. */
      readonly said?: (on: IsoDate) => Readonly<Record<string, Value>>
      readonly saidOfOthers?: (on: IsoDate) => Readonly<Record<string, Value>>
      readonly term?: string
      readonly termOfOthers?: string
      readonly draft?: true
    }
  /** What an official saw: that it was paid, taken or handed over, as the type calls it. */
  | {
      readonly act: 'record-registers' | 'record-duty' | 'record-fingerprints' | 'record-card'
      readonly option: string
    }

/**
 * When they come in person, themselves and those for whom they act: the first time or the last of
 * the first day that is free. Whether somebody came is noted by an official.
 */
export type VisitDeed =
  | { readonly act: 'choose-time'; readonly for: string; readonly time: 'first' | 'last' }
  | {
      readonly act: 'note-visit'
      readonly whose: typeof APPLICANT | typeof SPOUSE
      readonly state: 'came' | 'missed'
    }

export type Answered = {
  readonly outcome: string
  readonly grounds: readonly string[]
  readonly reasoning: string
  /** The same in the person's language, where it is another one. */
  readonly translated?: string
}

/** Whoever acts is one of them, the system, or an official by their mailbox at kecid.example. */
export const APPLICANT = 'applicant'
export const SPOUSE = 'spouse'

/** What each of several bodies may do, when it is its turn. */
export type BodyDeed = Extract<Deed, { readonly turn: Turn }>
