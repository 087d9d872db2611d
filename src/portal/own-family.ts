import type { Answers } from '#core/answers/answers.ts'
import { namedIn } from '#core/answers/named.ts'
import { assert } from '#core/assert.ts'
import type { Member } from '#core/concessions/classes.ts'
import { placed } from '#core/cases/place.ts'
import { peopleOf, subjectsActedFor, subjectsOf } from '#core/cases/standing.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import type { FamilyKnown } from '#core/concessions/claims.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Systems } from '#core/policy/systems.ts'
import { concessionsInForce, descriptionOf, familyInForce } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { ownWhole, type OwnWhole } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { familyAnswers, familyHoldings, ownHoldings, type Held } from '#records/families.ts'
import { readCase } from '#records/read-case.ts'
import { nameIn, subjectTitle, unnamedTitle } from '#telling/person.ts'

/** What concessions are told with. */
export type Reading = {
  readonly language: Language
  readonly laws: Laws
  readonly statuses: ReadonlyMap<string, StatusKind>
  readonly systems: Systems
  readonly on: IsoDate
}

export function readingOf(c: PortalContext): Reading {
  const { policy, clock } = c.var.house
  const { laws, statuses, systems } = policy
  return { language: c.var.language, laws, statuses, systems, on: clock.today() }
}

/** What a family is held against; nothing where no law speaks of it that day. */
export function familyKnown(c: PortalContext, migrant: Relative): FamilyKnown | undefined {
  const { policy, clock } = c.var.house
  const concessions = concessionsInForce(policy, clock.today())
  return concessions && { migrant, concessions, calendars: policy.calendars }
}

/** Somebody of a family, as whoever is in it sees them. */
export type Relative = Omit<Member, 'holds'> & {
  /** What stands for them in an address; nothing of whoever has no family here. */
  readonly address?: string
  /** As they wrote it for the family; empty until then. */
  readonly name: string
  /** What they are in it. */
  readonly title: string
  readonly isSelf: boolean
  /** Whoever reads acts for them. */
  readonly isTheirs: boolean
  readonly holds: readonly Held[]
}

/** A family of whoever asks. The first of it holds the status that all rests on. */
export type OwnFamily = {
  readonly own: OwnWhole
  readonly people: readonly [Relative, ...Relative[]]
}

/** Where their families are, the one that they began first. */
export async function familiesOf(c: PortalContext, tx: Tx): Promise<readonly string[]> {
  const { policy, clock } = c.var.house
  const type = familyInForce(policy, clock.today())?.type
  if (type === undefined) return []
  const rows = await tx
    .selectFrom('caseFile')
    .innerJoin('caseParty', 'caseParty.caseId', 'caseFile.id')
    .select(['caseFile.id', 'caseParty.role'])
    .where('type', '=', type.code)
    .where('stage', '<>', 'ended')
    .where('party', '=', c.var.applicant.partyId)
    .where('caseParty.untilOn', 'is', null)
    .orderBy('caseFile.openedOn')
    .execute()
  const isBegun = ({ role }: { readonly role: string }) => type.begins.by.includes(role)
  return [...rows.filter(isBegun), ...rows.filter((row) => !isBegun(row))].map(({ id }) => id)
}

/** The family in the address; somebody else's reads as absent. */
export async function ownFamily(c: PortalContext, tx: Tx): Promise<OwnFamily | undefined> {
  const own = await ownWhole(c, tx)
  if (own?.context.type.family !== true) return undefined
  const { standing } = own.held
  const here = subjectsOf(standing)
  const theirs = subjectsActedFor(standing, c.var.applicant.partyId)
  if (!here.some((id) => theirs.includes(id))) return undefined
  const [written, held, mine] = await Promise.all([
    familyAnswers(tx, own.held),
    here.every((id) => theirs.includes(id)) ? NONE_OF_OTHERS : familyHoldings(tx, standing.id),
    ownHoldings(tx, theirs),
  ])
  const people = here.map((id): Relative => {
    const answers = written.get(id) ?? {}
    const holds = (theirs.includes(id) ? mine : held).get(id) ?? []
    return relative(c, own, { id, answers, holds, isTheirs: theirs.includes(id) })
  })
  const [first, ...others] = people
  assert(first !== undefined, 'a family is of somebody')
  return { own, people: [first, ...others] }
}

const NONE_OF_OTHERS: ReadonlyMap<string, readonly Held[]> = new Map()

type Seen = Pick<Relative, 'id' | 'holds' | 'isTheirs'> & { readonly answers: Answers }

function relative(c: PortalContext, { held, context }: OwnWhole, seen: Seen): Relative {
  const { standing } = held
  const { type } = context
  const { answers, ...rest } = seen
  const at = { subject: rest.id, language: c.var.language }
  const { birthDate } = namedIn(type, answers)
  const name = nameIn(type, answers)
  const role = standing.parties.find(({ id, isSubject }) => isSubject && id === rest.id)?.role ?? ''
  return {
    ...rest,
    address: placed(standing.id, peopleOf(standing).indexOf(rest.id) + 1),
    name,
    title: name === '' ? unnamedTitle(standing, type, at) : subjectTitle(standing, type, at),
    isSelf: rest.id === c.var.applicant.partyId,
    ...(type.begins.by.includes(role) ? {} : { role }),
    ...(isPartialDate(birthDate) ? { birthDate } : {}),
  }
}

/** Whoever asks, by themselves: nobody's relative. */
export async function alone(c: PortalContext, tx: Tx): Promise<Relative> {
  const { partyId: id } = c.var.applicant
  const holds = (await ownHoldings(tx, [id])).get(id) ?? []
  return { id, name: '', title: '', isSelf: true, isTheirs: true, holds }
}

/** By their name; until it is known, by what they are. */
export const nameOf = ({ name, title }: Pick<Relative, 'name' | 'title'>): string => name || title

/** What stands for whoever asks in a family of theirs. */
export async function placeOfSelf(c: PortalContext, tx: Tx, id: string): Promise<string> {
  const family = await readCase(tx, c.var.house.keys, id)
  const people = family ? peopleOf(family.standing) : []
  return placed(id, people.indexOf(c.var.applicant.partyId) + 1)
}

/** Whose family it is, for a list of several. */
export async function migrantName(c: PortalContext, tx: Tx, id: string): Promise<string> {
  const { keys, policy, clock } = c.var.house
  const family = await readCase(tx, keys, id)
  if (!family) return ''
  const { type } = descriptionOf(policy, family.standing, clock.today())
  const [first = ''] = subjectsOf(family.standing)
  const answers = (await familyAnswers(tx, family)).get(first) ?? {}
  return nameIn(type, answers) || type.title[c.var.language]
}

/** A family has a page of its own, which tells what was just done. */
export function toFamily(c: PortalContext, id: string): Response {
  const { search } = new URL(c.req.url)
  return c.redirect(`${paths.familyOf.to(c.var.language, { id })}${search}`, 303)
}
