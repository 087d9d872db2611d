import { isoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'

/** Cases that are about something, as far as a list tells of them. */
const casesListed = (tx: Tx) =>
  tx
    .selectFrom('caseFile')
    .select(['id', 'type', 'typeHash', 'number', 'state', 'stage', 'openedOn', 'aboutStatus'])
    .select((each) =>
      each
        .selectFrom('decision')
        .leftJoin('decision as later', 'later.supersedes', 'decision.id')
        .select('decision.outcome')
        .whereRef('decision.caseId', '=', 'caseFile.id')
        .where('later.id', 'is', null)
        .where('decision.setAsideBy', 'is', null)
        .limit(1)
        .as('outcome'),
    )

/** Those about a status. */
export const casesAboutStatuses = (tx: Tx) => casesListed(tx).where('aboutStatus', 'is not', null)

/** Those about what was decided in a case. */
export const casesAboutDecisions = (tx: Tx, caseId: string) =>
  casesListed(tx)
    .select('aboutDecision')
    .where('aboutDecision', 'in', (each) =>
      each.selectFrom('decision').select('id').where('caseId', '=', caseId),
    )

/** Those about what is kept of somebody, that have not ended. */
export const casesAboutParty = (tx: Tx, partyId: string) =>
  casesListed(tx)
    .where('aboutParty', '=', partyId)
    .where('stage', '<>', 'ended')
    .where('number', 'is not', null)
    .execute()

/** Those about this status. */
export const casesAbout = (tx: Tx, status: string) =>
  casesAboutStatuses(tx).where('aboutStatus', '=', status).execute()

/** Those about this case, in which nothing was decided, the newest first. */
export const casesAboutCase = (tx: Tx, caseId: string) =>
  casesListed(tx).where('aboutCase', '=', caseId).orderBy('openedOn', 'desc').orderBy('id')

/** The same, with the day by which each says that something is to be decided here. */
export async function casesHastening(tx: Tx, caseId: string) {
  const rows = await casesAboutCase(tx, caseId)
    .select((each) =>
      each
        .selectFrom('effect')
        .innerJoin('decision', 'decision.id', 'effect.decision')
        .select((told) => told.fn.max('effect.dueOn').as('dueOn'))
        .whereRef('decision.caseId', '=', 'caseFile.id')
        .where('effect.effect', '=', 'notify')
        .as('toldBy'),
    )
    .execute()
  return rows.map(({ toldBy, ...row }) => ({
    ...row,
    ...(toldBy === null ? {} : { toldBy: isoDate(toldBy) }),
  }))
}
