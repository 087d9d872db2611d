import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { dayInBaku, isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { LANGUAGES, type Language } from '#core/language.ts'
import {
  ACTS,
  latestOf,
  UNSHOWN,
  type Act,
  type Audience,
  type FrequentQuestion,
  type NextText,
  type ShownText,
  type Written,
} from '#core/promotion/frequent-questions.ts'
import { lawInForce, type LawInForce, type LawOfDay } from '#core/promotion/law-of-day.ts'
import { json, type Tx } from '#platform/database.ts'
import type { DB } from '#platform/schema.gen.ts'
import type { House } from '#records/house.ts'
import { sha256 } from '#records/material.ts'

/** What missions are asked often, and what they answer. Whose each is, the database asks. */

/** What binds here today, to hold against what was written by another law. */
export const lawHere = ({ policy, clock }: Pick<House, 'policy' | 'clock'>): LawInForce =>
  lawInForce(policy, clock.today(), sha256)

/** As many as a page shows at once, of the office and of the portal. */
export const QUESTIONS_A_PAGE = 40

type Paging = {
  readonly mission?: string | undefined
  /** By which those are found that were written by another. */
  readonly law: LawOfDay
  /** Counted from one. */
  readonly page: number
}

/**
 * Those that whoever acts may see: first what waits for somebody, then what was written by another
 * law, what is not finished, what is shown, what was taken down; one more than a page where there
 * are more.
 */
export async function frequentQuestionsSeen(
  tx: Tx,
  { mission, law, page }: Paging,
): Promise<readonly FrequentQuestion[]> {
  const { rows } = await sql<Pick<QuestionRow, 'id'>>`
    select frequent_question.id
    from frequent_question cross join lateral (
      select bool_or(stands = 'waiting') as waits, bool_or(stands = 'shown') as shown,
        bool_or(stands = 'shown' and law <> ${json(law)}::jsonb) as old,
        bool_or(stands in ('draft', 'sent-back')) as unfinished
      from frequent_question_text where question = frequent_question.id
      having count(*) > 0
    ) as texts
    where ${mission ?? null}::text is null or mission = ${mission ?? null}
    order by waits desc, old desc, unfinished desc, shown desc, made_at desc, id
    limit ${QUESTIONS_A_PAGE + 1} offset ${(page - 1) * QUESTIONS_A_PAGE}`.execute(tx)
  const found = await questionsIn(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id }) => found.find((each) => each.id === id) ?? [])
}

/** One that whoever acts may see, and of which there still is a text. */
export async function frequentQuestionById(
  tx: Tx,
  id: string,
): Promise<FrequentQuestion | undefined> {
  const [found] = await questionsIn(tx, [id])
  return found && latestOf(found) ? found : undefined
}

type QuestionRow = Selectable<DB['frequentQuestion']>
type TextRow = Selectable<DB['frequentQuestionText']>

async function questionsIn(tx: Tx, ids: readonly string[]): Promise<readonly FrequentQuestion[]> {
  if (ids.length === 0) return []
  const questions = await tx
    .selectFrom('frequentQuestion')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  // Of what is not shown any more, the last alone.
  const texts = await tx
    .selectFrom('frequentQuestionText')
    .selectAll()
    .distinctOn(['question', 'stands'])
    .where('question', 'in', [...ids])
    .orderBy('question')
    .orderBy('stands')
    .orderBy('shownAt', 'desc')
    .execute()
  return questions.map((row) => questionIn(row, texts))
}

function questionIn({ id, mission, version }: QuestionRow, texts: readonly TextRow[]) {
  const of = (stands: readonly string[]) =>
    texts.find((text) => text.question === id && stands.includes(text.stands))
  const [next, shown] = [of(UNSHOWN), of(['shown'])]
  const past = shown ? undefined : of(['past'])
  return {
    id,
    mission,
    version,
    ...(next && { next: nextIn(next) }),
    ...(shown && { shown: shownIn(shown) }),
    ...(past && { past: shownIn(past) }),
  }
}

const pairShape = z.strictObject({ question: z.string(), answer: z.string() })
const saidShape = z.partialRecord(z.enum(LANGUAGES), pairShape)
const lawShape = z.record(z.string(), z.string())

const writtenIn = (row: Pick<TextRow, 'said' | 'forAll' | 'law' | 'lawOn'>): Written => ({
  said: saidShape.parse(row.said),
  audience: audienceOf(row),
  law: lawShape.parse(row.law),
  lawOn: isoDate(row.lawOn),
})

const audienceOf = ({ forAll }: Pick<TextRow, 'forAll'>): Audience => (forAll ? 'all' : 'mission')

const nextIn = (row: TextRow): NextText => ({
  ...writtenIn(row),
  stands: z.enum(UNSHOWN).parse(row.stands),
  by: row.writtenBy,
  at: isoMoment(row.writtenAt),
  ...(row.reason === null ? {} : { reason: row.reason }),
})

