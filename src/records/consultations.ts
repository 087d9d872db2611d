import { sql } from 'kysely'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { partOf } from '#core/cases/standing.ts'
import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { json, type Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { factsFor, inquiryRow } from '#records/inquiries.ts'
import { erasedIn, readCase } from '#records/read-case.ts'

/**
 * Registers are asked by a job once a case was sent in: whoever sends it in does not read what
 * others in it have answered. The database notes that it was, in the transaction of the event.
 */
export type Consultation = { readonly event: string; readonly askedAt: string }

/** A page of those of which no questions were left yet. */
export async function consultations(tx: Tx, after: Consultation): Promise<readonly Consultation[]> {
  const { rows } = await sql<Consultation>`
    select * from consultations(${after.askedAt}::timestamptz, ${after.event}::uuid)`.execute(tx)
  return rows
}

type Taken = {
  readonly caseId: string
  /** The case that gave the status, where it is about one. */
  readonly givenIn: string | null
  readonly consults: unknown
}

const consultsShape = z.array(z.object({ subject: z.string(), service: z.string() }))

/** Leaves what that event asks; of whoever was erased meanwhile nothing. */
export async function leaveInquiries(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { event, now }: { readonly event: string; readonly now: IsoMoment },
): Promise<void> {
  const { rows } = await sql<Taken>`select * from take_consultation(${event}::uuid)`.execute(tx)
  const [taken] = rows
  if (!taken) return
  const held = await readCase(tx, keys, taken.caseId).catch(unlessErased)
  if (held === undefined) return
  const { several, erased = [] } = held
  const written =
    taken.givenIn === null ? held : await readCase(tx, keys, taken.givenIn).catch(unlessErased)
  if (written === undefined) return
  const { type } = descriptionOf(policy, written.standing, dayInBaku(now))
  const asked = consultsShape.parse(taken.consults)
  const left = asked
    .filter(({ subject }) => !erased.includes(subject))
    .map(({ subject, service: code }) => {
      const found = serviceOf(policy.systems, code)
      assert(found !== undefined, `the loader saw to it that there is a service ${code}`)
      const answers = partOf(written.standing, subject).filings.at(-1)?.answers ?? {}
      const key = several?.keyOf(subject) ?? held.key
      return { ...inquiryRow(found, factsFor(found, type, answers), key), party: subject }
    })
  await sql`select leave_inquiries(${event}::uuid, ${json(left)})`.execute(tx)
}

function unlessErased(fault: unknown): undefined {
  if (erasedIn(fault) === undefined) throw fault
}
