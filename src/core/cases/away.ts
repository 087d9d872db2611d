import type { Place } from '#core/cases/marked.ts'
import type { Consulted, Forwards, Provenance, Wanted } from '#core/cases/consulted.ts'
import { endsCase, type StepRule } from '#core/cases/life.ts'
import { SYSTEM, type Role } from '#core/cases/roles.ts'
import type { IsoDate } from '#core/dated.ts'

/**
 * Of a case that another system examines: what was sent there of whom, and what it said. People
 * over there decide, so nothing is proposed or decided here meanwhile (docs/decisions/0050).
 */

/** What it can say: that it has it, what it wants of the person, or how it ended there. */
export const REPORTED = ['arrived', 'mend', 'come', 'grants', 'refuses', 'drops'] as const
export type Reported = (typeof REPORTED)[number]

/** What the system says of one of those whom the case is about. */
export type Report = {
  readonly subject: string
  readonly as: Reported
  /** Its place among all that it says of them in the case: what comes late or twice is known. */
  readonly n: number
  /** Under which the system has it. */
  readonly number?: string
  /** The day on which it was decided, or on which they are to come. */
  readonly on?: IsoDate
  /** Grounds, or what it asks for, in its own words. */
  readonly note?: string
  /** What was given, and until when. */
  readonly gives?: { readonly number: string; readonly until?: IsoDate }
  /** Where and by when it can be complained of, in its own words. */
  readonly complaint?: string
  readonly marks?: readonly Place[]
  readonly from: Provenance
}

/** How far one of them has come over there. */
export type Away = {
  readonly subject: string
  readonly service: string
  readonly since: IsoDate
  /** The day on which it was last sent. */
  readonly sentOn: IsoDate
  /** The day on which an official last had it asked anew. */
  readonly askedOn?: IsoDate
  /** Each time that one did, or sent all of it once more: who, when and why. */
  readonly wanted?: readonly WantedThere[]
  /** The place of what it said last. */
  readonly n: number
  readonly number?: string
  /** What it said, in its order, to whoever may read it. */
  readonly reports: readonly (Report & { readonly cameOn: IsoDate })[]
  /** It was decided there, on the day on which we heard of it. */
  readonly settledOn?: IsoDate
  /** The office took it back on that day: what it says since changes nothing. */
  readonly recalledOn?: IsoDate
}

type WantedThere = Omit<Wanted, 'answered'> & { readonly does: Forwards }

type Forwarded = { readonly away: readonly Away[] }

/** Whether the system still has to decide of this one. */
export const isOut = ({ settledOn, recalledOn }: Away): boolean =>
  settledOn === undefined && recalledOn === undefined

/** Whether it was granted there. */
export const isGrantedThere = ({ settledOn, reports }: Away): boolean =>
  settledOn !== undefined && reports.some(({ as }) => as === 'grants')

/** Those of whom it still has to. */
export const outOf = ({ away }: Forwarded): readonly Away[] => away.filter(isOut)

/** Whether the system still has to decide of somebody in the case. */
export const isAway = (standing: Forwarded): boolean => outOf(standing).length > 0

/** Of whom it lies there longest, where they have to move and nobody here has to mend anything. */
export const liesThere = (
  standing: Forwarded & { readonly marked: readonly string[] },
): Away | undefined =>
  standing.marked.length > 0
    ? undefined
    : outOf(standing).toSorted((one, other) => (one.since < other.since ? -1 : 1))[0]

/** Whether it decides: nothing else of it is to be heard. */
export const settles = (as: Reported): boolean => as === 'grants' || as === 'refuses'

/**
 * What can be done here while others examine it: whoever it is about sends in, takes back and
 * writes; what comes from there is taken, and the office takes it back. All else is theirs.
 */
export function passesAway(rule: StepRule, role: Role): boolean {
  // Nobody leaves or joins what is examined elsewhere: whoever examines it knows of whom it is.
  if (rule.kind === 'end') return endsCase(rule)
  return HERE.includes(rule.kind) || (rule.kind === 'return' && role === SYSTEM)
}

const HERE: readonly StepRule['kind'][] = [
  'file',
  'say',
  'assign',
  'tell',
  'confirm',
  'report',
  'recall',
]

/** What is sent of somebody anew keeps its number there, and the place of what was said. */
export function sentAway(
  away: readonly Away[],
  consults: readonly Consulted[],
  on: IsoDate,
): readonly Away[] {
  const sent = consults.filter(({ does }) => does === 'send')
  const isSent = ({ subject }: Pick<Away, 'subject'>) =>
    sent.some((each) => each.subject === subject)
  const anew = sent
    .filter(({ subject }) => !away.some((each) => each.subject === subject))
    .map(({ subject, service }) => ({ subject, service, since: on, sentOn: on, n: 0, reports: [] }))
  return [...away.map((each) => (isSent(each) ? { ...each, sentOn: on } : each)), ...anew]
}

/** What an official has it asked anew: how it stands, or once more all that was sent in. */
export const askedThere = (
  away: readonly Away[],
  { consults, purpose }: { readonly consults: readonly Consulted[]; readonly purpose: string },
  taken: Omit<Wanted, 'purpose' | 'answered'>,
): readonly Away[] =>
  sentAway(away, consults, taken.on).map((each) => {
    const does = consults.find(({ subject }) => subject === each.subject)?.does
    if (does === undefined) return each
    const wanted = [...(each.wanted ?? []), { ...taken, purpose, does }]
    return { ...each, askedOn: taken.on, wanted }
  })

/**
 * What is asked of it anew: how it stands where it has the case, and else the case once more.
 * Undefined where that was done today, or the case is not there: once a day is often enough.
 */
export const askableThere = (known: Away | undefined, on: IsoDate): Forwards | undefined => {
  if (known === undefined || !isOut(known)) return undefined
  if (known.sentOn === on || known.askedOn === on) return undefined
  return known.number === undefined ? 'send' : 'ask'
}

type Heard = { readonly reports: readonly Report[]; readonly settles?: readonly string[] }

/** With what it said; whoever may not read that of another knows whether it was decided. */
export const reported = (
  away: readonly Away[],
  { reports, settles: whose = [] }: Heard,
  on: IsoDate,
): readonly Away[] =>
  away.map((each) => {
    const own = reports.find(({ subject }) => subject === each.subject)
    const settled = whose.includes(each.subject) ? { settledOn: on } : {}
    if (own === undefined) return { ...each, ...settled }
    const { number = each.number } = own
    return {
      ...each,
      n: own.n,
      ...(number === undefined ? {} : { number }),
      reports: [...each.reports, { ...own, cameOn: on }],
      ...settled,
    }
  })

/** Nobody examines it there any more, for all we know. */
export const recalled = (away: readonly Away[], on: IsoDate): readonly Away[] =>
  away.map((each) => (isOut(each) ? { ...each, recalledOn: on } : each))
