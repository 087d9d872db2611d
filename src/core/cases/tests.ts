import type { Role } from '#core/cases/roles.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/**
 * What a type, an outcome or a ground can ask to hold: named tests with typed parameters, and no
 * language of expressions. A new one is a change of this list, with a decision record.
 */
export type Test =
  /** Of the answers as they were sent in last; by what a question means, whatever it is called. */
  | { readonly test: 'age-at-least'; readonly years: number }
  | { readonly test: 'younger-than'; readonly years: number }
  | { readonly test: 'answers'; readonly meaning: Meaning; readonly is: readonly string[] }
  /** Of what others answered. */
  | { readonly test: 'scored' }
  | { readonly test: 'points-reach-pass-mark' }
  | { readonly test: 'nobody-objects' }
  /** Every register that has to be asked has answered, or another way was found to know. */
  | { readonly test: 'registers-answered' }
  /** Whoever was asked for their side has given it, or let the time pass. */
  | { readonly test: 'heard' }
  | { readonly test: 'recorded'; readonly step: string; readonly option: string }
  /** As many voted as the procedure asks for, and more than half of them for that. */
  | { readonly test: 'voted'; readonly for: string }
  /** Of the status that the case is about. */
  | { readonly test: 'status-in-force' }
  | { readonly test: 'status-not-expired' }
  /** Of what is proposed: it is that for everybody, or no ground asks that they be heard first. */
  | { readonly test: 'proposed'; readonly outcome: string }
  | { readonly test: 'no-hearing-asked' }
  /** Of the decision that the case is about; whether it gave nothing is asked before it begins. */
  | { readonly test: 'decision-in-force' }
  | { readonly test: 'decision-gone' }
  | { readonly test: 'decision-took-status' }
  | { readonly test: 'decision-unfavourable' }
  /**
   * Of the case that it is about: nothing stands decided there; and, asked before it begins, the
   * last day for that has passed. While a clock stands still, it has not.
   */
  | { readonly test: 'nothing-decided' }
  | { readonly test: 'overdue' }
  /** Of what is proposed: it gives nobody anything. */
  | { readonly test: 'nothing-given' }
  /** Of whoever it is proposed for; a procedure asks for roles that not every type has. */
  | { readonly test: 'in-role'; readonly role: Role }
  /** Of whoever the case is about: nothing of theirs is open, held by them or held back. */
  | { readonly test: 'nothing-against-erasing' }
  /** Of the same: the case that they say it concerns is one of theirs; or they name none. */
  | { readonly test: 'concerns-own-case' }
  /** Of whoever the case would be about. */
  | { readonly test: 'same-type-open' }
  /** Of whoever it would be about, or about the same thing: a case of that type. */
  | { readonly test: 'type-open'; readonly type: string }
  /** Of them as well; or of whoever has that role in a case. */
  | { readonly test: 'holds'; readonly status: string; readonly role?: Role }
  /** One of these, whichever. */
  | { readonly test: 'holds-any'; readonly of: readonly Holding[] }
  /** They hold one of these kinds, and have for so many years without a day between. */
  | { readonly test: 'held-for'; readonly statuses: readonly string[]; readonly years: number }

/** With what is asked of whoever is invited: all of these hold, and none of those. */
export type Asking<Said extends object> = Grounded<
  Said & { readonly when?: readonly Test[]; readonly unless?: readonly Test[] }
>

/** That a status of a kind is held by whoever it would be about, or has that role in a case. */
export type Holding = { readonly status: string; readonly role?: Role }

/** The names of all of them. */
export const TESTS = [
  'age-at-least',
  'younger-than',
  'answers',
  'scored',
  'points-reach-pass-mark',
  'nobody-objects',
  'registers-answered',
  'heard',
  'recorded',
  'voted',
  'status-in-force',
  'status-not-expired',
  'proposed',
  'no-hearing-asked',
  'decision-in-force',
  'decision-gone',
  'decision-took-status',
  'decision-unfavourable',
  'nothing-decided',
  'overdue',
  'nothing-given',
  'in-role',
  'nothing-against-erasing',
  'concerns-own-case',
  'same-type-open',
  'type-open',
  'holds',
  'holds-any',
  'held-for',
] as const satisfies readonly Test['test'][]
