import { randomUUID, type KeyObject } from 'node:crypto'
import { sql, type ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'
import type { OwnCase } from '#core/cases/context.ts'
import { LANGUAGES, type Language } from '#core/language.ts'
import type { DB } from '#platform/schema.gen.ts'
import { openText, seal } from '#platform/sealing.ts'
import type { Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'

/**
 * What a decision says is to be read beside what was written in a case. Nothing that was sent in,
 * decided or signed is written anew: the correction stands with it, under the key of whoever it is
 * about in that case, so that whoever may read the one reads the other.
 */
export type Correction = {
  readonly party: string
  /** The day and the number of the decision, and the case in which it was made. */
  readonly on: IsoDate
  readonly number: string
  readonly decidedIn: string
  /** Whether whoever reads it may see that. */
  readonly isSeen: boolean
  readonly text: string
  /** The same for whoever asked, where they read another language. */
  readonly translated?: { readonly language: Language; readonly text: string }
}

/** As rows of a case tell them, in the statement that reads it; asked once, and not by event. */
export const correctionsOf = (from: ExpressionBuilder<DB, 'caseFile'>) =>
  from
    .selectFrom('correction')
    .select(
      sql<readonly CorrectionRow[] | null>`json_agg(
        json_build_object(
          'id', correction.id, 'party', party, 'on', corrected_on, 'number', correction.number,
          'decidedIn', decided_in,
          'isSeen', exists (select from case_file as decided where decided.id = decided_in),
          'sealed', encode(sealed, 'base64')
        )
        order by corrected_on, correction.id
      )`.as('corrections'),
    )
    .whereRef('correction.caseId', '=', 'caseFile.id')
    .as('corrected')

type CorrectionRow = Omit<Correction, 'on' | 'text' | 'translated'> & {
  readonly id: string
  readonly on: string
  readonly sealed: string
}

const shape = z.strictObject({
  text: z.string(),
  translated: z.strictObject({ language: z.enum(LANGUAGES), text: z.string() }).optional(),
})

/** Nothing of whoever was erased. */
export const correctionsIn = (
  rows: readonly CorrectionRow[] | null,
  keyOf: (party: string) => KeyObject | 'erased',
): readonly Correction[] =>
  (rows ?? []).flatMap(({ id, sealed, on, ...row }) => {
    const key = keyOf(row.party)
    if (key === 'erased') return []
    const place = correctionPlace(id)
    const { text, translated } = shape.parse(
      JSON.parse(openText(key, { place, sealed: Buffer.from(sealed, 'base64') })),
    )
    return [{ ...row, on: isoDate(on), text, ...(translated ? { translated } : {}) }]
  })

/** A correction of each of these cases, as the database keeps it. */
export async function sealedCorrections(
  keys: Keys,
  { subject, reasoning, translation }: DecisionRecord,
  cases: readonly OwnCase[],
): Promise<readonly SealedCorrection[]> {
  const ring = await keys.read({ cases: cases.map(({ id }) => id) })
  const translated =
    translation?.reasoning === undefined
      ? {}
      : { translated: { language: translation.language, text: translation.reasoning } }
  const plain = JSON.stringify({ text: reasoning, ...translated })
  return cases.map(({ id: caseId }) => {
    const id = randomUUID()
    const key = heldKey(ring, { party: subject, caseId })
    return {
      caseId,
      id,
      sealed: seal(key, { place: correctionPlace(id), plain }).toString('base64'),
    }
  })
}

export type SealedCorrection = {
  readonly caseId: string
  readonly id: string
  readonly sealed: string
}

export const correctionPlace = (id: string): string => `correction.sealed:${id}`
