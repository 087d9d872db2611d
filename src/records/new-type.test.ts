import { equal, ok } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPolicyFiles } from '#records/policy-files.ts'
import { copyOfPolicy } from '#test/published.ts'

test('the skeleton of a new type is a whole one, as its page says', (t) => {
  const page = readFileSync('docs/new-type.md', 'utf8')
  const skeleton = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const folder = copyOfPolicy(t)
  // The frozen policy has one procedure.
  const here = skeleton.replace('procedure: migration', 'procedure: az-nk-99')
  writeFileSync(join(folder, 'types', 'change-of-address.yaml'), here)

  const read = readPolicyFiles(folder)

  equal(read.ok ? '' : JSON.stringify(read.problems), '')
  ok(read.ok && read.policy.types.some(({ numberPrefix }) => numberPrefix === 'ADR'))
})
