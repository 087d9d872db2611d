import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from '#core/answers/answers.ts'
import type { Who } from '#core/answers/check.ts'
import { fitted } from '#core/answers/known.ts'
import { addDays, addYears, isoDate } from '#core/dated.ts'
import type { CaseType, Option } from '#core/policy/case-type.ts'
import { say } from '#test/toy-rules.ts'
import { block, field, toyType } from '#test/toy-types.ts'

const TODAY = isoDate('2026-04-06')
const UNTIL = isoDate('2027-04-05')

const option = (code: string, said: Partial<Option> = {}): Option => ({
  code,
  label: say(code),
  ...said,
})

const asked = block('asked', [
  field('for', 'choice', {
    options: [
      option('first', { holdingNone: ['permit'] }),
      option('other', { holding: ['permit'] }),
      option('more'),
    ],
  }),
  field('ends-on', 'date', {
    known: { kinds: ['permit'], as: 'last-day' },
    shownWhen: { field: 'for', is: ['more'] },
  }),
  field('number', 'text', {
    known: { kinds: ['permit'], as: 'number' },
    shownWhen: { field: 'for', is: ['more'] },
  }),
])

const aged = block('aged', [
  field('ten', 'choice', {
    options: [option('yes', { ageFrom: 10 }), option('no', { ageBelow: 10 })],
  }),
])

const type: CaseType = { ...toyType, blocks: [...toyType.blocks, asked, aged] }

const written = (said: Readonly<Record<string, string>>): Answers => ({
  asked: [{ id: 'a', values: said }],
})

const offered = (said: CaseType, code: string) =>
  said.blocks
    .flatMap(({ fields }) => fields)
    .find((each) => each.code === code)
    ?.options?.map((each) => each.code)

const of = (answers: Answers, who: Who, on = TODAY) => fitted(type, { answers, who, on })

const HOLDS = { holds: [{ kind: 'permit', number: 'P-1', until: UNTIL }] }

test('whoever holds it is offered what is for them, and not asked what stands on it', () => {
  const { type: fit, known, answers } = of(written({ for: 'more' }), HOLDS)
  deepEqual(offered(fit, 'for'), ['other', 'more'])
  deepEqual(known['asked'], { 'ends-on': UNTIL, number: 'P-1' })
  deepEqual(answers['asked']?.[0]?.values, { for: 'more', 'ends-on': UNTIL, number: 'P-1' })
  const other = of(written({ for: 'other' }), HOLDS)
  deepEqual(other.answers['asked']?.[0]?.values, { for: 'other' }, 'what is not asked is not said')
})

test('whoever holds nothing here is asked all of it, and a number that is not known as well', () => {
  const none = of(written({ for: 'more', number: 'ON PAPER' }), { holds: [] })
  deepEqual(offered(none.type, 'for'), ['first', 'more'])
  deepEqual(
    [none.known['asked'], none.answers['asked']?.[0]?.values['number']],
    [undefined, 'ON PAPER'],
  )
  const elsewhere = of({}, { holds: [{ kind: 'permit', until: UNTIL }] })
  deepEqual(elsewhere.known['asked'], { 'ends-on': UNTIL })
  equal(elsewhere.answers['asked'], undefined, 'there is still something to answer')
  deepEqual(offered(of({}, {}).type, 'for'), ['first', 'other', 'more'], 'nothing is known')
})

test('an age has one answer from the birthday on, and where that is not known it is asked', () => {
  const born = (date: string): Answers => ({ person: [{ id: 'p', values: { 'born-on': date } }] })
  const turnsTen = addYears(TODAY, -10)
  const answered = (date: string) => of(born(date), {}).answers['aged']
  deepEqual(answered(addDays(turnsTen, 1)), [{ id: 'aged', values: { ten: 'no' } }])
  deepEqual(answered(turnsTen), [{ id: 'aged', values: { ten: 'yes' } }])
  const year = of(born('2016'), {})
  deepEqual([offered(year.type, 'ten'), year.answers['aged']], [['yes', 'no'], undefined])
  equal(of({}, {}).answers['aged'], undefined)
})

test('of several the one that ends last counts, and what is another kind does not', () => {
  const later = { kind: 'permit', number: 'P-2', until: addDays(UNTIL, 1) }
  const other = { kind: 'card', number: 'C-1', until: addDays(UNTIL, 2) }
  const { known } = of({}, { holds: [...HOLDS.holds, later, other] })
  deepEqual(known['asked'], { 'ends-on': later.until, number: 'P-2' })
})

test('what was sent in and is mended is asked openly', () => {
  const sent = of(written({ for: 'first' }), { ...HOLDS, filedOn: TODAY })
  deepEqual([sent.type, sent.known, sent.answers], [type, {}, written({ for: 'first' })])
})
