import { equal } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { stringify } from 'yaml'
import { assert } from '#core/assert.ts'
import { decide, propose } from '#core/cases/deciding.ts'
import type { Proposal } from '#core/cases/happenings.ts'
import { toDecide } from '#core/cases/standing.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { agree } from '#core/outcome.ts'
import { descriptionInForce } from '#core/policy/policy.ts'
import { tellDue } from '#exchange/payments/work.ts'
import { inTransaction } from '#platform/database.ts'
import { beginCase } from '#records/cases.ts'
import { signInAgain } from '#test/days-later.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { outcome, taken } from '#test/life-parts.ts'
import { asking, given, paidPermit, pays, policyPaid } from '#test/paying.ts'
import { play } from '#test/played-case.ts'
import { toyComplaint } from '#test/toy-complaint.ts'
import { familyType, permitOfFamily } from '#test/toy-family.ts'
import type { Visitor } from '#test/visitor.ts'

const DAY_MS = 86_400_000

/** A permit of which it can be decided anew, whether it was given or not and paid for or not. */
const anewPermit: CaseType = {
  ...paidPermit,
  steps: [
    // What is asked for can be written down anew, so that it is decided otherwise.
    ...paidPermit.steps.map((step) =>
      step.kind === 'file' ? { ...step, from: [...step.from, 'submitted'] } : step,
    ),
    {
      code: 'examine-again',
      kind: 'reopen',
      does: 'enter-again',
      ...taken(['carried-out', endOf(paidPermit)], 'system'),
      to: 'submitted',
    },
  ],
}

/** Where an answer about the duty leads to. */
function endOf({ steps }: CaseType): string {
  const step = steps.find(({ code }) => code === 'record-duty')
  if (step?.kind !== 'answer' || step.to === undefined) throw new Error('nothing is paid in it')
  return step.to
}

/**
 * Sets a decision about a permit aside, and has it decided anew or not. No case of the kind can be
 * begun about what gave something (`setAside` asks nobody); what was paid has to hold without that.
 */
const setRight: CaseType = {
  ...toyComplaint,
  code: 'set-right',
  numberPrefix: 'STR',
  begins: {
    ...toyComplaint.begins,
    about: { decision: ['permit', 'family-comfort'] },
    when: [{ test: 'decision-unfavourable' }, { test: 'decision-in-force' }],
  },
  outcomes: [
    ...toyComplaint.outcomes,
    outcome('reversed', { favourable: true, effects: [{ effect: 'set-aside' }] }),
  ],
  steps: toyComplaint.steps.map((step) =>
    step.kind === 'propose' && step.outcomes !== undefined
      ? { ...step, outcomes: [...step.outcomes, 'reversed'] }
      : step,
  ),
}

/** The same of several people, of whom each is given or refused their own. */
const anewFamily: CaseType = {
  ...anewPermit,
  code: familyType.code,
  numberPrefix: familyType.numberPrefix,
  subjects: { max: 5 },
  roles: familyType.roles,
  steps: [
    ...anewPermit.steps,
    ...familyType.steps.filter(({ code }) => ['join', 'add-child', 'confirm'].includes(code)),
  ],
  outcomes: permitOfFamily.outcomes,
}

export function policyAnew(t: TestContext): string {
  const folder = policyPaid(t, anewPermit)
  writeFileSync(
    join(folder, 'types', 'family-comfort.yaml'),
    stringify(anewFamily, { aliasDuplicateObjects: false }),
  )
  writeFileSync(
    join(folder, 'types', 'set-right.yaml'),
    stringify(setRight, { aliasDuplicateObjects: false }),
  )
  return folder
}

