import { deepEqual, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { formed, readEvent } from '#records/event-forms.ts'

test('an event is read back as it was, whether or not it says its form', () => {
  const [readable, secret] = [{ reason: 'none' }, { note: 'x' }]
  for (const written of [readable, formed(readable)]) {
    deepEqual(readEvent('extend', { readable: written, secret }), { ...readable, ...secret })
  }
})

test('an event of an earlier form goes through every step to that of today', () => {
  const steps = [
    (event: object, kind: string) => ({ ...event, kinds: [kind] }),
    (event: object) => ({ ...event, last: true }),
  ]
  const read = (readable: object) => readEvent('end', { readable, secret: {}, steps })
  deepEqual(read({ a: 1 }), { a: 1, kinds: ['end'], last: true })
  deepEqual(read({ v: 2, a: 1 }), { a: 1, last: true })
  deepEqual(read({ v: 3, a: 1 }), { a: 1 })
  throws(() => read({ v: 4 }), /form 4 was written by a later house/)
})
