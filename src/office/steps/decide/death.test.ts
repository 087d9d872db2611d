import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn, deathReportOf } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

const SIGNER = 'signer@kecid.example'

async function reported(here: TestHouse) {
  const given = await caseIn('recognised', here, await here.signedUpApplicant())
  const id = await deathReportOf(here, given, 'Certificate 12-3.')
  return { id, step: (code: string) => `/en/cases/${id}/steps/${code}` }
}

const statusIn = ({ db }: TestHouse) =>
  db.selectFrom('status').select(['state', 'endedAs']).executeTakeFirstOrThrow()

test('a report of death is confirmed by another person, and nobody is written to', async (t) => {
  const here = await house(t)
  const { id, step } = await reported(here)
  const signer = await here.office(SIGNER)

  const page = await (await signer.get(step('confirm-death'))).text()
  equal((await sent(signer, step('confirm-death'))).status, 303)

  ok(page.includes('Certificate 12-3.') && page.includes('Nobody is written to.'))
  equal(page.includes('as the person will read it'), false)
  match(page, /Status sahibi vəfat edib<[\s\S]*>Translation: what[\s\S]*>Holder deceased</)
  equal(page.includes('If you do not agree'), false, 'nobody is there to contest it')
  equal(page.includes('Closed because the holder has died'), false, 'so one speaks to a person')
  equal((await statusIn(here)).endedAs, 'holder-deceased')
  ok((await (await signer.get(`/en/cases/${id}`)).text()).includes('Certificate 12-3.'))
  const letters = await here.db
    .selectFrom('letter')
    .select('code')
    .where('caseId', '=', id)
    .execute()
  equal(letters.length, 0)
})

test('a report that is not right is dismissed with a reason', async (t) => {
  const here = await house(t)
  const { step } = await reported(here)
  const signer = await here.office(SIGNER)

  equal((await sent(signer, step('dismiss-death-report'))).status, 400)
  const said = { reason: 'The holder called.' }
  equal((await sent(signer, step('dismiss-death-report'), said)).status, 303)
  equal((await statusIn(here)).state, 'in-force')
})
