import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ASKER, offeredBy } from '#test/offered.ts'
import { house } from '#test/house.ts'
import { signedCase } from '#test/signed-case.ts'

const PLACE = '/en/registers/answered'
const DAY_MS = 86_400_000
const BORN = '1987-03-27'
const NUMBER = 'HQM-S-2026-000123'

/** The text of a page, without what marks it up. */
const told = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('how often each system was answered what is counted by service, and about nobody', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { rest } = await offeredBy(t, here)
  const ask = async (number: string, status = 200) => {
    const reply = await rest('/v1/status-by-number', { number, birthDate: BORN }, { client: ASKER })
    equal(reply.status, status)
  }
  await ask(NUMBER)
  here.clock.advance(2 * DAY_MS)
  await ask(NUMBER)
  await ask('HQM-S-2026-000999')
  await ask('', 400)

  const officer = await here.office('officer@kecid.example')
  const page = told(await (await officer.get(PLACE)).text())

  match(page, /Toy asker A status by its number Answer Today Thirty days with today Nothing/)
  match(page, /Nothing is known 1 1 It is valid 1 2 All 2 3 A status by the document .* All 0 0/)
  match(page, /Toy narrow asker .* All 0 0/)
  match(page, /Only questions that were answered are counted/)
  doesNotMatch(page, /Ferreira|HQM-S|1987/)
  here.clock.advance(28 * DAY_MS)
  const later = await here.office('officer@kecid.example')
  match(told(await (await later.get(PLACE)).text()), /Nothing is known 0 1 It is valid 0 1 All/)
  const inAzerbaijani = told(await (await later.get('/az/registers/answered')).text())
  match(inAzerbaijani, /Soruşan Nömrə ilə Cavab Bu gün .* Cəmi 0 2/)
})

test('whoever reads how registers do reads it, and nobody else', async (t) => {
  const here = await house(t)
  for (const name of ['administrator', 'head', 'signer', 'auditor', 'data-protection']) {
    const official = await here.office(`${name}@kecid.example`)
    equal((await official.get(PLACE)).status, 200, name)
    match(await (await official.get('/en/registers')).text(), /href="\/en\/registers\/answered"/)
  }
  for (const name of ['expert.etn', 'supervisor.etn', 'objection.dtx', 'council1']) {
    const official = await here.office(`${name}@kecid.example`)
    equal((await official.get(PLACE)).status, 404, name)
  }
  equal((await (await here.office()).get(PLACE)).status, 303, 'whoever is not signed in signs in')
})
