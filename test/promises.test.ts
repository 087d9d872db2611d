import { deepEqual, ok } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const ROOT = resolve(import.meta.dirname, '..')
const text = readFileSync(join(ROOT, 'docs', 'security', 'promises.md'), 'utf8')

test('each promise names a test that is there', () => {
  const rows = text.split('\n').filter((line) => /^\| (?!Promise \||-)/.test(line))
  ok(rows.length > 20)
  deepEqual(
    rows.filter((row) => !namesTest(row)),
    [],
  )
})

function namesTest(row: string): boolean {
  const [, file = '', title = ''] = /\| `([^`]+\.test\.tsx?)`: (.+?) +\|$/.exec(row) ?? []
  if (title === '' || !existsSync(join(ROOT, file))) return false
  const source = readFileSync(join(ROOT, file), 'utf8')
  return [`test('${title}'`, `test("${title}"`].some((start) => source.includes(start))
}
