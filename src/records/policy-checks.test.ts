import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { problemsOfChecks } from '#records/policy-checks.ts'
import { readPolicyFiles, type PolicyFiles } from '#records/policy-files.ts'
import { FROZEN_POLICY, SHIPPED_POLICY } from '#test/policies.ts'
import { copyOfPolicy } from '#test/published.ts'

const CONCESSIONS = 'concessions/migration-code-2024.yaml'
const PROCEDURE = 'procedures/migration-2025.yaml'
const RESIDENCE = 'types/temporary-residence.yaml'
const PERMANENT = 'types/permanent-residence.yaml'
const [STANDS, TERMS, DUTY, DOCUMENTS] = ['concessions', 'terms', 'duty', 'documents'].map(
  (name) => `checks/${name}.yaml`,
) as [string, string, string, string]

function policyIn(folder: string): PolicyFiles {
  const read = readPolicyFiles(folder)
  ok(read.ok, JSON.stringify(read))
  return read.policy
}

const shipped = policyIn(SHIPPED_POLICY)

/** What is found in the shipped policy with one file written otherwise. */
function problemsOnce(
  t: TestContext,
  [file, from, to]: readonly [string, string | RegExp, string],
) {
  const folder = copyOfPolicy(t, SHIPPED_POLICY)
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  ok(after !== before, `${file} has ${from}`)
  writeFileSync(path, after)
  const policy = file.startsWith('checks/') ? shipped : policyIn(folder)
  return { folder, problems: problemsOfChecks(folder, policy) }
}

test('the shipped policy comes to what was worked out from the law', () => {
  ok(existsSync(join(SHIPPED_POLICY, STANDS)))
  deepEqual(problemsOfChecks(SHIPPED_POLICY, shipped), [])
})

test('a folder without checks has none to fail', (t) => {
  deepEqual(problemsOfChecks(FROZEN_POLICY, policyIn(FROZEN_POLICY)), [])
  const folder = copyOfPolicy(t, SHIPPED_POLICY)
  rmSync(join(folder, 'checks'), { recursive: true })
  deepEqual(problemsOfChecks(folder, shipped), [])
})

