import { contestOf, type Contest as Fought } from '#core/cases/appeal.ts'
import { stepHere } from '#core/cases/may.ts'
import { tell, toldOf } from '#core/cases/telling.ts'
import { descriptionOf, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { waysToContest, type Way } from '#portal/contest-ways.ts'
import { contestsIn, type Contest } from '#portal/contests.tsx'
import type { PortalContext } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { recordUnheld } from '#records/cases.ts'
import { lawOf, readDecisions, type Decision } from '#records/decisions.ts'
import { caseAfter } from '#records/read-case.ts'
import type { ActReading } from '#telling/act/reading.ts'

/** A decision that somebody has opened, and how it is fought where it gave nothing. */
type Told = Pick<Decision, 'id' | 'record' | 'setAsideOn'> & {
  readonly contest?: Fought | undefined
  /** What can be begun about it. */
  readonly ways: readonly Way[]
}

/** What was decided in a case of the person who asks, the decision about themselves first. */
export type ToldOf = {
  readonly own: OwnCase
  readonly decisions: readonly [Told, ...Told[]]
  /** Cases about what was decided. */
  readonly contests: readonly Contest[]
  readonly reading: Omit<ActReading, 'language' | 'contest'> & Pick<Policy, 'lists'>
}

/** Whoever opens what was decided is told of it, unless the procedure deemed them told before. */
export async function tellOwn(c: PortalContext, tx: Tx): Promise<ToldOf | undefined> {
  const { house, applicant } = c.var
  const { partyId } = applicant
  const own = await opened(c, tx)
  if (!own) return undefined
  const all = await readDecisions(tx, own.found)
  const [first, ...others] = all.toSorted(
    (one, other) => Number(isAbout(other, partyId)) - Number(isAbout(one, partyId)),
  )
  if (!first) return undefined
  const { on, calendars } = own.taking
  const { laws, lists, statuses } = house.policy
  const { procedure, scoring, type } = descriptionOf(house.policy, lawOf(first), on)
  const law = { type, procedure, calendars }
  const toldIn = (decision: Decision): Told => {
    const { id, record, hash, decidedOn, setAsideOn } = decision
    const told = toldOf(own.found.standing, hash) ?? { on }
    return {
      id,
      record,
      contest: contestOf(law, { outcome: record.outcome, decidedOn, told }),
      ways: waysToContest(house.policy, { own, decision }),
      ...(setAsideOn === undefined ? {} : { setAsideOn }),
    }
  }
  return {
    own,
    decisions: [toldIn(first), ...others.map(toldIn)],
    contests: contestsIn(house.policy, all),
    reading: { ...law, scoring, laws, lists, statuses, reader: 'applicant' },
  }
}

/** The case as it stands once whoever opens it is told. */
async function opened(c: PortalContext, tx: Tx): Promise<OwnCase | undefined> {
  const own = await ownCase(c, tx)
  if (!own) return undefined
  const told = tellsNow(own)
  if (!told?.ok) return own
  const after = await recordUnheld(tx, own.found, told.value, own.taking)
  return after ? { ...own, found: caseAfter(own.found, after) } : opened(c, tx)
}

function tellsNow({ found: { standing }, context }: OwnCase) {
  const rule = stepHere(context, standing, 'tell')
  return rule && tell(standing, context, { step: rule.code })
}

const isAbout = ({ record }: Decision, party: string): boolean => record.subject === party
