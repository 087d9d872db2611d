import { randomUUID } from 'node:crypto'
import { assert } from '#core/assert.ts'
import type { Answers } from '#core/answers/answers.ts'
import { answer, criteriaOf } from '#core/cases/answering.ts'
import { ask } from '#core/cases/asking.ts'
import type { Context, Step } from '#core/cases/context.ts'
import { decide as decideSo, groundsThatHold, propose } from '#core/cases/deciding.ts'
import { giveBack } from '#core/cases/examining.ts'
import type { Actor, Role } from '#core/cases/roles.ts'
import { opinionsOf, scorersOf } from '#core/cases/answers-given.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import { agree, type Outcome } from '#core/outcome.ts'
import {
  descriptionInForce,
  descriptionOf,
  type Description,
  pinnedBy,
} from '#core/policy/policy.ts'
import { scoringOf } from '#core/policy/scoring.ts'
import { inTransaction } from '#platform/database.ts'
import { beginCase, contextIn, recordStep, type Taking } from '#records/cases.ts'
import { holdCase } from '#records/read-case.ts'
import { hashesOf, recordDecision } from '#records/decisions.ts'
import type { House } from '#records/house.ts'
import { recordsNow } from '#records/records-now.ts'
import { statusOf } from '#records/statuses.ts'
import type { Applicant, TestHouse } from '#test/house.ts'

/** Cases brought to a state by the steps that lead there, on the day of the house's clock. */
export type Playing = {
  /** Recognition when left out. */
  readonly type?: string
  readonly field?: string
  readonly answers?: Answers
  readonly number?: string
  /** Points of every criterion; seven tenths and a little more when left out. */
  readonly share?: number
  /** The body that objects, where one does. */
  readonly objector?: string
}

/** What is at hand for whoever decides: the law, and the hashes of what stands proposed. */
type AtHand = {
  readonly description: Description
  readonly records: Readonly<Record<string, string>>
}

type Decide = (standing: Standing, context: Context, atHand: AtHand) => Outcome<Step, unknown>

const actor = (role: Role, body?: string): Actor => ({
  id: randomUUID(),
  roles: [role],
  ...(body === undefined ? {} : { body }),
})

const OFFICER = actor('case-officer')
const SIGNER = actor('signer')

/** What a case begins by: the law of its type, at the moment of the house's clock. */
function takingOf({ policy, clock }: House, type: string, by: Actor): Taking {
  const [at, on] = [clock.now(), clock.today()]
  const description = descriptionInForce(policy, type, on)
  assert(description !== undefined, `the law of ${type} is in force`)
  return { by, at, on, description, calendars: policy.calendars }
}

/** A draft of this applicant. */
export async function begun(
  { owned }: TestHouse,
  applicant: Applicant,
  type = 'recognition',
): Promise<string> {
  const { partyId, language } = applicant.account
  const taking = takingOf(owned, type, { id: partyId, roles: [] })
  return inTransaction(owned.db, (tx) =>
    beginCase(tx, owned.keys, { reader: { partyId, language } }, taking),
  )
}

/** Takes one step of a case; a refusal is a fault of the test. */
export async function play(
  house: House,
  id: string,
  { by, decide }: { readonly by: Actor; readonly decide: Decide },
): Promise<Standing> {
  const [at, on] = [house.clock.now(), house.clock.today()]
  const { calendars } = house.policy
  return inTransaction(house.db, async (tx) => {
    const held = await holdCase(tx, house.keys, id)
    assert(held !== undefined, 'the case is there')
    const { standing } = held
    const description = descriptionOf(house.policy, standing, on)
    const taking = { by, at, on, description, calendars }
    const records = standing.proposed ? await recordsNow(tx, house, { held, taking }) : []
    const atHand = { description, records: hashesOf(records) }
    const outcome = decide(standing, contextIn(held, taking), atHand)
    assert(outcome.ok, `a step was refused: ${JSON.stringify(outcome)}`)
    const step = outcome.value
    if (step.event.kind !== 'decide') return recordStep(tx, held, step, taking)
    return (await recordDecision(tx, house, { held, step, records, taking })).after
  })
}

