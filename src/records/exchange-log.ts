import { isUtf8 } from 'node:buffer'
import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { RELATIONS } from '#core/cases/life.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { json, type Database } from '#platform/database.ts'
import { openText, seal } from '#platform/sealing.ts'
import {
  answerPlace,
  byMeaning,
  questionPlace,
  type Answered,
  type Question,
} from '#records/inquiries.ts'

/**
 * What the exchange reads and writes: the next questions, the message log, how systems stand, and
 * the answers. Each is a statement of its own and holds at once: a message is in the log before it
 * is sent, and what came back before it is believed.
 */

/** A question that was taken, for so long as its lease holds. */
export type TakenInquiry = {
  readonly id: string
  readonly caseId: string
  readonly party: string
  readonly system: string
  readonly service: string
  readonly ground: string
  readonly number: string | null
  readonly askedAt: string
  /** For somebody who is still writing: they are shown what it says. */
  readonly ahead: boolean
  readonly tries: number
  readonly questionSealed: Buffer
}

/** Of which services of a system how many can be asked now. */
export type Room = {
  readonly system: string
  readonly services: readonly string[]
  readonly places: number
}

export async function takeInquiries(
  db: Database,
  { at, room, leaseSeconds }: { at: IsoMoment; room: readonly Room[]; leaseSeconds: number },
): Promise<readonly TakenInquiry[]> {
  const { rows } = await sql<TakenInquiry>`
    select * from take_inquiries(${at}, ${json(room)}, ${leaseSeconds})`.execute(db)
  return rows
}

export const questionIn = (
  { id, questionSealed }: Pick<TakenInquiry, 'id' | 'questionSealed'>,
  key: KeyObject,
): Question =>
  questionShape.parse(
    JSON.parse(openText(key, { place: questionPlace(id), sealed: questionSealed })),
  )

const changeShape = z.object({
  id: z.string(),
  subscription: z.string(),
  n: z.string(),
  kind: z.string(),
  state: z.enum(['in-force', 'suspended', 'ended']),
  on: z.string(),
  at: z.string(),
  to: z.string(),
})

const statusShape = z.object({
  number: z.string(),
  from: z.string(),
  until: z.string(),
  state: z.enum(['in-force', 'suspended', 'ended']),
  endedAs: z.string().exactOptional(),
  changedOn: z.string(),
})

const forwardedShape = z.object({
  does: z.enum(['send', 'ask', 'withdraw', 'recall']),
  heard: z.number(),
  filed: z
    .object({
      type: z.string(),
      title: z.string(),
      on: z.string(),
      answer: z.array(
        z.object({
          block: z.string(),
          item: z.string(),
          field: z.string(),
          question: z.string(),
          value: z.array(z.string()),
        }),
      ),
      document: z
        .array(
          z.object({
            id: z.string(),
            kind: z.string(),
            title: z.string(),
            media: z.enum(['pdf', 'jpeg', 'png']),
            bytes: z.string(),
          }),
        )
        .exactOptional(),
      held: z
        .array(
          z.object({
            kind: z.string(),
            title: z.string(),
            number: z.string(),
            from: z.string(),
            until: z.string(),
            state: z.enum(['in-force', 'suspended', 'ended']),
          }),
        )
        .exactOptional(),
    })
    .exactOptional(),
})

const told = z.union([z.string(), z.array(z.string())])

const tieShape = z.object({
  relation: z.enum(RELATIONS),
  to: z.record(z.string(), told).transform((said) => byMeaning(said)),
})

/** As it was left: by what a question of the form means, and what became of a status. */
const questionShape = z
  .object({
    status: statusShape.exactOptional(),
    change: changeShape.exactOptional(),
    body: z.string().exactOptional(),
    forwarded: forwardedShape.exactOptional(),
    tie: tieShape.exactOptional(),
  })
  .catchall(told)
  .transform(({ status, change, body, forwarded, tie, ...facts }): Question => ({
    ...byMeaning(facts),
    ...(tie === undefined ? {} : { tie }),
    ...(body === undefined ? {} : { body }),
    ...(status === undefined ? {} : { status }),
    ...(change === undefined ? {} : { change }),
    ...(forwarded === undefined ? {} : { forwarded }),
  }))

