import type { Appointment } from '#core/appointments/choosing.ts'
import type { OfficeContext } from '#office/env.ts'
import { openCase, partsOf, type LookedAt, type OpenCase } from '#office/open-case.ts'
import { calledIn } from '#office/visits-asked.ts'
import type { Tx } from '#platform/database.ts'
import { knownAs } from '#records/known-as.ts'
import { recordLooks, type Looking } from '#records/looks.ts'
import { unlessErased } from '#records/read-case.ts'
import { nameOf } from '#telling/person.ts'

type Coming = Pick<Appointment, 'id' | 'party'> & { readonly caseId: string }

/**
 * What those who come are called, by their appointment. Of each of them a look is noted before
 * anything is shown, and of nobody else in their case.
 */
export async function comingNames(
  c: OfficeContext,
  tx: Tx,
  rows: readonly Coming[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ caseId }) => caseId))]
  const cases = await Promise.all(ids.map((id) => openCase(c, tx, { id }).catch(unlessErased)))
  const parts = cases.flatMap((open) => (open?.sight.whole === true ? partsOf(open) : []))
  const found = rows.flatMap((row) => {
    const part = parts.find((each) => isTheirs(each, row))
    return part ? [{ row, part }] : []
  })
  const names = await Promise.all(
    found.map(async ({ row, part }) => [row.id, await nameIn(c, tx, part)] as const),
  )
  await recordLooks(tx, looksAt(found.map(({ part }) => part)))
  return new Map(names)
}

const isTheirs = ({ found }: OpenCase, { caseId, party }: Coming): boolean =>
  found.standing.id === caseId && found.partyId === party

/** As their case names them; else, as another of theirs does. */
async function nameIn(c: OfficeContext, tx: Tx, part: OpenCase): Promise<string> {
  const name = calledIn(part, c.var.language)
  if (name !== '') return name
  const named = await knownAs(tx, c.var.house, { held: part.found, on: part.law.on })
  return named ? nameOf(named) : ''
}

/** One of each, however often they come. */
function looksAt(parts: readonly OpenCase[]): readonly Looking[] {
  const page: LookedAt = 'coming-page'
  return [...new Set(parts)].map(({ found, sight, taking }) => ({
    by: { ...taking.by, roles: [sight.as] },
    at: taking.at,
    page,
    partyId: found.partyId,
    caseId: found.standing.id,
    key: found.key,
  }))
}
