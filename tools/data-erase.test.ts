import { deepEqual, equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { dataFolder, started } from '#test/program.ts'
import { ask, toolOf } from '#test/tools.ts'

/** A case of which that is so, among those that a house of a few years can have. */
const caseWhere = (isSo: string) => `
  select number as found
  from generate_series(2015, 2040) as year, generate_series(1, 120) as serial,
    format('HQM-%s-%s', year, lpad(serial::text, 6, '0')) as number, erasing_of(number)
  where not erased and not ('case' = any (against)) and ${isSo} limit 1`
const HELD = caseWhere("'status' = any (against)")
const ENDED = caseWhere("against = '{}' and cases = 1 and documents > 0")

test('one command erases whom a case is about, once it was said twice, in a house at work', async (t) => {
  const data = dataFolder(t)
  const loginsFile = join(data, 'logins.json')
  const settings = { KECID_LOGINS_FILE: loginsFile }
  const house = await started(t, { data, settings })
  const erase = (...words: string[]) =>
    toolOf('data-erase.ts', { KECID_DATA: data, ...settings }, words)
  const why = 'letter of 3 May'
  const [held = ''] = await ask(house, loginsFile, ['kecid_jobs', HELD])
  const [ended = ''] = await ask(house, loginsFile, ['kecid_jobs', ENDED])

  match(erase().says, /^Say whom, and why:/)
  match(erase('HQM-2026-999999', why).says, /There is no case HQM-2026-999999/)
  match(erase(held, why, '--yes').says, /holds a status; it has to end before/)
  match(erase(ended, why).says, /Gone for good would be .* 1 case\(s\)/)
  const done = erase(ended, why, '--yes')
  equal(done.code, 0, done.says)
  match(done.says, /is erased here/)
  match(erase(ended, why, '--yes').says, /was erased already/)
  const left = `select documents::text as found from erasing_of('${ended}') where erased`
  deepEqual(await ask(house, loginsFile, ['kecid_jobs', left]), ['0'])
})
