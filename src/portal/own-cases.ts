import { isoDate, isoMoment, type IsoMoment } from '#core/dated.ts'
import type { OutcomeCode } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { STATUS_STATES, type Status } from '#records/statuses.ts'

/** A case that somebody has, as far as a list tells of it. */
export type ListedCase = {
  readonly id: string
  readonly type: CaseType
  readonly number?: string
  readonly state: string
  readonly stage: string
  /** It is about whoever asks, and not about somebody for whom they act. */
  readonly isSubject: boolean
  /** The number of the status that it is about. */
  readonly about?: string
  readonly outcome?: OutcomeCode
  readonly changedAt: IsoMoment
  /** The status that it gave. */
  readonly gave?: Given
}

/** A status as far as a list tells of it. */
export type Given = Pick<Status, 'kind' | 'state' | 'validUntil' | 'endedAs'>

/** The cases that one person has, about themselves or for another, newest first. */
export async function ownCases(
  tx: Tx,
  policy: Policy,
  partyId: string,
): Promise<readonly ListedCase[]> {
  const rows = await rowsOf(tx, partyId)
  return rows.map(({ id, type, typeHash, state, stage, ...row }) => {
    const law = { type, state, ...(typeHash === null ? {} : { typeHash }) }
    const { number, aboutStatus, outcome, isSubject, changedAt } = row
    const gave = givenIn(row)
    return {
      id,
      type: typeOf(policy, law),
      state,
      stage,
      isSubject: isSubject === true,
      changedAt: isoMoment(changedAt),
      ...(number === null ? {} : { number }),
      ...(aboutStatus === null ? {} : { about: aboutStatus }),
      ...(outcome === null ? {} : { outcome }),
      ...(gave === undefined ? {} : { gave }),
    }
  })
}

type StatusColumns = {
  readonly kind: string | null
  readonly statusState: string | null
  readonly untilOn: string | null
  readonly endedAs: string | null
}

function givenIn({ kind, statusState, untilOn, endedAs }: StatusColumns): Given | undefined {
  const state = STATUS_STATES.find((each) => each === statusState)
  if (kind === null || state === undefined || untilOn === null) return undefined
  const ended = endedAs === null ? {} : { endedAs }
  return { kind, state, validUntil: isoDate(untilOn), ...ended }
}

const SHOWN_MAX = 50

/** Of a case of which nothing is for them to know yet, not even that it is. */
function rowsOf(tx: Tx, partyId: string) {
  const own = tx
    .selectFrom('caseParty')
    .select('caseId')
    .where('party', '=', partyId)
    .where('untilOn', 'is', null)
  const told = tx
    .selectFrom('event')
    .select('caseId')
    .where('audience', '=', 'person')
    .where('caseId', 'in', own)
  const decided = tx
    .selectFrom('decision')
    .leftJoin('decision as later', 'later.supersedes', 'decision.id')
    .select(['decision.caseId', 'decision.outcome'])
    .distinctOn('decision.caseId')
    .where('decision.caseId', 'in', own)
    .where('later.id', 'is', null)
    .where('decision.setAsideBy', 'is', null)
  const given = tx
    .selectFrom('status')
    .select(['caseId', 'kind', 'state', 'untilOn', 'endedAs'])
    .distinctOn('caseId')
    .where('caseId', 'in', own)
  return (
    tx
      .selectFrom('caseFile')
      .leftJoin(decided.as('decided'), 'decided.caseId', 'caseFile.id')
      .leftJoin(given.as('given'), 'given.caseId', 'caseFile.id')
      .select([
        'caseFile.id',
        'type',
        'scoringHash',
        'typeHash',
        'number',
        'caseFile.state',
        'stage',
      ])
      .select(['aboutStatus', 'decided.outcome'])
      .select(['given.kind', 'given.state as statusState', 'given.untilOn', 'given.endedAs'])
      .select((each) =>
        each('caseFile.id', 'in', own.where('isSubject', '=', true)).as('isSubject'),
      )
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
      .where('caseFile.id', 'in', told)
      .orderBy('changedAt', 'desc')
      .limit(SHOWN_MAX)
      .execute()
  )
}
