import type { Role } from '#core/cases/roles.ts'
import type { TermUnit } from '#core/deadlines/terms.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import type { TermCode } from '#core/policy/procedure.ts'

/** What a decision causes; what is kept of somebody goes once a term after it is over. */
export type EffectRule =
  | {
      readonly effect: 'issue'
      readonly status: string
      /** To subjects in these roles alone. */
      readonly of?: readonly Role[]
      /** For as long as was asked for, and no longer than its kind holds; else as long as that. */
      readonly for?: WantedTerm
      /** What it rests on: the status of that kind that whoever has this role holds. */
      readonly rests?: {
        readonly role: Role
        readonly status: string
        /** Or the first of these that they hold. */
        readonly or?: readonly string[]
      }
      /** What they hold of these kinds ends by it, as that; what rested on it rests on this. */
      readonly inPlaceOf?: { readonly statuses: readonly string[]; readonly as: string }
    }
  | { readonly effect: 'end'; readonly as: string }
  /** The status that the case is about names its holder by what was sent in, and stays the same. */
  | { readonly effect: 'replace' }
  /** The decision that the case is about does not hold any more; what it took is held again. */
  | { readonly effect: 'set-aside' }
  /** The case of that decision is entered again; binding, what was decided there is not again. */
  | { readonly effect: 'reopen'; readonly binding?: true }
  /** Whoever has to move in the case that it is about is to decide there within that time. */
  | { readonly effect: 'notify'; readonly within: TermCode }
  | { readonly effect: 'erase'; readonly after: TermCode }
  /** As long as the case is open in which it was decided. */
  | { readonly effect: 'hold'; readonly back: HeldBack }
  /** Until the last day of that term they can make a copy of what is kept of them. */
  | { readonly effect: 'disclose'; readonly for: TermCode }
  /** What the decision says is read beside what was written: in the case that is named, or all. */
  | { readonly effect: 'change' }

/** Whether somebody has a paper by it: of what it gives them, or of what they hold already. */
export const givesPaper = ({ effect }: Pick<EffectRule, 'effect'>): boolean =>
  effect === 'issue' || effect === 'replace'

/**
 * What can be held back: that whoever a case is about is erased; besides, that anything is decided
 * against them; or that the decision is carried out that a case is about.
 */
export const HELD_BACK = ['erasing', 'deciding', 'carrying-out'] as const
export type HeldBack = (typeof HELD_BACK)[number]

/**
 * What question asks how long something is wanted, and in which unit that is answered; counted on
 * from the day that another asks for, where that is later than the decision. Without the first,
 * it goes on from there for as long as its kind holds.
 */
export type WantedTerm = AskedTerm | { readonly after: Meaning }

/** The same, where it is asked for how long. */
export type AskedTerm = {
  readonly answer: Meaning
  readonly unit: TermUnit
  readonly after?: Meaning
  /** No longer than this, where they hold nothing of the kind that it goes on from. */
  readonly first?: TermCode
}