test('what policy says otherwise than the law is told where it is expected', (t) => {
  const otherwise = [
    [
      [CONCESSIONS, /ageBelow: 23/, 'ageBelow: 24'],
      STANDS,
      /of student on 2026-09-09: .*until 2026-09-09.* was expected, and .*until 2027-09-09/,
    ],
    [
      [CONCESSIONS, /(code: no-quota\n.*\n {4}for: )\[spouse,/, '$1[migrant, spouse,'],
      STANDS,
      /^no-quota of living on 2026-06-01: not was expected, and now/,
    ],
    [
      [CONCESSIONS, /openFrom: 2028-01-01/, 'openFrom: 2028-01-02'],
      STANDS,
      /^quick-labour-opinion of spouse on .*until 2027-12-31.*until 2028-01-01/,
    ],
    [
      [
        CONCESSIONS,
        'lasts: { length: 180, unit: calendar-days }',
        'lasts: { length: 180, unit: working-days }',
      ],
      TERMS,
      /^lasts of business-visa: 180 calendar-days .* was expected, and 180 working-days .* came$/,
    ],
    [
      [CONCESSIONS, 'ahead: migration-code/47.1', 'ahead: migration-code/42.4'],
      TERMS,
      /^ahead of residence: .*\(migration-code\/47\.1\) .*\(migration-code\/42\.4\) came$/,
    ],
    [
      [PROCEDURE, /(code: opinion\n(.*\n){5} {4}length:) 5/, '$1 10'],
      TERMS,
      /^opinion of migration: 5 working-days .* and 10 working-days/,
    ],
    [
      [PROCEDURE, 'minor: { normal: 60, fast: 100 }', 'minor: { normal: 61, fast: 100 }'],
      DUTY,
      /^child, 7, .*: fast 100, normal 60 was expected, and fast 100, normal 61 came$/,
    ],
    [
      [RESIDENCE, /(code: marriage-certificate\n(.*\n){10,14}? {4}required:) true/, '$1 false'],
      DOCUMENTS,
      /^spouse, no register up: .*marriage-certificate.* was expected/,
    ],
    [
      [DOCUMENTS, 'spared: [child-passport]', 'spared: []'],
      DOCUMENTS,
      /^child, every register up: .*child-passport.* was expected, and (?!.*child-passport)/,
    ],
  ] as const
  for (const each of otherwise) isTold(t, each)
})

type Otherwise = readonly [
  change: readonly [string, string | RegExp, string],
  file: string,
  reason: RegExp,
]

function isTold(t: TestContext, [change, file, reason]: Otherwise): void {
  const { folder, problems } = problemsOnce(t, change)

  const found = problems.find((each) => reason.test(each.reason))

  ok(found, `${reason} is told: ${JSON.stringify(problems, null, 1)}`)
  equal(found.file, join(folder, file))
  const line = readFileSync(found.file, 'utf8').split('\n')[found.line - 1] ?? ''
  match(line, /- |is: |terms:/, `${found.line}: ${line}`)
}

test('what can be begun is what is shown as possible, from the same day on', (t) => {
  const otherwise = [
    [
      [PERMANENT, /\n {8}- \{ test: held-for, .* \}/, ''],
      STANDS,
      /^permanent-residence of living on 2028-03-01: it can be begun, and is later$/,
    ],
    [
      [PERMANENT, /(test: held-for, .*years:) 2/, '$1 3'],
      STANDS,
      /^permanent-residence of living on 2028-03-02: it can be had, and is not begun: held-for/,
    ],
    [
      [PERMANENT, /(test: held-for, .*years:) 2/, '$1 3'],
      STANDS,
      /^permanent-residence of living on 2028-03-01: it is begun from 2029-03-02 .* 2028-03-02 on$/,
    ],
    [
      ['types/visa-reference.yaml', /\n {8}- \{ status: residence-permit \}/, ''],
      STANDS,
      /^visa-reference of living on 2026-03-02: it can be begun, and is needless$/,
    ],
    [
      [RESIDENCE, /(same-type-open \}\n {4}- \{ test: holds, status: )member-/, '$1'],
      STANDS,
      /^temporary-residence of settled on .*: it can be had, and is not begun: holds/,
    ],
  ] as const
  for (const each of otherwise) isTold(t, each)
})

test('each concession, time, type and person of the checks is there, and none is left out', (t) => {
  const gaps = [
    [[STANDS, /^ {2}no-quota:$/m, '  no-quotas:'], /^there is no concession no-quotas$/],
    [[STANDS, /^ {2}no-quota:$/m, '  no-quotas:'], /^nothing says how no-quota has to stand/],
    [[STANDS, /who: waiting/, 'who: nobody'], /^there is nobody nobody$/],
    [[STANDS, /of: living, role: spouse/, 'of: nobody, role: spouse'], /^there is no nobody$/],
    [[STANDS, /role: relative/, 'role: cousin'], /^there is no role cousin$/],
    [[STANDS, /kind: recognition/, 'kind: recognised'], /no kind of status recognised$/],
    [[STANDS, /is: needless/, 'is: needful'], /Invalid|needful/],
    [
      [TERMS, /business-visa: lasts/, 'business-visas: lasts'],
      /^lasts of business-visas: .*nothing/,
    ],
    [
      [TERMS, /business-visa: lasts/, 'residence: lasts'],
      /^nothing says what lasts of business-visa has to be$/,
    ],
    [[DUTY, /^ {2}stay-extension:$/m, '  stay-extensions:'], /^there is no type stay-extensions$/],
    [[DUTY, /^ {2}stay-extension:$/m, '  stay-extensions:'], /^there is no row of stay-extension$/],
    [[DOCUMENTS, /of: grown-child/, 'of: child'], /^no row is of a grown-child$/],
    [
      [RESIDENCE, /requiredWhen: \{ block: term.*\n {4}(accepts: \[jpeg)/, '$1'],
      /^holder, as promised: photo is not told$/,
    ],
    [
      [RESIDENCE, /required: false\n {4}requiredWhen: \{ block: term.*/, 'required: true'],
      /^holder, as promised: photo is told as certain$/,
    ],
    [
      [DOCUMENTS, /(owner-identity\]\n {6}spared: \[)/, '$1owner-statement, '],
      /^holder, as promised: owner-statement is not told as one that a register spares$/,
    ],
    [[DOCUMENTS, /owner: other/, 'owner: cousin'], /^nobody answers cousin to dwelling\.owner/],
    [[DOCUMENTS, /dwelling: \{ owner/, 'home: { owner'], /^nobody answers own to home\.owner/],
  ] as const
  for (const [change, reason] of gaps) {
    const { problems } = problemsOnce(t, change)

    ok(
      problems.some((each) => reason.test(each.reason)),
      `${reason} is told: ${JSON.stringify(problems, null, 1)}`,
    )
  }
})

test('a concession is looked at for somebody whom it is for, and for somebody whom it is not', (t) => {
  const alone = (is: string) =>
    problemsOnce(t, [
      STANDS,
      /^ {2}no-means:\n(?: {4}.*\n)*/m,
      `  no-means:\n    - { who: ${is} }\n`,
    ]).problems.map(({ reason }) => reason)

  deepEqual(alone('living, on: 2028-03-02, is: now'), ['no row is of whom it is not for'])
  deepEqual(alone('spouse, on: 2028-03-02, is: not'), ['no row is of whom it is for'])
})
