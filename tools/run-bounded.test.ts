import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from 'node:test'
import { runBounded } from './run-bounded.ts'

const script = (text: string, secondsMax = 20) => ({ words: ['-e', text], secondsMax })

test('the exit code and the lines come through', async () => {
  const seen: string[] = []
  const shows = (line: string) => seen.push(line) < 0
  const text = 'console.log("one\\ntwo " + process.env.THREE); process.exitCode = 3'
  const ended = await runBounded({ ...script(text), shows, environment: { THREE: 'three' } })
  deepEqual(ended, { code: 3, late: false })
  deepEqual(seen, ['one', 'two three'])
})

test('what takes too long is ended, with what it started', async () => {
  const seen: string[] = []
  const shows = (line: string) => seen.push(line) < 0
  const text =
    'const { pid } = require("node:child_process").spawn("sleep", ["30"]);' +
    'console.log(pid); setInterval(() => {}, 1000)'
  const ended = await runBounded({ ...script(text, 1), shows })
  deepEqual(ended, { code: null, late: true })
  equal(await hasEnded(Number(seen[0])), true)
})

test('an interruption ends the run without calling it late', async () => {
  const interruption = new AbortController()
  const run = runBounded({ ...script('setInterval(() => {}, 1000)'), signal: interruption.signal })
  interruption.abort()
  deepEqual(await run, { code: null, late: false })
})

/** In a container nobody may collect the orphan, which then stays a zombie: ended all the same. */
async function hasEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      process.kill(pid, 0)
      if (/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return true
    } catch {
      return true
    }
    await wait(20)
  }
  return false
}
