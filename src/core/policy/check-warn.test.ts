import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { warningsOfType } from '#core/policy/check-warn.ts'
import { toyType } from '#test/toy-types.ts'

test('a type warns of what its people will miss, and can be used', () => {
  const warned = (type: CaseType, types: readonly CaseType[] = []) =>
    warningsOfType(type, types).map(({ warning, path }) => `${warning} ${path.join('.')}`)
  const { begins } = toyType
  const about = { ...toyType, begins: { ...begins, about: { decision: [toyType.code] } } }
  const unasked = { ...toyType, blocks: [] }

  const [against] = warned(toyType)
  equal(against?.startsWith('no-complaint outcomes.'), true)
  deepEqual(warned(toyType, [about]), [])
  deepEqual(warned(unasked, [about]), ['no-name blocks'])
  deepEqual(warned({ ...about, blocks: [] }), [], 'another case names whom it is about')
  const inside = toyType.steps.map((step) => ({ ...step, shown: 'office' as const }))
  deepEqual(warned({ ...toyType, steps: inside }), [], 'no person reads what is decided')
})
