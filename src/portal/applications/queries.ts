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

/** The applications that one person has, about themselves or for another, newest first. */
export async function ownApplications(tx: Tx, partyId: string): Promise<readonly OwnApplication[]> {
  const rows = await tx
    .selectFrom('caseFile')
    .select(['id', 'type', 'number', 'state'])
    // What is being written is a change of its owner's, before it is a step of the case.
    .select((each) =>
      each
        .fn<string>('greatest', [
          'changedAt',
          each
            .selectFrom('answer')
            .select((answer) => answer.fn.max('answer.savedAt').as('savedAt'))
            .whereRef('answer.caseId', '=', 'caseFile.id'),
        ])
        .as('changedAt'),
    )
    .where('id', 'in', (each) =>
      each
        .selectFrom('caseParty')
        .select('caseId')
        .where('party', '=', partyId)
        .where('untilOn', 'is', null),
    )
    .orderBy('changedAt', 'desc')
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
