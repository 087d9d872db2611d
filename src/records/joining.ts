import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { holdingOn, type PartyKnown } from '#core/cases/holds.ts'
import { join, leave, type JoinRefusal, type LeaveRefusal } from '#core/cases/joining.ts'
import type { StepCode } from '#core/cases/life.ts'
import type { IsoDate } from '#core/dated.ts'
import { agree, type Outcome } from '#core/outcome.ts'
import { json, type Tx } from '#platform/database.ts'
import { tokenHash } from '#platform/sealing.ts'
import { contextIn, recordStep, type Taking } from '#records/cases.ts'
import { ownHoldings } from '#records/families.ts'
import type { Case } from '#records/read-case.ts'
import type { Keys } from '#records/keys.ts'

/**
 * How somebody comes into a case that is there, and leaves it: keys, rows and event, or none. The
 * key to what is told of somebody in a case is made before the case is read, so that it is among
 * those that the case has.
 */
type Held = { readonly held: Case; readonly taking: Taking }

/** Of somebody new, who does not act for themselves. */
export type Brought = {
  readonly partyId: string
  readonly role: string
  /** The last day on which whoever brings them along acts for them, where there is one. */
  readonly untilOn?: IsoDate
}

/** Whoever brings them along acts for them from that day on. Nothing proves yet that they may. */
export async function bringAlong(
  tx: Tx,
  { held, taking, brought }: Held & { readonly brought: Brought },
): Promise<Outcome<StepCode, JoinRefusal>> {
  const { standing } = held
  const { partyId: party, role, untilOn } = brought
  const joining = join(standing, contextIn(held, taking), { party, role })
  if (!joining.ok) return joining
  const event = randomUUID()
  const person = {
    party,
    role,
    mandate: randomUUID(),
    from_on: taking.on,
    until_on: untilOn ?? null,
    event,
    relation: relationIn(role, { taking, event }),
  }
  await sql`select add_represented(${standing.id}::uuid, ${json(person)})`.execute(tx)
  await recordStep(tx, held, { ...joining.value, id: event }, taking)
  return agree(joining.value.code)
}

/** The same of somebody for whom they act already: no other person is made of them. */
export async function bringKnown(
  tx: Tx,
  { held, taking, brought: { partyId: party, role } }: Held & { readonly brought: Brought },
): Promise<Outcome<StepCode, JoinRefusal>> {
  const { standing } = held
  const joining = join(standing, contextIn(held, taking), { party, role })
  if (!joining.ok) return joining
  const person = { party, role, from_on: taking.on }
  await sql`select bring_known(${standing.id}::uuid, ${json(person)})`.execute(tx)
  await recordStep(tx, held, joining.value, taking)
  return agree(joining.value.code)
}

/** Whoever was invited joins, by the token that was mailed to them. */
export async function joinInvited(
  tx: Tx,
  { held, taking, token, role }: Held & { readonly token: string; readonly role: string },
): Promise<Outcome<StepCode, JoinRefusal>> {
  const party = taking.by.id
  const known = await joinerKnown(tx, taking)
  const joining = join(held.standing, contextIn(held, taking), { party, role, known })
  if (!joining.ok) return joining
  const event = randomUUID()
  const row = {
    at: taking.at,
    from_on: taking.on,
    is_subject: roleIn(role, taking).subject === true,
    relation: relationIn(role, { taking, event }),
  }
  await sql`select join_case(${tokenHash(token)}, ${json(row)})`.execute(tx)
  await recordStep(tx, held, { ...joining.value, id: event }, taking)
  return agree(joining.value.code)
}

/** What whoever comes by themselves holds and held: their role can ask for it. */
export async function joinerKnown(
  tx: Tx,
  { by, on }: Pick<Taking, 'by' | 'on'>,
): Promise<PartyKnown> {
  const held = (await ownHoldings(tx, [by.id])).get(by.id) ?? []
  return { open: [], ...holdingOn(held, on) }
}

/** One of several leaves. What they had written and not sent in goes with them. */
export async function leaveCase(
  tx: Tx,
  { held, taking, ...leaving }: Held & { readonly step: StepCode; readonly subject: string },
): Promise<Outcome<StepCode, LeaveRefusal>> {
  const { standing } = held
  const outcome = leave(standing, contextIn(held, taking), leaving)
  if (!outcome.ok) return outcome
  await recordStep(tx, held, outcome.value, taking)
  await sql`select leave_case(${standing.id}::uuid, ${leaving.subject}::uuid)`.execute(tx)
  return agree(leaving.step)
}

/** In which case, by nobody before, of whom: the key comes first. */
export const makeKeyWithin = (keys: Keys, partyId: string, caseId: string): Promise<unknown> =>
  keys.make([{ party: partyId, caseId }])

function roleIn(code: string, { description: { type } }: Taking) {
  const role = type.roles.find((each) => each.code === code)
  assert(role !== undefined, `${code} is a role of ${type.code}`)
  return role
}

function relationIn(
  code: string,
  { taking, event }: { readonly taking: Taking; readonly event: string },
) {
  const { relation: kind } = roleIn(code, taking)
  return kind === undefined ? null : { id: randomUUID(), kind, from_on: taking.on, event }
}
