import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldKind } from '#core/policy/case-type.ts'
import { found } from '#test/toy-spoilt.ts'
import { block, field, toyType } from '#test/toy-types.ts'

test('what is asked anew is no declaration, which is of one case of itself', () => {
  const asked = (kind: FieldKind) => {
    const more = block('more', [field('it', kind, { required: false, anew: true })])
    return found({ ...toyType, blocks: [...toyType.blocks, more] })
  }
  deepEqual(asked('text'), [])
  deepEqual(asked('declaration'), [
    `blocks.${toyType.blocks.length}.fields.0.anew: what somebody declares or consents to is asked anew of itself`,
  ])
})
