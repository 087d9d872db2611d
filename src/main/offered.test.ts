import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { callAsConsumer } from '#standins/exchange/call-as-consumer.ts'
import { dataFolder, started } from '#test/program.ts'

const BORN = '1987-03-27'

/** As the shipped policy has it. */
const [OF, MIGRATION] = ['AZ-TEST/GOV/9900002222/HQM', 'AZ-TEST/GOV/9900001102/MIGRATION']

test('other systems are answered at a port of its own, by the shipped policy', async (t) => {
  const program = await started(t, { data: dataFolder(t), words: ['--empty'] })
  const url = program.place('Exchange').replace('localhost', '127.0.0.1')
  const asked = (service: string, client: string) =>
    callAsConsumer(
      { at: url, of: OF, code: 'kecid', client },
      {
        method: 'POST',
        path: `/v1/${service}`,
        headers: [['Content-Type', 'application/json']],
        body: JSON.stringify({ number: 'HQM-S-2026-000123', birthDate: BORN }),
      },
    )

  const answer = await asked('status-by-number', MIGRATION)

  equal(answer.status, 200)
  deepEqual(JSON.parse(answer.body.toString()), { result: 'none' })
  equal((await asked('status-by-document', MIGRATION)).status, 403)
  equal((await asked('status-by-number', `${MIGRATION}2`)).status, 403)
})