let numbers = 0

/** Submitted as it is, without asking whether the answers are complete. */
export async function submitted(
  house: TestHouse,
  applicant: Applicant,
  playing: Playing = {},
): Promise<string> {
  const id = await begun(house, applicant, playing.type)
  numbers += 1
  const number = playing.number ?? `HQM-TEST-${process.pid}-${numbers}`
  await play(house.owned, id, {
    by: { id: applicant.account.partyId, roles: [] },
    decide: ({ parties }, _context, { description }) =>
      agree({
        code: 'submit',
        role: 'applicant',
        to: 'submitted',
        event: {
          kind: 'file',
          number,
          field: playing.field ?? 'ict',
          ...pinnedBy(description),
          filed: parties
            .filter(({ isSubject }) => isSubject)
            .map(({ id: subject }) => ({
              subject,
              answers: playing.answers ?? {},
              documents: [],
              confirmed: [],
            })),
        },
      }),
  })
  return id
}

/** How far a case has come: its state, or what was decided. */
type Reached =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'in-assessment'
  | 'awaiting-decision'
  | 'decision-drafted'
  | 'recognised'
  | 'refused'

/** A case of this applicant that has come so far. */
export async function caseIn(
  reached: Reached,
  house: TestHouse,
  ...[applicant, playing = {}]: readonly [applicant: Applicant, playing?: Playing]
): Promise<string> {
  if (reached === 'draft') return begun(house, applicant)
  const known = reached === 'recognised' ? { answers: HOLDER, ...playing } : playing
  const id = await submitted(house, applicant, known)
  const { owned: office } = house
  if (reached === 'submitted') return id
  if (reached === 'returned') {
    await returned(office, id)
    return id
  }
  await accepted(office, id)
  if (reached === 'in-assessment') return id
  await assess(office, id, {
    share: reached === 'refused' ? 0 : (playing.share ?? 0.75),
    objector: playing.objector,
  })
  if (reached === 'awaiting-decision') return id
  await drafted(office, id, reached === 'refused' ? 'refused' : 'recognised')
  if (reached !== 'decision-drafted') await decided(office, id, 'sign')
  return id
}

/** As much as a status has to know of whoever holds it. */
export const HOLDER: Answers = {
  person: [{ id: 'person-1', values: { surname: 'Ferreira', 'birth-date': '1987-03-27' } }],
  document: [{ id: 'document-1', values: { number: 'CD123456' } }],
}

const returned = (office: House, id: string) =>
  play(office, id, {
    by: OFFICER,
    decide: (standing, context) =>
      giveBack(standing, context, {
        step: 'return',
        marks: subjectsOf(standing).map((subject) => ({
          subject,
          kind: 'document',
          document: 'passport',
          note: 'The copy cannot be read.',
        })),
        explanation: 'Please send it again.',
      }),
  })

const accepted = (office: House, id: string) =>
  play(office, id, {
    by: OFFICER,
    decide: (standing, context) => ask(standing, context, { step: 'accept' }),
  })

/** A case that was submitted by hand, accepted and scored well enough by all. */
export async function scored({ owned: office }: TestHouse, id: string): Promise<void> {
  await accepted(office, id)
  await assess(office, id, { share: 0.75, objector: undefined })
}

/** Whoever is asked in the office has answered, well enough. */
export const assessed = ({ owned: office }: TestHouse, id: string): Promise<void> =>
  assess(office, id, { share: 0.75, objector: undefined })

type Assessing = { readonly share: number; readonly objector: string | undefined }

