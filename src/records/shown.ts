import type { KeyObject } from 'node:crypto'
import type { Said } from '#core/cases/consulted.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import { statementAbout } from '#platform/kept-statement.ts'
import { answerIn } from '#records/inquiries.ts'

/**
 * What registers said of what somebody was given, where its kind says that they are shown it: how
 * the card of a permit stands. Theirs to read, and no event of the case (docs/decisions/0042).
 */
export type ShownAnswer = {
  readonly service: string
  /** In a word of the service. */
  readonly result: string
  readonly says: Said
  readonly at: IsoMoment
}

type Whose = { readonly partyId: string; readonly key: KeyObject }

/** The newest of each service; read before it is known whose case it is, then opened. */
export async function shownAnswers(
  tx: Tx,
  caseId: string,
): Promise<(of: Whose) => readonly ShownAnswer[]> {
  const of = await everyShown(tx, caseId)
  return (whose) => {
    const theirs = of(whose)
    return theirs.filter(
      ({ service }, index) => theirs.findIndex((each) => each.service === service) === index,
    )
  }
}

/** All that is kept of it, the newest first. */
export async function everyShown(
  tx: Tx,
  caseId: string,
): Promise<(of: Whose) => readonly ShownAnswer[]> {
  const rows = await answersIn(tx, caseId)
  return ({ partyId, key }) =>
    rows.flatMap(({ id, party, service, answeredAt, answerSealed }) => {
      if (party !== partyId || answeredAt === null || answerSealed === null) return []
      const { result, says } = answerIn(key, { id, answerSealed })
      return [{ service, result, says: says[0] ?? {}, at: isoMoment(answeredAt) }]
    })
}

const answersIn = statementAbout((tx, caseId) =>
  tx
    .selectFrom('inquiry')
    .select(['id', 'party', 'service', 'answeredAt', 'answerSealed'])
    .where('caseId', '=', caseId)
    .where('ahead', '=', false)
    .where('state', '=', 'taken')
    .orderBy('answeredAt', 'desc')
    .orderBy('id'),
)
