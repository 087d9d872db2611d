import { assert } from '#core/assert.ts'
import { isAboutNamed, isAboutSelf } from '#core/cases/contesting.ts'
import type { Contested } from '#core/cases/happenings.ts'
import { mayBegin } from '#core/cases/may.ts'
import { NO_ID } from '#core/id.ts'
import { pastStatuses } from '#jobs/queries.ts'
import type { Act } from '#main/demonstration/story.ts'
import type { Tx } from '#platform/database.ts'
import { casesAbout } from '#records/cases-about.ts'
import { beginCase, type Taking } from '#records/cases.ts'
import { readDecisions } from '#records/decisions.ts'
import { carryOut, waitingEffects } from '#records/effects.ts'
import { readCase, type Case } from '#records/read-case.ts'
import { guardianOf } from '#records/guardians.ts'
import type { House } from '#records/house.ts'
import { endByItself, statusOf, type Status } from '#records/statuses.ts'

/** What a story does about a status, a decision or its person begins a case of that type. */
const BEGINNING: Readonly<Partial<Record<Act['act'], string>>> = {
  'propose-annulment': 'annulment',
  'report-death': 'death-report',
}

/** The type of the case that this act begins, where it begins one. */
export const typeBegunBy = (act: Act): string | undefined =>
  'type' in act ? act.type : BEGINNING[act.act]

/** A case about the status that another one gave, or its person, begun by whoever acts. */
export async function begunAbout(
  tx: Tx,
  { keys }: House,
  { giver, taking }: { readonly giver: Case; readonly taking: Taking },
): Promise<Case> {
  const { partyId, reader } = giver
  const { begins, roles } = taking.description.type
  const status = isAboutNamed(begins) ? undefined : await statusGivenBy(tx, giver)
  if (status) await assertMayBegin(tx, status, taking)
  const about = { partyId, role: roles[0]?.code ?? '' }
  const number = status === undefined ? {} : { status: status.number }
  const { on } = taking
  const guardian = status && (await guardianOf(tx, { number: status.number, on }))
  const id = await beginCase(tx, keys, { reader, about, guardian, ...number }, taking)
  const begun = await readCase(tx, keys, id)
  assert(begun !== undefined, 'a case that was begun is there')
  return begun
}

/**
 * A case that the person begins: about what was decided last, that nothing was, or about what is
 * kept of them.
 */
export async function begunByPerson(
  tx: Tx,
  { keys }: House,
  { last, taking }: { readonly last: Case; readonly taking: Taking },
): Promise<Case> {
  const { begins } = taking.description.type
  const contests = isAboutSelf(begins) ? undefined : await decidedLast(tx, last)
  const beginning = { reader: last.reader, ...(contests ? { contests } : {}) }
  const id = await beginCase(tx, keys, beginning, taking)
  const begun = await readCase(tx, keys, id)
  assert(begun !== undefined, 'a case that was begun is there')
  return begun
}

/** What a case is about, or what was decided in it last; the case alone, where nothing was. */
async function decidedLast(tx: Tx, { standing, ...last }: Case): Promise<Contested> {
  if (standing.contests) return standing.contests
  const { id, number = '' } = standing
  const [decision] = await readDecisions(tx, { standing, ...last })
  return { case: id, number, ...(decision && { decision: decision.id }) }
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
  const status = { number, kind, inForce: state === 'in-force', until }
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

async function statusGivenBy(tx: Tx, { standing, key, partyId }: Case): Promise<Status> {
  const status = await statusOf(tx, standing.id, { key, partyId })
  assert(status !== undefined, 'what is held was given')
  return status
}
