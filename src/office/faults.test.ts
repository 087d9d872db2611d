import { equal, match } from 'node:assert/strict'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { createOffice } from '#office/app.tsx'
import { house } from '#test/house.ts'

const ASSETS = join(resolve(import.meta.dirname, '..', '..'), 'build', 'assets')

test('a form in parts that cannot be read is refused in the office too, never a fault', async (t) => {
  const { faces, logged } = await house(t)
  const origin = faces.office.officeUrl
  const headers = { origin, 'content-type': 'multipart/form-data; boundary=x' }
  const office = createOffice(faces.office, ASSETS)
  for (const path of ['/en/sign-in', '/az/sign-in', '/en/cases/x/steps/return']) {
    const request = new Request(new URL(path, origin), { method: 'POST', headers, body: '--x' })
    const answer = await office.fetch(request)
    equal(answer.status, 400, path)
    match(await answer.text(), /This form reached us broken|Forma bizə tam çatmadı/)
  }
  equal(logged.filter((line) => line.includes('fault')).length, 0)
})

test('a form that is not known to be of the official changes nothing and loses nothing', async (t) => {
  const { office } = await house(t)
  const officer = await office('officer@kecid.example')

  const answer = await officer.post('/az/cases/x/steps/return', {
    note: 'Ğ "x"',
    'form-token': 'x',
  })

  equal(answer.status, 403)
  const page = await answer.text()
  match(page, /Bu forma sizindir\?[\s\S]*name="note" value="Ğ &quot;x&quot;"/)
  match(
    page,
    new RegExp(`action="/az/cases/x/steps/return"><input [^>]*value="${await officer.token()}"`),
  )
  equal((await officer.post('/az/cases/x/steps/return', { note: 'x' })).status, 404)
})
