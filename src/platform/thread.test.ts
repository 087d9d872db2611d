import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { threadFor } from '#platform/thread.ts'
import { ROOT } from '#tools/sources.ts'
import type { chore } from '#test/thread-program.ts'

const PROGRAM = join(ROOT, 'test', 'thread-program.ts')
const LINE = { program: PROGRAM, waitingMax: 1, millisecondsMax: 30_000 }

const asText = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)

test('a thread does one piece after another while this one goes on, and few wait', async () => {
  const ask = threadFor<typeof chore>(LINE)
  equal(asText(await ask({ milliseconds: 1 })), '1')
  const busy = Promise.all([300, 2, 3].map((milliseconds) => ask({ milliseconds })))
  let turns = 0
  const went = { on: true }
  const done = busy.then(() => (went.on = false))
  while (went.on) {
    await pause(10)
    turns += 1
  }
  await done
  ok(turns > 5, `${turns} turns`)
  deepEqual((await busy).map(asText), ['300', '2', undefined])
})

test('a piece that fails or takes too long is told of, and the next is done', async () => {
  const ask = threadFor<typeof chore>(LINE)
  const failing = ask({ milliseconds: 1, fails: true })
  const next = ask({ milliseconds: 4 })
  await rejects(failing, /torn/)
  equal(asText(await next), '4')
  const hasty = threadFor<typeof chore>({ ...LINE, millisecondsMax: 3000 })
  await rejects(hasty({ milliseconds: 600_000 }), /No answer within 3000 ms/)
  equal(asText(await hasty({ milliseconds: 5 })), '5')
})

test('a thread that waits for work keeps no process from ending', () => {
  const program = `
    import { threadFor } from '#platform/thread.ts'
    const ask = threadFor(${JSON.stringify(LINE)})
    process.stdout.write(await ask({ milliseconds: 1 }))
  `
  const words = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const said = execFileSync(process.execPath, words, { cwd: ROOT, timeout: 60_000 })
  equal(said.toString(), '1')
})
