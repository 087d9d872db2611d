import { isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { StatusKnown } from '#core/cases/context.ts'
import { outcomeOf, type OutcomeCode } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import { dayToTell } from '#core/deadlines/counted.ts'
import type { Tx } from '#platform/database.ts'
import { countedIn } from '#records/counted.ts'
import { IN_FORCE, STATUS_STATES, type Status } from '#records/statuses.ts'
import { erasedAfter } from '#core/cases/erased-after.ts'

/** A case that somebody has, as far as a list tells of it. */
export type ListedCase = {
  readonly id: string
  readonly type: CaseType
  readonly number?: string
  readonly state: string
  readonly stage: string
  /** It is about whoever asks, and not about somebody for whom they act. */
  readonly isSubject: boolean
  /** Whom it is about, with what was decided of each where whoever asks may know that. */
  readonly subjects: readonly Subject[]
  /** The number of the status that it is about, and that status. */
  readonly about?: string
  readonly status?: StatusKnown
  readonly outcome?: OutcomeCode
  /** The last day on which what is kept of them is there, where it was decided to erase it. */
  readonly erasedAfter?: IsoDate
  readonly changedAt: IsoMoment
  /** The last day of what they are asked in it. */
  readonly askedUntil?: IsoDate
  /** The status that it gave. */
  readonly gave?: Given
  /** Nothing of theirs is kept in it any more. */
  readonly isErased: boolean
}

type Subject = { readonly id: string; readonly outcome: OutcomeCode | null }

/** One about somebody that is not over. */
export const isOpenFor = ({ stage, subjects }: ListedCase, party: string): boolean =>
  stage !== 'ended' && subjects.some(({ id }) => id === party)

/** What was asked for in it was granted to somebody. */
export const isGrantedTo = ({ type, subjects }: ListedCase, party: string): boolean =>
  subjects.some(
    ({ id, outcome }) => id === party && outcomeOf(type, outcome ?? '')?.favourable === true,
  )

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
    const { number, aboutStatus, outcome, changedAt } = row
    const subjects = row.subjects ?? []
    const gave = givenIn(row)
    const last = lastDayIn(policy, { type, typeHash, ...row })
    const asked = countedIn(row.asked)
    const askedUntil = asked && dayToTell(asked, policy.calendars)
    return {
      id,
      type: typeOf(policy, law),
      state,
      stage,
      isSubject: subjects.some((each) => each.id === partyId),
      subjects,
      isErased: row.isErased === true,
      changedAt: isoMoment(changedAt),
      ...(number === null ? {} : { number }),
      ...(aboutStatus === null ? {} : { about: aboutStatus, ...aboutIn(aboutStatus, row) }),
      ...(outcome === null ? {} : { outcome }),
      ...(last === undefined ? {} : { erasedAfter: last }),
      ...(askedUntil === undefined ? {} : { askedUntil }),
      ...(gave === undefined ? {} : { gave }),
    }
  })
}

type DecisionColumns = {
  readonly type: string
  readonly typeHash: string | null
  readonly procedureHash: string | null
  readonly outcome: string | null
  readonly decidedOn: string | null
}

function lastDayIn(policy: Policy, row: DecisionColumns): IsoDate | undefined {
  const { type, typeHash, procedureHash, outcome, decidedOn } = row
  if (typeHash === null || procedureHash === null || outcome === null || decidedOn === null) {
    return undefined
  }
  const on = isoDate(decidedOn)
  const [named, procedure] = [policy.types.get(typeHash), policy.procedures.get(procedureHash)]
  const { calendars } = policy
  if (named?.code !== type || procedure === undefined) return undefined
  return erasedAfter({ type: named, procedure, calendars }, { outcome, decidedOn: on })
}

type AboutColumns = {
  readonly aboutKind: string | null
  readonly aboutState: string | null
  readonly aboutUntil: string | null
}

