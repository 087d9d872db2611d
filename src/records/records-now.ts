import { assert } from '#core/assert.ts'
import { askedOf } from '#core/answers/asked-of.ts'
import { isNamed, namedIn, type Named } from '#core/answers/named.ts'
import {
  decisionRecords,
  type DecisionRecord,
  type Given,
  type Recording,
  type Signer,
} from '#core/cases/decision-record.ts'
import { aboutStatuses } from '#core/cases/contesting.ts'
import { concerned } from '#core/cases/holds.ts'
import { changes, outcomeOf } from '#core/cases/life.ts'
import { isGivenTo } from '#core/cases/people.ts'
import { firstOf, numbersFollowed, goesOnAfter } from '#core/cases/resting.ts'
import { isFor, stepHere } from '#core/cases/may.ts'
import { lastFiled } from '#core/cases/standing.ts'
import type { Proposal } from '#core/cases/happenings.ts'
import { factsOf } from '#core/policy/facts.ts'
import { descriptionOf, isScored, pinnedBy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { contextIn, type Taking } from '#records/cases.ts'
import { placeNumbered } from '#records/caused.ts'
import { partIn, readCase, type Case } from '#records/read-case.ts'
import { filedDocuments } from '#records/documents.ts'
import type { House } from '#records/house.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { knownAs } from '#records/known-as.ts'
import { givenBy } from '#records/statuses.ts'

type Here = Pick<House, 'policy' | 'keys' | 'secret'>

/** What stands proposed in a case, and who looks at it or decides it. */
type Proposing = {
  readonly held: Case
  readonly taking: Taking
}

/** The records of what stands proposed in a case, as it would be decided now by whoever acts. */
export async function recordsNow(
  tx: Tx,
  house: Here,
  { held, taking }: Proposing,
): Promise<readonly DecisionRecord[]> {
  const { standing } = held
  const { by, on, description } = taking
  const isOfSeveral = aboutStatuses(description.type.begins).length > 1
  const filed = held.several ? undefined : lastFiled(standing)
  const wanted = { caseId: standing.id, ids: filed?.documents ?? [] }
  const [sent, subjects, names] = await Promise.all([
    filedDocuments(tx, wanted),
    subjectsNow(tx, house, { held, taking }),
    namesOfOfficials(tx, house.secret, [by.id]),
  ])
  const recording = {
    law: pinnedBy(description),
    documents: sent(held),
    on,
    by: by.id,
    signer: signerOf({ held, taking }, names.get(by.id)),
    subjects,
    ...(isOfSeveral && held.status ? { aboutKind: held.status.kind } : {}),
  }
  if (!isScored(description)) return decisionRecords(standing, recording)
  const { scoring } = description
  const facts = factsOf(scoring, filed?.answers ?? {}, standing.filedOn ?? on)
  return decisionRecords(standing, { ...recording, scored: { scoring, facts } })
}

/** Who each is of whom something is proposed, and what that gives them. */
async function subjectsNow(tx: Tx, house: Here, { held, taking }: Proposing): Promise<Subjects> {
  const { proposals = [] } = held.standing.proposed ?? {}
  const subjects: Record<string, Subjects[string]> = {}
  for (const proposal of proposals) {
    const { subject } = proposal
    const one = { held: partIn(held, subject), taking: takingOf(held, taking, subject) }
    const gives = givenIn(house, one, proposal)
    subjects[subject] = {
      person: await personOf(tx, house, one),
      gives,
      ...correctedIn(one, proposal),
    }
  }
  return subjects
}

/** The cases beside which it is to be read. */
function correctedIn(
  { held, taking }: Proposing,
  { outcome }: Proposal,
): Pick<Subjects[string], 'corrects'> {
  const { type } = taking.description
  if (!changes(type, outcome)) return {}
  const corrects = concerned({ ...held, type })?.map(({ number }) => number)
  return corrects === undefined ? {} : { corrects }
}

type Subjects = NonNullable<Recording['subjects']>

/** With the questions that this subject is asked. */
function takingOf({ standing }: Case, taking: Taking, subject: string): Taking {
  const { description } = taking
  const type = askedOf(description.type, standing, subject)
  return { ...taking, description: { ...description, type } }
}

/**
 * Whom a case names; one about a decision, by the case in which it was made; one that does not ask,
 * by the case that names the holder of the status it is about, or by another of theirs that was
 * there before: what came later changes no record.
 */
async function personOf(
  tx: Tx,
  house: Here,
  { held, taking }: Proposing,
): Promise<Named | undefined> {
  const { standing, contested, partyId } = held
  if (contested !== undefined) {
    return personIn(tx, house, { caseId: contested.of.id, subject: partyId, taking })
  }
  const { about } = standing
  const own = namedIn(taking.description.type, lastFiled(standing)?.answers ?? {})
  if (isNamed(own)) return own
  if (about === undefined) {
    const before = held.history.find(({ event }) => event.kind === 'file')?.at
    return (await knownAs(tx, house, { held, on: taking.on, ...(before ? { before } : {}) })) ?? own
  }
  const giver = await tx
    .selectFrom('status')
    .select(['namedIn', 'holder'])
    .where('number', '=', about)
    .executeTakeFirst()
  return giver && personIn(tx, house, { caseId: giver.namedIn, subject: giver.holder, taking })
}

type Elsewhere = Pick<Proposing, 'taking'> & {
  readonly caseId: string
  readonly subject: string
}

/** Whom another case names by that part of it; nothing where it may not be read. */
async function personIn(
  tx: Tx,
  house: Here,
  { caseId, subject, taking }: Elsewhere,
): Promise<Named | undefined> {
  const whole = await readCase(tx, house.keys, caseId)
  if (!whole) return undefined
  const held = partIn(whole, subject)
  const description = descriptionOf(house.policy, held.standing, taking.on)
  return personOf(tx, house, { held, taking: { ...taking, description } })
}

/** Whoever acts, where they may decide what stands proposed: in the role in which they would. */
function signerOf({ held, taking }: Proposing, name = ''): Signer | undefined {
  const { by } = taking
  const rule = stepHere(contextIn(held, taking), held.standing, 'decide')
  if (!rule || !isFor(rule, by, held.standing)) return undefined
  const role = rule.by.find((each) => by.roles.includes(each))
  return role === undefined ? undefined : { name, role }
}

function givenIn(
  { policy }: Here,
  { held, taking }: Proposing,
  { outcome }: Proposal,
): readonly Given[] {
  const { on, calendars, description } = taking
  const { procedure } = description
  const { standing } = held
  const type = askedOf(description.type, standing, held.partyId)
  const { parties } = standing
  const roles = parties.filter(({ id }) => id === held.partyId).map(({ role }) => role)
  return (outcomeOf(type, outcome)?.effects ?? []).flatMap((effect) => {
    if (effect.effect !== 'issue' || !isGivenTo(effect, roles)) return []
    const { for: wanted } = effect
    const place = placeNumbered(held, type, held.partyId)
    const kind = policy.statuses.get(effect.status)
    assert(kind !== undefined, `the loader saw to it that there is a status ${effect.status}`)
    const asked = wanted === undefined ? {} : { wanted }
    const among = place === undefined ? {} : { place }
    const first = firstOf(effect, held.held, held.partyId)
    const inPlaceOf = numbersFollowed(effect, held.held, held.partyId).map(
      ({ kind: status, number }) => ({ status, number }),
    )
    return [
      givenBy({
        standing,
        type,
        kind,
        on,
        procedure,
        calendars,
        inPlaceOf,
        first,
        goesOnAfter: goesOnAfter(effect, held.held, held.partyId),
        ...asked,
        ...among,
      }),
    ]
  })
}
