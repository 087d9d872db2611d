import type { CaseRole } from '#core/cases/life.ts'
import { consentsFor, isOfSubject } from '#core/cases/people.ts'
import type { Role } from '#core/cases/roles.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { Words } from '#core/language.ts'
import { basisOf, isProvisional, type Basis, type Grounded } from '#core/policy/basis.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import { isSame, type Member, type Offered, type OfferedClient } from '#core/policy/offered.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { repeatedCodes, unseenBases, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import type { Laws } from '#core/policy/laws.ts'

/**
 * The systems of the state that are asked, as data: whose each is, by which protocol and at which
 * address, what it is asked, why, and by which clause. Nothing of that is in code.
 */
export type Systems = {
  /** As whom we ask. */
  readonly client: Member
  readonly systems: readonly System[]
  /** What they may ask of us; nothing, where it is left out. */
  readonly offered?: Offered
}

/** By which protocols systems are asked. */
export const DRIVERS = ['xroad-rest', 'xroad-soap', 'bridge'] as const
/** One of these. */
export type DriverCode = (typeof DRIVERS)[number]

/** One system, and how it is reached. */
export type System = Grounded<{
  readonly code: string
  readonly name: Words
  readonly owner: Words
  readonly purpose: Words
  /** Agreed with its owner, connected as well, or neither. */
  readonly state: 'off' | 'approved' | 'connected'
  readonly driver: DriverCode
  readonly address: Member | BridgePlace
  readonly limits: Limits
}> & { readonly services: readonly ServiceRule[] }

/** Where a bridge finds a service, and as whom it knows us there. */
type BridgePlace = {
  readonly identity: string
  readonly organization: string
  readonly shortName: string
}

/** How much is asked of it at once and how fast, and when it is left alone for a while. */
export type Limits = {
  readonly atOnceMax: number
  readonly perMinuteMax: number
  readonly timeoutSeconds: number
  readonly failuresMax: number
  readonly restSeconds: number
}

/** What a system is asked by one service. */
export type ServiceRule = Grounded<{
  /** As its contract is called. */
  readonly code: string
  readonly title: Words
  /** Why it is asked, with the clause that lets it be. */
  readonly purpose: Words
  /** What it is told of somebody, and nothing beyond that. */
  readonly tells: readonly Meaning[]
  /**
   * What it is told of the first person of the case, where it is asked how somebody is tied to them
   * (docs/decisions/0047).
   */
  readonly tellsOfFirst?: readonly Meaning[]
  /** What its answer is held against. */
  readonly confirms: readonly Meaning[]
  readonly results: readonly ResultRule[]
  /** For how long an answer is good for the same question. */
  readonly validDays: number
}>

/** What its answer can be in a word, and what that means for whoever examines. */
type ResultRule = {
  readonly code: string
  readonly title: Words
  readonly finding: Finding
}

/** It fits; it speaks against the person; somebody has to look at it; the register has nothing. */
export const FINDINGS = ['fits', 'against', 'look', 'nothing'] as const
export type Finding = (typeof FINDINGS)[number]

/** A service with its system. */
export type Service = { readonly system: System; readonly service: ServiceRule }

/** The services of the same subsystem that asks us, by which we ask it. */
export const servicesOf = (
  { systems }: Pick<Systems, 'systems'>,
  { client }: Pick<OfferedClient, 'client'>,
): readonly string[] =>
  systems
    .filter(({ address }) => 'memberCode' in address && isSame(client, address))
    .flatMap(({ services }) => services.map(({ code }) => code))

/** The service that goes by this code; where several systems have one, that of this system. */
export function serviceOf(
  { systems }: Pick<Systems, 'systems'>,
  code: string,
  of?: string,
): Service | undefined {
  for (const system of systems.filter((each) => of === undefined || each.code === of)) {
    const service = system.services.find((each) => each.code === code)
    if (service) return { system, service }
  }
  return undefined
}

/** The clause by which it is asked; provisional where none was seen. */
export const groundOf = ({ service }: Pick<Service, 'service'>): Basis =>
  basisOf(service, 'purpose')

/**
 * Why it is not asked now, if so: its system is not connected, or, where that counts, no clause of
 * the register of acts lets it be.
 */
export function unasked(
  found: Service,
  { groundNeeded }: { readonly groundNeeded: boolean },
): 'not-connected' | 'no-ground' | undefined {
  if (found.system.state !== 'connected') return 'not-connected'
  return groundNeeded && isProvisional(groundOf(found)) ? 'no-ground' : undefined
}

/** What may be asked ahead about somebody in these roles, as the type lists it. */
export const askedAhead = (
  { registers = [] }: Pick<CaseType, 'registers'>,
  systems: Systems,
  how: { readonly roles: readonly Role[]; readonly groundNeeded: boolean },
): readonly Service[] =>
  registers
    .filter(
      ({ ahead, of }) => ahead && (of === undefined || how.roles.some((role) => of.includes(role))),
    )
    .flatMap(({ service }) => serviceOf(systems, service) ?? [])
    .filter((found) => unasked(found, how) === undefined)

