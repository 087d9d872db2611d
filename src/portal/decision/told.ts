import { contestOf, type Contest } from '#core/cases/appeal.ts'
import { descriptionOf, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { waysToContest, type Way } from '#portal/decision/contest/ways.ts'
import type { PortalContext } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { lawOf, markTold, readDecisions, type Decision } from '#records/decisions.ts'
import type { ActReading } from '#telling/act/reading.ts'

/** A decision that somebody has opened, and how it is fought where it gave nothing. */
type Told = Pick<Decision, 'id' | 'record' | 'setAsideOn'> & {
  readonly contest?: Contest | undefined
  /** What can be begun about it. */
  readonly ways: readonly Way[]
}

/** What was decided in a case of the person who asks, the decision about themselves first. */
export type ToldOf = {
  readonly own: OwnCase
  readonly decisions: readonly [Told, ...Told[]]
  readonly reading: Omit<ActReading, 'language' | 'contest'> & Pick<Policy, 'lists'>
}

/** The first opening is the delivery, unless it comes late: from then the terms of appeal run. */
export async function tell(c: PortalContext, tx: Tx): Promise<ToldOf | undefined> {
  const { house, applicant } = c.var
  const { partyId } = applicant
  const own = await ownCase(c, tx)
  if (!own) return undefined
  const all = await readDecisions(tx, own.found)
  const [first, ...others] = all.toSorted(
    (one, other) => Number(isAbout(other, partyId)) - Number(isAbout(one, partyId)),
  )
  if (!first) return undefined
  const { on, at, calendars } = own.taking
  for (const { id: decision } of all) await markTold(tx, { decision, partyId, on, at })
  const { laws, lists, statuses } = house.policy
  const { procedure, scoring, type } = descriptionOf(house.policy, lawOf(first), on)
  const law = { type, procedure, calendars }
  const told = async (decision: Decision): Promise<Told> => {
    const { id, record, decidedOn, openedOn = on, setAsideOn } = decision
    return {
      id,
      record,
      contest: contestOf(law, { outcome: record.outcome, decidedOn, opened: openedOn }),
      ways: await waysToContest(tx, house.policy, { own, decision }),
      ...(setAsideOn === undefined ? {} : { setAsideOn }),
    }
  }
  return {
    own,
    decisions: [await told(first), ...(await Promise.all(others.map(told)))],
    reading: { ...law, scoring, laws, lists, statuses, reader: 'applicant' },
  }
}

const isAbout = ({ record }: Decision, party: string): boolean => record.subject === party
