import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { parseSync, Visitor } from 'oxc-parser'
import { parse } from 'yaml'
import { z } from 'zod'
import { ASKED_KINDS } from '#core/cases/asked-kinds.ts'
import { STEP_KINDS } from '#core/cases/life.ts'
import { STAGES } from '#core/cases/stages.ts'
import { TESTS } from '#core/cases/tests.ts'
import { isTest, readSources, ROOT } from '#tools/sources.ts'

/** No code names a type of case, a state, a step or an outcome: a type is a document of policy. */

const named = z.object({ code: z.string() })
const typeShape = z.object({
  code: z.string(),
  states: z.array(named).default([]),
  steps: z.array(named).default([]),
  outcomes: z.array(named).default([]),
})

/** What is the same in every type is of the house: its types may call their own things so. */
const OF_THE_HOUSE = new Set<string>([...STEP_KINDS, ...STAGES, ...TESTS, ...ASKED_KINDS])

const codes = new Set(
  [...readSources(ROOT, ['policy', 'test/policy'])]
    .filter(([file]) => /\/types\/[\w-]+\.yaml$/.test(file))
    .flatMap(([, text]) => {
      const { code, states, steps, outcomes } = typeShape.parse(parse(text))
      return [code, ...[...states, ...steps, ...outcomes].map((each) => each.code)]
    })
    .filter((code) => !OF_THE_HOUSE.has(code)),
)

/** Where such a word stands and means something else; throughout, where the house speaks so. */
const LOOKED_AT: Readonly<Record<string, 'throughout' | readonly string[]>> = {
  // Properties of ours, which are named in types and looked for by `in`.
  held: 'throughout',
  kept: 'throughout',
  received: ['records/column-privacy.ts', 'records/uploads.ts'],
  given: ['exchange/services/security-opinion/contract.ts', 'portal/own-cases.ts'],
  // What has become of a key, and of what lay under it.
  erased: 'throughout',
  // What a step of a kind does, an effect, and from when something is kept: a type chooses it.
  'set-aside': 'throughout',
  'note-silence': 'throughout',
  'take-back': ['core/cases/life.ts', 'records/policy-life-shapes.ts'],
  decided: [
    'core/cases/keeping.ts',
    'core/cases/life.ts',
    'portal/own-cases.ts',
    // How far whom a case is about has come, alike for every type: a column says it.
    'records/case-rows.ts',
    'records/keeping.ts',
  ],
  returned: ['records/case-rows.ts'],
  // What a question to a register came to, and what a person was told by none: columns say it.
  refused: [
    'core/answers/ahead.ts',
    'exchange/asking.ts',
    'exchange/driver.ts',
    'exchange/drivers/answers.ts',
    'exchange/drivers/json.ts',
    'exchange/drivers/soap/envelope.ts',
    'exchange/drivers/soap/xroad-soap.ts',
    'exchange/drivers/xroad-errors.ts',
    'exchange/pace.ts',
    'exchange/transport.ts',
    'exchange/work.ts',
    'office/registers.tsx',
    // That a case cannot be begun now.
    'portal/claim-ways.ts',
    'portal/may/claim.tsx',
    'records/exchange-log.ts',
    'records/inquiries.ts',
  ],
  // Of an invoice at the portal of payments, and of an invitation.
  withdrawn: [
    'core/cases/account.ts',
    'core/cases/paying.ts',
    'exchange/payments/work.ts',
    'portal/invitation/page.tsx',
    'portal/invitation/take-over/page.tsx',
    'portal/people/out/route.tsx',
    'records/invitations.ts',
    'records/payment-log.ts',
    'records/payments.ts',
  ],
  // What a forwarded case tells the system that examines it.
  withdraw: [
    'core/cases/consulted.ts',
    'core/cases/forwarding.ts',
    'exchange/services/forward-case/contract.ts',
    'portal/leave/page.tsx',
    'portal/leave/route.tsx',
    'portal/people/out/route.tsx',
    'portal/people/page.tsx',
    'records/consultations.ts',
    'records/exchange-log.ts',
  ],
  // Forms and pages of the house.
  discard: ['portal/leave/page.tsx', 'portal/leave/route.tsx'],
  leave: [
    'portal/consent-words.ts',
    'portal/family-joining-words.ts',
    'portal/people/out/route.tsx',
    'portal/people/page.tsx',
  ],
  join: ['portal/family-joining-words.ts'],
  note: ['core/cases/privacy.ts', 'office/steps/record/recording.tsx', 'telling/forwarded.tsx'],
  score: ['portal/looks-list.tsx', 'portal/pages/steps-words.ts'],
  sign: [
    'exchange/payments/portal.ts',
    'exchange/signing.ts',
    'portal/email-field.tsx',
    'portal/looks-list.tsx',
  ],
  replaced: [
    'exchange/services/identity-document/asking.ts',
    'exchange/services/identity-document/contract.ts',
    'office/case/beside/rounds.tsx',
    'portal/verify/page.tsx',
    'portal/verify/route.tsx',
  ],
  // What registers of the state say.
  restricted: ['exchange/services/entry-restrictions/contract.ts'],
  deceased: ['exchange/services/identity-document/contract.ts'],
  annulled: ['exchange/services/read-permits/contract.ts'],
  'temporary-residence': ['exchange/services/read-permits/contract.ts'],
  'permanent-residence': ['exchange/services/read-permits/contract.ts'],
  // Of a browser, of its forms, and of the database.
  submit: [
    'platform/database.ts',
    'portal/pages/steps-words.ts',
    'ui/browser/estimate.tsx',
    'ui/browser/forget-typed.ts',
    'ui/browser/keep-typed.ts',
    'ui/browser/uploads.ts',
    'ui/button.tsx',
  ],
  accept: ['ui/jsx/elements.ts'],
  extended: ['platform/database.ts'],
}

/** The literals of a module that are spelt like one of these, each once. */
function spelt(file: string, source: string): readonly string[] {
  const found = new Set<string>()
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string' && codes.has(value)) found.add(value)
    },
    TemplateElement: ({ value: { cooked } }) => {
      if (cooked !== null && codes.has(cooked)) found.add(cooked)
    },
  }).visit(parseSync(file, source).program)
  return [...found]
}

test('where the code has a word that a type has too, it means something else, and was looked at', () => {
  const found: Record<string, string[]> = {}
  for (const [file, source] of readSources(ROOT, ['src'])) {
    if (!/\.tsx?$/.test(file) || isTest(file) || /demonstration|\.gen\.ts$/.test(file)) continue
    for (const word of spelt(file, source)) (found[word] ??= []).push(file.replace('src/', ''))
  }
  const named = Object.fromEntries(
    Object.entries(found).map(([word, files]) => {
      return [word, LOOKED_AT[word] === 'throughout' ? 'throughout' : files.toSorted()]
    }),
  )
  deepEqual(named, LOOKED_AT)
})

test('a word of a type is found wherever it stands', () => {
  ok(codes.size > 100)
  deepEqual(spelt('x.ts', `type A = 'recognised'\nconst b = \`recognised\``), ['recognised'])
})
