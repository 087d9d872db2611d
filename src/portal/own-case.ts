import type { Ahead } from '#core/answers/ahead.ts'
import { askedOf, whoIs } from '#core/answers/asked-of.ts'
import { fitted, type Fitted } from '#core/answers/known.ts'
import type { Context } from '#core/cases/context.ts'
import { placed, placeIn } from '#core/cases/place.ts'
import { peopleOf, subjectsActedFor } from '#core/cases/standing.ts'
import { isId } from '#core/id.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { readAhead } from '#records/ahead.ts'
import { readAnswers, type KeptAnswers } from '#records/answers.ts'
import { noLongerActedFor } from '#records/parties.ts'
import { contextIn, nowIn, type Taking } from '#records/cases.ts'
import { assertKept, holdCase, partIn, readCase, type Case } from '#records/read-case.ts'

/**
 * A case of the person who asks, with its law, as far as it is of one of its subjects: of whoever
 * asks, or of somebody for whom they act. Somebody else's reads as absent.
 */
export type OwnCase = {
  readonly found: Case
  /** What stands for it in an address: the case, and whose part of it. */
  readonly address: string
  /** With the questions that this subject is asked; a step is taken by the whole of it. */
  readonly description: Description
  readonly taking: Taking
  readonly context: Context
}

type How = {
  /** Nobody else takes a step until the transaction ends. */
  readonly hold?: boolean
}

/** The case in the address, and the place of a subject in it, where one is named. */
export const caseIn = (c: PortalContext) => placeIn(c.req.param('id') ?? '')

export async function ownCase(
  c: PortalContext,
  tx: Tx,
  how: How = {},
): Promise<OwnCase | undefined> {
  const held = await heldCase(c, tx, how)
  const { place } = caseIn(c)
  return held && partOfCase(c, held, place)
}

/** Another case of the person who asks, as far as it is of that subject. */
export async function otherCase(
  c: PortalContext,
  tx: Tx,
  { id, subject }: { readonly id: string; readonly subject: string },
): Promise<OwnCase | undefined> {
  const held = await theirCase(c, tx, { id })
  const place = held?.several && peopleOf(held.standing).indexOf(subject) + 1
  return held && partOfCase(c, held, place)
}

/** A case of the person who asks as a whole: of everybody in it, and nobody in particular. */
export type OwnWhole = Pick<OwnCase, 'taking' | 'context'> & { readonly held: Case }

export async function ownWhole(
  c: PortalContext,
  tx: Tx,
  how: How = {},
): Promise<OwnWhole | undefined> {
  const held = await heldCase(c, tx, how)
  if (!held) return undefined
  const taking = takingOf(c, held)
  return { held, taking, context: contextIn(held, taking) }
}

/** Every part of a case that whoever asks has a say in, in the order of its subjects. */
export async function ownParts(
  c: PortalContext,
  tx: Tx,
  how: How = {},
): Promise<readonly OwnAnswers[]> {
  const [held, kept, ahead] = await Promise.all([
    heldCase(c, tx, how), // first, since what follows is read once the case is held
    readAnswers(tx, caseIn(c).id),
    readAhead(tx, c.var.house.policy, caseIn(c).id),
  ])
  if (!held) return []
  const theirs = subjectsActedFor(held.standing, c.var.applicant.partyId)
  const people = peopleOf(held.standing)
  const { place } = caseIn(c)
  if (place !== undefined && !theirs.includes(people[place - 1] ?? '')) return []
  return people.flatMap((id, index) => {
    const own = theirs.includes(id) ? partOfCase(c, held, index + 1) : undefined
    return own ? [withAnswers(own, { kept: kept(own.found), ahead: ahead(own.found) })] : []
  })
}

async function heldCase(c: PortalContext, tx: Tx, how: How) {
  const { id } = caseIn(c)
  return isId(id) ? theirCase(c, tx, { id, ...how }) : undefined
}

async function theirCase(
  c: PortalContext,
  tx: Tx,
  { id, hold = false }: How & { readonly id: string },
) {
  const { house, applicant } = c.var
  const found = await (hold ? holdCase : readCase)(tx, house.keys, id)
  const isTheirs = found?.parties.some(({ partyId }) => partyId === applicant.partyId) === true
  return isTheirs ? actedForToday(tx, found, applicant.partyId) : undefined
}

/** Whose guardian somebody was until a birthday, they brought along and do not act for any more. */
async function actedForToday(tx: Tx, held: Case, partyId: string): Promise<Case> {
  const { standing } = held
  const brought = standing.parties.some(({ by }) => by === partyId)
  const ended = brought ? await noLongerActedFor(tx) : []
  if (ended.length === 0) return held
  const parties = standing.parties.map(({ by, ...party }) =>
    by === undefined || ended.includes(party.id) ? party : { ...party, by },
  )
  return { ...held, standing: { ...standing, parties } }
}

function partOfCase(c: PortalContext, held: Case, place?: number): OwnCase | undefined {
  const { applicant } = c.var
  const { standing } = held
  const people = peopleOf(standing)
  const theirs = subjectsActedFor(standing, applicant.partyId)
  const [own] = theirs
  const subject = place === undefined ? own : people[place - 1]
  assertKept(held, place === undefined && own === undefined ? applicant.partyId : subject)
  if (held.several && (subject === undefined || !theirs.includes(subject))) return undefined
  const found = subject === undefined ? held : partIn(held, subject)
  const taking = takingOf(c, held)
  const { description: whole } = taking
  const description = { ...whole, type: askedOf(whole.type, standing, found.partyId) }
  const address = held.several
    ? placed(standing.id, people.indexOf(found.partyId) + 1)
    : standing.id
  return { found, address, description, taking, context: contextIn(held, taking) }
}

function takingOf(c: PortalContext, held: Case): Taking {
  const { house, applicant } = c.var
  const { clock, policy } = house
  const now = nowIn(held, clock.now())
  const by = { id: applicant.partyId, roles: [] }
  const description = descriptionOf(policy, held.standing, now.on)
  return { ...now, by, description, calendars: policy.calendars }
}

/** The case with the answers as they are being written. */
export type OwnAnswers = OwnCase & {
  readonly kept: KeptAnswers
  /** What registers were asked while they write. */
  readonly ahead: readonly Ahead[]
} & Pick<Fitted, 'known'>

export async function ownAnswers(
  c: PortalContext,
  tx: Tx,
  how: How = {},
): Promise<OwnAnswers | undefined> {
  const [own, kept, ahead] = await Promise.all([
    ownCase(c, tx, how), // first, since what follows is read once the case is held
    readAnswers(tx, caseIn(c).id),
    readAhead(tx, c.var.house.policy, caseIn(c).id),
  ])
  return own && withAnswers(own, { kept: kept(own.found), ahead: ahead(own.found) })
}

/** What follows from what they hold is neither asked nor offered. */
function withAnswers(own: OwnCase, read: Pick<OwnAnswers, 'kept' | 'ahead'>): OwnAnswers {
  const { found, context } = own
  const who = whoIs(context.type, found, found.partyId)
  const asked = { answers: read.kept.answers, who, on: context.on }
  const { type, answers, known } = fitted(own.description.type, asked)
  const description = { ...own.description, type }
  return { ...own, ...read, description, kept: { ...read.kept, answers }, known }
}
