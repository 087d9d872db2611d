import { deepEqual, equal } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { LOOK_AGAIN_MS, renewed } from '#platform/certificate-files.ts'

test('what was made of files is made anew once they are others, and once for those that are the same', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-files-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  const makes: string[] = []
  const broken: unknown[] = []
  const current = renewed(
    [one, two],
    (parts) => {
      const text = parts.map(String).join('+')
      makes.push(text)
      if (text.includes('wrong')) throw new Error('they do not fit')
      return text
    },
    (error) => broken.push(error),
  )
  const lookedAgain = () => pause(LOOK_AGAIN_MS + 50)
  equal(await current(), undefined, 'there are none')
  equal(broken.length, 1)

  for (const [path, text] of [
    [one, 'a'],
    [two, 'b'],
  ] as const) {
    writeFileSync(path, text)
  }
  await lookedAgain()
  deepEqual(await Promise.all([current(), current()]), ['a+b', 'a+b'])
  await lookedAgain()
  equal(await current(), 'a+b')
  writeFileSync(two, 'wrong')
  await lookedAgain()
  equal(await current(), 'a+b')
  writeFileSync(two, 'c')
  equal(await current(), 'a+b', 'it was looked a moment ago')
  await lookedAgain()
  equal(await current(), 'a+c')

  deepEqual(makes, ['a+b', 'a+wrong', 'a+c'])
  equal(broken.length, 2)
})
