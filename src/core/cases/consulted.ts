import type { Role } from '#core/cases/roles.ts'
import { isIsoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { BodyCode } from '#core/policy/procedure.ts'
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
  /** The body whose opinion is asked there. */
  readonly body?: BodyCode
  readonly obligatory?: true
  /** Of a case that another system examines: what is said to that (`away.ts`). */
  readonly does?: Forwards
}

/** It is sent, asked about, or not examined there any more. */
export type Forwards = 'send' | 'ask' | 'withdraw' | 'recall'

/** What registers are asked, and no system that examines the case itself. */
export const ofRegisters = (consulted: readonly Consulted[]): readonly Consulted[] =>
  consulted.filter(({ does }) => does === undefined)

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

/** Meanings by which a register says until when what it knows is good. */
const LAST_DAYS = ['stay-ends', 'certificate-ends'] as const satisfies readonly Meaning[]

/** Until when what it says is good, as it says itself; of several things, the last of the days. */
export const lastDayOf = ({ says }: Pick<Found, 'says'>): IsoDate | undefined =>
  says
    .flatMap((each) => LAST_DAYS.flatMap((meaning) => each[meaning] ?? []))
    .filter(isIsoDate)
    .toSorted()
    .at(-1)

/** Which system answered by which message, when, and what the bytes of that hash to. */
export type Provenance = {
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
  /** Each time that an official had it asked, the first one first. */
  readonly wanted?: readonly Wanted[]
  /** What it said before, of what was sent in then, the first first. */
  readonly earlier?: readonly Found[]
}

/** That an official had a register asked, beyond what the type asks by itself, and what for. */
export type Wanted = {
  readonly by: string
  readonly role: Role
  readonly at: IsoMoment
  readonly on: IsoDate
  readonly purpose: string
  readonly answered?: IsoDate
}

/** Asked on that day. */
export const registersAsked = (
  consulted: readonly Consulted[],
  askedOn: IsoDate,
): readonly Register[] => consulted.map((each) => ({ ...each, askedOn }))

/**
 * What was asked before is asked anew, since what was sent in may have changed; what was said of
 * somebody by one document does not go away with another. What officials wanted stays, and what
 * they still wait for is answered by that, or asked anew with it.
 */
export function registersAskedAnew(
  registers: readonly Register[],
  consulted: readonly Consulted[],
  askedOn: IsoDate,
): readonly Register[] {
  const anew = askedAnew(registers, consulted, askedOn)
  const stay = registers
    .filter(({ body, wanted, answered }) =>
      wanted === undefined ? body !== undefined : isWaited(wanted) || answered !== undefined,
    )
    .filter((before) => !anew.some((each) => isSame(each, before)))
    .map(({ obligatory: _obligatory, ...before }) => before)
  return [...anew, ...stay]
}

/** With what an official wants of one; what it has answered stands until it answers again. */
export function registersWanted(
  registers: readonly Register[],
  { consults, purpose }: { readonly consults: readonly Consulted[]; readonly purpose: string },
  taken: Pick<Wanted, 'by' | 'role' | 'at' | 'on'>,
): readonly Register[] {
  const more = consults.filter((each) => !registers.some((before) => isSame(before, each)))
  return [...registers, ...registersAsked(more, taken.on)].map((each) =>
    consults.some((one) => isSame(one, each))
      ? { ...each, wanted: [...(each.wanted ?? []), { ...taken, purpose }] }
      : each,
  )
}

const isSame = (one: Consulted, other: Consulted): boolean =>
  one.service === other.service && one.subject === other.subject && one.body === other.body

/** What bodies are asked at their systems takes the place of what they were asked before. */
export const opinionsAsked = (
  registers: readonly Register[],
  consulted: readonly Consulted[],
  on: IsoDate,
): readonly Register[] => [
  ...registers.filter((before) => !consulted.some((each) => isSame(each, before))),
  ...askedAnew(registers, consulted, on),
]

/** With what it said before, and what officials wanted of it. */
const askedAnew = (
  registers: readonly Register[],
  consulted: readonly Consulted[],
  on: IsoDate,
): readonly Register[] =>
  registersAsked(consulted, on).map((each) => {
    const before = registers.find((one) => isSame(one, each))
    const wanted = before?.wanted
    return { ...each, ...earlierOf(before), ...(wanted === undefined ? {} : { wanted }) }
  })

/** Whether an official waits for it. */
const isWaited = (wanted: Register['wanted']): boolean =>
  wanted !== undefined && wanted.at(-1)?.answered === undefined

/** How often officials had registers asked in a case. */
export const timesWanted = ({ registers }: Asking): number =>
  registers.reduce((times, { wanted = [] }) => times + wanted.length, 0)

/** With what was found of whom. */
export const registersFound = (
  registers: readonly Register[],
  { service, body, found, tells = [] }: Confirmed,
  on: IsoDate,
): readonly Register[] =>
  registers.map((each) => {
    const own = found.find(({ subject }) => subject === each.subject)
    const isOf =
      each.service === service &&
      each.body === body &&
      (own !== undefined || tells.includes(each.subject))
    if (!isOf) return each
    return { ...answeredOn(each, on), ...(own ? { ...earlierOf(each), found: own } : {}) }
  })

/** With what it has said last, where it says something again. */
function earlierOf({ earlier = [], found }: Partial<Register> = {}): Pick<Register, 'earlier'> {
  const all = found ? [...earlier, found] : earlier
  return all.length === 0 ? {} : { earlier: all }
}

/** Whoever had it asked has that answer too. */
const answeredOn = ({ wanted, ...register }: Register, on: IsoDate): Register => ({
  ...register,
  answered: on,
  ...(wanted && { wanted: wanted.map((each) => ({ answered: on, ...each })) }),
})

type Confirmed = {
  readonly service: string
  readonly body?: BodyCode
  readonly found: readonly Found[]
  /** Of whom it tells, whoever may read what. */
  readonly tells?: readonly string[]
}

type Asking = { readonly registers: readonly Register[] }

/** Whether it still has to answer, for the type or for an official. */
export const isAwaited = ({ answered, wanted }: Register): boolean =>
  answered === undefined || isWaited(wanted)

/** Which of them have not answered yet. */
export const registersAwaited = ({ registers }: Asking): readonly Register[] =>
  registers.filter(isAwaited)

/** Those without which nothing can be given: what an official wants besides holds nothing up. */
export const obligatoryAwaited = ({ registers }: Asking): readonly Register[] =>
  registers.filter(({ answered, obligatory }) => obligatory === true && answered === undefined)