/** Each system and each service once, on clauses that were seen; several may be told the same. */
export const problemsOfSystems = (
  { systems, offered }: Systems,
  laws: Laws,
): readonly PolicyProblem[] => [
  ...repeatedCodes(
    systems.map(({ code }) => code),
    ['systems'],
  ),
  ...repeatedCodes(
    systems.flatMap(({ code: system, services }) =>
      services.filter(({ code }) => !isTold(offered, { system, code })).map(({ code }) => code),
    ),
    ['systems'],
  ),
  ...(offered?.clients ?? []).flatMap(({ told }, index) =>
    told?.by === undefined || serviceOf({ systems }, told.by.service, told.by.system)
      ? []
      : [
          {
            path: ['offered', 'clients', index, 'told', 'by'],
            reason: `${told.by.system} has no service ${told.by.service}`,
          },
        ],
  ),
  ...unseenBases({ systems }, laws),
  ...systems.flatMap((system, index) => problemsOfAddress(system, ['systems', index, 'address'])),
]

const isTold = (offered: Offered | undefined, { system, code }: { system: string; code: string }) =>
  offered?.clients.some(({ told }) => told?.by?.system === system && told.by.service === code) ===
  true

const problemsOfAddress = ({ driver, address }: System, path: Path): readonly PolicyProblem[] =>
  (driver === 'bridge') === 'identity' in address
    ? []
    : [{ path, reason: `this is no address for ${driver}` }]

/** A kind of status tells services that there are, and its holders are followed by such. */
export const problemsOfTold = (
  { tells = [], follows = [] }: Pick<StatusKind, 'tells' | 'follows'>,
  systems: Systems,
): readonly PolicyProblem[] => [
  ...tells.flatMap((service, index) => noService(systems, service, ['tells', index])),
  ...follows.flatMap(({ service, opens }, index) => [
    ...noService(systems, service, ['follows', index, 'service']),
    ...opens.flatMap(({ results = [] }, at) =>
      results
        .filter((result) => isUnsaid(systems, service, result))
        .map((result) => ({
          path: ['follows', index, 'opens', at, 'results'],
          reason: `${service} does not answer ${result}`,
        })),
    ),
  ]),
]

const isUnsaid = (systems: Systems, service: string, result: string): boolean =>
  serviceOf(systems, service)?.service.results.some(({ code }) => code === result) === false

/** What is named without a system is a service that one system has, and no other. */
function noService({ systems }: Systems, service: string, path: Path): readonly PolicyProblem[] {
  const having = systems.filter(({ services }) => services.some(({ code }) => code === service))
  if (having.length === 1) return []
  const which = having.length === 0 ? 'no system has' : 'several systems have'
  return [{ path, reason: `${which} the service ${service}` }]
}

/** A body that answers by a system answers by a service that there is, and says yes or no. */
export const problemsOfAnswering = (
  { bodies }: Pick<Procedure, 'bodies'>,
  systems: Systems,
): readonly PolicyProblem[] =>
  bodies.flatMap(({ answersBy }, index) => {
    if (answersBy === undefined) return []
    const path = ['bodies', index, 'answersBy']
    const results = serviceOf(systems, answersBy)?.service.results ?? []
    const unclear = results.find(({ finding }) => finding !== 'fits' && finding !== 'against')
    return [
      ...noService(systems, answersBy, path),
      ...(unclear === undefined
        ? []
        : [{ path, reason: `${unclear.code} of ${answersBy} is neither for nor against anybody` }]),
    ]
  })

/**
 * A type asks services that there are, and how people are tied only of those who are; whoever it is
 * forwarded to is told what it asks.
 */
export const problemsOfConsulted = (
  { registers = [], steps, examinedBy, blocks, ...people }: Consulting,
  systems: Systems,
): readonly PolicyProblem[] => [
  ...(examinedBy === undefined ? [] : noService(systems, examinedBy, ['examinedBy'])),
  ...(serviceOf(systems, examinedBy ?? '')?.service.tells ?? [])
    .filter(
      (meaning) => !blocks.some(({ fields }) => fields.some(({ means }) => means === meaning)),
    )
    .map((meaning) => ({
      path: ['examinedBy'],
      reason: `${examinedBy} is told ${meaning}, and no question means that`,
    })),
  ...registers.flatMap(({ service, of }, index) => [
    ...noService(systems, service, ['registers', index, 'service']),
    ...(serviceOf(systems, service)?.service.tellsOfFirst === undefined
      ? []
      : people.roles
          .filter(({ code }, at) => of?.includes(code) ?? isOfSubject(people, at))
          .filter((role) => !isTied(role, { ...people, blocks }))
          .map(({ code }) => ({
            path: ['registers', index, 'of'],
            reason: `${service} is asked how ${code} is tied, and ${code} is tied to nobody`,
          }))),
  ]),
  ...steps.flatMap((step, index) =>
    step.kind === 'consult'
      ? step.registers.flatMap((service, at) =>
          noService(systems, service, ['steps', index, 'registers', at]),
        )
      : [],
  ),
]

type Tying = Pick<CaseType, 'roles' | 'begins' | 'blocks'>
type Consulting = Pick<CaseType, 'registers' | 'steps' | 'examinedBy'> & Tying

/** By what their role says, or by what they say themselves, where somebody consents to that. */
const isTied = ({ code, relation }: CaseRole, { blocks, ...people }: Tying): boolean =>
  relation !== undefined ||
  (consentsFor(people, [code]).length > 0 &&
    blocks.some(
      ({ of, fields }) =>
        of?.includes(code) !== false && fields.some(({ means }) => means === 'relation-to-migrant'),
    ))
