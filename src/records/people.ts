import { sql } from 'kysely'
import type { People } from '#core/cases/context.ts'
import { asksIn } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'

/**
 * Who can be asked one by one, or given a case, from where it stands, and who took part before.
 */
export async function peopleIn(
  tx: Tx,
  { id, state }: Pick<Standing, 'id' | 'state'>,
  { type, on }: { readonly type: CaseType; readonly on: IsoDate },
): Promise<People> {
  const asks = type.steps.filter(({ from }) => from.includes(state)).flatMap(asksIn)
  const given = type.steps.filter((rule) => rule.kind === 'assign')
  const roles = new Set([
    ...asks.flatMap(({ kind, of }) => (kind === 'vote' && of ? [of] : [])),
    ...given.filter(({ from }) => from.includes(state)).map(({ of }) => of),
  ])
  const people: Record<string, People[string]> = {}
  for (const role of roles) {
    const { rows } = await sql<{ readonly party: string; readonly tookPart: boolean }>`
      select party, took_part from people_asked(${id}::uuid, ${role}, ${on}::date)`.execute(tx)
    people[role] = rows.map(({ party, tookPart }) => ({ id: party, tookPart }))
  }
  return people
}
