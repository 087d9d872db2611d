import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { readPolicyFiles } from '#records/policy-files.ts'
import type { PolicyProblem } from '#records/policy-reading.ts'
import { FROZEN_POLICY, SHIPPED_POLICY } from '#test/policies.ts'
import { copyOfPolicy } from '#test/published.ts'

const SCORING = join('scorings', 'az-nk-99-2025.yaml')
const PROCEDURE = join('procedures', 'az-nk-99-2025.yaml')
const RECOGNITION = join('types', 'recognition.yaml')
const ANNULMENT = join('types', 'annulment.yaml')
const AGAIN = '    again: { az: A, tr: A, en: A, ru: A }\n'
const CONCESSIONS = join('concessions', 'migration-code-2024.yaml')

/** A comma in words of which nothing says that they are one. */
const UNQUOTED = 'title: { az: Bir, tr: Bir, en: First, second, ru: Один }\n'

/** A copy of the frozen policy in which one file reads differently. */
function changed(t: TestContext, file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-policy-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(FROZEN_POLICY, folder, { recursive: true })
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  ok(after !== before, 'the change took hold')
  writeFileSync(path, after)
  return folder
}

function problemsIn(folder: string): readonly PolicyProblem[] {
  const read = readPolicyFiles(folder)
  return read.ok ? [] : read.problems
}

test('the shipped policy is read whole, and so is the frozen one', () => {
  for (const folder of [SHIPPED_POLICY, FROZEN_POLICY]) {
    const read = readPolicyFiles(folder)
    ok(read.ok, JSON.stringify(read, null, 2))
  }
})

