import type { Answers } from '#core/answers/answers.ts'
import { roomFor, type WayIn } from '#core/cases/joining.ts'
import type { CaseRole } from '#core/cases/life.ts'
import { rolesIn } from '#core/cases/context.ts'
import { subjectsActedFor } from '#core/cases/standing.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { familiesOf } from '#portal/own-family.ts'
import type { OwnWhole } from '#portal/own-case.ts'
import { familyAnswers } from '#records/families.ts'
import { noLongerActedFor } from '#records/parties.ts'
import { readCase } from '#records/read-case.ts'
import { nameIn, unnamedTitle } from '#telling/person.ts'

/** Somebody of the family for whom whoever asks acts, who is not in the case yet. */
export type Relative = {
  readonly partyId: string
  readonly name: string
  readonly role: CaseRole
  /** What was written of them for the family, and under which questions. */
  readonly answers: Answers
  readonly type: CaseType
}

/** Whom of a family one can bring along without making another person of them. */
export async function fromFamily(
  c: PortalContext,
  tx: Tx,
  { own, ways }: { readonly own: OwnWhole; readonly ways: readonly WayIn[] },
): Promise<readonly Relative[]> {
  const { house, applicant, language } = c.var
  const { standing } = own.held
  const families = own.context.type.family === true ? [] : await familiesOf(c, tx)
  const found: Relative[] = []
  for (const id of families) {
    const family = await readCase(tx, house.keys, id)
    if (!family) continue
    const { type } = descriptionOf(house.policy, family.standing, own.taking.on)
    const [written, ended] = [await familyAnswers(tx, family), await noLongerActedFor(tx)]
    for (const subject of subjectsActedFor(family.standing, applicant.partyId)) {
      const isHere = rolesIn(standing, subject).length > 0
      if (subject === applicant.partyId || isHere || ended.includes(subject)) continue
      const roles = rolesIn(family.standing, subject)
      const role = ways.find((way) => roles.includes(way.role.code))?.role
      if (!role || !roomFor(own.context, standing, role).ok) continue
      const answers = written.get(subject) ?? {}
      const at = { subject, language }
      const name = nameIn(type, answers) || unnamedTitle(family.standing, type, at)
      found.push({ partyId: subject, name, role, answers, type })
    }
  }
  return found
}
