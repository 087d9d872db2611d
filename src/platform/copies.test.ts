import { deepEqual, equal, match } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { announceCopy, copySentence, livingCopy, withdrawCopy } from '#platform/copies.ts'
import { birthOf, commandOf, processState } from '#platform/processes.ts'

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-copies-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a copy that runs is recognised, and is no copy once it has been killed', async (t) => {
  const folder = folderFor(t)
  const other = spawn('sleep', ['60'], { stdio: 'ignore' })
  t.after(() => other.kill('SIGKILL'))
  const pid = other.pid ?? 0
  const addresses = ['http://localhost:3000']
  const announcement = { pid, birth: birthOf(pid), addresses }
  writeFileSync(join(folder, 'running.json'), JSON.stringify(announcement))

  deepEqual(livingCopy(folder), { pid, addresses })
  match(copySentence({ pid, addresses }), new RegExp(`process ${pid} at http://localhost:3000`))

  other.kill('SIGKILL')
  await once(other, 'exit')
  equal(livingCopy(folder), undefined)
})

test('another program with the number of a dead copy is not that copy', (t) => {
  const folder = folderFor(t)
  const announcement = { pid: process.ppid, birth: '1', addresses: [] }
  writeFileSync(join(folder, 'running.json'), JSON.stringify(announcement))

  equal(livingCopy(folder), undefined)
})

test('we are no copy of ourselves, and take back only our own announcement', (t) => {
  const folder = folderFor(t)
  announceCopy(folder, ['http://localhost:3000'])
  equal(livingCopy(folder), undefined)

  withdrawCopy(folder)
  equal(livingCopy(folder), undefined)

  const theirs = JSON.stringify({ pid: process.ppid, birth: birthOf(process.ppid), addresses: [] })
  writeFileSync(join(folder, 'running.json'), theirs)
  withdrawCopy(folder)
  equal(readFileSync(join(folder, 'running.json'), 'utf8'), theirs)
})

test('an announcement that was cut off, or is something else, announces nobody', (t) => {
  const folder = folderFor(t)
  const cases = ['', '{"pid":', '[]', '{"pid":-1,"birth":"1","addresses":[]}', 'null']
  for (const text of cases) {
    writeFileSync(join(folder, 'running.json'), text)
    equal(livingCopy(folder), undefined, text)
  }
})

test('a process is running, then gone', async () => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' })
  const pid = child.pid ?? 0

  deepEqual([processState(pid), commandOf(pid)], ['running', 'sleep 60'])
  equal(birthOf(pid) === '', false)

  child.kill('SIGKILL')
  await once(child, 'exit')
  deepEqual([processState(pid), commandOf(pid), birthOf(pid)], ['gone', '', ''])
})
