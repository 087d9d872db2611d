import { sql, type ExpressionBuilder } from 'kysely'
import type { DecisionKnown } from '#core/cases/context.ts'
import { isoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import type { DB } from '#platform/schema.gen.ts'

/** The decision that a case is about, as its row leads to it. */
type Row = {
  readonly id: string
  readonly outcome: string
  readonly decidedOn: string
  readonly inForce: boolean
  readonly event: string
  readonly tookPart: readonly string[] | null
  readonly of: {
    readonly id: string
    readonly type: string
    readonly typeHash: string | null
    readonly number: string
    readonly state: string
  }
  readonly took: Taken | null
}

type Taken = Omit<NonNullable<DecisionKnown['took']>, 'until'> & { readonly until: string }

/** Nothing where it is about none, or whoever reads may not know the case in which it was made. */
export const contestedOf = (from: ExpressionBuilder<DB, 'caseFile'>) =>
  from
    .selectFrom('decision')
    .innerJoin('caseFile as of', 'of.id', 'decision.caseId')
    .select(
      sql<Row>`json_build_object(
        'id', decision.id, 'outcome', decision.outcome, 'decidedOn', decision.decided_on,
        'inForce', decision.set_aside_by is null and not exists (
          select from decision as later where later.supersedes = decision.id
        ),
        'tookPart', (
          select json_agg(distinct actor) from event
          where event.case_id = "of".id and actor is not null
        ),
        'of', json_build_object(
          'id', "of".id, 'type', "of".type, 'typeHash', "of".type_hash, 'number', "of".number,
          'state', "of".state
        ),
        'event', decision.decided_by,
        'took', taken_by_contested(case_file.id)
      )`.as('contested'),
    )
    .whereRef('decision.id', '=', 'caseFile.aboutDecision')
    .limit(1)
    .as('about')

export function contestedIn(row: Row | null): DecisionKnown | undefined {
  if (row === null) return undefined
  const { decidedOn, of, took, tookPart, ...rest } = row
  const { typeHash, ...where } = of
  return {
    ...rest,
    decidedOn: isoDate(decidedOn),
    tookPart: tookPart ?? [],
    of: { ...where, ...(typeHash === null ? {} : { typeHash }) },
    ...(took === null ? {} : { took: { ...took, until: isoDate(took.until) } }),
  }
}

/** Whether whoever acts was asked about a decision of this case, or decides about it. */
export async function isContestedBefore(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ readonly contested: boolean }>`
    select contested_before(${caseId}::uuid) as contested`.execute(tx)
  return rows[0]?.contested === true
}
