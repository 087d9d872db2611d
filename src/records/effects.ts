import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { enterAgain } from '#core/cases/examining.ts'
import { mayBegin } from '#core/cases/may.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { isLanguage } from '#core/language.ts'
import { descriptionInForce, descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { beginCase, contextIn, nowIn, recordStep, type Taking } from '#records/cases.ts'
import { leaveUnnoticed } from '#records/following.ts'
import { guardianOf } from '#records/guardians.ts'
import type { House } from '#records/house.ts'
import { readCase } from '#records/read-case.ts'

/**
 * What is caused elsewhere by a decision, or by a status that has had its time: it waits in a row
 * of its own, and is carried out in one transaction with the note that it was.
 */

/** A page of what waits, in an order that means nothing. */
export async function waitingEffects(tx: Tx, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from effects_waiting(${after}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What is to be done, and the event by which it was decided; none where time caused it. */
type Taken = { readonly cause: string | null } & (
  | {
      readonly effect: 'reopen'
      readonly target: string
      readonly decision: string
      readonly step: string
      /** That it binds whoever decides anew. */
      readonly what: 'binding' | null
      /** Of whom the decision was that does not hold any more. */
      readonly holder: string
    }
  | ({ readonly effect: 'open' } & Resting)
)

/** A status that rests on one that is gone, and what a case about it has to know of its holder. */
type Resting = {
  readonly target: string
  readonly kind: string
  readonly inForce: boolean
  readonly untilOn: string
  readonly holder: string
  readonly language: string
  readonly openTypes: readonly string[]
  /** The type of the case, where it is opened for what a register says. */
  readonly what: string | null
}

type When = { readonly at: IsoMoment; readonly on: IsoDate }

/** Nothing happens where it was carried out meanwhile, or where what it is about has ended. */
export async function carryOut(
  tx: Tx,
  house: Around,
  { id, ...when }: When & { readonly id: string },
): Promise<void> {
  const { rows } = await sql<Taken>`select * from take_effect(${id}::uuid)`.execute(tx)
  const [taken] = rows
  if (!taken) return
  const { cause } = taken
  const acting = { ...when, by: THE_SYSTEM, ...(cause === null ? {} : { cause }) }
  if (taken.effect === 'open') await openAbout(tx, house, { resting: taken, acting })
  else await reenter(tx, house, { ...taken, acting })
}

type Around = Pick<House, 'keys' | 'policy'>
type Acting = When & Pick<Taking, 'by' | 'cause'>

async function openAbout(
  tx: Tx,
  { keys, policy }: Around,
  { resting, acting }: { readonly resting: Resting; readonly acting: Acting },
): Promise<void> {
  const { target: status, holder: partyId, language } = resting
  const opens = resting.what ?? policy.statuses.get(resting.kind)?.whenGone?.open
  const description = opens === undefined ? undefined : descriptionInForce(policy, opens, acting.on)
  const role = description?.type.roles[0]?.code
  assert(
    description !== undefined && role !== undefined,
    `the loader saw to it that a case is opened about each ${resting.kind}`,
  )
  const taking = { ...acting, description, calendars: policy.calendars }
  if (!mayOpen(resting, taking)) return leaveUnnoticed(tx)
  const reader = { partyId, language: isLanguage(language) ? language : 'en' }
  const guardian = await guardianOf(tx, { number: status, on: acting.on })
  await beginCase(tx, keys, { reader, about: { partyId, role }, guardian, status }, taking)
}

type Reentering = {
  readonly target: string
  readonly decision: string
  readonly step: string
  readonly what: 'binding' | null
  readonly holder: string
  readonly acting: Acting
}

/** Into the state that the step leads to; the law that was pinned stays. */
async function reenter(
  tx: Tx,
  { keys, policy }: Around,
  { target, decision, step, what, holder, acting }: Reentering,
): Promise<void> {
  const held = await readCase(tx, keys, target)
  assert(held !== undefined, `the case ${target} is there`)
  const { at, on } = nowIn(held, acting.at)
  const description = descriptionOf(policy, held.standing, on)
  const taking = { ...acting, at, on, description, calendars: policy.calendars }
  const outcome = enterAgain(held.standing, contextIn(held, taking), {
    step,
    decision,
    whose: [holder],
    ...(what === null ? {} : { binding: true }),
  })
  if (outcome.ok) await recordStep(tx, held, outcome.value, taking)
}

/** Somebody may have begun the same meanwhile. */
function mayOpen(resting: Resting, taking: Taking): boolean {
  const { target: number, inForce, untilOn, kind, openTypes: open } = resting
  const status = { number, kind, inForce, until: isoDate(untilOn) }
  const party = { open, holds: [kind] }
  return mayBegin(contextIn({ status }, taking), { roles: taking.by.roles, party }).ok
}

const THE_SYSTEM: Actor = { id: SYSTEM, roles: [SYSTEM] }
