import { equal, match, ok } from 'node:assert/strict'
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
  const places = ['/en/sign-in', '/az/sign-in', '/en/cases/x/steps/return']
  for (const path of [...places, ...places.map((place) => `${place}?back=%2Fen`)]) {
    const request = new Request(new URL(path, origin), { method: 'POST', headers, body: '--x' })
    const answer = await office.fetch(request)
    equal(answer.status, 400, path)
    match(await answer.text(), /This form reached us broken|Forma bizə tam çatmadı/)
  }
  equal(logged.filter((line) => line.includes('fault')).length, 0)
})

test('a fault before anything is known of a request is told on a page, wherever one came from', async (t) => {
  const { faces, logged } = await house(t)
  const office = createOffice(faces.office, ASSETS)
  const asked = [
    ['/xx?back=%2Fen', {}, 404],
    ['/en/sign-in?back=%2Fen', { method: 'POST', headers: { origin: 'http://other.test' } }, 403],
    ['/en/sign-in?back=%2Fen', { method: 'POST', body: 'x'.repeat(3_000_000) }, 413],
  ] as const
  for (const [path, init, status] of asked) {
    const headers = {
      origin: faces.office.officeUrl,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const request = new Request(new URL(path, faces.office.officeUrl), { headers, ...init })
    const answer = await office.fetch(request)
    equal(answer.status, status, path)
    match(await answer.text(), /<h1/, path)
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

test('what is not there leads each to the page that is theirs, and says which that is', async (t) => {
  const { office } = await house(t)
  const cases = [
    ['officer', '/en', 'Back to the work list'],
    ['signer', '/en', 'Back to the work list'],
    ['expert.etn', '/en', 'Back to the work list'],
    ['objection.dtx', '/en', 'Back to the work list'],
    ['auditor', '/en/looks', 'Back to who looked'],
    ['data-protection', '/en', 'Back to the work list'],
    ['policy-officer', '/en/rules', 'Back to the rules in force'],
    ['policy-approver', '/en/rules', 'Back to the rules in force'],
    ['administrator', '/en/time', 'Back to the time'],
    [undefined, '/en/sign-in', 'Sign in'],
  ] as const

  for (const [mailbox, href, text] of cases) {
    const visitor = await office(mailbox && `${mailbox}@kecid.example`)
    const answer = await visitor.get('/en/nowhere')
    equal(answer.status, 404, mailbox)
    const link = `<a class="govuk-link" href="${href}">${text}</a>`
    ok((await answer.text()).includes(link), mailbox)
    equal((await visitor.get(href)).status, 200, mailbox)
  }
})

test('an official who opened the office by another address is led to its own', async (t) => {
  const { faces } = await house(t)
  const office = createOffice(faces.office, ASSETS)
  const at = 'http://127.0.0.1:3001'
  const request = new Request(`${at}/az/sign-in`, { method: 'POST', headers: { origin: at } })

  const answer = await office.fetch(request)

  equal(answer.status, 403)
  const page = await answer.text()
  match(page, /Bu saytın ünvanı başqadır/)
  ok(page.includes(`href="${faces.office.officeUrl}/az/sign-in"`))
})

test('an address of the office with a slash at its end leads to the page without it', async (t) => {
  const { office } = await house(t)
  const officer = await office('officer@kecid.example')
  const answer = await officer.get('/en/?list=examined')
  equal(answer.status, 308)
  equal(answer.headers.get('location'), '/en?list=examined')
})
