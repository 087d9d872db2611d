import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { Ahead } from '#core/answers/ahead.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import type { Policy } from '#core/policy/policy.ts'
import { serviceOf, type Service } from '#core/policy/systems.ts'
import { json, type Tx } from '#platform/database.ts'
import { statementAbout } from '#platform/kept-statement.ts'
import { questionIn } from '#records/exchange-log.ts'
import { answerIn, inquiryRow, UNANSWERED, type Question } from '#records/inquiries.ts'

/**
 * What registers are asked of somebody who is still writing, because they want it, and what each
 * answered: theirs to read, and no event of the case (docs/decisions/0041).
 */

type AheadOf = { readonly partyId: string; readonly key: KeyObject }

/** Read before it is known whose case it is, and opened once that is. */
export async function readAhead(
  tx: Tx,
  { systems }: Pick<Policy, 'systems'>,
  caseId: string,
): Promise<(of: AheadOf) => readonly Ahead[]> {
  const rows = isId(caseId) ? await aheadIn(tx, caseId) : []
  return ({ partyId, key }) =>
    rows.flatMap((row) => {
      const found = serviceOf(systems, row.service)
      return found && row.party === partyId ? [openedAhead(row, found, key)] : []
    })
}

const aheadIn = statementAbout((tx, caseId) =>
  tx
    .selectFrom('inquiry')
    .select(['id', 'party', 'service', 'askedAt', 'questionSealed', 'outcome'])
    .select(['answeredAt', 'answerSealed'])
    .where('caseId', '=', caseId)
    .where('ahead', '=', true)
    .orderBy('askedAt')
    .orderBy('id'),
)

type Row = Awaited<ReturnType<typeof aheadIn>>[number]

function openedAhead(row: Row, { system, service }: Service, key: KeyObject): Ahead {
  const { id, askedAt, questionSealed, outcome, answeredAt, answerSealed } = row
  const {
    status: _none,
    tie,
    ...told
  } = questionSealed === null ? {} : questionIn({ id, questionSealed }, key)
  const last = UNANSWERED.find((each) => each === outcome)
  return {
    system: system.code,
    service: service.code,
    askedAt: isoMoment(askedAt),
    told,
    ...(tie === undefined ? {} : { toldOfFirst: tie.to }),
    confirms: service.confirms,
    ...(answerSealed === null || answeredAt === null
      ? {}
      : { answer: answered(service, answerIn(key, { id, answerSealed }), isoMoment(answeredAt)) }),
    ...(last === undefined ? {} : { outcome: last }),
  }
}

const answered = (
  { results }: Service['service'],
  { result, says, note }: ReturnType<typeof answerIn>,
  at: IsoMoment,
): Ahead['answer'] & object => ({
  result,
  fits: results.some(({ code, finding }) => code === result && finding === 'fits'),
  says,
  ...(note === undefined ? {} : { note }),
  at,
})

/** Why nothing is asked now: a question is on its way, or they asked as often as may be. */
const WITHHELD = ['on-its-way', 'too-often'] as const
export type Withheld = (typeof WITHHELD)[number]

type AskedOne = {
  readonly found: Service
  readonly facts: Question
  /** Whom it names besides, where they are in the case. */
  readonly named?: string | undefined
}

/** Asks these services, or says why not. */
export async function askAhead(
  tx: Tx,
  {
    caseId,
    partyId,
    key,
    at,
    asks,
  }: AheadOf & {
    readonly caseId: string
    readonly at: IsoMoment
    readonly asks: readonly AskedOne[]
  },
): Promise<Withheld | undefined> {
  const left = asks.map(({ found, facts, named }) => ({
    ...inquiryRow(found, facts, key),
    ...(facts.tie && named ? { named } : {}),
  }))
  const { rows } = await sql<{ withheld: string | null }>`
    select ask_ahead(${caseId}::uuid, ${partyId}::uuid, ${json(left)}, ${at}) as withheld
  `.execute(tx)
  return WITHHELD.find((each) => each === rows[0]?.withheld)
}
