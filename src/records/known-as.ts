import { askedFor } from '#core/answers/asked.ts'
import { isNamed, namedIn, type Named } from '#core/answers/named.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { lastFiled, subjectsOf } from '#core/cases/standing.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { partIn, readCase, unlessErased, type Case } from '#records/read-case.ts'

/**
 * Who somebody is whose case does not ask it, as another case of theirs names them: the one that it
 * is about, or the newest that was there before some moment, and of these the first that names
 * them. Whoever acts may read it, or the database has none.
 */
export async function knownAs(
  tx: Tx,
  house: Pick<House, 'keys' | 'policy'>,
  { held, ...asked }: { readonly held: Case; readonly on: IsoDate; readonly before?: IsoMoment },
): Promise<Named | undefined> {
  const { partyId, standing: own, contested, undecided, giver, ownCases = [] } = held
  const { on, before } = asked
  const asksName = new Set(
    Array.from(house.policy.types.current.values())
      .filter((type) => askedFor(type, 'surname') ?? askedFor(type, 'given-names'))
      .map(({ code }) => code),
  )
  const others = ownCases
    .filter(({ id, type }) => id !== own.id && asksName.has(type))
    .filter(({ since }) => before === undefined || since <= before)
    .toReversed()
  const about = contested?.of.id ?? undecided?.of.id ?? giver?.namedIn
  for (const id of about === undefined ? others.map((each) => each.id) : [about]) {
    const found = await namedBy(tx, house, { id, partyId, on })
    if (found && isNamed(found)) return found
  }
  return undefined
}

type Naming = { readonly id: string; readonly partyId: string; readonly on: IsoDate }

async function namedBy(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, partyId, on }: Naming,
): Promise<Named | undefined> {
  const found = await readCase(tx, keys, id).catch(unlessErased)
  if (!found || !subjectsOf(found.standing).includes(partyId)) return undefined
  const { standing } = partIn(found, partyId)
  const { type } = descriptionOf(policy, standing, on)
  return namedIn(type, lastFiled(standing)?.answers ?? {})
}