/** Nothing of a status that is not for them to read. */
function aboutIn(number: string, { aboutKind: kind, aboutState, aboutUntil }: AboutColumns) {
  if (kind === null || aboutUntil === null) return {}
  const until = isoDate(aboutUntil)
  return { status: { number, kind, inForce: aboutState === IN_FORCE, until } }
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

/** The cases that somebody has. */
const casesOf = (tx: Tx, partyId: string) =>
  tx
    .selectFrom('caseParty')
    .select('caseId')
    .where('party', '=', partyId)
    .where('untilOn', 'is', null)

/** What was decided and is neither set aside nor followed by another. */
const standing = (tx: Tx) =>
  tx
    .selectFrom('decision')
    .leftJoin('decision as later', 'later.supersedes', 'decision.id')
    .select(['decision.caseId', 'decision.subject', 'decision.outcome', 'decision.decidedOn'])
    .where('later.id', 'is', null)
    .where('decision.setAsideBy', 'is', null)

/** What was decided in each; of several, of themselves. */
const decidedFor = (tx: Tx, partyId: string) =>
  standing(tx)
    .distinctOn('decision.caseId')
    .where('decision.caseId', 'in', casesOf(tx, partyId))
    .orderBy('decision.caseId')
    .orderBy((each) => each('decision.subject', '=', partyId), 'desc')

/** Whom each is about, with what stands decided of them. */
const subjectsFor = (tx: Tx, partyId: string) =>
  tx
    .selectFrom(
      tx
        .selectFrom('caseParty as here')
        .leftJoin(standing(tx).as('said'), (join) =>
          join
            .onRef('said.caseId', '=', 'here.caseId')
            .on((on) =>
              on.or([
                on('said.subject', '=', on.ref('here.party')),
                on('said.subject', 'is', null),
              ]),
            ),
        )
        .select(['here.caseId', 'here.party as id', 'said.outcome'])
        .where('here.caseId', 'in', casesOf(tx, partyId))
        .where('here.isSubject', '=', true)
        .where('here.untilOn', 'is', null)
        .as('meant'),
    )
    .select(['meant.caseId', (all) => all.fn.jsonAgg('meant').as('subjects')])
    .groupBy('meant.caseId')

/** What each gave; of several, to themselves. */
const givenFor = (tx: Tx, partyId: string) =>
  tx
    .selectFrom('status')
    .select(['caseId', 'kind', 'state', 'untilOn', 'endedAs'])
    .distinctOn('caseId')
    .where('caseId', 'in', casesOf(tx, partyId))
    .orderBy('caseId')
    .orderBy((each) => each('holder', '=', partyId), 'desc')

/** Of a case of which nothing is for them to know yet, not even that it is. */
function rowsOf(tx: Tx, partyId: string) {
  const own = casesOf(tx, partyId)
  const told = tx
    .selectFrom('event')
    .select('caseId')
    .where('audience', '=', 'person')
    .where('caseId', 'in', own)
  return (
    tx
      .selectFrom('caseFile')
      .leftJoin(decidedFor(tx, partyId).as('decided'), 'decided.caseId', 'caseFile.id')
      .leftJoin(givenFor(tx, partyId).as('given'), 'given.caseId', 'caseFile.id')
      .leftJoin('status as thing', 'thing.number', 'caseFile.aboutStatus')
      .leftJoin(subjectsFor(tx, partyId).as('people'), 'people.caseId', 'caseFile.id')
      .select(['caseFile.id', 'type', 'caseFile.number', 'caseFile.state', 'stage', 'aboutStatus'])
      .select(['typeHash', 'procedureHash', 'people.subjects'])
      .select(['decided.outcome', 'decided.decidedOn'])
      .select([
        'thing.kind as aboutKind',
        'thing.state as aboutState',
        'thing.untilOn as aboutUntil',
      ])
      .select(['given.kind', 'given.state as statusState', 'given.untilOn', 'given.endedAs'])
      // What the last day is counted from by which they answer, where something is asked of them.
      .select((each) =>
        each
          .selectFrom('task')
          .select('task.counted')
          .whereRef('task.caseId', '=', 'caseFile.id')
          .where('task.ownerParty', '=', partyId)
          .where('task.state', '=', 'open')
          .where('task.kind', '<>', 'next-move')
          .limit(1)
          .as('asked'),
      )
      .select((each) =>
        each
          .exists(
            each
              .selectFrom('keeping')
              .select('keeping.caseId')
              .whereRef('keeping.caseId', '=', 'caseFile.id')
              .where('keeping.party', '=', partyId)
              .where('keeping.erasedAt', 'is not', null),
          )
          .as('isErased'),
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
