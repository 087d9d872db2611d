import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { StepRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { readDecision } from '#records/decisions.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { statusOf } from '#records/statuses.ts'
import { house, type TestHouse } from '#test/house.ts'
import { copyOfPolicy } from '#test/published.ts'
import { sent } from '#test/signed-case.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { comfortType } from '#test/toy-types.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'

const TYPE = join('types', 'letter-of-comfort.yaml')
const PLAIN = { aliasDuplicateObjects: false }

/** The frozen policy and, beside it, a type that nothing but two documents makes. */
function policyWith(t: TestContext, type: CaseType, procedure: Procedure): string {
  const folder = copyOfPolicy(t)
  writeFileSync(join(folder, TYPE), stringify(type, PLAIN))
  writeFileSync(join(folder, 'procedures', 'comfort.yaml'), stringify(procedure, PLAIN))
  return folder
}

test('a type without points is begun, sent in, decided and read, and names no scoring', async (t) => {
  const here = await house(t, { policy: policyWith(t, comfortType, comfortProcedure) })
  const ana = await here.signedUpApplicant()

  const id = await sentIn(ana)
  const receipt = await (await ana.get(`/en/applications/${id}/receipt`)).text()
  match(receipt, /another signs it. You read the reasons\./)
  doesNotMatch(receipt, /score|criterion/)
  await decided(here, id)

  const page = await (await ana.get(`/en/applications/${id}/decision`)).text()
  match(page, /The letter does no harm/)
  doesNotMatch(page, /[Pp]ass mark|kc-points/)
  const sheet = await ana.get(`/en/applications/${id}/status-document`)
  equal(sheet.headers.get('content-type'), 'application/pdf')

  const law = await lawOf(here, id)
  const { procedures, types } = here.faces.office.policy
  equal(types.get(law.row.typeHash ?? '')?.code, comfortType.code)
  equal(procedures.get(law.row.procedureHash ?? '')?.id, comfortProcedure.id)
  equal(law.row.scoringHash, null)
  deepEqual(law.standing, law.row)
  deepEqual(law.record, law.row)
  const leaves = law.leaves.filter((leaf) => leaf.includes('"type":"submit"'))
  equal(leaves.length, 1)
  ok(leaves[0]?.includes(`"policy":"${law.row.procedureHash}"`))
})

test('what it gave is valid when somebody asks, and names no field', async (t) => {
  const here = await house(t, { policy: policyWith(t, comfortType, comfortProcedure) })
  const ana = await here.signedUpApplicant()
  const id = await sentIn(ana)
  await decided(here, id)
  const number = await inTransaction(here.owned.db, async (tx) => {
    const found = await readCase(tx, here.owned.keys, id)
    return found && (await statusOf(tx, id, found))?.number
  })
  ok(number)

  const answer = await here.portal.post('/en/verify', {
    document: number,
    'birth-date-day': '27',
    'birth-date-month': '3',
    'birth-date-year': '1987',
    passport: '3456',
  })

  const html = await answer.text()
  match(html, /This status is valid today/)
  doesNotMatch(html, /Field of (activity|work)/)
})

test('officials see it in their lists, without points and without a field', async (t) => {
  const here = await house(t, { policy: policyWith(t, comfortType, comfortProcedure) })
  const id = await sentIn(await here.signedUpApplicant())
  const officer = await here.office('officer@kecid.example')

  const list = await (await officer.get('/en')).text()
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  const rules = await (
    await (await here.office('policy-officer@kecid.example')).get('/en/rules')
  ).text()

  match(list, /Letter of comfort/)
  match(page, /LOC-2026-/)
  doesNotMatch(page, />Points</)
  match(rules, /Toy procedure/)
})

/** It waits for whoever is asked, and leads to where it led without. */
const asking = (kind: 'points' | 'opinion'): readonly StepRule[] => {
  const step = { basis: { '*': 'provisional' }, kind: 'ask', code: 'accept' } as const
  const asks = [{ kind, step: 'answer', clock: 'scoring' }] as const
  const answering = { basis: { '*': 'provisional' }, kind: 'answer', code: 'answer' } as const
  return [
    { ...step, from: ['submitted'], by: ['case-officer'], to: 'asked', asks },
    { ...answering, from: ['asked'], by: ['expert'], to: 'submitted' },
  ]
}

test('whoever is to be asked is there, or no start takes the type', (t) => {
  const waiting = {
    code: 'asked',
    stage: 'with-others',
    owner: 'expert',
    clock: 'scoring',
  } as const
  const bodiless = { ...comfortProcedure, bodies: comfortProcedure.bodies }
  const cases = [
    ['points', /letter-of-comfort asks for points, and names no scoring/],
    ['opinion', /comfort-2026 names nobody to be asked for opinion/],
  ] as const
  for (const [kind, reason] of cases) {
    const type = {
      ...comfortType,
      states: [...comfortType.states, { ...waiting, basis: { '*': 'provisional' } }],
      steps: [...comfortType.steps, ...asking(kind)],
    }
    const folder = policyWith(t, type, bodiless)

    const read = readPolicyFiles(folder)

    ok(!read.ok)
    const found = read.problems.find((problem) => reason.test(problem.reason))
    equal(found?.file, join(folder, TYPE), kind)
    const asks = stringify(type, PLAIN).split('\n').indexOf('    asks:')
    ok(found && Math.abs(found.line - 1 - asks) <= 1, `line ${found?.line} of asks ${asks + 1}`)
  }
})

/** What Ana answers and sends in; gives the case. */
async function sentIn(ana: Visitor): Promise<string> {
  const base = placeOf(await ana.post('/en/applications', { type: comfortType.code }))
  const person = {
    surname: 'Ferreira',
    'given-names': 'Ana',
    paper: 'CD123456',
    'born-on-day': '27',
    'born-on-month': '3',
    'born-on-year': '1987',
    citizenships: ['PRT', '', ''],
  }
  for (const [block, form] of [
    ['person', person],
    ['purpose', { purpose: 'To work.' }],
  ] as const) {
    const answer = await ana.post(`${base}/answers/${block}`, { ...form, version: '0' })
    equal(answer.status, 303, await answer.text())
  }
  const answer = await ana.post(`${base}/submit`)
  equal(answer.status, 303, await answer.text())
  return base.split('/').at(-1) ?? ''
}

/** An official proposes and another one decides, each on the page of the step. */
async function decided(here: TestHouse, id: string): Promise<void> {
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const reasoning = 'The letter does no harm.'
  const steps = [
    [officer, 'draft-decision', { reasoning, outcome: 'recognised' }],
    [signer, 'sign', {}],
  ] as const
  for (const [who, step, form] of steps) {
    const answer = await sent(who, `/en/cases/${id}/steps/${step}`, form)
    equal(answer.status, 303, await answer.text())
  }
}

/** The law of a case as its row, its events and the record of its decision name it. */
async function lawOf({ owned, db }: TestHouse, id: string) {
  const row = await db
    .selectFrom('caseFile')
    .select(['typeHash', 'procedureHash', 'scoringHash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const leaves = await db.selectFrom('ledgerLeaf').select('leaf').execute()
  return inTransaction(owned.db, async (tx) => {
    const found = await readCase(tx, owned.keys, id)
    const decision = found && (await readDecision(tx, id, found))
    const hashes = (named: Named | undefined) => ({
      typeHash: named?.typeHash ?? null,
      procedureHash: named?.procedure ?? null,
      scoringHash: named?.scoring ?? null,
    })
    return {
      row,
      standing: hashes(found?.standing),
      record: hashes(decision?.record),
      leaves: leaves.map(({ leaf }) => leaf),
    }
  })
}

type Named = {
  readonly typeHash?: string
  readonly procedure?: string
  readonly scoring?: string | null
}
