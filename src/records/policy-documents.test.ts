import { equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { hashOf, readText, textOf } from '#records/policy-documents.ts'
import { toyProcedure } from '#test/toy-rules.ts'

test('a document has its form in its bytes, and is read back as it was', () => {
  const text = textOf('procedure', toyProcedure)
  ok(text.includes('"shape":1'))
  equal(textOf('procedure', readText('procedure', text)), text)
  equal(hashOf(text).length, 64)
})

test('a document of a later form than we know is refused by name', () => {
  const text = textOf('procedure', toyProcedure).replace('"shape":1', '"shape":2')
  throws(() => readText('procedure', text), /procedure of form 2 was written by a later house/)
  throws(() => readText('procedure', text.replace('"shape":2', '"shape":0')))
})
