import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { noteAbsence } from '#platform/absence.ts'
import { openLog } from '#platform/log.ts'
import { house } from '#test/house.ts'
import { cuttablePortal } from '#test/other-database.ts'

test('an absence of the database is two lines, whatever could not be answered meanwhile', async (t) => {
  const built = await house(t)
  const { db, cut, mend } = await cuttablePortal(t, built)
  const lines: string[] = []
  const log = openLog({ level: 'info', clock: built.clock, write: (line) => lines.push(line) })
  const note = () => noteAbsence(new Error('gone'), { db, log, part: 'portal', askEveryMs: 10 })

  for (const times of [1, 2]) {
    lines.length = 0
    await cut()
    for (let request = 0; request < 50 * times; request += 1) note()
    await pause(100)
    equal(lines.length, 1)
    await mend()
    for (let wait = 0; wait < 200 && lines.length < 2; wait += 1) await pause(10)
    match(lines[0] ?? '', /"event":"could not answer","part":"portal","fault":"Error"/)
    match(
      lines[1] ?? '',
      new RegExp(`"event":"answers again","part":"portal","count":${50 * times}}`),
    )
  }
})
