import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalBytes } from '#core/canonical.ts'
import { recordBytes } from '#core/cases/decision-record.ts'
import { readRecord } from '#records/record-forms.ts'

/** As a house of the first form signed it. */
const FIRST = readFileSync('test/forms/decision-record-1.json')
const FIRST_HASH = 'efb62665859f24aaee67444d3d8b4802087cc763bc699bfc8de5fa06e07f0a34'

test('what was signed in the first form is read in that of today, with nothing invented', () => {
  equal(createHash('sha256').update(FIRST).digest('hex'), FIRST_HASH, 'the bytes that were signed')

  const { v, person, translation, gives, signer, ...kept } = readRecord(FIRST)

  deepEqual([v, person, translation, gives, signer], [2, null, null, [], null])
  deepEqual({ ...kept, v: 1 }, JSON.parse(FIRST.toString()))
})

test('a record of today is read as it was written, and one of a later house is refused', () => {
  const record = readRecord(FIRST)
  deepEqual(readRecord(recordBytes(record)), record)
  throws(() => readRecord(canonicalBytes({ ...record, v: 3 })), /form 3 was written by a later/)
  throws(() => readRecord(Buffer.from('{}')), /reads as it was written/)
})
