import { namedIn, type Named } from '#core/answers/named.ts'
import type { IsoDate } from '#core/dated.ts'
import { lastFiled, subjectsOf } from '#core/cases/standing.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { erasedIn, partIn, readCase, type Case } from '#records/read-case.ts'

/**
 * Who somebody is whose case does not ask it, as another case of theirs names them: the one that it
 * is about, or the newest that they sent in. Whoever acts may read it, or the database has none.
 */
export async function knownAs(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { held, on }: { readonly held: Case; readonly on: IsoDate },
): Promise<Named | undefined> {
  const { partyId, standing: own, contested, undecided, ownCases = [] } = held
  const others = ownCases.filter(({ id }) => id !== own.id)
  const id = contested?.of.id ?? undecided?.of.id ?? others.at(-1)?.id
  if (id === undefined) return undefined
  const found = await readKept(tx, keys, id)
  if (!found || !subjectsOf(found.standing).includes(partyId)) return undefined
  const { standing } = partIn(found, partyId)
  const { type } = descriptionOf(policy, standing, on)
  const named = namedIn(type, lastFiled(standing)?.answers ?? {})
  return named.surname === '' && named.givenNames === '' ? undefined : named
}

/** Nothing where the other is not kept any more: this one is read all the same. */
async function readKept(tx: Tx, keys: House['keys'], id: string): Promise<Case | undefined> {
  try {
    return await readCase(tx, keys, id)
  } catch (fault) {
    if (erasedIn(fault) === undefined) throw fault
    return undefined
  }
}
