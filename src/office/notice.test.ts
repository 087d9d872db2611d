import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf } from '#test/ferreiras.ts'
import { house, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn, deathReportOf } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

const noticesOf = async ({ db }: TestHouse, id: string) => {
  const tasks = db.selectFrom('task').select(['ownerRole', 'state', 'dueOn'])
  return tasks.where('caseId', '=', id).where('kind', '=', 'notice').execute()
}

test('whoever has a case about a status that ends meanwhile has a task, until a step is taken', async (t) => {
  const here = await house(t)
  const given = await caseIn('recognised', here, await here.signedUpApplicant())
  const annulment = await annulmentOf(here, given)
  const report = await deathReportOf(here, given, 'Certificate 12-3.')
  deepEqual(await noticesOf(here, annulment), [])

  const signer = await here.office('signer@kecid.example')
  equal((await sent(signer, `/en/cases/${report}/steps/confirm-death`)).status, 303)
  deepEqual(await noticesOf(here, report), [], 'nobody is told of what they did')
  const [notice, ...others] = await noticesOf(here, annulment)
  deepEqual([notice?.state, notice?.dueOn, others], ['open', here.clock.today(), []])
  const owner = notice?.ownerRole === 'signer' ? signer : await here.office('officer@kecid.example')
  match(await htmlOf(owner, '/en?list=mine'), /What it is about has ended/)

  const dropping = `/en/cases/${annulment}/steps/drop-annulment`
  const head = await here.office('officer@kecid.example')
  equal((await sent(head, dropping, { reason: 'The holder has died.' })).status, 303)
  deepEqual(
    (await noticesOf(here, annulment)).map(({ state }) => state),
    ['dropped'],
  )
  doesNotMatch(await htmlOf(owner, '/en?list=mine'), /What it is about has ended/)
})
