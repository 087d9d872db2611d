import { equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { fieldsDocument } from './fields.ts'

test('docs/fields.md says what the code says', () => {
  const file = join(resolve(import.meta.dirname, '..'), 'docs', 'fields.md')
  equal(readFileSync(file, 'utf8'), fieldsDocument())
})