/** The last decision of a case is set aside by one about it, whatever it was. */
export async function setAside(
  here: TestHouse,
  { ana, id: caseId }: { readonly ana: Applicant; readonly id: string },
  outcomeOf = 'recognised',
): Promise<void> {
  const { owned } = here
  const { partyId, language } = ana.account
  const on = owned.clock.today()
  const description = descriptionInForce(owned.policy, 'set-right', on)
  assert(description !== undefined, 'it is in force')
  const { id: decision } = await here.db
    .selectFrom('decision')
    .leftJoin('decision as later', 'later.supersedes', 'decision.id')
    .select('decision.id')
    .where('decision.caseId', '=', caseId)
    .where('decision.subject', '=', partyId)
    .where('later.id', 'is', null)
    .executeTakeFirstOrThrow()
  const by = { id: partyId, roles: [] }
  const taking = { by, at: owned.clock.now(), on, description, calendars: owned.policy.calendars }
  const reader = { partyId, language }
  const contests = { case: caseId, decision, number: 'PRM' }
  const id = await inTransaction(owned.db, (tx) =>
    beginCase(tx, owned.keys, { reader, contests }, taking),
  )
  const answers = { person: [], purpose: [] }
  await filed(here, id, { answers, number: `STR-TEST-${randomUUID()}` })
  const said = { outcome: outcomeOf, grounds: [], reasoning: 'It was not right.' }
  await decidedByOthers(here, id, said)
}

/** Sent in as it is, by whoever it is about. */
export const filed = (
  { owned }: TestHouse,
  id: string,
  { answers, number }: { readonly answers: Answers; readonly number?: string },
) =>
  play(owned, id, {
    by: { id: randomUUID(), roles: [] },
    decide: ({ parties, number: known }, _context, { description }) =>
      agree({
        code: 'submit',
        role: 'applicant',
        to: 'submitted',
        event: {
          kind: 'file',
          number: number ?? known ?? '',
          field: '',
          typeHash: description.typeHash,
          procedure: description.procedureHash,
          filed: parties
            .filter(({ isSubject }) => isSubject)
            .map(({ id: subject }) => ({ subject, answers, documents: [], confirmed: [] })),
        },
      }),
  })

/** The permit is decided anew, for what is asked for now or not at all. */
export async function decidedAnew(
  here: TestHouse,
  id: string,
  to: { readonly months: string; readonly tier: string } | 'refused',
): Promise<void> {
  if (to !== 'refused') await filed(here, id, { answers: asking(to.months, to.tier) })
  const isRefused = to === 'refused'
  await decidedByOthers(here, id, {
    outcome: isRefused ? 'refused' : 'recognised',
    grounds: isRefused ? ['C1'] : [],
    reasoning: 'Looked at again.',
  })
}

/** Nobody decides about what they took part in. */
export async function decidedByOthers(
  here: TestHouse,
  id: string,
  said: Omit<Proposal, 'subject'> | ((subject: string) => Omit<Proposal, 'subject'>),
): Promise<void> {
  const of = typeof said === 'function' ? said : () => said
  await play(here.owned, id, {
    by: { id: randomUUID(), roles: ['case-officer'] },
    decide: (standing, context) =>
      propose(standing, context, {
        step: 'draft-decision',
        proposals: toDecide(standing).map((subject) => ({ subject, ...of(subject) })),
      }),
  })
  await play(here.owned, id, {
    by: { id: randomUUID(), roles: ['signer'] },
    decide: (standing, context, { records }) =>
      decide(standing, context, { step: 'sign', records, adopted: true }),
  })
  await here.runJobs()
}

/** Ana paid the 40 of her permit, and its decision was set aside. */
export async function paidAndSetAside(t: TestContext, outcome?: string) {
  const all = await given(t, asking(), policyAnew(t))
  await all.here.runJobs()
  await tellDue(all.paying)
  await pays(all.state)
  await all.here.runJobs()
  all.here.clock.advance(DAY_MS)
  await setAside(all.here, all, outcome)
  await signInAgain(all.here, all.ana)
  return { ...all, page: `/en/applications/${all.id}` }
}

/** The one line that there is, by whoever has read its sum. */
export async function answersLine(
  { db }: TestHouse,
  officer: Visitor,
  answer: string,
): Promise<void> {
  const { id: question } = await db
    .selectFrom('paymentQuestion')
    .select('id')
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  const page = await (await officer.get('/en/payments')).text()
  const [, amount = ''] = /name="amount" value="(\d+)"/.exec(page) ?? []
  equal((await officer.post('/en/payments', { question, answer, amount })).status, 303)
}
