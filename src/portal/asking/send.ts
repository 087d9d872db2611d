import { randomUUID } from 'node:crypto'
import type { Item } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import { submit } from '#core/cases/filing.ts'
import { pinnedBy, type Description } from '#core/policy/policy.ts'
import type { Block } from '#core/policy/case-type.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { clientAddress } from '#platform/client-address.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { emailKey } from '#records/accounts.ts'
import { saveBlock } from '#records/answers.ts'
import { caseOfForm, comeToAsk } from '#records/asking.ts'
import { countAttempts, type Limit, type Reached } from '#records/attempts.ts'
import { beginCase, contextIn, nextNumber, recordStep } from '#records/cases.ts'
import { adoptedHashes, mayBeUsed } from '#records/policy.ts'
import { holdCase } from '#records/read-case.ts'

/** Mails go to an address that nobody proved to be theirs: so many a mailbox can bear. */
const OF_ADDRESS = { timesMax: 5, windowMinutes: 60 } as const
/** A client may be a fair or a university, all of whose people ask at once. */
const OF_CLIENT = { timesMax: 100, windowMinutes: 60 } as const

/** Counted for the address and for where it comes from, whoever else asked. */
export function tooManyAsked(c: PortalContext, email: string): Promise<Reached | undefined> {
  const { door, secret, clock, trustProxy } = c.var.house
  const client = clientAddress(c, trustProxy)
  const limits: readonly Limit[] = [
    { kind: 'asking', of: 'address', subject: emailKey(email), ...OF_ADDRESS },
    { kind: 'asking, client', of: 'client', subject: client, ...OF_CLIENT },
  ]
  const counting = { secret, at: clock.now() }
  return inTransaction(door, (tx) => countAttempts(tx, limits, counting))
}

/** What is asked, of which mission, and where whoever asks is written to. */
export type Question = {
  readonly mission: Mission
  readonly description: Description
  readonly block: Block
  readonly values: Item['values']
  readonly email: string
  /** What the form carried: sent twice as it is, it asks once. */
  readonly form: string
}

/** Whether the law that a question would rest on can be used yet. */
export const canBeAsked = async (c: PortalContext, tx: Tx, description: Description) =>
  mayBeUsed(c.var.house, description, await adoptedHashes(tx))

/** By which house, and in which language. */
type At = { readonly var: Pick<PortalContext['var'], 'house' | 'language'> }

/** Somebody new begins the case and sends it in at once, or this form did before; which it is. */
export async function ask(c: At, tx: Tx, question: Question): Promise<string> {
  const { house, language } = c.var
  const { keys, clock, policy, secret } = house
  const { mission, description, block, values, email, form } = question
  const sent = JSON.stringify([form, emailKey(email), values])
  const [at, on, caseId] = [clock.now(), clock.today(), caseOfForm(secret, sent)]
  const isDemonstration = house.demonstration
  const asker = await comeToAsk(tx, keys, { caseId, email, language, at, isDemonstration })
  if (asker === 'asked') return caseId
  if (asker === 'gone') return ask(c, tx, { ...question, form: `${form}+` })
  const { partyId, link } = asker
  const by = { id: partyId, roles: [] }
  const taking = { by, at, on, description, calendars: policy.calendars }
  const asking = { mission: mission.code, link }
  await beginCase(tx, keys, { id: caseId, reader: { partyId, language }, asking }, taking)
  const held = await holdCase(tx, keys, caseId)
  const step = description.type.steps.find(({ kind }) => kind === 'file')
  assert(held !== undefined && step !== undefined, 'whoever began it sends it in')
  const items = [{ id: randomUUID(), values }]
  await saveBlock(tx, { caseId, partyId, block, items, version: 0, key: held.key, at })
  const outcome = submit(held.standing, contextIn(held, taking), {
    step: step.code,
    parts: [{ subject: partyId, answers: { [block.code]: items }, documents: [] }],
    number: await nextNumber(tx, description.type, on),
    law: pinnedBy(description),
    adopted: true, // asked before anybody came
  })
  assert(outcome.ok, 'what was held against the questions is whole')
  await recordStep(tx, held, outcome.value, taking)
  return caseId
}
