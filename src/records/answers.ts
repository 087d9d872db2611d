import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Answers, Item, Value, Values } from '#core/answers/answers.ts'
import { carriedInto, type Known } from '#core/answers/carried.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import { isDeclared, type Block } from '#core/policy/case-type.ts'
import { json, type Tx } from '#platform/database.ts'
import { statementAbout } from '#platform/kept-statement.ts'
import { openText, seal } from '#platform/sealing.ts'

/**
 * The answers of a case as they are being written, block by block. Which field is sealed and which
 * stays readable is said by the type; what is not declared readable is sealed.
 */
export type KeptAnswers = {
  readonly answers: Answers
  /** The version of each block, for telling a stale form from a fresh one. */
  readonly versions: Readonly<Record<string, number>>
  /** When a block was last saved. */
  readonly savedAt?: IsoMoment
}

const value: z.ZodType<Value> = z.union([z.string(), z.array(z.string()).readonly()])
const values = z.record(z.string(), value)
const items = z.array(z.strictObject({ id: z.string(), values }))
type Part = Item

/** Whose answers, and what opens them. */
type AnswersOf = { readonly partyId: string; readonly key: KeyObject }

/** Read before it is known whose case it is, and opened once that is. */
export async function readAnswers(tx: Tx, caseId: string): Promise<(of: AnswersOf) => KeptAnswers> {
  if (!isId(caseId)) return () => ({ answers: {}, versions: {} })
  const all = await answersIn(tx, caseId)
  return ({ partyId, key }) => {
    const rows = all.filter(({ subject }) => subject === partyId)
    const savedAt = rows.at(-1)?.savedAt
    return {
      ...(savedAt === undefined ? {} : { savedAt: isoMoment(savedAt) }),
      answers: openedWhenRead(rows, (row) => openedItems({ caseId, partyId, key }, row)),
      versions: Object.fromEntries(rows.map(({ block, version }) => [block, version])),
    }
  }
}

type KeptBlock = { readonly block: string; readonly readable: unknown; readonly sealed: Buffer }

/** One block as it is kept, opened. */
export function openedItems(
  { caseId, partyId, key }: AnswersIn,
  { block, readable, sealed }: KeptBlock,
): readonly Item[] {
  const place = blockPlace(caseId, partyId, block)
  const secret = items.parse(JSON.parse(openText(key, { place, sealed })))
  return joined(secret, items.parse(readable))
}

const answersIn = statementAbout((tx, caseId) =>
  tx
    .selectFrom('answer')
    .select(['block', 'subject', 'version', 'readable', 'sealed', 'savedAt'])
    .where('caseId', '=', caseId)
    .orderBy('savedAt'),
)

/** Most pages show one block of many, and opening costs more than reading the row. */
function openedWhenRead<Row extends { readonly block: string }>(
  rows: readonly Row[],
  open: (row: Row) => readonly Item[],
): Answers {
  const answers = {}
  for (const row of rows) {
    let opened: readonly Item[] | undefined
    const get = () => (opened ??= open(row))
    Object.defineProperty(answers, row.block, { enumerable: true, get })
  }
  return answers
}

export type Saving = {
  readonly caseId: string
  /** Whom the answers are about. */
  readonly partyId: string
  readonly block: Block
  readonly items: readonly Item[]
  /** The version the form was made from; 0 where the block was not answered yet. */
  readonly version: number
  readonly key: KeyObject
  readonly at: IsoMoment
}

/** Saves a block unless somebody saved it since; then nothing is changed and false is given. */
export async function saveBlock(tx: Tx, saving: Saving): Promise<boolean> {
  const { caseId, partyId, block, version, key, at } = saving
  const place = blockPlace(caseId, partyId, block.code)
  const open = block.fields.filter((field) => field.privacy === 'readable').map(({ code }) => code)
  const pick = (wanted: (field: string) => boolean) =>
    saving.items.map((item) => picked(item, wanted))
  const row = {
    block: block.code,
    version,
    readable: pick((field) => open.includes(field)),
    saved_at: at,
  }
  const sealed = seal(key, { place, plain: JSON.stringify(pick((field) => !open.includes(field))) })
  const { rows } = await sql<{ saved: boolean }>`
    select save_answer(${caseId}::uuid, ${partyId}::uuid, ${json(row)}, ${sealed}) as saved
  `.execute(tx)
  return rows[0]?.saved === true
}

type AnswersIn = AnswersOf & { readonly caseId: string }

type Copying = {
  readonly from: AnswersIn
  readonly to: AnswersIn
  readonly blocks: readonly Block[]
  readonly at: IsoMoment
}

/**
 * A draft begins with the answers of an earlier case of the same person. What somebody declared or
 * consented to is never taken from another case, nor what is asked anew; the rest is held against
 * the questions as ever.
 */
export async function copyAnswers(tx: Tx, { from, to, blocks, at }: Copying): Promise<void> {
  const { answers } = (await readAnswers(tx, from.caseId))(from)
  for (const block of blocks) {
    if (block.fields.some(({ kind }) => isDeclared(kind))) continue
    const codes = block.fields.filter(({ anew }) => anew !== true).map(({ code }) => code)
    const items = answers[block.code]?.map((item) => picked(item, (code) => codes.includes(code)))
    if (items === undefined || codes.length === 0) continue
    await saveBlock(tx, { ...to, block, items, version: 0, at })
  }
}

/** A draft begins with what is known of somebody from elsewhere. */
export async function carryAnswers(
  tx: Tx,
  { to, blocks, known, at }: Omit<Copying, 'from'> & { readonly known: Known },
): Promise<void> {
  for (const block of blocks) {
    const values = carriedInto(block, known)
    if (values === undefined) continue
    await saveBlock(tx, { ...to, block, items: [{ id: randomUUID(), values }], version: 0, at })
  }
}

function picked(item: Item, wanted: (field: string) => boolean): Part {
  const kept: Values = Object.fromEntries(
    Object.entries(item.values).filter(([field]) => wanted(field)),
  )
  return { id: item.id, values: kept }
}

function joined(sealed: readonly Part[], readable: readonly Part[]): readonly Item[] {
  return sealed.map((item, index) => ({
    id: item.id,
    values: { ...readable[index]?.values, ...item.values },
  }))
}

export const blockPlace = (caseId: string, subject: string, block: string): string =>
  `answer.sealed:${caseId}/${subject}/${block}`
