import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { answerMeaning } from '#core/answers/asked.ts'
import type { Value } from '#core/answers/answers.ts'
import type { CaseEvent } from '#core/cases/happenings.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import { groundOf, serviceOf } from '#core/policy/systems.ts'
import { json, type Tx } from '#platform/database.ts'
import { seal } from '#platform/sealing.ts'
import type { About, Noted, Taking } from '#records/case-rows.ts'

/**
 * What registers are asked about somebody in a case: left here, sealed under their key in it, in
 * the transaction in which the case is sent in; asked by the exchange, which has nothing else;
 * and taken to the case by a job.
 */

/** What a service is told of somebody, by what each means. */
export type Question = Readonly<Partial<Record<Meaning, Value>>>

export const questionPlace = (id: string): string => `inquiry.question_sealed:${id}`
export const answerPlace = (id: string): string => `inquiry.answer_sealed:${id}`

/** What the exchange makes of an answer: a word of the service, and what it says by its meaning. */
export type Answered = {
  readonly result: string
  readonly says: readonly Readonly<Partial<Record<Meaning, string>>>[]
}

/** Leaves what this event asks of registers; nothing, where it asks none. */
export async function leaveInquiries(
  tx: Tx,
  { id: eventId, event, at }: Noted,
  { caseId, about, taking }: { readonly caseId: string } & Leaving,
): Promise<void> {
  const rows = inquiriesOf(event, { about, taking, at })
  if (rows.length === 0) return
  await sql`select record_inquiries(${caseId}::uuid, ${eventId}::uuid, ${json(rows)})`.execute(tx)
}

type Leaving = { readonly about: About; readonly taking: Taking }

function inquiriesOf(
  event: CaseEvent,
  { about, taking, at }: Leaving & { readonly at: IsoMoment },
) {
  if (event.kind !== 'file') return []
  const { type, systems } = taking.description
  return (event.consults ?? []).map(({ subject, service: code }) => {
    const found = serviceOf(systems, code)
    assert(found !== undefined, `the loader saw to it that there is a service ${code}`)
    const { answers = {} } = event.filed.find((each) => each.subject === subject) ?? {}
    const question = Object.fromEntries(
      found.service.tells.flatMap((meaning) => {
        const value = answerMeaning(type, answers, meaning)
        return value === undefined || value === '' ? [] : [[meaning, value]]
      }),
    )
    const id = randomUUID()
    const key = about.several?.keyOf(subject) ?? about.key
    const plain = JSON.stringify(question)
    return {
      id,
      party: subject,
      system: found.system.code,
      service: code,
      ground: groundOf(found),
      asked_at: at,
      question_sealed: seal(key, { place: questionPlace(id), plain }).toString('base64'),
    }
  })
}

/** How often something was asked that is not answered yet, and what the last try came to. */
export type Tries = {
  readonly party: string
  readonly service: string
  readonly times: number
  readonly outcome?: 'waits' | 'refused' | 'unreachable' | 'unintelligible'
}

/** Of a case. */
export async function triesIn(tx: Tx, caseId: string): Promise<readonly Tries[]> {
  const rows = await tx
    .selectFrom('inquiry')
    .select(['party', 'service', 'tries', 'outcome'])
    .where('caseId', '=', caseId)
    .where('state', '=', 'waiting')
    .execute()
  return rows.map(({ party, service, tries: times, outcome }) => {
    const last = UNANSWERED.find((each) => each === outcome)
    return { party, service, times, ...(last === undefined ? {} : { outcome: last }) }
  })
}

const UNANSWERED = ['waits', 'refused', 'unreachable', 'unintelligible'] as const

/** That a register was asked about somebody: when, what, and by which clause. */
export type AskedAbout = {
  readonly id: string
  readonly at: IsoMoment
  readonly system: string
  readonly service: string
  readonly ground: string
  readonly caseId: string
}

/** How many of these one page shows. */
export const ASKED_PAGE = 50

/** Which registers were asked about somebody, the newest first, a page at a time. */
export async function askedAbout(
  tx: Tx,
  party: string,
  before?: string,
): Promise<readonly AskedAbout[]> {
  const rows = await tx
    .selectFrom('exchangeMessage')
    .select(['id', 'sentAt', 'system', 'service', 'ground', 'caseId'])
    .where('party', '=', party)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(sent_at, id) < (
          select sent_at, id from exchange_message
          where id = ${before ?? ''}::uuid and party = ${party}
        )`,
      ),
    )
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .limit(ASKED_PAGE)
    .execute()
  return rows.map(({ sentAt, ...row }) => ({ ...row, at: isoMoment(sentAt) }))
}
