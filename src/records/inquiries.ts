import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { answerMeaning } from '#core/answers/asked.ts'
import type { Answers, Value } from '#core/answers/answers.ts'
import { REPORTED, type Report } from '#core/cases/away.ts'
import type { Forwards } from '#core/cases/consulted.ts'
import { isoDate, isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Relation } from '#core/cases/life.ts'
import { partOf, type Standing } from '#core/cases/standing.ts'
import { tieIn } from '#core/cases/tied.ts'
import { isMeaning, type Meaning } from '#core/policy/meanings.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Service } from '#core/policy/systems.ts'
import type { Tx } from '#platform/database.ts'
import { openText, seal } from '#platform/sealing.ts'

/**
 * What registers are asked about somebody in a case: left here, sealed under their key in it;
 * asked by the exchange, which has nothing else; and what became of it, for those who may know.
 */

/** What a service is told of somebody, by what each means; and of a status, what it has become. */
export type Question = Facts & {
  readonly tie?: TieTold
  /** The body whose opinion is asked. */
  readonly body?: string
  readonly status?: StatusTold
  readonly change?: ChangeTold
  /** Of a case that another system examines. */
  readonly forwarded?: Forwarding
}

/** What is said of one in a case to the system that examines it, and what it was heard to say. */
export type Forwarding = {
  readonly does: Forwards
  readonly heard: number
  readonly filed?: FiledThere
}

/** All that was sent in of them last; documents by their names, since they stay here. */
export type FiledThere = {
  readonly type: string
  readonly title: string
  readonly on: string
  readonly answer: readonly {
    readonly block: string
    readonly item: string
    readonly field: string
    readonly question: string
    readonly value: readonly string[]
  }[]
  readonly document?: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly media: 'pdf' | 'jpeg' | 'png'
    readonly bytes: string
  }[]
  /** What they hold and held, where the type says that it is told. */
  readonly held?: readonly HeldThere[]
}

/** A status as the system that examines a case is told of it. */
export type HeldThere = {
  readonly kind: string
  readonly title: string
  readonly number: string
  readonly from: string
  readonly until: string
  readonly state: 'in-force' | 'suspended' | 'ended'
}

export type Facts = Readonly<Partial<Record<Meaning, Value>>>

/** What somebody is to the first person of the case, and what is told of that one. */
export type TieTold = { readonly relation: Relation; readonly to: Facts }

/** A status as a register is told of it: since which day it is so. */
export type StatusTold = {
  readonly number: string
  readonly from: string
  readonly until: string
  readonly state: 'in-force' | 'suspended' | 'ended'
  readonly endedAs?: string
  readonly changedOn: string
}

/** That a status became so, for a system that asked to be told of it: nothing of its holder. */
export type ChangeTold = {
  readonly id: string
  readonly subscription: string
  /** Its place among all that this system is told. */
  readonly n: string
  readonly kind: string
  readonly state: StatusTold['state']
  /** The day on which it became so. */
  readonly on: string
  /** The moment from which it was known. */
  readonly at: string
  /** The client as policy calls it. */
  readonly to: string
}

export const questionPlace = (id: string): string => `inquiry.question_sealed:${id}`
export const answerPlace = (id: string): string => `inquiry.answer_sealed:${id}`

/** What the exchange makes of an answer: a word of the service, and what it says by its meaning. */
export type Answered = {
  readonly result: string
  readonly says: readonly Readonly<Partial<Record<Meaning, string>>>[]
  /** What else it says of that, as it says it. */
  readonly note?: string
  /** Of a case that its system examines. */
  readonly report?: Omit<Report, 'subject' | 'from'>
}

/** That answer as it was kept, with what the bytes that came hash to. */
export const answerIn = (
  key: KeyObject,
  { id, answerSealed }: { readonly id: string; readonly answerSealed: Buffer },
) => answerShape.parse(JSON.parse(openText(key, { place: answerPlace(id), sealed: answerSealed })))

/** The same answer for a question that was asked anew; where it is from stays what it was. */
export function answeredAgain(
  key: KeyObject,
  good: { readonly id: string; readonly answerSealed: Buffer; readonly answeredAt: string },
  id: string,
) {
  const plain = JSON.stringify({ message: good.id, ...answerIn(key, good) })
  return {
    answered_at: good.answeredAt,
    answer_sealed: seal(key, { place: answerPlace(id), plain }).toString('base64'),
  }
}

const day = z.string().transform((text) => isoDate(text))

const markShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('field'),
    block: z.string(),
    item: z.string(),
    field: z.string(),
    note: z.string(),
  }),
  z.object({ kind: z.literal('document'), document: z.string(), note: z.string() }),
])

const reportShape = z.object({
  as: z.enum(REPORTED),
  n: z.number(),
  number: z.string().exactOptional(),
  on: day.exactOptional(),
  note: z.string().exactOptional(),
  gives: z.object({ number: z.string(), until: day.exactOptional() }).exactOptional(),
  complaint: z.string().exactOptional(),
  marks: z.array(markShape).exactOptional(),
})

const answerShape = z.object({
  /** Under which it was asked, where that is an earlier question than the one it answers. */
  message: z.string().exactOptional(),
  result: z.string(),
  sha256: z.string(),
  note: z.string().exactOptional(),
  report: reportShape.exactOptional(),
  says: z.array(z.record(z.string(), z.string()).transform((said) => byMeaning(said))),
})

/** What a question or an answer says, by what each part of it means, and nothing else. */
export const byMeaning = <Said>(
  said: Readonly<Record<string, Said>>,
): Readonly<Partial<Record<Meaning, Said>>> =>
  Object.fromEntries(Object.entries(said).filter(([name]) => isMeaning(name)))

