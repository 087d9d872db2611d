import { sql, type ExpressionBuilder } from 'kysely'
import type { DecisionKnown, EarlierKnown, UndecidedKnown } from '#core/cases/context.ts'
import { isoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import type { DB } from '#platform/schema.gen.ts'
import { countedIn } from '#records/counted.ts'

/** The case that another is about, or in which the decision was made that it is about. */
type EarlierRow = {
  readonly tookPart: readonly string[] | null
  readonly of: {
    readonly id: string
    readonly type: string
    readonly typeHash: string | null
    readonly number: string
    readonly state: string
  }
}

/** The decision that a case is about, as its row leads to it. */
type DecisionRow = EarlierRow & {
  readonly id: string
  readonly outcome: string
  readonly decidedOn: string
  readonly inForce: boolean
  readonly event: string
  readonly took: Taken | null
  readonly named: string | null
}

type Taken = Omit<NonNullable<DecisionKnown['took']>, 'until'> & { readonly until: string }

/** The case in which nothing was decided that a case is about. */
type UndecidedRow = EarlierRow & { readonly isUndecided: boolean; readonly counted: unknown }

/** Of the case that is `of` in a statement. */
const EARLIER = sql`
  'tookPart', (
    select json_agg(distinct actor) from event
    where event.case_id = "of".id and actor is not null
  ),
  'of', json_build_object(
    'id', "of".id, 'type', "of".type, 'typeHash', "of".type_hash, 'number', "of".number,
    'state', "of".state
  )`

const IN_FORCE = sql`
  decision.set_aside_by is null and not exists (
    select from decision as later where later.supersedes = decision.id
  )`

/** Nothing where it is about none, or whoever reads may not know the case in which it was made. */
export const contestedOf = (from: ExpressionBuilder<DB, 'caseFile'>) =>
  from
    .selectFrom('decision')
    .innerJoin('caseFile as of', 'of.id', 'decision.caseId')
    .select(
      sql<DecisionRow>`json_build_object(
        'id', decision.id, 'outcome', decision.outcome, 'decidedOn', decision.decided_on,
        'inForce', ${IN_FORCE},
        'event', decision.decided_by,
        'took', taken_by_contested(case_file.id),
        'named', named_by_contested(case_file.id),
        ${EARLIER}
      )`.as('contested'),
    )
    .whereRef('decision.id', '=', 'caseFile.aboutDecision')
    .limit(1)
    .as('about')

/** The same of a case that is about one in which nothing was decided. */
export const undecidedOf = (from: ExpressionBuilder<DB, 'caseFile'>) =>
  from
    .selectFrom('caseFile as of')
    .select(
      sql<UndecidedRow>`json_build_object(
        'isUndecided', "of".filed_on is not null and "of".stage <> 'ended' and not exists (
          select from decision where decision.case_id = "of".id and ${IN_FORCE}
        ),
        'counted', "of".counted,
        ${EARLIER}
      )`.as('undecided'),
    )
    .whereRef('of.id', '=', 'caseFile.aboutCase')
    .as('awaited')

export function contestedIn(row: DecisionRow | null): DecisionKnown | undefined {
  if (row === null) return undefined
  const { id, outcome, decidedOn, inForce, event, took, named } = row
  return {
    ...earlierIn(row),
    id,
    outcome,
    decidedOn: isoDate(decidedOn),
    inForce,
    event,
    ...(took === null ? {} : { took: { ...took, until: isoDate(took.until) } }),
    ...(named === null ? {} : { named }),
  }
}

export function undecidedIn(row: UndecidedRow | null): UndecidedKnown | undefined {
  if (row === null) return undefined
  const counted = countedIn(row.counted)
  return {
    ...earlierIn(row),
    isUndecided: row.isUndecided,
    ...(counted === undefined ? {} : { counted }),
  }
}

function earlierIn({ of: { typeHash, ...of }, tookPart }: EarlierRow): EarlierKnown {
  return { of: { ...of, ...(typeHash === null ? {} : { typeHash }) }, tookPart: tookPart ?? [] }
}

/** Whether whoever acts was asked about this case, or what was decided there, or decides it. */
export async function isContestedBefore(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ readonly contested: boolean }>`
    select contested_before(${caseId}::uuid) as contested`.execute(tx)
  return rows[0]?.contested === true
}
