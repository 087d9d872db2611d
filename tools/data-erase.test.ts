import { deepEqual, equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { dataFolder, started } from '#test/program.ts'
import { ask, toolOf } from '#test/tools.ts'

const HELD = `select number as found from status where state <> 'ended' limit 1`
const REFUSED = `
  select case_file.number as found from case_file join decision on case_id = case_file.id
  where not exists (select from status where status.case_id = case_file.id) limit 1`

test('one command erases whom a case is about, once it was said twice, in a house at work', async (t) => {
  const data = dataFolder(t)
  const loginsFile = join(data, 'logins.json')
  const settings = { KECID_LOGINS_FILE: loginsFile }
  const house = await started(t, { data, settings })
  const erase = (...words: string[]) =>
    toolOf('data-erase.ts', { KECID_DATA: data, ...settings }, words)
  const why = 'letter of 3 May'
  const [held = ''] = await ask(house, loginsFile, ['kecid_jobs', HELD])
  const [refused = ''] = await ask(house, loginsFile, ['kecid_jobs', REFUSED])

  match(erase().says, /^Say whom, and why:/)
  match(erase('HQM-2026-999999', why).says, /There is no case HQM-2026-999999/)
  match(erase(held.replace('-S-', '-'), why, '--yes').says, /holds a status; it has to end before/)
  match(erase(refused, why).says, /Gone for good would be .* 1 case\(s\)/)
  const done = erase(refused, why, '--yes')
  equal(done.code, 0, done.says)
  match(done.says, /is erased here/)
  match(erase(refused, why, '--yes').says, /was erased already/)
  const left = `
    select count(*)::text as found from answer join case_file on case_file.id = case_id
    where number = '${refused}'`
  deepEqual(await ask(house, loginsFile, ['kecid_jobs', left]), ['0'])
})