test('a mistake is told with its file, its line and its reason', (t) => {
  const mistakes = [
    [SCORING, /^passMark: 70$/m, 'passMark: seventy', /passMark is a (whole )?number, without/],
    [SCORING, /^passMark: 70$/m, 'passMark: 101', /more than the total/],
    [SCORING, /pointsMax: 35/, 'pointsMax: 36', /add up to 101/],
    [SCORING, /^inForceFrom: 2025-04-03$/m, 'inForceFrom: 3 April 2025', /YYYY-MM-DD/],
    [PROCEDURE, /^inForceFrom: 2025-04-03$/m, 'inForceFrom: 3 April 2025', /YYYY-MM-DD/],
    [PROCEDURE, /decisionBody: dmx/, 'decisionBody: nobody', /there is no body nobody/],
    [
      PROCEDURE,
      /^warnAtPercent: .*$/m,
      'warnAtPercent: 75',
      /warnAtPercent is a list, in brackets/,
    ],
    [PROCEDURE, /^decisionBody: .*$/m, 'decisionBody: 12', /decisionBody is a text: in quotes/],
    [PROCEDURE, /^title:\n(.*\n){4}/m, 'title: Any\n', /title is of several parts, each with/],
    [PROCEDURE, /^clockStops(.*): .*$/m, 'clockStops$1: often', /is true or false, without quotes/],
    [PROCEDURE, /^silence.*$/m, '', /what silence means/],
    [SCORING, /passMark: nk-99-2025/, 'passMark: nk-99-2025/12.3', /12\.3|clause/],
    ['laws.yaml', /^laws:/m, 'lawz:', /laws/],
    [join('calendars', '2026.yaml'), /on: 2026-01-02/, 'on: 2027-01-02', /2027-01-02/],
    [RECOGNITION, /kind: name/, 'kind: nam', /kind/],
    [ANNULMENT, /^ {2}ru: .*\n/m, '', /title\.ru: the words in ru are missing; write them/],
    [ANNULMENT, /^ {2}en: .*$/m, '  en: Annulment: of it', /stand in quotes: en: 'First/],
    [ANNULMENT, /^title:\n(.*\n){4}/m, UNQUOTED, /“second” stands alone; .*stand in quotes/],
    [ANNULMENT, /kind: decide/, 'kind: decid', /steps\.5\.kind: Invalid/],
    [ANNULMENT, /reasoned: true/, 'reason: true', /steps\.6: .*reason/],
    [ANNULMENT, /as: annulled/, 'as: forgotten', /cannot end as forgotten/],
    [ANNULMENT, /by: \[signer\]/, 'by: [signer, system]', /officials alone/],
    [ANNULMENT, /^procedure: .*$/m, 'procedure: gone', /no procedure is of gone/],
    [ANNULMENT, /^(procedure: .*)$/m, '$1\nscoring: az-nk-99', /asks nobody for points/],
    [RECOGNITION, /^scoring: .*$/m, 'scoring: gone', /no scoring of gone/],
    [RECOGNITION, /^scoring: .*\n/m, '', /names no scoring/],
    [join('statuses', 'recognition.yaml'), /byTime: true/, 'byTime: false', /by its time/],
  ] as const
  for (const [file, from, to, reason] of mistakes) {
    const folder = changed(t, file, (text) => text.replace(from, to))

    const [first] = problemsIn(folder)

    ok(first, `${to} is refused`)
    equal(first.file, join(folder, file), to)
    match(first.reason, reason, to)
  }
})

test('a concession names what there is, and says what is open', (t) => {
  const mistakes = [
    [/ageBelow: 18/, 'ageFrom: 18\n    ageBelow: 18', /nobody is as old/],
    [/roles: \[spouse\]/, 'roles: [aunt]', /there is no aunt/],
    [/for: \[migrant\]/, 'for: [aunt]', /there is no aunt/],
    [/aim: stay/, 'aim: leave', /there is no leave/],
    [
      /claim: \{ type: stay-extension \}/,
      'claim: { type: annulment }',
      /no case that people begin/,
    ],
    [/by: application(\n.*claim)/, 'by: itself$1', /not applied for/],
    [/kinds: \[stay-permit\]/, 'kinds: [gone]', /there is no kind of status gone/],
    [/code: no-quota\n/, 'code: no-quota\n    openFrom: 2028-01-01\n', /what is open\?/],
    [/code: no-quota\n/, `code: no-quota\n${AGAIN}`, /it is applied for by no case/],
    [
      /claim: \{ type: stay-extension \}\n/,
      `claim: { type: stay-extension }\n${AGAIN}`,
      /until when/,
    ],
    [/openFrom: 2028-01-01/, 'openFrom: 2028', /YYYY-MM-DD/],
    [/renewed: \{ length: 3/, 'renewed: { length: 0', /1/],
    [/by: itself/, 'by: itself\n    from: 2028-01-01\n    until: 2027-12-31', /it is for no day/],
  ] as const
  for (const [from, to, reason] of mistakes) {
    const folder = copyOfPolicy(t, SHIPPED_POLICY)
    const path = join(folder, CONCESSIONS)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    ok(after !== before, String(from))
    writeFileSync(path, after)

    const [first] = problemsIn(folder)

    equal(first?.file, path, String(from))
    match(first?.reason ?? '', reason)
  }
})

test('the line that is named is the line of the mistake', (t) => {
  const folder = changed(t, SCORING, (text) => text.replace(/^passMark: 70$/m, 'passMark: seventy'))

  const [first] = problemsIn(folder)

  const lines = readFileSync(join(folder, SCORING), 'utf8').split('\n')
  equal(lines[(first?.line ?? 0) - 1], 'passMark: seventy')
})

test('a property without a basis is refused, and only provisional may stand for all', (t) => {
  const without = changed(t, SCORING, (text) =>
    text.replace(/basis: \{ '\*': provisional \}/, 'basis: {}'),
  )
  match(problemsIn(without)[0]?.reason ?? '', /has no basis/)

  const official = changed(t, SCORING, (text) =>
    text.replace(/basis: \{ '\*': provisional \}/, "basis: { '*': nk-99-2025 }"),
  )
  match(problemsIn(official)[0]?.reason ?? '', /only provisional/)
})

test('what another file does not fit is told where the type names it', (t) => {
  const unknown = changed(t, SCORING, (text) => text.replace(/scoredBy: etn/, 'scoredBy: nobody'))
  const ended = changed(t, SCORING, (text) =>
    text
      .replace(/^inForceFrom: .*$/m, (line) => `${line}\ninForceUntil: 2030-01-01`)
      .replace(/^ {2}title: nk-99-2025$/m, (line) => `${line}\n  inForceUntil: provisional`),
  )
  const cases = [
    [unknown, /names the body nobody, which az-nk-99-2025 does not have/],
    [ended, /no scoring of az-nk-99 is there on each day of its procedure/],
  ] as const
  for (const [folder, reason] of cases) {
    const [first] = problemsIn(folder)
    equal(first?.file, join(folder, RECOGNITION))
    const lines = readFileSync(join(folder, RECOGNITION), 'utf8').split('\n')
    equal(lines[(first?.line ?? 0) - 1], 'scoring: az-nk-99')
    match(first?.reason ?? '', reason)
  }
})

test('procedures or scorings of one family that overlap, or leave a gap, are refused', (t) => {
  const later = (from: string, until?: string) => (folder: string, file: string) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const second = text
      .replace(/^id: .*$/m, 'id: az-nk-99-2030')
      .replace(/^inForceFrom: .*$/m, `inForceFrom: ${from}`)
    writeFileSync(join(folder, file.replace('2025', '2030')), second)
    if (until === undefined) return
    const ended = text
      .replace(/^inForceFrom: .*$/m, (line) => `${line}\ninForceUntil: ${until}`)
      .replace(/^ {2}title: nk-99-2025$/m, (line) => `${line}\n  inForceUntil: provisional`)
    writeFileSync(join(folder, file), ended)
  }
  const cases = [
    [later('2030-01-01'), false],
    [later('2030-01-01', '2030-01-01'), true],
    [later('2030-01-01', '2029-12-31'), false],
    [later('2030-01-01', '2030-01-02'), false],
  ] as const
  for (const file of [PROCEDURE, SCORING]) {
    for (const [add, fits] of cases) {
      const folder = changed(t, 'laws.yaml', (text) => `${text}\n`)
      add(folder, file)
      const problems = problemsIn(folder)
      equal(problems.length === 0, fits, JSON.stringify(problems.slice(0, 2)))
    }
  }
})

/** A copy of the frozen policy in which recognition takes what is said once, in a part. */
function withPart(t: TestContext, part: string, takes = '[talk]'): string {
  const folder = changed(t, RECOGNITION, (text) =>
    text.replace(/^procedure: .*$/m, (line) => `${line}\ntakes: ${takes}`),
  )
  mkdirSync(join(folder, 'parts'))
  writeFileSync(join(folder, 'parts', 'talk.yaml'), `code: talk\n${part}`)
  return folder
}

const REMARK = `steps:
  - { code: remark, kind: say, shown: office, from: open, by: [head], basis: { '*': provisional } }
  - code: ask-more
    kind: say
    from: sent-in
    by: people
    reply: { step: answer-message, clock: message }
    basis: { '*': provisional }
`

test('a part is written once, and stands in the types that take it as if it were theirs', (t) => {
  const read = readPolicyFiles(withPart(t, REMARK.replace('sent-in', 'open')))

  ok(read.ok, JSON.stringify(read))
  const type = read.policy.types.find((each) => each.scoring !== undefined)
  const of = (code: string) => type?.steps.find((each) => each.code === code)
  const open = (type?.states ?? [])
    .filter(({ stage }) => stage !== 'draft' && stage !== 'ended')
    .map(({ code }) => code)
  deepEqual(of('remark')?.from, open)
  deepEqual(of('ask-more')?.by, [type?.roles[0]?.code])
  ok(type && !('takes' in type), 'what is published does not know of parts')
})

test('what a part says wrong is told in the part, and who takes none in who names it', (t) => {
  const cases = [
    [REMARK.replace('by: [head]', 'by: [aunt]'), '[talk]', 'parts', /aunt is nobody's role/],
    [REMARK.replace('kind: say', 'kind: sing'), '[talk]', 'parts', /kind/],
    [REMARK.replace('reply: {', 'repli: {'), '[talk]', 'parts', /repli/],
    [REMARK, '[walk]', RECOGNITION, /there is no part walk/],
    [REMARK, '[talk, talk]', RECOGNITION, /talk is taken twice/],
    [REMARK.replace('steps:', 'terms:'), '[talk]', RECOGNITION, /nothing for such a document/],
    ['states: []\n', '[talk]', 'parts', /states/],
  ] as const
  for (const [part, takes, where, reason] of cases) {
    const folder = withPart(t, part, takes)

    const told = problemsIn(folder).find((each) => reason.test(each.reason))

    ok(told, `${reason}: ${JSON.stringify(problemsIn(folder).slice(0, 3))}`)
    ok(told.file.startsWith(join(folder, where)), told.file)
    ok(told.line > 1, `${told.reason} in line ${told.line}`)
  }
})

test('whoever examines what people send in can write to them, take it and leave a note', () => {
  const read = readPolicyFiles(SHIPPED_POLICY)
  ok(read.ok)
  const examined = read.policy.types.filter(({ states, steps }) =>
    steps.some(
      ({ kind, by, from }) =>
        kind === 'return' &&
        by.some((role) => states.some((each) => from.includes(each.code) && each.owner === role)),
    ),
  )
  ok(examined.length > 5)
  for (const { code, steps, begins } of examined) {
    const said = steps.filter((each) => each.kind === 'say')
    const acting = (begins?.for ?? []).map(({ by }) => by)
    ok(
      acting.every((role) =>
        said.some(({ reply, by }) => reply !== undefined && by.includes(role)),
      ),
      `so does whoever acts for somebody alone in ${code}`,
    )
    ok(
      said.some(({ reply }) => reply),
      `people write in ${code}`,
    )
    ok(
      said.some(({ shown }) => shown === 'office'),
      `officials leave notes in ${code}`,
    )
    ok(
      steps.some(({ kind }) => kind === 'assign'),
      `${code} becomes somebody's`,
    )
  }
})

test('a document that is no YAML, or is not there, is told as such', (t) => {
  const broken = changed(t, PROCEDURE, (text) => text.replace('terms:', 'terms: [\n'))
  ok((problemsIn(broken)[0]?.line ?? 0) > 0)

  const missing = changed(t, 'laws.yaml', (text) => `${text}\n`)
  rmSync(join(missing, 'laws.yaml'))
  match(problemsIn(missing)[0]?.reason ?? '', /cannot be read/)
})
