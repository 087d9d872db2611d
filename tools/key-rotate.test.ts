import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Login } from '#platform/logins.ts'
import { answers, dataFolder, started, stopped } from '#test/program.ts'
import { ask, toolOf } from '#test/tools.ts'

const rotate = (settings: Readonly<Record<string, string>>) => toolOf('key-rotate.ts', settings)

const keyIn = (data: string): string =>
  /^kecid-master-key (\w+)\n\S+\n$/.exec(readFileSync(join(data, 'master.key'), 'utf8'))?.[1] ?? ''

test('one command replaces the master key, of a house at work and of one at rest', async (t) => {
  const data = dataFolder(t)
  const loginsFile = join(data, 'logins.json')
  const settings = { KECID_LOGINS_FILE: loginsFile }
  const start = { data, settings, words: ['--empty'] }
  const house = await started(t, start)
  const wrapping: [Login, string] = ['kecid_keys', 'select master as found from keys.house_secret']
  const officials: [Login, string] = ['kecid_door', 'select id as found from account order by id']
  const first = keyIn(data)
  const known = await ask(house, loginsFile, officials)

  const closed = rotate({ KECID_DATA: data })
  const atWork = rotate({ KECID_DATA: data, ...settings })

  match(closed.says, /already runs on this data.*or start it with KECID_LOGINS_FILE/)
  deepEqual([closed.code, atWork.code], [1, 0], atWork.says)
  const second = keyIn(data)
  notEqual(second, first)
  match(atWork.says, new RegExp(`The master key is ${second} now; ${first} wraps nothing any more`))
  deepEqual(await ask(house, loginsFile, wrapping), [second])
  equal(await answers(`${house.place('Portal')}/health`, 200), true)

  await stopped(house)
  const atRest = rotate({ KECID_DATA: data })
  equal(atRest.code, 0, atRest.says)
  const again = await started(t, start)
  deepEqual(await ask(again, loginsFile, wrapping), [keyIn(data)])
  notEqual(keyIn(data), second)
  // Found again by what derives from the secret of the house, so not made anew.
  deepEqual(await ask(again, loginsFile, officials), known)
})
