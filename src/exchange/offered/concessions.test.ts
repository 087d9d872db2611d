import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { parseDocument } from 'yaml'
import type { Content } from '#exchange/content.ts'
import { house } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { NARROW, offeredBy, saidIn } from '#test/offered.ts'
import { asOwner } from '#test/owner.ts'
import { signedCase } from '#test/signed-case.ts'

const SERVICES = ['concessions-by-number', 'concessions-by-document']
const WHO = { number: 'HQM-S-2026-000123', birthDate: '1987-03-27' }
const DOCUMENT = { documentNumber: 'CD123456', birthDate: '1987-03-27' }
const ALLOWED = {
  result: 'concessions',
  concession: [
    { code: 'oil', stands: 'now', until: '2031-03-01' },
    { code: 'room', stands: 'now', until: '2031-03-01' },
  ],
}
const NONE = { result: 'none' }

/** A law that allows something beyond others, of which one system may ask. */
function policyTelling(t: TestContext): string {
  const folder = kinPolicy(t)
  const file = join(folder, 'systems.yaml')
  const document = parseDocument(readFileSync(file, 'utf8'))
  const words = { az: 'Güzəşt', tr: 'Kolaylık', en: 'Concessions', ru: 'Льготы' }
  const basis = { '*': 'provisional' }
  for (const code of SERVICES) {
    document.addIn(['offered', 'services'], document.createNode({ code, title: words, basis }))
    const use = { service: code, purpose: 'tried', why: words, kinds: ['recognition'], basis }
    document.addIn(['offered', 'clients', 0, 'asks'], document.createNode(use))
  }
  writeFileSync(file, document.toString())
  return folder
}

async function telling(t: TestContext) {
  const here = await house(t, { policy: policyTelling(t) })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  const { rest } = await offeredBy(t, here)
  const said = async (service: string, body: Content) => saidIn(await rest(`/v1/${service}`, body))
  return { here, ana, rest, said }
}

test('what the holder may have is told by number and by document, in codes and days', async (t) => {
  const { here, ana, said } = await telling(t)

  deepEqual(await said('concessions-by-number', WHO), ALLOWED)
  deepEqual(await said('concessions-by-document', DOCUMENT), ALLOWED)

  const rows = await here.db
    .selectFrom('offeredAnswer')
    .select(['service', 'party'])
    .orderBy('service', 'desc')
    .execute()
  deepEqual(
    rows.map(({ service, party }) => [service, party]),
    SERVICES.map((service) => [service, ana.account.partyId]),
    'whom it is about reads of each',
  )
})

test('nobody is told of what is no status, has another birth date, is suspended or over', async (t) => {
  const { here, rest, said } = await telling(t)
  const changed = (values: object) =>
    asOwner(here.db, (tx) => tx.updateTable('status').set(values).execute())

  deepEqual(await said('concessions-by-number', { ...WHO, birthDate: '1987-03-28' }), NONE)
  deepEqual(await said('concessions-by-number', { ...WHO, number: 'HQM-S-2026-000999' }), NONE)
  deepEqual(await said('concessions-by-document', { ...DOCUMENT, birthDate: '1987' }), NONE)
  await changed({ state: 'suspended' })
  deepEqual(await said('concessions-by-number', WHO), NONE)
  await changed({ state: 'in-force', untilOn: '2026-03-01' })
  deepEqual(await said('concessions-by-number', WHO), NONE)

  equal((await rest('/v1/concessions-by-number', WHO, { client: NARROW })).status, 403)
})
