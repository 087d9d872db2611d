import { deepEqual, equal } from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { findChromium } from './chromium.ts'

function folderWith(t: TestContext, programs: readonly string[], mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-chromium-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const program of programs) {
    writeFileSync(join(folder, program), '#!/bin/sh\n')
    chmodSync(join(folder, program), mode)
  }
  return folder
}

test('the shell without a window is preferred, wherever on the path it lies', (t) => {
  const first = folderWith(t, ['google-chrome', 'chromium'])
  const second = folderWith(t, ['chromium-headless-shell'])
  deepEqual(findChromium({ PATH: `${first}:${second}` }), {
    ok: true,
    path: join(second, 'chromium-headless-shell'),
  })
  deepEqual(findChromium({ PATH: first }), { ok: true, path: join(first, 'chromium') })
})

test('a browser that the owner names comes first, and is never replaced silently', (t) => {
  const folder = folderWith(t, ['chromium', 'my-browser'])
  const mine = join(folder, 'my-browser')
  deepEqual(findChromium({ PATH: folder, KECID_CHROMIUM: mine }), { ok: true, path: mine })
  const absent = findChromium({ PATH: folder, KECID_CHROMIUM: join(folder, 'absent') })
  equal(!absent.ok && /KECID_CHROMIUM names .*absent/.test(absent.problem), true)
})

test('what cannot be run is not a browser, and the answer says how to get one', (t) => {
  const locked = folderWith(t, ['chromium'], 0o644)
  mkdirSync(join(locked, 'empty'))
  for (const PATH of [locked, join(locked, 'empty'), '', undefined]) {
    const found = findChromium({ PATH })
    equal(!found.ok && /install chromium-headless-shell/.test(found.problem), true)
  }
})
