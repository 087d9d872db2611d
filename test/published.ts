import { ok } from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { publishPolicy } from '#records/policy.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import type { TestHouse } from '#test/house.ts'
import { FROZEN_POLICY } from '#test/policies.ts'

/** What is asked of a test, or of a file of them: that something is done when it ends. */
export type Ending = { readonly after: (end: () => void) => void }

/** A copy to be changed, for as long as the test runs. */
export function copyOfPolicy(t: Ending, from = FROZEN_POLICY): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-policy-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(from, folder, { recursive: true })
  return folder
}

/** The frozen policy with one file written otherwise. */
export function changedPolicy(t: TestContext, file: string, how: (text: string) => string): string {
  const folder = copyOfPolicy(t)
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = how(before)
  ok(before !== after, `${file} has what is to be changed`)
  writeFileSync(path, after)
  return folder
}

const FOR_RUNNING =
  'version: 2\nfor: { running: { versions: [1], states: { awaiting-decision: to-weigh } } }\n'

/**
 * A second version of recognition, for running cases too, in which one state has another name and
 * a decision other words.
 */
export const secondVersion = (t: TestContext, how = (text: string) => text): string =>
  changedPolicy(t, 'types/recognition.yaml', (text) =>
    how(
      text
        .replaceAll('awaiting-decision', 'to-weigh')
        .replace('version: 1\n', FOR_RUNNING)
        .replaceAll('You are recognised as', 'By the renewed rules you are recognised as'),
    ),
  )

/** Publishes it into a house that is running, or as a start does. */
export async function publishNow(
  { owned, faces }: TestHouse,
  folder: string,
  isShipped = false,
): Promise<void> {
  const read = readPolicyFiles(folder)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { secret, clock } = faces.jobs
  const by = { secret, at: clock.now(), isShipped }
  await inTransaction(owned.db, (tx) => publishPolicy(tx, read.policy, by))
}
