import { assert } from '#core/assert.ts'
import { isAboutSelf } from '#core/cases/contesting.ts'
import { mayBegin } from '#core/cases/may.ts'
import { NO_ID } from '#core/id.ts'
import { pastStatuses } from '#jobs/queries.ts'
import type { Act } from '#main/demonstration/story.ts'
import type { Tx } from '#platform/database.ts'
import { beginCase, type Taking } from '#records/cases.ts'
import { readDecisions } from '#records/decisions.ts'
import { carryOut, waitingEffects } from '#records/effects.ts'
import { readCase, type Case } from '#records/read-case.ts'
import type { House } from '#records/house.ts'
import { casesAbout, endByItself, statusOf, type Status } from '#records/statuses.ts'

/** What a story does about a status, a decision or its person begins a case of that type. */
const BEGINNING: Readonly<Partial<Record<Act['act'], string>>> = {
  'propose-annulment': 'annulment',
  'report-death': 'death-report',
  complain: 'complaint',
  'ask-copy': 'data-access',
  'ask-correction': 'data-rectification',
  'ask-erasing': 'data-erasure',
}

/** The type of the case that this act begins, where it begins one. */
export const typeBegunBy = ({ act }: Pick<Act, 'act'>): string | undefined => BEGINNING[act]

/** A case about the status that another one gave, begun by whoever acts. */
export async function begunAbout(
  tx: Tx,
  { keys }: House,
  { giver, taking }: { readonly giver: Case; readonly taking: Taking },
): Promise<Case> {
  const { partyId, reader } = giver
  const status = await statusGivenBy(tx, giver)
  await assertMayBegin(tx, status, taking)
  const about = { partyId, role: 'holder' }
  const id = await beginCase(tx, keys, { reader, about, status: status.number }, taking)
  const begun = await readCase(tx, keys, id)
  assert(begun !== undefined, 'a case that was begun is there')
  return begun
}

/** A case that the person begins, about what was decided last, or about what is kept of them. */
export async function begunByPerson(
  tx: Tx,
  { keys }: House,
  { last, taking }: { readonly last: Case; readonly taking: Taking },
): Promise<Case> {
  const { begins } = taking.description.type
  const [decision] = isAboutSelf(begins) ? [] : await readDecisions(tx, last)
  const contests = decision && {
    decision: decision.id,
    case: last.standing.id,
    number: decision.record.number,
  }
  const beginning = { reader: last.reader, ...(contests ? { contests } : {}) }
  const id = await beginCase(tx, keys, beginning, taking)
  const begun = await readCase(tx, keys, id)
  assert(begun !== undefined, 'a case that was begun is there')
  return begun
}

/** What was decided elsewhere, and waits, happens now. */
export async function carriedOut(
  tx: Tx,
  house: House,
  { at, on }: Pick<Taking, 'at' | 'on'>,
): Promise<void> {
  for (const id of await waitingEffects(tx, NO_ID)) await carryOut(tx, house, { id, at, on })
}

async function assertMayBegin(
  tx: Tx,
  { number, kind, state, validUntil: until }: Status,
  { by, on, description }: Taking,
): Promise<void> {
  const cases = await casesAbout(tx, number)
  const open = cases.filter(({ stage }) => stage !== 'ended').map((each) => each.type)
  const status = { number, inForce: state === 'in-force', until }
  const party = { open, holds: [kind] }
  const allowed = mayBegin({ ...description, on, status }, { roles: by.roles, party })
  assert(allowed.ok, `a case of ${description.type.code} may be begun about ${number}`)
}

/** The status that a case gave ends because its last day has passed. */
export async function expired(
  tx: Tx,
  { policy }: House,
  { giver, at, on }: { readonly giver: Case } & Pick<Taking, 'at' | 'on'>,
): Promise<void> {
  const past = (await pastStatuses(tx, { on })).find(({ caseId }) => caseId === giver.standing.id)
  assert(past !== undefined, 'what expires was given, and has had its time')
  const kind = policy.statuses.get(past.kind)
  assert(kind !== undefined, `there is a status ${past.kind}`)
  await endByItself(tx, { ...past, kind, key: giver.key, at, on })
}

async function statusGivenBy(tx: Tx, { standing, key }: Case): Promise<Status> {
  const status = await statusOf(tx, standing.id, { key })
  assert(status !== undefined, 'what is held was given')
  return status
}
