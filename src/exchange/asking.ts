import { hash, type KeyObject } from 'node:crypto'
import { dayInBaku, isoMoment, type IsoMoment } from '#core/dated.ts'
import type { System } from '#core/policy/systems.ts'
import type { Exchanged, Reply, Request } from '#exchange/driver.ts'
import { isWhollyAbout } from '#exchange/person.ts'
import { againAfter, restOf } from '#exchange/pace.ts'
import type { Service, Signed } from '#exchange/asked-service.ts'
import type { Saying, Way } from '#exchange/ways.ts'
import { later } from '#platform/calendar.ts'
import type { Database } from '#platform/database.ts'
import {
  noteMessage,
  noteReply,
  questionIn,
  settleInquiry,
  type ExchangeOutcome,
  type TakenInquiry,
} from '#records/exchange-log.ts'
import type { Answered, Question } from '#records/inquiries.ts'

/**
 * One question to one service, tried once: written to the log, sent, what came back written to the
 * log, and only then believed. Whatever comes, the question is settled: answered, or asked again.
 */
export type Trying = {
  readonly inquiry: TakenInquiry
  /** Of whom it is asked, in that case. */
  readonly key: KeyObject
  readonly system: System
  readonly service: Service
  readonly way: Way
}

export type Around = {
  readonly db: Database
  readonly now: () => Promise<IsoMoment>
  readonly chance: () => number
  readonly signed: Signed
}

/** What a try came to. */
export type Tried = { readonly outcome: ExchangeOutcome; readonly code?: string }

export async function ask(around: Around, trying: Trying): Promise<Tried> {
  const tried = await tryOnce(around, trying)
  const { inquiry, key } = trying
  const at = await around.now()
  const { outcome, code } = tried
  const comes =
    tried.outcome === 'answered'
      ? { answered: tried.answered, sha256: tried.sha256 }
      : { againAt: later(at, againAfter(tried.outcome, inquiry.tries, around.chance)) }
  await settleInquiry(around.db, key, {
    id: inquiry.id,
    outcome,
    ...(code === undefined ? {} : { code }),
    at,
    comes,
  })
  return code === undefined ? { outcome } : { outcome, code }
}

type Believed =
  | {
      readonly outcome: 'answered'
      readonly code?: undefined
      readonly answered: Answered
      /** Of the bytes that came. */
      readonly sha256: string
    }
  | { readonly outcome: Exclude<ExchangeOutcome, 'answered'>; readonly code?: string }

async function tryOnce(around: Around, trying: Trying): Promise<Believed> {
  const { inquiry, key, system, service, way } = trying
  const { id, caseId, number } = inquiry
  const issue = number ?? caseId
  const on = dayInBaku(isoMoment(inquiry.askedAt))
  const question = questionIn(inquiry, key)
  const content = await service.call(question, { issue, on, signed: around.signed })
  if (content === undefined) return { outcome: 'refused', code: 'not-enough-known' }
  const saying: Saying = { contract: service.contract, content, messageId: id, issue }
  const written = await way.write(system, saying)
  if (!written.ok) return { outcome: 'refused', code: `${written.reason}: ${written.where}` }

  const { request } = written
  const sentAt = await around.now()
  const log = { inquiry: id, driver: system.driver, at: sentAt, bytes: bytesOf(request) }
  const message = await noteMessage(around.db, key, log)
  const began = performance.now()
  const sent = await way.send(request, system.limits.timeoutSeconds * 1000)
  const came = sent.ok
    ? believed(trying, { saying, question }, sent.reply)
    : { believed: { outcome: 'unreachable', code: sent.fault } as const, receipt: {} }
  await noteReply(around.db, key, {
    message,
    outcome: came.believed.outcome,
    ...(came.believed.code === undefined ? {} : { code: came.believed.code }),
    at: await around.now(),
    tookMs: performance.now() - began,
    ...(sent.ok ? { bytes: sent.reply.body } : {}),
    receipt: came.receipt,
    ...restOf(system.limits),
  })
  return came.believed
}

/** What an answer is taken for: one about somebody else is none. */
function believed(
  { inquiry, system, service, way }: Trying,
  { saying, question }: { readonly saying: Saying; readonly question: Question },
  reply: Reply,
): { readonly believed: Believed; readonly receipt: Exchanged['receipt'] } {
  const exchanged = way.read(system, saying, reply)
  const { receipt } = exchanged
  if (exchanged.outcome !== 'answered') {
    const { outcome, code } = exchanged
    return { believed: { outcome, code }, receipt }
  }
  if (inquiry.ahead && !isWhollyAbout(exchanged.content, saying.content)) {
    return { believed: { outcome: 'unintelligible', code: 'other-person' }, receipt }
  }
  const meant = service.read(exchanged.content, saying.content, question)
  switch (meant.as) {
    case 'answer': {
      const { answered } = meant
      const sha256 = hash('sha256', reply.body)
      return { believed: { outcome: 'answered', answered, sha256 }, receipt }
    }
    case 'waits':
      return { believed: { outcome: 'waits' }, receipt }
    case 'other-person':
      return { believed: { outcome: 'unintelligible', code: 'other-person' }, receipt }
  }
}

/** The request as it leaves, for the log. */
const bytesOf = ({ method, url, body }: Request): Buffer =>
  Buffer.concat([Buffer.from(`${method} ${url}\n`), body ?? Buffer.alloc(0)])
