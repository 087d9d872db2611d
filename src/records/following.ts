import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { Answers } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import { partOf } from '#core/cases/standing.ts'
import { openedBy, type FollowRule } from '#core/cases/followed.ts'
import { dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionOf, type Policy } from '#core/policy/policy.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { later } from '#platform/calendar.ts'
import { json, type Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { answerIn, factsFor, inquiryRow } from '#records/inquiries.ts'
import { readCase, unlessErased, type Case } from '#records/read-case.ts'

/**
 * Whoever holds a status is followed by what its kind names and by nothing else: a register is
 * asked about them again, and where it says one of the things that are named, a case about the
 * status is opened. An official decides in it, or drops it.
 */

const DAY_MS = 86_400_000

/** A page of statuses about which that service is to be asked again. */
export async function statusesToFollow(
  tx: Tx,
  {
    kind,
    rule,
    now,
  }: { readonly kind: string; readonly rule: FollowRule; readonly now: IsoMoment },
  after: string,
): Promise<readonly string[]> {
  const since = later(now, -rule.everyDays * DAY_MS)
  const { rows } = await sql<{ number: string }>`
    select * from statuses_to_follow(${kind}, ${rule.service}, ${since}, ${after}) as number
  `.execute(tx)
  return rows.map(({ number }) => number)
}

type Holding = { readonly caseId: string; readonly party: string }

/** Of whoever was erased nothing is asked. */
export async function leaveFollowing(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  {
    number,
    service,
    now,
  }: { readonly number: string; readonly service: string; readonly now: IsoMoment },
): Promise<void> {
  const { rows } = await sql<Holding>`select * from take_to_follow(${number})`.execute(tx)
  const [holding] = rows
  if (!holding) return
  const held = await readCase(tx, keys, holding.caseId).catch(unlessErased)
  if (held === undefined || held.erased?.includes(holding.party)) return
  const found = serviceOf(policy.systems, service)
  assert(found !== undefined, `the loader saw to it that there is a service ${service}`)
  const { type, answers, key } = writtenBy(holding.party, held, { policy, on: dayInBaku(now) })
  const left = inquiryRow(found, factsFor(found, type, answers), key)
  await sql`select leave_following(${number}, ${json(left)}, ${now})`.execute(tx)
}

type Noticing = {
  readonly id: string
  readonly of: {
    readonly party: string
    readonly service: string
    readonly kind: string
    readonly answerSealed: Buffer
  }
  /** The case that gave the status. */
  readonly held: Case
  readonly on: IsoDate
}

/**
 * Opens a case where it says what is followed, and did not say it when it was heard before: as the
 * last answer that needs nobody any more, or in a case of that type.
 */
export async function notice(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, of, held, on }: Noticing,
): Promise<void> {
  const { kind, service, party, answerSealed } = of
  const rule = policy.statuses.get(kind)?.follows?.find((each) => each.service === service)
  if (rule === undefined) return
  const { key, ...written } = writtenBy(party, held, { policy, on })
  const said = answerIn(key, { id, answerSealed })
  const opens = openedBy(rule, said, written)
  if (opens === undefined) return
  const earlier = await heardBefore(tx, keys, { id, opens })
  const isSame = earlier?.result === said.result && openedBy(rule, earlier, written) === opens
  if (isSame) return
  await sql`select open_for_notice(${id}::uuid, ${opens})`.execute(tx)
}

async function heardBefore(
  tx: Tx,
  keys: House['keys'],
  { id, opens }: { readonly id: string; readonly opens: string },
): Promise<ReturnType<typeof answerIn> | undefined> {
  const { rows } = await sql<{
    id: string
    caseId: string
    party: string
    answerSealed: Buffer
  }>`select * from said_before(${id}::uuid, ${opens})`.execute(tx)
  const [before] = rows
  if (!before) return undefined
  const { caseId, party } = before
  const key = (await keys.read({ cases: [caseId] })).of({ party, caseId })
  return key === 'erased' ? undefined : answerIn(key, before)
}

/** Whoever carries out what was noticed found that no case can be opened for it now. */
export async function leaveUnnoticed(tx: Tx): Promise<void> {
  await sql`select leave_unnoticed()`.execute(tx)
}

function writtenBy(
  party: string,
  held: Case,
  { policy, on }: { readonly policy: Policy; readonly on: IsoDate },
): {
  readonly type: CaseType
  readonly answers: Answers
  readonly key: KeyObject
} {
  const { type } = descriptionOf(policy, held.standing, on)
  const answers = partOf(held.standing, party).filings.at(-1)?.answers ?? {}
  return { type, answers, key: held.several?.keyOf(party) ?? held.key }
}
