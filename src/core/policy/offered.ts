import type { StatusKind } from '#core/cases/statuses.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Words } from '#core/language.ts'
import { basisOf, isProvisional, type Basis, type Grounded } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import {
  repeatedCodes,
  unless,
  unseenBases,
  type Path,
  type PolicyProblem,
} from '#core/policy/problem.ts'

/**
 * What other systems of the state may ask, as data: which of them what, for what purpose, about
 * which kinds of status, how often and by which clause. What is not here is refused.
 */
export type Offered = {
  /** What they are called for whoever was asked about. */
  readonly services: readonly Grounded<{ readonly code: OfferedCode; readonly title: Words }>[]
  readonly clients: readonly OfferedClient[]
  readonly workRights: readonly WorkRight[]
}

/** The services that there are. */
export const OFFERED = [
  'status-by-number',
  'status-by-document',
  'work-right',
  'concessions-by-number',
  'concessions-by-document',
  'subscribe-by-number',
  'subscribe-by-document',
  'unsubscribe',
  'status-changes',
  'forwarded-document',
] as const
export type OfferedCode = (typeof OFFERED)[number]
const SUBSCRIBING: readonly OfferedCode[] = ['subscribe-by-number', 'subscribe-by-document']

/** A subsystem that asks. */
export type OfferedClient = Grounded<{
  readonly code: string
  readonly name: Words
  readonly client: Member
  readonly limits: {
    readonly perMinuteMax: number
    /** How often in an hour it may be told that there is none. */
    readonly nonePerHourMax: number
  }
  /** Left out where it may name no status to be told of. */
  readonly told?: Told
}> & { readonly asks: readonly OfferedUse[] }

/** Who somebody is in the data exchange of the state: all four parts. */
export type Member = {
  readonly instance: string
  readonly memberClass: string
  readonly memberCode: string
  readonly subsystem: string
}

/** One service, for one purpose. */
export type OfferedUse = Grounded<{
  readonly service: OfferedCode
  /** As the log of what was answered has it. */
  readonly purpose: string
  /** The same for whoever was asked about. */
  readonly why: Words
  /** What the purpose is about; of several statuses the one of the first of these counts. */
  readonly kinds: readonly string[]
}>

/** For how many days whoever named a status is told what becomes of it. */
type Told = {
  readonly days: number
  /** The system and its service that are called with each change; else changes are only read. */
  readonly by?: { readonly system: string; readonly service: string }
}

/** That whoever has such a status may work in these occupations, or may not. */
export type WorkRight = Grounded<{
  readonly kind: string
  /** As ISCO-08 codes them; a group stands for all in it. */
  readonly occupations: readonly string[]
  readonly result: 'yes' | 'no'
}>

/** What is said of a status, and nothing of its holder. */
export type Standing =
  | {
      readonly result: 'valid' | 'ended'
      readonly kind: string
      readonly from: IsoDate
      readonly until: IsoDate
    }
  | { readonly result: 'none' }

/** The clause by which it is answered; provisional where none was seen. */
export const groundOfUse = (use: OfferedUse): Basis => basisOf(use, 'purpose')

/** A client with what it may ask, or nothing where it may not. */
export function mayAsk(
  offered: Offered | undefined,
  { asker, service, groundNeeded }: Asker,
): { readonly client: OfferedClient; readonly use: OfferedUse } | undefined {
  const client = offered?.clients.find((each) => isSame(each.client, asker))
  const use = client?.asks.find((each) => each.service === service)
  if (client === undefined || use === undefined) return undefined
  return groundNeeded && isProvisional(groundOfUse(use)) ? undefined : { client, use }
}

type Asker = {
  readonly asker: Omit<Member, 'subsystem'> & { readonly subsystem?: string }
  readonly service: OfferedCode
  readonly groundNeeded: boolean
}

/** Whether somebody who asks is that subsystem. */
export const isSame = (
  known: Member,
  { instance, memberClass, memberCode, subsystem }: Asker['asker'],
) =>
  known.instance === instance &&
  known.memberClass === memberClass &&
  known.memberCode === memberCode &&
  known.subsystem === subsystem

/** What is said of an occupation, by the kind of a status: the first that fits. */
export const saidOfOccupation = (
  { workRights }: Pick<Offered, 'workRights'>,
  occupation: string,
  { groundNeeded }: { readonly groundNeeded: boolean },
): readonly Pick<WorkRight, 'kind' | 'result'>[] =>
  workRights
    .filter((right) => !groundNeeded || !isProvisional(basisOf(right, 'result')))
    .filter(({ occupations }) => occupations.some((group) => occupation.startsWith(group)))
    .map(({ kind, result }) => ({ kind, result }))

/** Kinds of status of which a client may be told, and which it may not read again. */
function unread(asks: readonly OfferedUse[]): readonly string[] {
  const readable = asks.find(({ service }) => service === 'status-changes')?.kinds ?? []
  const told = asks.filter(({ service }) => SUBSCRIBING.includes(service))
  return told.flatMap(({ kinds }) => kinds.filter((kind) => !readable.includes(kind)))
}

/** Each once, on clauses that were seen, and about kinds of status that can be checked. */
export function problemsOfOffered(
  offered: Offered | undefined,
  { laws, statuses }: { readonly laws: Laws; readonly statuses: readonly StatusKind[] },
): readonly PolicyProblem[] {
  if (offered === undefined) return []
  const { services, clients, workRights } = offered
  const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)
  const known = (kind: string, path: Path) =>
    unless(
      statuses.some(({ code, verifiable }) => code === kind && verifiable),
      path,
      `no kind of status ${kind} can be checked`,
    )
  return [
    ...repeatedCodes(codes(services), ['offered', 'services']),
    ...repeatedCodes(codes(clients), ['offered', 'clients']),
    ...repeatedCodes(
      clients.map(({ client }) => Object.values(client).join('/')),
      ['offered', 'clients'],
    ),
    ...unseenBases({ offered }, laws),
    ...workRights.flatMap(({ kind }, index) => known(kind, ['offered', 'workRights', index])),
    ...clients.flatMap(({ asks, told }, index) => {
      const path = ['offered', 'clients', index, 'asks']
      const subscribes = asks.find(({ service }) => SUBSCRIBING.includes(service))
      return [
        ...unless(
          subscribes === undefined || told !== undefined,
          path,
          `nothing says for how long ${subscribes?.service} lasts`,
        ),
        ...repeatedCodes(
          asks.map(({ service }) => service),
          path,
        ),
        ...unread(asks).map((kind) => ({
          path,
          reason: `what becomes of ${kind} is told, and cannot be read by status-changes`,
        })),
        ...asks.flatMap(({ service, kinds }, place) => [
          ...unless(
            services.some(({ code }) => code === service),
            [...path, place, 'service'],
            `nothing says what ${service} is called`,
          ),
          ...unless(
            (kinds.length === 0) === (service === 'forwarded-document'),
            [...path, place, 'kinds'],
            `${service} ${kinds.length === 0 ? 'is about' : 'is no question about'} kinds of status`,
          ),
          ...kinds.flatMap((kind) => known(kind, [...path, place, 'kinds'])),
        ]),
      ]
    }),
  ]
}
