import type { Role } from '#core/cases/roles.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/**
 * What registers of the state are asked about those whom a case is about. They are asked beside its
 * way (docs/decisions/0040): a register that says nothing holds nobody up, but for what policy
 * makes obligatory; and no answer of one decides anything by itself.
 */

/** A service that is asked, once a step sends the case in. */
export type RegisterRule = Grounded<{
  /** As policy/systems.yaml calls it. */
  readonly service: string
  readonly on: readonly string[]
  /** Subjects in these roles; all where nothing is said. */
  readonly of?: readonly Role[]
  /** It has to have answered before anything is given: see the test registers-answered. */
  readonly obligatory?: true
  /** Whoever is still writing may have it asked, and reads what it says: docs/decisions/0041. */
  readonly ahead?: true
}>

/** A service, and of whom it is asked. */
export type Consulted = {
  readonly subject: string
  readonly service: string
  readonly obligatory?: true
}

/** What a register says of somebody, and where that is from. */
export type Found = {
  readonly subject: string
  /** In a word of the service: clear, found, none. */
  readonly result: string
  /** By what a question means; each of several things that it knows, such as degrees. */
  readonly says: readonly Said[]
  /** What else it says of that, as it says it. */
  readonly note?: string
  readonly from: Provenance
}

/** What one thing that a register knows says, by what a question means. */
export type Said = Readonly<Partial<Record<Meaning, string>>>

/** Which system answered by which message, when, and what the bytes of that hash to. */
type Provenance = {
  readonly system: string
  readonly at: IsoMoment
  readonly message: string
  readonly sha256: string
}

/** A register as it stands to one subject of a case. */
export type Register = Consulted & {
  readonly askedOn: IsoDate
  readonly answered?: IsoDate
  /** Whoever may not read it does not have it. */
  readonly found?: Found
}

/** Asked on that day; what was asked before is asked anew, since answers may have changed. */
export const registersAsked = (
  consulted: readonly Consulted[],
  askedOn: IsoDate,
): readonly Register[] => consulted.map((each) => ({ ...each, askedOn }))

/** With what was found of whom. */
export const registersFound = (
  registers: readonly Register[],
  { service, found, tells = [] }: Confirmed,
  on: IsoDate,
): readonly Register[] =>
  registers.map((each) => {
    const own = found.find(({ subject }) => subject === each.subject)
    const isOf = each.service === service && (own !== undefined || tells.includes(each.subject))
    return isOf ? { ...each, answered: on, ...(own ? { found: own } : {}) } : each
  })

type Confirmed = {
  readonly service: string
  readonly found: readonly Found[]
  /** Of whom it tells, whoever may read what. */
  readonly tells?: readonly string[]
}

type Asking = { readonly registers: readonly Register[] }

/** Which of them have not answered yet. */
export const registersAwaited = ({ registers }: Asking): readonly Register[] =>
  registers.filter(({ answered }) => answered === undefined)

/** Those without which nothing can be given. */
export const obligatoryAwaited = (standing: Asking): readonly Register[] =>
  registersAwaited(standing).filter(({ obligatory }) => obligatory === true)
