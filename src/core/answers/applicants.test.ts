import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { toldToApplicant } from '#core/answers/applicants.ts'
import { problemsOf } from '#core/answers/check.ts'
import { isoDate } from '#core/dated.ts'
import type { ApplicantRule } from '#core/policy/case-type.ts'
import { say } from '#test/toy-rules.ts'
import { block, field } from '#test/toy-types.ts'

const ON = isoDate('2026-04-06')

test('who may not apply is told so at the answer that says it, in the words of the rule', () => {
  const person = block('person', [field('citizenships', 'countries'), field('born-on', 'date')])
  const rule = (said: Pick<ApplicantRule, 'code' | 'when' | 'stops'>): ApplicantRule => ({
    ...said,
    words: say(said.code),
    basis: { '*': 'provisional' },
  })
  const applicants = [
    rule({
      code: 'citizen',
      when: { block: 'person', field: 'citizenships', is: ['AZE'] },
      stops: true,
    }),
    rule({
      code: 'under-age',
      when: { block: 'person', field: 'born-on', youngerThan: 18 },
      stops: false,
    }),
    rule({
      code: 'ends-soon',
      when: { block: 'person', field: 'valid-until', monthsLeftLessThan: 6 },
      stops: false,
    }),
  ]
  const of = (citizenships: readonly string[], born: string) => {
    const values = { citizenships, 'born-on': born }
    const around = { type: { applicants }, answers: {}, on: ON, fields: [] }
    const answers = { person: [{ id: 'p1', values }] }
    const told = toldToApplicant({ applicants }, answers, ON).map(({ code }) => code)
    return [problemsOf(person, { id: 'p1', values }, around).map(({ words }) => words?.en), told]
  }
  deepEqual(of(['PRT'], '1987-03-27'), [[], []])
  deepEqual(of(['PRT', 'AZE'], '1987-03-27'), [['citizen'], []])
  // Eighteen today, tomorrow, and perhaps.
  deepEqual(of(['PRT'], '2008-04-06'), [[], []])
  deepEqual(of(['PRT'], '2008-04-07'), [[], ['under-age']])
  deepEqual(toldToApplicant({ applicants }, {}, ON), [])
  // Six months today, a day less, perhaps, and a document without an end.
  for (const [until, told] of [
    ['2026-10-06', []],
    ['2026-10-05', ['ends-soon']],
    ['2026-10', []],
    ['none', []],
  ] as const) {
    const answers = { person: [{ id: 'p1', values: { 'valid-until': until } }] }
    const codes = toldToApplicant({ applicants }, answers, ON).map(({ code }) => code)
    deepEqual(codes, told, until)
  }
})
