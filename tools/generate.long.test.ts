import { equal, match } from 'node:assert/strict'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { answers, dataFolder, started, stopped } from '#test/program.ts'
import { toolOf } from '#test/tools.ts'

test('one command fills a demonstration that is at rest, and the house starts on it', async (t) => {
  const data = dataFolder(t)
  const generate = (...words: readonly string[]) =>
    toolOf('generate.ts', { KECID_DATA: data }, words)

  match(generate('--seed', '2').says, /Say how many/)
  const filled = generate('--cases', '45', '--seed', '2')
  equal(filled.code, 0, filled.says)
  match(filled.says, /45 cases with \d+ leaves are there/)

  const house = await started(t, { data, settings: {} })
  equal(await answers(`${house.place('Office')}/health`, 200), true)
  match(generate('--cases', '45').says, /already runs on this data/)
  await stopped(house)

  renameSync(join(data, 'master.key'), join(data, 'elsewhere.key'))
  match(generate('--cases', '45').says, /master key .* is missing/)
})
