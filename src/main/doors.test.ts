import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { createOffered } from '#exchange/offered/app.ts'
import { takeDoors } from '#main/doors.ts'
import { readConfiguration } from '#platform/configuration.ts'
import { headerOf, providerAt } from '#standins/exchange/provider.ts'
import { readHouse } from '#test/house.ts'
import { dataFolder } from '#test/program.ts'
import { TOY_SIGNING } from '#test/toy-signing.ts'

const PORTS = [
  'PORTAL',
  'OFFICE',
  'EXCHANGE',
  'STANDINS',
  'SMTP',
  'SECURITY_SERVER',
  'SECURITY_SERVER_TLS',
  'BRIDGE',
  'PAYMENTS',
]

/** As the shipped policy has it; this client may ask. */
const [KECID, MIGRATION] = ['AZ-TEST/GOV/9900002222/HQM', 'AZ-TEST/GOV/9900001102/MIGRATION']

test('others reach Keçid through the security server of a demonstration, with TLS or without', async (t) => {
  const { jobs, exchange: db } = (await readHouse()).faces
  const { door, secret, clock, log, keys, vault } = jobs
  const policy = () => jobs.policy
  const offering = {
    db,
    door,
    secret,
    policy,
    clock,
    log,
    groundNeeded: false,
    signing: TOY_SIGNING,
    files: { keys, vault },
  }
  for (const tls of ['no', 'yes']) {
    const reading = readConfiguration({
      ...Object.fromEntries(PORTS.map((name) => [`KECID_${name}_PORT`, '0'])),
      KECID_DATA: dataFolder(t),
      KECID_EXCHANGE_TLS: tls,
    })
    ok(reading.ok)
    const endings: (() => Promise<void>)[] = []
    const taking = await takeDoors(reading.configuration, {
      add: (_name, end) => void endings.push(end),
      run: async () => undefined,
    })
    ok(taking.ok)
    t.after(() => Promise.all(endings.map((end) => end())))
    const { doors } = taking
    doors.open('exchange', createOffered(offering, ['127.0.0.1']))
    const ask = providerAt(`http://127.0.0.1:${doors.registers?.ports.plain}`)

    const reply = await ask({
      method: 'GET',
      path: `/r1/${KECID}/getOpenAPI?serviceCode=kecid`,
      headers: [['X-Road-Client', MIGRATION]],
      body: Buffer.alloc(0),
    })

    equal(reply.status, 200, reply.body.toString())
    equal(headerOf(reply.headers, 'x-road-service'), `${KECID}/getOpenAPI`)
    const keys = await ask({
      method: 'GET',
      path: `/r1/${KECID}/kecid/v1/keys.json`,
      headers: [['X-Road-Client', MIGRATION]],
      body: Buffer.alloc(0),
    })
    equal(keys.status, 200, keys.body.toString())
    match(keys.body.toString(), /"crv":"Ed25519"/)
  }
})