function shownIn(row: TextRow): ShownText {
  const { shownBy, shownAt } = row
  assert(shownBy !== null && shownAt !== null, 'somebody showed what is shown')
  return { ...writtenIn(row), by: row.writtenBy, shownBy, shownAt: isoMoment(shownAt) }
}

/** What somebody did with one. */
export type ActDone = {
  /** Which version it made. */
  readonly version: number
  readonly act: (typeof ACTS_DONE)[number]
  readonly actor: string
  readonly at: IsoMoment
}

const ACTS_SHOWN = 20
const ACTS_DONE = ['save', 'ask', ...ACTS] as const

/** What was done with it last, the latest first. */
export async function actsOn(tx: Tx, question: string): Promise<readonly ActDone[]> {
  const rows = await tx
    .selectFrom('frequentQuestionAct')
    .select(['version', 'act', 'actor', 'at'])
    .where('question', '=', question)
    .orderBy('version', 'desc')
    .limit(ACTS_SHOWN)
    .execute()
  return rows.map(({ version, act, actor, at }) => ({
    version,
    act: z.enum(ACTS_DONE).parse(act),
    actor,
    at: isoMoment(at),
  }))
}

type Writing = Written & {
  readonly id: string
  /** What somebody saw and now changes; absent where it begins. */
  readonly version?: number
  /** Whether somebody else is to look at it now. */
  readonly waits: boolean
}

/** Of the mission of whoever acts. False where a colleague was faster, or it has begun before. */
export async function writeFrequentQuestion(
  tx: Tx,
  { audience, law, lawOn, ...rest }: Writing,
  at: IsoMoment,
): Promise<boolean> {
  const row = { ...rest, for_all: audience === 'all', law, law_on: lawOn }
  const { rows } = await sql<{ readonly is: boolean }>`
    select write_frequent_question(${json(row)}, ${at}) as is`.execute(tx)
  return rows[0]?.is === true
}

type Acting = Pick<FrequentQuestion, 'id' | 'version'> & {
  readonly act: Act
  readonly reason?: string
}

/** False where a colleague was faster. */
export async function actOnFrequentQuestion(
  tx: Tx,
  { id, version, act, reason }: Acting,
  at: IsoMoment,
): Promise<boolean> {
  const { rows } = await sql<{ readonly is: boolean }>`
    select act_on_frequent_question(${id}::uuid, ${version}, ${act}, ${reason ?? null}, ${at}) as is
  `.execute(tx)
  return rows[0]?.is === true
}

/** What everybody reads. */
export type Told = Written & {
  readonly id: string
  readonly mission: string
  /** When somebody last looked whether it holds. */
  readonly lookedOn: IsoDate
}

type Reading = {
  /** Missions whose own are wanted, besides what all tell. */
  readonly missions: readonly string[]
  /** What is told in this language stands before what is not. */
  readonly language: Language
  /** Which stand before the others: where nothing is said, what all missions tell. */
  readonly first?: Audience
  readonly page?: number
}

/** What is shown; one more than a page where there is more. */
export async function toldQuestions(
  tx: Tx,
  { missions, language, first = 'all', page = 1 }: Reading,
): Promise<readonly Told[]> {
  const { rows } = await sql<ToldRow>`
    select frequent_question.id, mission, said, for_all, law, law_on, shown_at
    from frequent_question_text join frequent_question on frequent_question.id = question
    where stands = 'shown' and (for_all or mission = any(${[...missions]}))
    order by for_all <> ${first === 'all'}, case when for_all then '' else mission end,
      said -> ${language} is null, made_at, frequent_question.id
    limit ${QUESTIONS_A_PAGE + 1} offset ${(page - 1) * QUESTIONS_A_PAGE}`.execute(tx)
  return rows.map(({ id, mission, shownAt, ...row }) => {
    assert(shownAt !== null, 'somebody showed what is shown')
    return { ...writtenIn(row), id, mission, lookedOn: dayInBaku(isoMoment(shownAt)) }
  })
}

type ToldRow = Pick<TextRow, 'said' | 'forAll' | 'law' | 'lawOn' | 'shownAt'> &
  Pick<QuestionRow, 'id' | 'mission'>

/** Whether a mission, or all of them, tell anything. */
export async function isAnythingTold(tx: Tx, mission: string): Promise<boolean> {
  const { rows } = await sql<{ readonly is: boolean }>`
    select exists (
      select from frequent_question_text join frequent_question on frequent_question.id = question
      where stands = 'shown' and (for_all or mission = ${mission})
    ) as is`.execute(tx)
  return rows[0]?.is === true
}

/** Another after whatever is shown or taken down: what is drawn of it is drawn anew. */
export async function markOfTold(tx: Tx): Promise<string> {
  const { rows } = await sql<{ readonly mark: string | null }>`
    select string_agg(id::text, ' ' order by id) as mark
    from frequent_question_text where stands = 'shown'`.execute(tx)
  return rows[0]?.mark ?? ''
}
