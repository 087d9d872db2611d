import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { MONEY_LETTERS, type CaseType } from '#core/policy/case-type.ts'
import { problemsOfType } from '#core/policy/check.ts'
import { paidPermit } from '#test/paying.ts'
import { permitReview, permitType, toyPermit } from '#test/toy-permit.ts'
import { comfortProcedure, PROVISIONAL, say, toyLaws } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'

const problems = (type: CaseType) =>
  problemsOfType(type, {
    laws: toyLaws,
    statuses: [toyStatus, toyPermit],
    types: [type, permitReview],
    procedure: comfortProcedure,
  }).map(({ path, reason }) => `${path.join('.')}: ${reason}`)

const letter = (on: string, text: string) => ({
  code: on,
  on,
  subject: say('{number}'),
  body: say(text),
  basis: PROVISIONAL,
})

test('what is paid for can be written of with the sum, and by when it is to be paid', () => {
  deepEqual(problems(paidPermit), [])
})

test('nobody is written to about money where nothing is paid for', () => {
  const letters = MONEY_LETTERS.map((on) => letter(on, '{amount} {link}'))
  deepEqual(
    problems({ ...permitType, letters }),
    MONEY_LETTERS.map((on, index) => `letters.${index}.on: ${on} is no step of this type`),
  )
})

test('a sum stands in a letter about money alone, and a last day only where it is still owed', () => {
  const unfilled = (on: string, text: string) =>
    problems({ ...paidPermit, letters: [letter(on, text)] }).filter((each) => /\.en:/.test(each))
  deepEqual(unfilled('duty-owed', '{amount} {payBy}'), [])
  deepEqual(unfilled('paid-back', '{amount} {payBy}'), ['letters.0.body.en: nothing fills {payBy}'])
  deepEqual(unfilled('submit', '{amount}'), ['letters.0.body.en: nothing fills {amount}'])
  deepEqual(unfilled('duty-paid', '{dueOn}'), ['letters.0.body.en: nothing fills {dueOn}'])
})

test('what something means once it is paid for takes the place of what it meant before', () => {
  const said = (type: CaseType, lead?: ReturnType<typeof say>) =>
    problems({
      ...type,
      outcomes: type.outcomes.map(({ lead: _lead, leadPaid: _paid, ...each }, index) =>
        index === 0 ? { ...each, ...(lead ? { lead } : {}), leadPaid: say('It is yours.') } : each,
      ),
    })
  const refused = [
    'outcomes.0.leadPaid: no step that decides asks for a payment, or nothing is said before it is paid',
  ]
  deepEqual(said(paidPermit, say('Pay.')), [])
  deepEqual(said(paidPermit), refused)
  deepEqual(said(permitType, say('Pay.')), refused)
})
