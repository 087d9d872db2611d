import { askedIn } from '#core/answers/asked-of.ts'
import { knownFrom } from '#core/answers/carried.ts'
import { rolesIn } from '#core/cases/context.ts'
import { lastFiled, partOf } from '#core/cases/standing.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { ownCases } from '#portal/own-cases.ts'
import { carryAnswers } from '#records/answers.ts'
import { heldKey } from '#records/parties.ts'
import { readCase } from '#records/read-case.ts'

type Naming = { readonly caseId: string; readonly type: CaseType; readonly at: IsoMoment }

/** Whoever comes into a family is not asked what they sent in elsewhere: the newest counts. */
export async function nameSelf(
  c: PortalContext,
  tx: Tx,
  { caseId, type, at }: Naming,
): Promise<void> {
  const { house, applicant } = c.var
  const { keys, policy, clock } = house
  const { partyId } = applicant
  const cases = await ownCases(tx, policy, partyId)
  const newest = cases.find((each) => each.number !== undefined && each.isSubject && !each.isErased)
  const from = newest && (await readCase(tx, keys, newest.id))
  if (!from) return
  const { standing } = from
  const description = descriptionOf(policy, standing, clock.today())
  const filed = lastFiled(from.several ? partOf(standing, partyId) : standing)
  if (!filed) return
  const ring = await keys.read({ cases: [caseId] })
  const family = await readCase(tx, keys, caseId)
  const roles = family ? rolesIn(family.standing, partyId) : []
  const to = { caseId, partyId, key: heldKey(ring, { party: partyId, caseId }) }
  const { blocks } = askedIn(type, roles)
  const known = knownFrom(askedIn(description.type, rolesIn(standing, partyId)), filed.answers)
  await carryAnswers(tx, { to, blocks, known, at })
}
