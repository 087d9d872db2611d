import type { Appointment } from '#core/appointments/choosing.ts'
import type { Value } from '#core/answers/answers.ts'
import type { LinkTold } from '#core/cases/one-person.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Act } from '#telling/act/lines.ts'

/**
 * All that is kept of somebody, as they are given it: the file is this, and the page is drawn from
 * it. docs/specs/copy.md says what each name means.
 */
export type Copy = {
  readonly shape: 1
  readonly language: Language
  readonly made_at: IsoMoment
  readonly request: { readonly number: string; readonly until: IsoDate }
  readonly account: {
    readonly email: string | null
    readonly language: Language
    readonly since: IsoMoment
    readonly sessions: readonly { readonly started_at: IsoMoment; readonly seen_at: IsoMoment }[]
  }
  readonly cases: readonly CopiedCase[]
  readonly statuses: readonly CopiedStatus[]
  readonly looks: readonly CopiedLook[]
  readonly registers: readonly CopiedQuestion[]
  readonly answered: readonly CopiedLookup[]
  readonly linked: readonly CopiedLink[]
  readonly left_out: readonly string[]
  readonly not_read: readonly NotRead[]
}

/** A code of policy's, and what it is called in the language of the copy. */
export type Named = { readonly code: string; readonly name: string }

/** That a register was asked about them: what, by which clause, when last and first, how often. */
export type CopiedQuestion = {
  readonly at: IsoMoment
  readonly first_at: IsoMoment
  readonly times: number
  readonly system: Named
  readonly service: Named
  readonly purpose: string | null
  readonly ground: string
  readonly case: string | null
  /** Not where they were named as whom another person is tied to. */
  readonly is_about_you: boolean
}

/** That another system was answered about them, what for and by which clause. */
export type CopiedLookup = {
  readonly at: IsoMoment
  readonly client: Named
  readonly service: Named
  readonly purpose: string
  readonly ground: string
}

/** That another entry was thought to be them as well; of that one nothing is here. */
export type CopiedLink = {
  readonly stands: LinkTold
  readonly proposed_at: IsoMoment
  readonly linked_at: IsoMoment | null
  readonly ended_at: IsoMoment | null
  readonly agrees: readonly Named[]
  readonly seen: Named
}

export type NotRead = { readonly what: string; readonly why: string }

export type CopiedCase = {
  readonly id: string
  readonly number: string | null
  readonly type: Named
  readonly state: Named
  readonly state_since: IsoDate
  readonly sent_on: IsoDate | null
  readonly answer_by: IsoDate | null
  readonly about: string | null
  readonly roles: readonly Named[]
  readonly is_about_you: boolean
  readonly people: readonly {
    readonly role: Named
    readonly is_you: boolean
    readonly has_left: boolean
  }[]
  /** What is to be read beside it, as decisions in other cases say. */
  readonly corrections: readonly {
    readonly on: IsoDate
    readonly number: string
    readonly text: string
  }[]
  readonly answers: readonly CopiedAnswers[]
  readonly ahead: readonly CopiedAhead[]
  readonly documents: readonly CopiedDocument[]
  readonly messages: readonly {
    readonly at: IsoMoment
    readonly from: string
    readonly text: string
  }[]
  readonly letters: readonly CopiedLetter[]
  readonly visits: readonly CopiedVisit[]
  readonly decisions: readonly CopiedDecision[]
  /** What registers said of what was given, the newest first. */
  readonly shown: readonly CopiedShown[]
  readonly invoices: readonly CopiedInvoice[]
  readonly history: readonly Happened[]
}

/** When they chose to come in person, for what and where, and what became of it. */
export type CopiedVisit = {
  readonly at: IsoMoment
  readonly for: Named
  readonly place: Named
  readonly state: Appointment['state']
  /** An official has made it so, for them. */
  readonly by_service: boolean
}

/** A version of what was answered. */
export type CopiedAnswers = {
  readonly as: 'sent' | 'kept'
  readonly on: IsoDate | null
  readonly blocks: readonly CopiedBlock[]
}

export type CopiedBlock = {
  readonly code: string
  readonly title: string
  readonly items: readonly (readonly CopiedAnswer[])[]
}

export type CopiedAnswer = {
  readonly code: string
  readonly question: string
  readonly answer: string
  readonly value: Value
}

/** What a register was told and answered while they wrote. */
export type CopiedAhead = {
  readonly at: IsoMoment
  readonly system: Named
  readonly service: Named
  readonly told: readonly CopiedAnswer[]
  readonly answered_at: IsoMoment | null
  readonly result: Named | null
  readonly note: string | null
  readonly says: readonly (readonly CopiedAnswer[])[]
}

export type CopiedDocument = {
  readonly id: string
  readonly kind: Named
  readonly name: string
  readonly media: string
  readonly bytes: number
  readonly added_at: IsoMoment
  readonly removed_at: IsoMoment | null
  readonly address: string
}

export type CopiedLetter = {
  readonly written_at: IsoMoment
  readonly sent_at: IsoMoment | null
  readonly language: Language
  readonly subject: string
  readonly paragraphs: readonly string[]
}

export type CopiedDecision = {
  readonly decided_on: IsoDate
  readonly outcome: Named
  readonly is_replaced: boolean
  readonly set_aside_on: IsoDate | null
  readonly acts: readonly Act[]
}

export type CopiedShown = {
  readonly at: IsoMoment
  readonly system: Named
  readonly service: Named
  readonly result: Named
  readonly says: readonly CopiedAnswer[]
}

/** What they owe, or what is owed of them, for a decision. */
export type CopiedInvoice = {
  readonly number: string
  readonly tariff: string
  readonly tier: string
  readonly is_about_you: boolean
  readonly you_pay: boolean
  readonly amount: number
  readonly currency: string
  readonly due_on: IsoDate
  readonly state: Named
  /** What is not simply paid of all that was asked of whoever it is about, by the last of them. */
  readonly said: readonly string[]
  readonly payments: readonly CopiedPayment[]
}

type CopiedPayment = {
  readonly is: 'payment' | 'refund'
  readonly on: IsoDate
  readonly transaction: string
  readonly receipt: string
  readonly hundredths: number
  readonly currency: string
}

export type Happened = {
  readonly at: IsoMoment
  readonly step: Named
  readonly by: 'you' | 'time' | 'others'
  readonly said: readonly string[]
}

export type CopiedStatus = {
  readonly number: string
  readonly kind: Named
  readonly from: IsoDate
  readonly until: IsoDate
  readonly stands: string
  readonly case: string | null
  readonly named_in: string | null
}

export type CopiedLook = {
  readonly on: IsoDate
  readonly at: IsoMoment | null
  readonly role: string
  readonly body: string | null
  readonly page: string
  /** The number of the case in which it was. */
  readonly case: string | null
}
