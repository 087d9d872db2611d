import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { dayInBaku, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { descriptionOf, type Policy } from '#core/policy/policy.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { partOf } from '#core/cases/standing.ts'
import { json, type Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { factsFor, inquiryRow, type StatusTold } from '#records/inquiries.ts'
import { readCase, unlessErased } from '#records/read-case.ts'

/**
 * Each change of a status is told to the registers that its kind names, in the order in which it
 * came to be: the database notes it in the transaction of the change, a job leaves what is said.
 */
export type Change = {
  readonly id: string
  /** As the database writes it: a moment of ours would lose what is less than a millisecond. */
  readonly changedAt: string
}

/** A page of changes of which nothing was left yet. */
export async function statusChanges(tx: Tx, after: Change): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    select id, changed_at::text
    from status_changes(${after.changedAt}::timestamptz, ${after.id}::uuid)`.execute(tx)
  return rows
}

type Taken = {
  readonly number: string
  readonly kind: string
  readonly caseId: string
  readonly party: string
  readonly state: StatusTold['state']
  readonly endedAs: string | null
  readonly changedOn: string
  readonly changedAt: string
  readonly fromOn: string
  readonly untilOn: string
}

/** Of whoever was erased nothing is told any more. */
export async function leaveTelling(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, now }: { readonly id: string; readonly now: IsoMoment },
): Promise<void> {
  const { rows } = await sql<Taken>`select * from take_status_change(${id}::uuid)`.execute(tx)
  const [taken] = rows
  if (!taken) return
  const services = policy.statuses.get(taken.kind)?.tells ?? []
  const told = await toldIn(tx, id, dayInBaku(now))
  if (services.length + told.length === 0) return
  const held = await readCase(tx, keys, taken.caseId).catch(unlessErased)
  if (held === undefined || held.erased?.includes(taken.party)) return
  const { type } = descriptionOf(policy, held.standing, dayInBaku(now))
  const answers = partOf(held.standing, taken.party).filings.at(-1)?.answers ?? {}
  const key = held.several?.keyOf(taken.party) ?? held.key
  const rowsLeft = services.flatMap((code) => {
    const found = serviceOf(policy.systems, code)
    if (found === undefined) return []
    return [inquiryRow(found, { ...factsFor(found, type, answers), status: toldOf(taken) }, key)]
  })
  rowsLeft.push(...told.flatMap((each) => deliveryRow(policy, { told: each, taken, id }, key)))
  await sql`select leave_telling(${id}::uuid, ${json(rowsLeft)})`.execute(tx)
}

/** Each system that asked to be told of that status, with the place of the change in its order. */
type Told = {
  readonly subscription: string
  readonly client: string
  readonly n: string | number
}

async function toldIn(tx: Tx, change: string, on: IsoDate): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`select * from leave_told(${change}::uuid, ${on}::date)`.execute(
    tx,
  )
  return rows
}

/** The call by which it is told; where policy names no system, it is read and not told. */
function deliveryRow(
  { systems }: Pick<Policy, 'systems'>,
  { told, taken, id }: { readonly told: Told; readonly taken: Taken; readonly id: string },
  key: KeyObject,
) {
  const { subscription, client, n } = told
  const by = systems.offered?.clients.find(({ code }) => code === client)?.told?.by
  const found = by && serviceOf(systems, by.service, by.system)
  if (found === undefined) return []
  const { kind, state, changedOn: on, changedAt } = taken
  const at = isoMoment(changedAt)
  const change = { id, subscription, n: String(n), kind, state, on, at, to: client }
  return [{ ...inquiryRow(found, { change }, key), subscription }]
}

const toldOf = ({ number, fromOn, untilOn, state, endedAs, changedOn }: Taken): StatusTold => ({
  number,
  from: fromOn,
  until: untilOn,
  state,
  changedOn,
  ...(endedAs === null ? {} : { endedAs }),
})