/** Of what was answered, what the service is told and nothing beyond that. */
export const factsFor = ({ service }: Service, type: CaseType, answers: Answers): Facts =>
  factsOf(service.tells, type, answers)

const factsOf = (tells: readonly Meaning[], type: CaseType, answers: Answers): Facts =>
  Object.fromEntries(
    tells.flatMap((meaning) => {
      const value = answerMeaning(type, answers, meaning)
      return value === undefined || value === '' ? [] : [[meaning, value]]
    }),
  )

/**
 * The same where it is asked how somebody is tied to another, by what both sent in; and who that
 * is, so that they read that they were named.
 */
export function tieFor(
  { service }: Service,
  { type, standing, party, naming }: Tying,
): { readonly tie?: TieTold; readonly named?: string } {
  const answers = partOf(standing, party).filings.at(-1)?.answers ?? {}
  const answered = answerMeaning(type, answers, 'relation-to-migrant')
  const tie = tieIn(type, standing, {
    id: party,
    ...(typeof answered === 'string' ? { answered } : {}),
  })
  if (service.tellsOfFirst === undefined || tie?.to === undefined) return {}
  const { relation, to } = tie
  const from = naming(to) ?? {
    type,
    answers: partOf(standing, to).filings.at(-1)?.answers ?? {},
  }
  const told = factsOf(service.tellsOfFirst, from.type, from.answers)
  return { tie: { relation, to: told }, named: to }
}

type Tying = {
  readonly type: CaseType
  readonly standing: Standing
  readonly party: string
  /** What somebody has sent in elsewhere, of whom nothing is asked in this case. */
  readonly naming: (
    party: string,
  ) => { readonly type: CaseType; readonly answers: Answers } | undefined
}

/**
 * A question, sealed under the key of whom it is about in the case. Which system is asked it, and
 * by which clause, the database finds in the policy in force.
 */
export function inquiryRow({ service }: Service, question: Question, key: KeyObject) {
  const id = randomUUID()
  const plain = JSON.stringify(question)
  const sealed = seal(key, { place: questionPlace(id), plain })
  return {
    id,
    service: service.code,
    question_sealed: sealed.toString('base64'),
  }
}

/** How often something was asked that is not answered yet, and what the last try came to. */
export type Tries = {
  readonly party: string
  readonly service: string
  readonly body?: string
  readonly times: number
  readonly outcome?: Unanswered
  /** Why, in a word of the exchange. */
  readonly code?: string
}

/** Of a case. */
export async function triesIn(tx: Tx, caseId: string): Promise<readonly Tries[]> {
  const rows = await tx
    .selectFrom('inquiry')
    .select(['party', 'service', 'body', 'tries', 'outcome', 'code'])
    .where('caseId', '=', caseId)
    .where('state', '=', 'waiting')
    .execute()
  return rows.map(({ party, service, body, tries: times, outcome, code }) => {
    const last = UNANSWERED.find((each) => each === outcome)
    const why = code === null ? {} : { code }
    const whose = body === null ? {} : { body }
    return {
      party,
      service,
      ...whose,
      times,
      ...why,
      ...(last === undefined ? {} : { outcome: last }),
    }
  })
}

/** What a try came to that was no answer. */
export const UNANSWERED = ['waits', 'refused', 'unreachable', 'unintelligible'] as const
export type Unanswered = (typeof UNANSWERED)[number]

/** That a register was asked about somebody: what, by which clause, and when last. */
export type AskedAbout = {
  /** Of the last message. */
  readonly id: string
  readonly at: IsoMoment
  /** How often it was asked the same until it answered, and when first. */
  readonly times: number
  readonly firstAt: IsoMoment
  readonly system: string
  readonly service: string
  readonly ground: string
  readonly caseId: string
  /** It was asked about another person, and they were named as whom that one is tied to. */
  readonly isNamed: boolean
}

/** How many of these one page shows. */
export const ASKED_PAGE = 50

/** Which registers were asked about somebody, the newest first, a page at a time. */
export async function askedAbout(
  tx: Tx,
  party: string,
  before?: string,
): Promise<readonly AskedAbout[]> {
  const isOf = sql<boolean>`(party = ${party}::uuid or named = ${party}::uuid)`
  const rows = await tx
    .selectFrom((query) =>
      query
        .selectFrom('exchangeMessage')
        .select(['id', 'sentAt', 'system', 'service', 'ground', 'caseId'])
        .select([
          sql<boolean>`party <> ${party}::uuid`.as('isNamed'),
          sql<number>`(row_number() over (partition by inquiry order by sent_at, id))::int`.as(
            'nth',
          ),
          sql<number>`(count(*) over (partition by inquiry))::int`.as('times'),
          sql<string>`min(sent_at) over (partition by inquiry)`.as('firstAt'),
        ])
        .where(isOf)
        .as('tried'),
    )
    .select(['id', 'sentAt', 'firstAt', 'times', 'system', 'service', 'ground', 'caseId'])
    .select('isNamed')
    .whereRef('nth', '=', 'times')
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(sent_at, id) < (
          select sent_at, id from exchange_message
          where id = ${before ?? ''}::uuid and ${isOf}
        )`,
      ),
    )
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .limit(ASKED_PAGE)
    .execute()
  return rows.map(({ sentAt, firstAt, ...row }) => ({
    ...row,
    at: isoMoment(sentAt),
    firstAt: isoMoment(firstAt),
  }))
}
