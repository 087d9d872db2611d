import type { ConcessionLaw } from '#core/concessions/told.ts'
import type { IsoDate } from '#core/dated.ts'
import { concessionsInForce, type Policy } from '#core/policy/policy.ts'
import { groundOfUse, mayAsk, saidOfOccupation, type OfferedClient } from '#core/policy/offered.ts'
import { servicesOf } from '#core/policy/systems.ts'
import type { Content } from '#exchange/content.ts'
import { clientPath, type XroadClient } from '#exchange/drivers/identifiers.ts'
import type { Files } from '#exchange/offered/documents.ts'
import type { OfferedService } from '#exchange/offered/services.ts'
import { signedChange, type Signing } from '#exchange/signing.ts'
import type { Clock } from '#platform/calendar.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import type { Log } from '#platform/log.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import { countAttempts, limitsOf, takeBackAttempts, type Limit } from '#records/attempts.ts'

/** What answering others rests on; whoever may be guessed at is counted by the door. */
export type Offering = {
  readonly db: Database
  readonly door: Database
  readonly secret: HouseSecret
  readonly policy: () => Policy
  readonly clock: Clock
  readonly log: Log
  /** By which what is told of a change can be checked. */
  readonly signing: Signing
  /** What opens documents of cases that are examined elsewhere. */
  readonly files: Files
  /** What no clause allows is not answered. */
  readonly groundNeeded: boolean
}

/** One question, whichever protocol brought it. */
export type OfferedAsk = {
  readonly asker: XroadClient
  readonly messageId: string
  readonly service: OfferedService
  /** Undefined where it says nothing that could be understood. */
  readonly content: Content | undefined
}

export type OfferedSaid =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly refusal: Refusal }

/** Why it is not answered; each protocol has its own way to say so. */
type Refusal =
  | { readonly word: 'not-allowed' }
  | { readonly word: 'not-understood'; readonly where: string }
  | { readonly word: 'too-often'; readonly seconds: number }

/** Whoever may ask is answered once it is counted; whom it is about reads of each answer. */
export async function answerTo(offering: Offering, ask: OfferedAsk): Promise<OfferedSaid> {
  const said = await answerOf(offering, ask)
  const { log } = offering
  const system = clientPath(ask.asker)
  const fields = { system, service: ask.service.contract.code }
  if (said.ok) log.info('another system was answered', fields)
  else log.warn('another system was refused', { ...fields, reason: said.refusal.word })
  return said
}

async function answerOf(offering: Offering, ask: OfferedAsk): Promise<OfferedSaid> {
  const { db, door, secret, policy, clock, groundNeeded, signing, files } = offering
  const { asker, messageId, content } = ask
  const { contract, read } = ask.service
  const { systems } = policy()
  const { offered } = systems
  const found = mayAsk(offered, { asker, service: contract.code, groundNeeded })
  if (offered === undefined || found === undefined) return refused({ word: 'not-allowed' })
  const understood = content && read(content)
  if (understood?.ok !== true) {
    return refused({ word: 'not-understood', where: understood?.where ?? 'body' })
  }
  const { client, use } = found
  const { question } = understood
  const at = clock.now()
  const { about, occupation } = question
  const guessing = about === undefined ? [] : guessLimits(client, about)
  const counting = { secret, at }
  const limits = [minuteLimit(client), ...guessing]
  const reached = await inTransaction(door, (tx) => countAttempts(tx, limits, counting))
  if (reached) return refused({ word: 'too-often', seconds: reached.seconds })
  const call = {
    client: client.code,
    service: contract.code,
    purpose: use.purpose,
    ground: groundOfUse(use),
    at,
    messageId,
  }
  const answer = await question.answer(db, {
    secret,
    kinds: use.kinds,
    on: clock.today(),
    law: lawOn(policy(), clock.today()),
    call,
    days: client.told?.days ?? 0,
    files,
    services: servicesOf(systems, client),
    signed: (change) => signedChange(signing, systems, change),
    said: occupation === undefined ? [] : saidOfOccupation(offered, occupation, { groundNeeded }),
  })
  if (answer.isKnown) {
    await inTransaction(door, (tx) => takeBackAttempts(tx, guessing, counting))
  }
  return { ok: true, content: answer.content }
}

/** What concessions are told by on a day. */
function lawOn(policy: Policy, on: IsoDate): ConcessionLaw | undefined {
  const concessions = concessionsInForce(policy, on)
  return concessions && { concessions, calendars: policy.calendars }
}

const refused = (refusal: Refusal): OfferedSaid => ({ ok: false, refusal })

const minuteLimit = ({ code, limits }: OfferedClient): Limit => ({
  kind: 'offered, all',
  of: 'client',
  subject: code,
  timesMax: limits.perMinuteMax,
  windowMinutes: 1,
})

/** About one number as whoever checks a status by hand; about all of them as policy has it. */
const guessLimits = ({ code, limits }: OfferedClient, about: string): readonly Limit[] => [
  ...limitsOf({ kind: 'offered', of: 'document', subject: about, client: code }).filter(
    ({ of }) => of !== 'client',
  ),
  {
    kind: 'offered, none',
    of: 'client',
    subject: code,
    timesMax: limits.nonePerHourMax,
    windowMinutes: 60,
  },
]
