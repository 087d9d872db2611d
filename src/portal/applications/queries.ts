import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isState, type State } from '#core/lifecycle/lifecycle.ts'
import type { Tx } from '#platform/database.ts'

export type OwnApplication = {
  readonly id: string
  readonly type: string
  readonly number?: string
  readonly state: State
  readonly changedAt: IsoMoment
}

const SHOWN_MAX = 50

/** The applications of one person, newest first. */
export async function ownApplications(tx: Tx, partyId: string): Promise<readonly OwnApplication[]> {
  const rows = await tx
    .selectFrom('caseParty')
    .innerJoin('caseFile', 'caseFile.id', 'caseParty.caseId')
    .select(['caseFile.id', 'caseFile.type', 'caseFile.number', 'caseFile.state'])
    .select('caseFile.changedAt')
    .where('caseParty.party', '=', partyId)
    .where('caseParty.untilOn', 'is', null)
    .orderBy('caseFile.changedAt', 'desc')
    .limit(SHOWN_MAX)
    .execute()
  return rows.flatMap(({ id, type, number, state, changedAt }) =>
    isState(state)
      ? [
          {
            id,
            type,
            state,
            changedAt: isoMoment(changedAt),
            ...(number === null ? {} : { number }),
          },
        ]
      : [],
  )
}
