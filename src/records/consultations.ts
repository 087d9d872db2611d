import type { KeyObject } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { partOf } from '#core/cases/standing.ts'
import { dayInBaku, isoMoment, type IsoMoment } from '#core/dated.ts'
import { descriptionOf, type Policy } from '#core/policy/policy.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { later } from '#platform/calendar.ts'
import { json, type Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { questionIn } from '#records/exchange-log.ts'
import { answeredAgain, factsFor, inquiryRow, tieFor, type Question } from '#records/inquiries.ts'
import { forwardingOf } from '#records/forwarding.ts'
import { readCase, unlessErased } from '#records/read-case.ts'

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
  /** Who is in it without its being about them and holds something, and by which case they do. */
  readonly naming: unknown
}

const namingShape = z.array(z.object({ party: z.string(), caseId: z.string() }))

const consultsShape = z.array(
  z.object({
    subject: z.string(),
    service: z.string(),
    body: z.string().exactOptional(),
    does: z.enum(['send', 'ask', 'withdraw', 'recall']).exactOptional(),
  }),
)

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
  const naming = await answersNaming(tx, { keys, policy }, { naming: taken.naming, now })
  const known = await goodStill(tx, policy, { event, now })
  const left = []
  for (const each of asked.filter(({ subject }) => !erased.includes(subject))) {
    const { subject: party, service: code, body, does } = each
    const found = serviceOf(policy.systems, code)
    assert(found !== undefined, `the loader saw to it that there is a service ${code}`)
    const answers = partOf(written.standing, party).filings.at(-1)?.answers ?? {}
    const key = several?.keyOf(party) ?? held.key
    const whose = body === undefined ? {} : { body }
    const forwards =
      does === undefined
        ? {}
        : {
            forwarded: await forwardingOf(
              tx,
              { held, type, statuses: policy.statuses },
              { subject: party, does },
            ),
          }
    const { named, ...tie } = tieFor(found, { type, standing: written.standing, party, naming })
    const facts = { ...factsFor(found, type, answers), ...tie, ...whose, ...forwards }
    const row = { ...inquiryRow(found, facts, key), party, ...whose, ...(named && { named }) }
    const same = known.find(
      (good) =>
        does === undefined && good.party === party && isSameQuestion(good, { code, facts, key }),
    )
    left.push(same === undefined ? row : { ...row, ...answeredAgain(key, same, row.id) })
  }
  await sql`select leave_inquiries(${event}::uuid, ${json(left)})`.execute(tx)
}

/** What each of them has sent in, in the case that names them as a holder. */
async function answersNaming(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { naming, now }: { readonly naming: unknown; readonly now: IsoMoment },
) {
  const found = await Promise.all(
    namingShape.parse(naming).map(async ({ party, caseId }) => {
      const held = await readCase(tx, keys, caseId).catch(unlessErased)
      if (held === undefined) return []
      const { type } = descriptionOf(policy, held.standing, dayInBaku(now))
      const answers = partOf(held.standing, party).filings.at(-1)?.answers ?? {}
      return [{ party, type, answers }]
    }),
  )
  return (party: string) => found.flat().find((each) => each.party === party)
}

/** An answer of this case that is good for the same question still, by what policy says of it. */
type Good = {
  readonly id: string
  readonly party: string
  readonly service: string
  readonly questionSealed: Buffer
  readonly answerSealed: Buffer
  readonly answeredAt: string
}

async function goodStill(
  tx: Tx,
  { systems }: Pick<Policy, 'systems'>,
  { event, now }: { readonly event: string; readonly now: IsoMoment },
): Promise<readonly Good[]> {
  const daysOf = (code: string) => serviceOf(systems, code)?.service.validDays ?? 0
  const services = systems.systems.flatMap((system) => system.services)
  const longest = Math.max(0, ...services.map(({ validDays }) => validDays))
  if (longest === 0) return []
  const since = (days: number) => later(now, -days * DAY_MS)
  const { rows } = await sql<Good>`
    select * from answers_since(${event}::uuid, ${since(longest)})`.execute(tx)
  return rows.filter(({ service, answeredAt }) => isoMoment(answeredAt) > since(daysOf(service)))
}

const DAY_MS = 86_400_000

function isSameQuestion(
  { service, ...good }: Good,
  {
    code,
    facts,
    key,
  }: { readonly code: string; readonly facts: Question; readonly key: KeyObject },
): boolean {
  return service === code && isDeepStrictEqual(questionIn(good, key), facts)
}
