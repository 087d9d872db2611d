import { deepEqual, equal, match, throws } from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { codeOf, isDiskFull, troubleSentence } from '#platform/trouble.ts'

function thrownBy(work: () => unknown): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}

test('a full disk is told from other trouble', () => {
  const full = thrownBy(() => writeFileSync('/dev/full', 'x'))

  equal(isDiskFull(full), true)
  match(troubleSentence(full, '/srv/kecid'), /^The disk that holds \/srv\/kecid is full;/)
  equal(isDiskFull(thrownBy(() => mkdirSync('/dev/null/kecid'))), false)
  equal(isDiskFull(Object.assign(new Error('could not extend file'), { code: '53100' })), true)
})

test('what a person can do something about is a sentence, the rest is a fault', () => {
  const codes = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EDQUOT']
  for (const code of codes) {
    match(troubleSentence(Object.assign(new Error('no'), { code }), '/srv'), /\/srv.*\.$/)
  }
  throws(() => troubleSentence(new Error('odd'), '/srv'), /\/srv could not be used/)
})

test('a code is found on the error, in its cause and in the first of several', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const cases = [
    refused,
    new Error('outer', { cause: refused }),
    new AggregateError([refused, new Error('other')]),
    new Error('none'),
    'ECONNREFUSED',
    undefined,
  ]
  deepEqual(cases.map(codeOf), ['ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED', '', '', ''])
})
