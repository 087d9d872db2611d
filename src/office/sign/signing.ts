import { decisionRecord, type DecisionRecord } from '#core/lifecycle/decision-record.ts'
import { sign, type SignRefusal } from '#core/lifecycle/decide.ts'
import { may } from '#core/lifecycle/may.ts'
import { validUntil } from '#core/lifecycle/status.ts'
import { factsOf } from '#core/policy/facts.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { deedOf, type Taken } from '#office/case-step.ts'
import type { OfficeContext } from '#office/env.ts'
import { filedIn, openCase, readFiled, type OpenCase } from '#office/open-case.ts'
import type { Typed } from '#core/answers/typed.ts'
import { recordEvents } from '#records/cases.ts'
import { addDecision, recordHash } from '#records/decisions.ts'
import type { House } from '#records/house.ts'
import { adoptedHashes, mayBeUsed } from '#records/policy.ts'
import { issueStatus } from '#records/status-documents.ts'

/** The record of the decision as it would be signed now, by whoever looks at it. */
export async function recordNow(tx: Tx, open: OpenCase): Promise<DecisionRecord> {
  const { filed, documents } = await readFiled(tx, open)
  const { application } = open.found
  const { rules, on, by } = open.law
  const facts = factsOf(rules, filed.answers, application.submittedOn ?? on)
  return decisionRecord(application, { rules, facts, documents, on, by: by.id })
}

/** Signs the draft that was read: the step, the record and the document, all or none. */
export async function signDecision(c: OfficeContext, typed: Typed): Promise<Taken<SignRefusal>> {
  const { house } = c.var
  return inTransaction(house.db, async (tx): Promise<Taken<SignRefusal>> => {
    const [open, adopted] = await Promise.all([openCase(c, tx, { hold: true }), adoptedHashes(tx)])
    if (!open) return { kind: 'absent' }
    const { found, law, taking } = open
    const allowed = may(law, 'sign', found.application)
    if (!allowed.ok) return { kind: 'refused', open, refusal: allowed.refusal }
    if (typed['version']?.[0] !== String(found.version)) {
      return { kind: 'refused', open, refusal: { reason: 'stale' } }
    }
    const record = await recordNow(tx, open)
    const decided = sign(found.application, law, {
      record: recordHash(record),
      adopted: mayBeUsed(house, open.description, adopted),
    })
    if (!decided.ok) return { kind: 'refused', open, refusal: decided.refusal }
    const { after, events } = await recordEvents(tx, found, decided.value, taking)
    const event = events[0]?.id ?? ''
    const decision = await addDecision(tx, found, { record, event, on: law.on })
    if (record.outcome === 'recognised') await issue(tx, house, { open, record, decision })
    return { kind: 'done', after, deed: deedOf(decided.value) }
  })
}

async function issue(
  tx: Tx,
  { secret }: House,
  {
    open,
    record,
    decision,
  }: { readonly open: OpenCase; readonly record: DecisionRecord; readonly decision: string },
): Promise<void> {
  const { found, law, taking } = open
  const { application, history, partyId, key } = found
  await issueStatus(tx, secret, {
    type: open.description.type,
    application,
    decision,
    answers: filedIn(history).answers,
    recordHash: recordHash(record),
    validUntil: validUntil(law.on, law.rules),
    partyId,
    key,
    by: taking.by,
    at: taking.at,
    on: taking.on,
  })
}