/** What is about to be sent; gives the name of the entry. */
export async function noteMessage(
  db: Database,
  key: KeyObject,
  sent: { inquiry: string; driver: string; at: IsoMoment; bytes: Buffer },
): Promise<string> {
  const id = randomUUID()
  const { inquiry, driver, at, bytes } = sent
  const plain = JSON.stringify(kept(bytes))
  const row = {
    id,
    inquiry,
    driver,
    sent_at: at,
    request_sealed: seal(key, { place: requestPlace(id), plain }).toString('base64'),
  }
  await sql`select note_message(${json(row)})`.execute(db)
  return id
}

/** What a try came to. */
export type ExchangeOutcome = 'answered' | 'waits' | 'refused' | 'unreachable' | 'unintelligible'

export type Replied = {
  readonly message: string
  readonly outcome: ExchangeOutcome
  readonly code?: string
  readonly at: IsoMoment
  readonly tookMs: number
  /** As it came; nothing, where nothing did. */
  readonly bytes?: Buffer
  readonly receipt: { readonly requestId?: string; readonly requestHash?: string }
  /** After how many failures its system is left alone, and for how long. */
  readonly failuresMax: number
  readonly restSeconds: number
}

export async function noteReply(db: Database, key: KeyObject, replied: Replied): Promise<void> {
  const { message: id, outcome, code, at, tookMs, bytes, receipt } = replied
  // A hash of what somebody was told is found by whoever tries: it lies under the key as well.
  const came = bytes && { ...kept(bytes), requestHash: receipt.requestHash }
  const plain = came && JSON.stringify(came)
  const row = {
    id,
    outcome,
    code,
    answered_at: at,
    took_ms: Math.round(tookMs),
    answer_sealed: plain && seal(key, { place: replyPlace(id), plain }).toString('base64'),
    request_id: receipt.requestId,
    failures_max: replied.failuresMax,
    rest_seconds: replied.restSeconds,
  }
  await sql`select note_reply(${json(row)})`.execute(db)
}

/** The answer, sealed for whoever takes it to the case; or when the same is asked again. */
export async function settleInquiry(
  db: Database,
  key: KeyObject,
  settled: {
    id: string
    outcome: ExchangeOutcome
    code?: string
    at: IsoMoment
    comes: { answered: Answered; sha256: string } | { againAt: IsoMoment }
  },
): Promise<void> {
  const { id, outcome, code = null, at, comes } = settled
  const answer =
    'answered' in comes
      ? seal(key, {
          place: answerPlace(id),
          plain: JSON.stringify({ ...comes.answered, sha256: comes.sha256 }),
        })
      : null
  const again = 'againAt' in comes ? comes.againAt : null
  await sql`select settle_inquiry(
    ${id}::uuid, ${outcome}, ${code}, ${at}, ${answer}, ${again}
  )`.execute(db)
}

/** How a system stands, as all processes know it. */
export type SystemKnown = {
  readonly failures: number
  readonly openUntil: IsoMoment | undefined
  readonly isOff: boolean
}

export async function systemStates(db: Database): Promise<ReadonlyMap<string, SystemKnown>> {
  const { rows } = await sql<{
    system: string
    failures: number
    openUntil: string | null
    isOff: boolean
  }>`select * from system_states()`.execute(db)
  return new Map(
    rows.map(({ system, failures, openUntil, isOff }) => [
      system,
      { failures, openUntil: openUntil === null ? undefined : isoMoment(openUntil), isOff },
    ]),
  )
}

/** As it was sent or came; what is no text, in base64. */
const kept = (bytes: Buffer) =>
  isUtf8(bytes) ? { text: bytes.toString() } : { base64: bytes.toString('base64') }

export const requestPlace = (id: string): string => `exchange_message.request_sealed:${id}`
export const replyPlace = (id: string): string => `exchange_message.answer_sealed:${id}`
