import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { assert } from '#core/assert.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { warningsOfType } from '#core/policy/check-warn.ts'
import { toyType } from '#test/toy-types.ts'

const warned = (type: CaseType, types: readonly CaseType[] = []) =>
  warningsOfType(type, types).map(({ warning, path }) => `${warning} ${path.join('.')}`)

/** Whoever waits for a step is written to. */
const { begins, letters, steps } = toyType
const [letter] = letters
assert(letter !== undefined, 'there is a letter')
const written = steps.map(({ code: on }) => ({ ...letter, code: `on-${on}`, on }))
const told: CaseType = { ...toyType, letters: written }

test('a type warns of what its people will miss, and can be used', () => {
  const about = { ...told, begins: { ...begins, about: { decision: [toyType.code] } } }
  const unasked = { ...told, blocks: [] }

  const [against] = warned(told)
  equal(against?.startsWith('no-complaint outcomes.'), true)
  deepEqual(warned(told, [about]), [])
  deepEqual(warned(unasked, [about]), ['no-name blocks'])
  deepEqual(warned({ ...about, blocks: [] }), [], 'another case names whom it is about')
  const inside = steps.map((step) => ({ ...step, shown: 'office' as const }))
  deepEqual(warned({ ...told, steps: inside }), [], 'no person reads what is decided')
})

test('it warns where nobody is written to, nothing closes what is given back, or something is kept for good', () => {
  const about = { ...told, begins: { ...begins, about: { decision: [toyType.code] } } }
  const at = (code: string) => steps.findIndex((step) => step.code === code)
  const silent = { ...told, letters: written.filter(({ on }) => on !== 'submit') }
  deepEqual(warned(silent, [about]), [`no-letter steps.${at('submit')}`])
  const open = steps.filter(({ kind, from }) => kind !== 'lapse' || !from.includes('returned'))
  deepEqual(warned({ ...told, steps: open }, [about]), [`no-way-on steps.${at('return')}`])
  const keep = { term: 'decision', from: 'ended', notice: 'closing' } as const
  const kept = toyType.outcomes.map((each) => ({
    ...each,
    keep: { term: 'decision', from: 'told' as const },
  }))
  const [first, ...others] = kept
  assert(first !== undefined, 'something is decided')
  const { keep: _keep, ...forGood } = first
  deepEqual(warned({ ...told, keep, outcomes: kept }, [about]), [])
  deepEqual(warned({ ...told, keep, outcomes: [forGood, ...others] }, [about]), [
    'no-keep outcomes.0',
  ])
})