/** Every body gives the same share of its points, and its opinion where it is asked for one. */
async function assess(office: House, id: string, { share, objector }: Assessing): Promise<void> {
  const standing = await inTransaction(office.db, async (tx) => {
    const held = await holdCase(tx, office.keys, id)
    assert(held !== undefined, 'the case is there')
    return held.standing
  })
  for (const body of new Set(Object.values(scorersOf(standing)))) {
    const decide: Decide = (now, context) =>
      answer(now, context, {
        step: 'score',
        points: criteriaOf(now, body).map((criterion) => {
          const rule = scoringOf(context).criteria.find(({ code }) => code === criterion)
          const points = Math.ceil((rule?.pointsMax ?? 0) * share)
          return { criterion, points, reason: `Seen in the documents for ${criterion}.` }
        }),
      })
    await play(office, id, { by: actor('expert', body), decide })
  }
  const elsewhere = standing.tasks.filter(({ answersBy }) => answersBy !== undefined)
  for (const body of Object.keys(opinionsOf(standing))) {
    if (elsewhere.some((task) => task.body === body)) continue
    const said =
      body === objector ? { objects: true, reason: 'A matter of security.' } : { objects: false }
    const decide: Decide = (now, context) => answer(now, context, { step: 'give-opinion', ...said })
    await play(office, id, { by: actor('objection-officer', body), decide })
  }
}

const drafted = (office: House, id: string, outcome: 'recognised' | 'refused') =>
  play(office, id, {
    by: OFFICER,
    decide: (standing, context) =>
      propose(standing, context, {
        step: 'draft-decision',
        proposals: subjectsOf(standing).map((subject) => ({
          subject,
          outcome,
          grounds: outcome === 'refused' ? groundsThatHold(standing, context) : [],
          reasoning: 'The points speak for themselves.',
        })),
      }),
  })

/** Signed by somebody else than whoever proposed, with everything that it brings about. */
export const decided = (office: House, id: string, step: string): Promise<Standing> =>
  play(office, id, {
    by: SIGNER,
    decide: (standing, context, { records }) =>
      decideSo(standing, context, { step, records, adopted: true }),
  })

/** A case that an official begins about the status that another one gave; gives its id. */
export async function begunAbout(office: House, caseId: string, type: string): Promise<string> {
  const taking = takingOf(office, type, OFFICER)
  return inTransaction(office.db, async (tx) => {
    const giver = await holdCase(tx, office.keys, caseId)
    assert(giver !== undefined, 'the case is there')
    const { partyId, key, reader } = giver
    const status = await statusOf(tx, caseId, { key })
    assert(status !== undefined, 'it has given a status')
    const about = { partyId, role: 'holder' }
    return beginCase(tx, office.keys, { reader, about, status: status.number }, taking)
  })
}

export type Annulling = { readonly ground?: string; readonly reason?: string }

/** An annulment, proposed about the status that this case gave; the holder is to be heard first. */
export async function annulmentOf(
  { owned: office }: TestHouse,
  caseId: string,
  { ground = 'A2', reason = 'A false diploma.' }: Annulling = {},
): Promise<string> {
  const id = await begunAbout(office, caseId, 'annulment')
  await proposed(office, id, {
    step: 'propose-annulment',
    outcome: 'annulled',
    grounds: [ground],
    reasoning: reason,
  })
  return id
}

/** A report of the holder's death, to be confirmed by another person. */
export async function deathReportOf(
  { owned: office }: TestHouse,
  caseId: string,
  evidence = 'Act 12 of 2026.',
): Promise<string> {
  const id = await begunAbout(office, caseId, 'death-report')
  const said = { outcome: 'deceased', grounds: [], reasoning: evidence }
  await proposed(office, id, { step: 'report-death', ...said })
  return id
}

type Proposing = {
  readonly step: string
  readonly outcome: string
  readonly grounds: readonly string[]
  readonly reasoning: string
}

/** The same is proposed for everybody whom the case is about. */
export const proposed = (
  office: House,
  id: string,
  { step, ...said }: Proposing,
): Promise<Standing> =>
  play(office, id, {
    by: OFFICER,
    decide: (standing, context) =>
      propose(standing, context, {
        step,
        proposals: subjectsOf(standing).map((subject) => ({ subject, ...said })),
      }),
  })
