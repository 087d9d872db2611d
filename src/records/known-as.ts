import { namedIn, type Named } from '#core/answers/named.ts'
import type { IsoDate } from '#core/dated.ts'
import { lastFiled, subjectsOf } from '#core/cases/standing.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { partIn, readCase, type Case } from '#records/read-case.ts'

/** So many cases of somebody are looked in, the newest first. */
const CASES_MAX = 5

/**
 * Who somebody is whose case does not ask it, as another case of theirs names them: of those that
 * whoever acts may read, which the database sees to. Nothing where none names them.
 */
export async function knownAs(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { held, on }: { readonly held: Case; readonly on: IsoDate },
): Promise<Named | undefined> {
  const { partyId } = held
  const cases = await tx
    .selectFrom('caseParty')
    .innerJoin('caseFile', 'caseFile.id', 'caseParty.caseId')
    .select('caseFile.id')
    .where('caseParty.party', '=', partyId)
    .where('caseFile.id', '!=', held.standing.id)
    .where('caseFile.number', 'is not', null)
    .orderBy('caseFile.cameOn', 'desc')
    .limit(CASES_MAX)
    .execute()
  for (const { id } of cases) {
    const found = await readCase(tx, keys, id)
    if (!found || !subjectsOf(found.standing).includes(partyId)) continue
    const { standing } = partIn(found, partyId)
    const { type } = descriptionOf(policy, standing, on)
    const named = namedIn(type, lastFiled(standing)?.answers ?? {})
    if (named.surname !== '' || named.givenNames !== '') return named
  }
  return undefined
}
