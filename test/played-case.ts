import { randomUUID } from 'node:crypto'
import { assert } from '#core/assert.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { Actor, Application } from '#core/lifecycle/application.ts'
import { criteriaOf, giveOpinion, score } from '#core/lifecycle/assess.ts'
import { draftDecision, sign } from '#core/lifecycle/decide.ts'
import { accept, returnForCorrection } from '#core/lifecycle/examine.ts'
import type { Role, State } from '#core/lifecycle/lifecycle.ts'
import type { Context, Step } from '#core/lifecycle/step.ts'
import { agree, type Outcome } from '#core/outcome.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import { inTransaction } from '#platform/database.ts'
import { beginCase, holdCase, recordStep } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import type { Applicant, TestHouse } from '#test/house.ts'

/** Cases brought to a state by the steps that lead there, on the day of the house's clock. */
export type Playing = {
  readonly field?: string
  readonly answers?: Answers
  readonly number?: string
  /** Points of every criterion; seven tenths and a little more when left out. */
  readonly share?: number
  /** The body that objects, where one does. */
  readonly objector?: string
}

type Decide = (
  application: Application,
  context: Context,
  description: Description,
) => Outcome<Step, unknown>

const actor = (role: Role, body?: string): Actor => ({
  id: randomUUID(),
  roles: [role],
  ...(body === undefined ? {} : { body }),
})

const OFFICER = actor('case-officer')
const SIGNER = actor('signer')

/** A draft of this applicant. */
export async function begun({ faces, clock }: TestHouse, applicant: Applicant): Promise<string> {
  const { db, policy } = faces.portal
  const { account } = applicant
  const description = descriptionOf(policy, { applicationType: 'recognition' }, clock.today())
  assert(description !== undefined, 'the rules of recognition are in force')
  return inTransaction(db, (tx) =>
    beginCase(
      tx,
      faces.portal.keys,
      { reader: { partyId: account.partyId, language: account.language } },
      {
        by: { id: account.partyId, roles: ['applicant'] },
        at: clock.now(),
        on: clock.today(),
        description,
        calendars: policy.calendars,
      },
    ),
  )
}

/** Takes one step of a case; a refusal is a fault of the test. */
export async function play(
  house: House,
  id: string,
  { by, decide }: { readonly by: Actor; readonly decide: Decide },
): Promise<Application> {
  const on = house.clock.today()
  const { calendars } = house.policy
  return inTransaction(house.db, async (tx) => {
    const held = await holdCase(tx, house.keys, id)
    assert(held !== undefined, 'the case is there')
    const description = descriptionOf(house.policy, held.application, on)
    assert(description !== undefined, 'the case rests on policy that is kept')
    const { type, rules } = description
    const context = { by, on, lifecycle: type.lifecycle, rules, calendars }
    const outcome = decide(held.application, context, description)
    assert(outcome.ok, `a step was refused: ${JSON.stringify(outcome)}`)
    const taking = { by, at: house.clock.now(), on, description, calendars }
    return recordStep(tx, held, outcome.value, taking)
  })
}

let numbers = 0

/** Submitted as it is, without asking whether the answers are complete. */
export async function submitted(
  house: TestHouse,
  applicant: Applicant,
  playing: Playing = {},
): Promise<string> {
  const id = await begun(house, applicant)
  numbers += 1
  const number = playing.number ?? `HQM-TEST-${process.pid}-${numbers}`
  await play(house.faces.portal, id, {
    by: { id: applicant.account.partyId, roles: ['applicant'] },
    decide: (_application, _context, { rulesHash, typeHash }) =>
      agree({
        action: 'submit',
        to: 'submitted',
        events: [
          {
            type: 'application-submitted',
            number,
            field: playing.field ?? 'ict',
            ruleSet: rulesHash,
            typeHash,
            answers: playing.answers ?? {},
            documents: [],
          },
        ],
      }),
  })
  return id
}

type Reached = Extract<
  State,
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'in-assessment'
  | 'awaiting-decision'
  | 'decision-drafted'
  | 'recognised'
  | 'refused'
>

/** A case of this applicant in that state. */
export async function caseIn(
  state: Reached,
  house: TestHouse,
  ...[applicant, playing = {}]: readonly [applicant: Applicant, playing?: Playing]
): Promise<string> {
  if (state === 'draft') return begun(house, applicant)
  const id = await submitted(house, applicant, playing)
  const { office } = house.faces
  if (state === 'submitted') return id
  if (state === 'returned') {
    const note = 'The copy cannot be read.'
    const marks = [{ kind: 'document', document: 'passport', note }] as const
    const decide: Decide = (application, context) =>
      returnForCorrection(application, context, { marks, explanation: 'Please send it again.' })
    await play(office, id, { by: OFFICER, decide })
    return id
  }
  await play(office, id, { by: OFFICER, decide: accept })
  if (state === 'in-assessment') return id
  await assess(office, id, {
    share: state === 'refused' ? 0 : (playing.share ?? 0.75),
    objector: playing.objector,
  })
  if (state === 'awaiting-decision') return id
  await decideOn(office, id, state === 'refused' ? 'refused' : 'recognised')
  if (state === 'decision-drafted') return id
  const decide: Decide = (application, context) =>
    sign(application, context, { record: 'f'.repeat(64), adopted: true })
  await play(office, id, { by: SIGNER, decide })
  return id
}

type Assessing = { readonly share: number; readonly objector: string | undefined }

/** A case that was submitted by hand, accepted and scored well enough by all. */
export async function scored({ faces: { office } }: TestHouse, id: string): Promise<void> {
  await play(office, id, { by: OFFICER, decide: accept })
  await assess(office, id, { share: 0.75, objector: undefined })
}

/** Every body gives the same share of its points. */
async function assess(office: House, id: string, { share, objector }: Assessing): Promise<void> {
  const bodies = await inTransaction(office.db, async (tx) => {
    const held = await holdCase(tx, office.keys, id)
    assert(held !== undefined, 'the case is there')
    return {
      scoring: [...new Set(Object.values(held.application.scorers))],
      objecting: Object.keys(held.application.opinions),
    }
  })
  for (const body of bodies.scoring) {
    const decide: Decide = (application, context) =>
      score(
        application,
        context,
        criteriaOf(application, body).map((criterion) => {
          const rule = context.rules.criteria.find(({ code }) => code === criterion)
          const points = Math.ceil((rule?.pointsMax ?? 0) * share)
          return { criterion, points, reason: `Seen in the documents for ${criterion}.` }
        }),
      )
    await play(office, id, { by: actor('expert', body), decide })
  }
  for (const body of bodies.objecting) {
    const decide: Decide = (application, context) =>
      giveOpinion(
        application,
        context,
        body === objector
          ? { objects: true, reason: 'A matter of security.' }
          : { objects: false, reason: '' },
      )
    await play(office, id, { by: actor('objection-officer', body), decide })
  }
}

async function decideOn(office: House, id: string, outcome: 'recognised' | 'refused') {
  const decide: Decide = (application, context) => {
    const grounds = context.rules.grounds
      .filter(({ kind, holds }) => kind === 'refusal' && holds === 'points-below-pass-mark')
      .map(({ code }) => code)
    return draftDecision(application, context, {
      outcome,
      grounds: outcome === 'refused' ? grounds : [],
      reasoning: 'The points speak for themselves.',
    })
  }
  await play(office, id, { by: OFFICER, decide })
}
