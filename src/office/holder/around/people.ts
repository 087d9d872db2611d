import { askedFor } from '#core/answers/asked.ts'
import { askedOf } from '#core/answers/asked-of.ts'
import { namedIn } from '#core/answers/named.ts'
import { changesFor, type Change } from '#core/concessions/changes.ts'
import { asTold, claimsOf, type Claimed, type FamilyKnown } from '#core/concessions/claims.ts'
import type { Member } from '#core/concessions/classes.ts'
import { lastFiled, subjectsOf } from '#core/cases/standing.ts'
import { isPartialDate, type PartialDate } from '#core/facts/partial-date.ts'
import type { IsoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import { concessionsInForce, descriptionOf, typeOf, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { nowIn } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import type { Looking } from '#records/looks.ts'
import { partIn, readCase, unlessErased, type Case } from '#records/read-case.ts'
import type { sameAmong } from '#records/one-person.ts'
import { nameOf } from '#telling/person.ts'
import { ownNaming, type PersonIn, type StatusHeld } from './queries.ts'

/** Somebody on the card of a holder, as cases that were sent in tell of them. */
export type Person = {
  readonly id: string
  /** All that stand for them: brought along anew in another case, or linked as the same person. */
  readonly ids: readonly string[]
  readonly isHolder: boolean
  /** Where they are known from, and what they are there: of the holder, what gave the status. */
  readonly known: PersonIn
  /** Other cases that name them by the same travel document. */
  readonly alsoIn: readonly PersonIn[]
  /** Empty where they do not stand in answers; of whom nothing is kept it is not known any more. */
  readonly name: string
  readonly birthDate?: PartialDate
  /** The number of their travel document; empty where it is not asked. */
  readonly document: string
  readonly erased: boolean
  /** What is to be read beside their name, where a decision corrected the case that names them. */
  readonly corrections: Case['corrections']
  /** What they are to the holder, in a word that the law knows. */
  readonly role?: string
  /** What is kept of them elsewhere as of the same person counts here. */
  readonly isLinked: boolean
  readonly statuses: readonly StatusHeld[]
}

type Reading = Pick<House, 'keys' | 'policy' | 'clock'>

/** What comes next for somebody, and how concessions stand for them. */
export type Ahead = {
  readonly person: Person
  readonly changes: readonly Change[]
  readonly claims: readonly Claimed[]
}

/**
 * Each of them once, the holder first, in the order of the rows: those whom a case is about, and
 * those who act in it for somebody.
 */
export function peopleIn(
  rows: readonly PersonIn[],
  { holder, caseId }: Pick<StatusHeld, 'holder' | 'caseId'>,
): readonly (readonly [PersonIn, ...PersonIn[]])[] {
  const people = new Map<string, readonly [PersonIn, ...PersonIn[]]>()
  const first = rows.filter((row) => row.party === holder && row.caseId === caseId)
  for (const row of [...first, ...rows]) {
    const known = people.get(row.party)
    people.set(row.party, known ? [...known, row] : [row])
  }
  return [...people.values()]
}

/** In which case each is read, as few as will do: where nothing of somebody is kept, in none. */
function readIn(people: ReturnType<typeof peopleIn>, policy: Policy): ReadonlyMap<string, string> {
  const read = new Map<string, string>()
  for (const rows of people) {
    const [{ party }] = rows
    const told = rows.filter(({ isSubject, erased }) => isSubject && !erased)
    const naming = told.filter((row) => asksName(row, policy))
    const all = naming.length === 0 ? told : naming
    const before = new Set(read.values())
    const row = all.find(({ caseId }) => before.has(caseId)) ?? all[0]
    if (row) read.set(party, row.caseId)
  }
  return read
}

function asksName(row: PersonIn, policy: Policy): boolean {
  const { type, state, typeHash } = row
  return asks(typeOf(policy, { type, state, ...(typeHash === null ? {} : { typeHash }) }))
}

const asks = (type: CaseType): boolean =>
  (askedFor(type, 'surname') ?? askedFor(type, 'given-names')) !== undefined

/** Who only acts or consents in these cases tells of themselves in one of their own. */
async function readElsewhere(
  tx: Tx,
  people: ReturnType<typeof peopleIn>,
  { types }: Policy,
): Promise<ReadonlyMap<string, string>> {
  const others = people.filter((rows) => rows.every(({ isSubject }) => !isSubject))
  const naming = Array.from(types.current.values()).filter(asks)
  const found = await ownNaming(
    tx,
    others.map(([{ party }]) => party),
    naming.map(({ code }) => code),
  )
  return new Map(found.map(({ party, caseId }) => [party, caseId]))
}

type Named = Pick<Person, 'name' | 'birthDate' | 'document' | 'corrections'> &
  Pick<Looking, 'partyId' | 'caseId' | 'key' | 'at'>

/** What was sent in of each, opened by the key of them in that case. */
export async function namedOf(
  tx: Tx,
  house: Reading,
  people: ReturnType<typeof peopleIn>,
): Promise<ReadonlyMap<string, Named>> {
  const elsewhere = await readElsewhere(tx, people, house.policy)
  const wanted = new Map([...readIn(people, house.policy), ...elsewhere])
  const ids = [...new Set(wanted.values())]
  const cases = await Promise.all(ids.map((id) => readCase(tx, house.keys, id).catch(unlessErased)))
  const found = new Map(ids.map((id, index) => [id, cases[index]]))
  const named = [...wanted].flatMap(([party, id]) => {
    const held = found.get(id)
    return held && subjectsOf(held.standing).includes(party) ? [nameFrom(held, party, house)] : []
  })
  return new Map(named.map((each) => [each.partyId, each]))
}

function nameFrom(held: Case, party: string, { policy, clock }: Reading): Named {
  const { standing, key, corrections } = partIn(held, party)
  const { at, on } = nowIn(held, clock.now())
  const { type } = descriptionOf(policy, standing, on)
  const asked = held.several ? askedOf(type, held.standing, party) : type
  const named = namedIn(asked, lastFiled(standing)?.answers ?? {})
  const { birthDate } = named
  return {
    partyId: party,
    caseId: standing.id,
    key,
    at,
    name: nameOf(named),
    document: named.passportNumber,
    corrections,
    ...(isPartialDate(birthDate) ? { birthDate } : {}),
  }
}

type Known = {
  readonly status: StatusHeld
  readonly named: ReadonlyMap<string, Named>
  /** Who was found to be the same person as whom of them. */
  readonly same: Awaited<ReturnType<typeof sameAmong>>
  readonly statuses: readonly StatusHeld[]
  readonly policy: Policy
  readonly on: IsoDate
}

/** What is known of each, with what they hold. */
export function personFrom(rows: readonly [PersonIn, ...PersonIn[]], all: Known): Person {
  const { status, named, statuses, policy } = all
  const [first] = rows
  const id = first.party
  const isHolder = id === status.holder
  const told = named.get(id)
  const elsewhere = all.same.flatMap(({ party, same }) => (party === id ? same : []))
  const related = isHolder ? undefined : relatedAs(rows, policy, concessionsOf(all))
  return {
    id,
    ids: [id, ...elsewhere],
    isHolder,
    known: related ?? first,
    alsoIn: [],
    name: told?.name ?? '',
    document: told?.document ?? '',
    ...(told?.birthDate === undefined ? {} : { birthDate: told.birthDate }),
    erased: told === undefined && rows.some(({ erased }) => erased),
    corrections: told?.corrections ?? [],
    ...(related === undefined ? {} : { role: related.role }),
    isLinked: elsewhere.length > 0,
    statuses: statuses.filter(({ holder }) => holder === id || elsewhere.includes(holder)),
  }
}

/**
 * Whoever is brought along by somebody, a child mostly, is somebody new to each case: they are one
 * where name, date of birth and travel document are the same. Nobody is joined to the holder.
 */
export function joined(people: readonly Person[]): readonly Person[] {
  const known = new Map<string, Person>()
  for (const person of people) {
    const { id, name, birthDate, document, isHolder } = person
    const isTold = !isHolder && name !== '' && birthDate !== undefined && document !== ''
    const key = isTold ? JSON.stringify([name, birthDate, document]) : id
    const before = known.get(key)
    known.set(key, before ? together(before, person) : person)
  }
  return [...known.values()]
}

const together = (one: Person, other: Person): Person => ({
  ...other,
  ...one,
  ids: [...one.ids, ...other.ids],
  alsoIn: [...one.alsoIn, other.known],
  corrections: [...one.corrections, ...other.corrections],
  isLinked: one.isLinked || other.isLinked,
  // Who is linked with whoever else is named by the same document has theirs already.
  statuses: [
    ...new Map([...one.statuses, ...other.statuses].map((each) => [each.number, each])).values(),
  ],
})

/** The concessions that rest on a status of that kind, where the law of that day speaks of any. */
function concessionsOf({
  status,
  policy,
  on,
}: Pick<Known, 'status' | 'policy' | 'on'>): Concessions | undefined {
  const found = concessionsInForce(policy, on)
  return found?.holds === status.kind ? found : undefined
}

/**
 * What somebody is to the holder, in a role of which the law speaks: in a case that the holder
 * began. In one that they joined, the others are somebody else’s family.
 */
function relatedAs(
  rows: readonly PersonIn[],
  policy: Policy,
  concessions: Concessions | undefined,
): PersonIn | undefined {
  const roles = concessions?.classes.flatMap((each) => each.roles ?? []) ?? []
  return rows.find(({ role, isSubject, holdersRole, type, state, typeHash }) => {
    if (!isSubject || holdersRole === null || !roles.includes(role)) return false
    const asked = typeOf(policy, { type, state, ...(typeHash === null ? {} : { typeHash }) })
    return asked.begins.by.includes(holdersRole)
  })
}

/** What changes for each, and how all that the law allows stands for them. */
export function aheadOf(people: readonly Person[], all: Known): readonly Ahead[] {
  const { on, policy, status } = all
  const migrant = people.find(({ isHolder }) => isHolder)
  const concessions = concessionsOf(all)
  const family =
    migrant && concessions
      ? { migrant: memberOf(migrant), concessions, calendars: policy.calendars }
      : undefined
  return people.map((person) =>
    family && (person.isHolder || person.role !== undefined)
      ? { person, ...ofLaw(memberOf(person), family, { on, isHolder: person.isHolder }) }
      : { person, changes: endsOf(person, status, on), claims: [] },
  )
}

const memberOf = ({ id, role, birthDate, statuses }: Person): Member => ({
  id,
  ...(role === undefined ? {} : { role }),
  ...(birthDate === undefined ? {} : { birthDate }),
  holds: statuses.flatMap(({ held }) => held ?? []),
})

/** That the status ends on which all rests is said of its holder alone. */
function ofLaw(
  member: Member,
  family: FamilyKnown,
  { on, isHolder }: { readonly on: IsoDate; readonly isHolder: boolean },
): Pick<Ahead, 'changes' | 'claims'> {
  const claims = asTold(claimsOf(member, family, on))
  const changes = changesFor(member, family, { claims, on })
  return { claims, changes: changes.filter(({ is }) => isHolder || is !== 'status-ends') }
}

/** Where the law says nothing more of somebody: the last days of what they hold. */
const endsOf = (
  { statuses }: Person,
  status: Pick<StatusHeld, 'number'>,
  on: IsoDate,
): readonly Change[] =>
  statuses.flatMap(({ number, kind, held }) =>
    held && held.from <= on && on <= held.until
      ? [{ on: held.until, is: number === status.number ? 'status-ends' : 'ends', kind }]
      : [],
  )
