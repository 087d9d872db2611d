import { isSame, nearest, type Written } from '#core/answers/agreeing.ts'
import type { Value } from '#core/answers/answers.ts'
import type { Register, Said } from '#core/cases/consulted.ts'
import { partOf, type Standing } from '#core/cases/standing.ts'
import type { CaseType, FormField } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** How what somebody wrote stands to what a register says. */
export type Claim = {
  readonly meaning: Meaning
  /** Where it was written. */
  readonly at: { readonly block: string; readonly item: string; readonly field: string }
  readonly as: 'confirmed' | 'contradicted' | 'unconfirmed'
  readonly written: Value | undefined
  /** What the register says, where it says anything of it. */
  readonly says?: string
  /** Which of several that were written, counted from 0, where it is one of several. */
  readonly item?: number
}

/** Whoever has two documents may be known by the other one, whatever a service is asked about. */
const KNOWN_BY: readonly Meaning[] = ['document-number', 'document-issuer']

/**
 * Of everything that the service is asked to confirm, whether it does; and by which document it
 * knows the person, where that is another than was written. Each thing of a list, a degree for
 * example, is held against the entry that agrees with it in most.
 */
export function claimsOf(
  { type, standing }: { readonly type: CaseType; readonly standing: Standing },
  { subject, found }: Register,
  confirms: readonly Meaning[],
): readonly Claim[] {
  const answers = partOf(standing, subject).filings.at(-1)?.answers ?? {}
  const looked = [...confirms, ...KNOWN_BY]
  const blocks = type.blocks.filter(({ fields }) => fields.some(isAmong(looked)))
  const claims = blocks.flatMap((block) => {
    const fields = block.fields.filter(isAmong(looked))
    const items = answers[block.code] ?? []
    return items.flatMap(({ id, values }, index) => {
      const written = fields.flatMap(({ means, code: field }) => {
        const at = { block: block.code, item: id, field }
        return means === undefined ? [] : [{ at, each: [means, values[field]] as const }]
      })
      const item = items.length > 1 ? { item: index } : {}
      const entry = nearest(
        found?.says ?? [],
        written.map(({ each }) => each),
      )
      return written.map(({ at, each }) => ({ ...claimOf(each, entry), at, ...item }))
    })
  })
  return claims.filter(({ meaning, as }) => confirms.includes(meaning) || as === 'contradicted')
}

const isAmong =
  (confirms: readonly Meaning[]) =>
  ({ means }: Pick<FormField, 'means'>): boolean =>
    means !== undefined && confirms.includes(means)

function claimOf(
  [meaning, written]: Written[number],
  entry: Said | undefined,
): Omit<Claim, 'item' | 'at'> {
  const says = entry?.[meaning]
  if (says === undefined || written === undefined || written === '') {
    return { meaning, as: 'unconfirmed', written, ...(says === undefined ? {} : { says }) }
  }
  const as = isSame(written, says) ? 'confirmed' : 'contradicted'
  return { meaning, as, written, says }
}
