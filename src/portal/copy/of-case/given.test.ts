import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { shownCopied } from '#portal/copy/of-case/given.ts'
import { toySystems } from '#test/toy-rules.ts'

const at = isoMoment('2026-03-02T08:00:00.000Z')

test('the number of a card is in a copy with what it is, and what nobody has a word for by its code', () => {
  const says = { 'card-on': '2026-03-01', 'card-number': 'AZE0000001', colour: 'blue' }

  const [copied] = shownCopied([{ at, service: 'card', result: 'ready', says }], {
    systems: toySystems,
    language: 'en',
  })

  deepEqual(
    copied?.says.map(({ code, question, answer }) => [code, question, answer]),
    [
      ['card-on', 'Since', '1 March 2026'],
      ['card-number', 'Its number', 'AZE0000001'],
      ['colour', 'colour', 'blue'],
    ],
  )
})
