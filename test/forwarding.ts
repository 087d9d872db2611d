import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { isMap, isSeq, parseDocument } from 'yaml'
import { assert } from '#core/assert.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { forwardCase } from '#exchange/services/forward-case/contract.ts'
import { examiningDesk } from '#standins/exchange/examinations.ts'
import { ANA, submitted } from '#test/ana.ts'
import { askNow } from '#test/asking.ts'
import type { Saying } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'
import { state, taken } from '#test/life-parts.ts'
import { copyOfPolicy } from '#test/published.ts'
import { forwardedType } from '#test/toy-forwarding.ts'
import { permitType, policyWithPermits } from '#test/toy-permit.ts'
import { field } from '#test/toy-types.ts'
import type { Form } from '#test/visitor.ts'

/** The frozen policy, whose recognition another system examines. */

const OPEN = [
  'submitted',
  'returned',
  'closing-proposed',
  'in-assessment',
  'awaiting-decision',
  'decision-drafted',
]
const BASIS = { '*': 'provisional' }
const say = (text: string) => ({ az: text, tr: text, en: text, ru: text })

const STEPS = [
  { code: 'take-report', kind: 'report', from: OPEN, by: ['system'], to: 'settled-there' },
  {
    code: 'ask-there',
    kind: 'consult',
    registers: [],
    there: true,
    from: ['submitted', 'returned'],
    by: ['case-officer', 'head'],
    shown: 'office',
  },
  {
    code: 'ask-for-recall',
    kind: 'recall',
    from: ['submitted', 'returned'],
    by: ['case-officer', 'head'],
    shown: 'office',
  },
  {
    code: 'recall',
    kind: 'recall',
    confirms: 'ask-for-recall',
    from: ['submitted', 'returned'],
    by: ['case-officer', 'head'],
  },
]

const RESULTS = ['arrived', 'mend', 'come', 'grants', 'refuses', 'drops']

/** A copy of it, in a folder of the test; without the line it is examined by the house. */
export function policyForwarding(t: TestContext, examinedBy: string | undefined = 'forward-case') {
  const folder = copyOfPolicy(t)
  const edit = (path: string, change: (document: ReturnType<typeof parseDocument>) => void) => {
    const document = parseDocument(readFileSync(join(folder, path), 'utf8'))
    change(document)
    writeFileSync(join(folder, path), document.toString())
  }
  edit('types/recognition.yaml', (document) => {
    if (examinedBy !== undefined) document.set('examinedBy', examinedBy)
    for (const step of STEPS) document.addIn(['steps'], { ...step, basis: BASIS })
    document.addIn(['states'], {
      code: 'settled-there',
      stage: 'ended',
      tag: say('Decided there'),
      title: say('It was decided there'),
      officeTag: { az: 'Orada', en: 'Decided there' },
      basis: BASIS,
    })
    const steps: unknown = document.get('steps')
    assert(isSeq(steps), 'recognition has steps')
    const at = steps.items.findIndex((each) => isMap(each) && each.get('code') === 'return')
    document.setIn(['steps', at, 'by'], ['case-officer', 'system'])
  })
  return withForwarding(folder)
}

/** The policy in that folder, whose first system examines what is forwarded to it. */
function withForwarding(folder: string): string {
  const path = join(folder, 'systems.yaml')
  const document = parseDocument(readFileSync(path, 'utf8'))
  document.addIn(['systems', 0, 'services'], {
    code: 'forward-case',
    title: say('Forwarding'),
    purpose: say('For tests'),
    tells: ['surname', 'given-names', 'birth-date', 'document-number', 'document-issuer'],
    confirms: [],
    results: RESULTS.map((code) => ({ code, title: say(code), finding: 'look' })),
    validDays: 0,
    basis: BASIS,
  })
  document.addIn(['offered', 'services'], {
    code: 'forwarded-document',
    title: say('A document of it'),
    basis: { ...BASIS },
  })
  document.addIn(['offered', 'clients'], EXAMINER)
  writeFileSync(path, document.toString())
  return folder
}

/** The same subsystem as that which is asked, as it asks us. */
const EXAMINER = {
  code: 'toy-examiner',
  name: say('Toy examiner'),
  client: { instance: 'TOY', memberClass: 'GOV', memberCode: '2', subsystem: 'REGISTERS' },
  limits: { perMinuteMax: 60, nonePerHourMax: 30 },
  basis: { ...BASIS },
  asks: [
    {
      service: 'forwarded-document',
      purpose: 'examination',
      why: say('To read it'),
      kinds: [],
      basis: { ...BASIS },
    },
  ],
}
export const EXAMINES = 'TOY/GOV/2/REGISTERS'

/** What rests on recognition, which is examined elsewhere, by people who are told what is held. */
export function policyTellingHeld(t: TestContext, folder = copyOfPolicy(t)): string {
  const permit = forwardedType(MENDED, ['submitted', 'returned', 'decision-drafted'])
  const blocks = permit.blocks.map((each) =>
    each.code === 'person'
      ? { ...each, fields: [...each.fields, field('issuer', 'issuer', ISSUER)] }
      : each,
  )
  const told: CaseType = {
    ...permit,
    blocks,
    examinedBy: 'forward-case',
    tellsHeld: true,
    steps: permit.steps.map((rule) =>
      rule.kind === 'recall' && rule.confirms !== undefined ? { ...rule, shown: 'person' } : rule,
    ),
  }
  return withForwarding(policyWithPermits(t, folder, told))
}

/** It can be given back as well. */
const MENDED: CaseType = {
  ...permitType,
  states: [
    ...permitType.states,
    state('returned', 'with-person', { owner: 'applicant', clock: 'correction' }),
  ],
  steps: [
    ...permitType.steps,
    { code: 'return', kind: 'return', ...taken(['submitted'], 'case-officer'), to: 'returned' },
    { code: 'resubmit', kind: 'file', ...taken(['returned'], 'applicant'), to: 'submitted' },
  ],
}

const ISSUER = { means: 'document-issuer' } as const

/** Seconds after which the people over there say what comes next. */
export const EXAMINED_MS = 60_000

/** Ana has sent in her application, by a passport with that number, in such a house. */
export async function anaForwarded(t: TestContext, number: string) {
  const here = await house(t, { policy: policyForwarding(t), sessionHours: 24 })
  const ana = await here.signedUpApplicant()
  const forms = { ...ANA, document: { ...passport(), number } }
  const sent = await submitted(ana, { forms })
  const desk = examiningDesk(here.clock, () => EXAMINED_MS / 1000)
  const says: Saying = (content, _service, message = '') =>
    desk.ask(message, forwardCase.question.parse(content))
  return { here, ana, says, ...sent }
}

function passport(): Form {
  const { document } = ANA
  assert(document !== undefined && !Array.isArray(document), 'she has one passport')
  return document as Form
}

/** What is to be asked is asked now, what was said is taken to the case, and time passes. */
export async function heard(here: TestHouse, says: Saying): Promise<void> {
  await askNow(here, says)
  await here.runJobs()
  here.clock.advance(EXAMINED_MS * 5)
}
