import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { MASTER } from '#test/house.ts'
import { ledgerDump, outsideVerifier, type Row } from '#test/outside-verifier.ts'
import { visitedHouse } from '#test/visiting.ts'

const KEY_FILE = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`

test('an outsider finds in the ledger when somebody was to come, and that they came', async (t) => {
  const { here, who: ana, page } = await visitedHouse(t)
  const { verify } = await outsideVerifier()
  const html = await (await ana.get(page)).text()
  const [first = '', start = ''] = Array.from(
    html.matchAll(/value="(\d{4}-[^"]+Z)"/g),
    ([, time]) => time,
  )
  for (const time of [first, start]) {
    await ana.post(page, { who: ['1'], place: 'baku', start: time, press: 'choose' })
  }
  here.clock.set(isoMoment(start))
  const officer = await here.office('officer@kecid.example')
  const visit = await here.db
    .selectFrom('appointment')
    .select('id')
    .where('state', '=', 'booked')
    .executeTakeFirstOrThrow()
  const form = { visit: visit.id, place: 'baku', day: start.slice(0, 10), state: 'came' }
  equal((await officer.post('/en/coming', form)).status, 303)
  await sequenceLedger(here.faces.jobs.db)

  const dump = await ledgerDump(here.db)
  deepEqual(verify(dump, KEY_FILE), [])
  const otherwise = (change: Row) => ({
    ...dump,
    appointment: dump['appointment']?.map((row) => ({ ...row, ...change })) ?? [],
  })
  for (const change of [{ place: 'elsewhere' }, { step: 'other' }, { state: 'missed' }]) {
    ok(verify(otherwise(change), KEY_FILE).length > 0, JSON.stringify(change))
  }
})
