import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ANA, fillIn, submitted } from '#test/ana.ts'
import { house } from '#test/house.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'
import { copyOfPolicy } from '#test/published.ts'
import { permitType, policyWithPermits } from '#test/toy-permit.ts'
import { placeOf, type Form } from '#test/visitor.ts'

const LIST = '/en/applications'

test('whoever has none is told what to expect, and begins one with a button', async (t) => {
  const { signedUpApplicant, portal } = await house(t)
  const ana = await signedUpApplicant()

  const page = await (await ana.get(LIST)).text()
  match(page, /You have not started an application yet[\s\S]*Start an application/)
  const begun = await ana.post(LIST)

  equal(begun.status, 303)
  match(placeOf(begun), /^\/en\/applications\/[0-9a-f-]{36}$/)
  const list = await (await ana.get(LIST)).text()
  ok(list.includes('Recognition as a highly qualified migrant') && list.includes('>Draft<'))
  const stranger = await portal.get(LIST)
  equal(stranger.headers.get('location'), `/en/sign-in?next=${encodeURIComponent(LIST)}`)
})

test('however often the button is pressed, one draft is begun', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()

  const pressed = await Promise.all([1, 2, 3].map(() => ana.post(LIST)))
  const later = await ana.post(LIST)

  const places = [...pressed, later].map(({ headers }) => headers.get('location'))
  equal(new Set(places).size, 1)
  equal((await db.selectFrom('caseFile').select('id').execute()).length, 1)
})

test('the list tells when something was last written, before it is sent as well', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  clock.advance(3 * 60_000)
  const person = { ...(ANA['person'] as Form), version: '1' }
  equal((await ana.post(`/en/applications/${id}/answers/person`, person)).status, 303)

  match(await (await ana.get(LIST)).text(), /Last change: 2 March 2026, 10:03/)
})

test('another application begins only when none is open', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const { id, number } = await submitted(ana)

  const second = await ana.post(LIST)
  equal(second.status, 409)
  const page = await second.text()
  const link = `already: <a [^>]*href="${LIST}/${id}"[^>]*>${number}</a>\\. You can start another`
  match(page, new RegExp(link))
  ok(!page.includes(`action="${LIST}"`))

  equal((await ana.post(`${LIST}/${id}/withdraw`)).status, 303)
  equal((await ana.post(LIST)).status, 303)
  const list = await (await ana.get(LIST)).text()
  deepEqual([list.match(/class="kc-card"/g)?.length, list.includes('Withdrawn<')], [2, true])
})

test('what is needless says by what that is held, with its number and the way there', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('recognised', here, ana)
  const { number } = await here.db.selectFrom('status').select('number').executeTakeFirstOrThrow()

  match(
    await (await ana.get(LIST)).text(),
    new RegExp(`you do not need it: [^<]+, <a [^>]*href="${LIST}/${id}"[^>]*>${number}</a>\\.`),
  )
})

test('what cannot be begun says what it needs', async (t) => {
  const when = [{ test: 'holds', status: 'recognition' }] as const
  const policy = policyWithPermits(t, copyOfPolicy(t), {
    ...permitType,
    begins: { ...permitType.begins, when },
  })
  const { signedUpApplicant } = await house(t, { policy })
  const ana = await signedUpApplicant()

  const page = await (await ana.get(LIST)).text()

  match(page, /For this you need a status that is in force: Status of a highly qualified migrant\./)
  equal(page.includes('You cannot start this at the moment'), false)
})

test('another application may begin with the answers of the one before, and with nobody else’s', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const [ana, bo] = [await signedUpApplicant(), await signedUpApplicant()]
  const { id, number } = await submitted(ana)
  await ana.post(`${LIST}/${id}/withdraw`)
  const blocksOf = async (place: string) => {
    const rows = await db
      .selectFrom('answer')
      .select('block')
      .where('caseId', '=', place.slice(LIST.length + 1))
      .execute()
    return rows.map(({ block }) => block).toSorted()
  }

  const list = await (await ana.get(LIST)).text()
  const others = placeOf(await bo.post(LIST, { from: id }))
  const copied = placeOf(await ana.post(LIST, { from: id }))
  const person = await (await ana.get(`${copied}/answers/person`)).text()

  match(list, new RegExp(`name="from" value="${id}"[^>]*>\\s*Start with the answers of ${number}`))
  deepEqual(await blocksOf(others), [])
  const before = await blocksOf(`${LIST}/${id}`)
  deepEqual(
    await blocksOf(copied),
    before.filter((block) => block !== 'declarations'),
  )
  ok(before.includes('declarations') && person.includes('value="Ferreira"'))
  equal((await ana.post(`${copied}/discard`)).status, 303)
  deepEqual(await blocksOf(placeOf(await ana.post(LIST))), [], 'nor copied unasked')
})

test('what is asked anew is taken from no earlier application', async (t) => {
  const policy = copyOfPolicy(t)
  const file = join(policy, 'types', 'recognition.yaml')
  const asked = /(- code: surname\n(?: {8}.*\n)*? {8}required: true\n)/
  const text = readFileSync(file, 'utf8')
  match(text, asked)
  writeFileSync(file, text.replace(asked, '$1        anew: true\n'))
  const { signedUpApplicant } = await house(t, { policy })
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana)
  await ana.post(`${LIST}/${id}/withdraw`)

  const copied = placeOf(await ana.post(LIST, { from: id }))
  const person = await (await ana.get(`${copied}/answers/person`)).text()
  equal(person.includes('value="Ferreira"'), false)
  ok(person.includes('value="Ana Luísa"'))
})

test('each person sees their own list, and a draft that was thrown away is on none', async (t) => {
  const { signedUpApplicant } = await house(t)
  const [ana, bo] = [await signedUpApplicant(), await signedUpApplicant()]
  const draft = placeOf(await ana.post(LIST))

  ok(!(await (await bo.get(LIST)).text()).includes(draft))
  equal((await ana.post(`${draft}/discard`)).status, 303)
  ok(!(await (await ana.get(LIST)).text()).includes(draft))
  ok(placeOf(await ana.post(LIST)) !== draft)
})

test('what somebody is asked for stands first in their list, and requests apart from applications', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const given = await caseIn('recognised', here, ana)
  equal(
    (await (await ana.get(LIST)).text()).includes('Applications</h2>'),
    false,
    'one group alone',
  )
  equal((await ana.post('/en/who-looked', { type: 'data-access' })).status, 303)
  await annulmentOf(here, given)

  const page = await (await ana.get(LIST)).text()
  const titles = [
    ...page.matchAll(/<h2 class="govuk-heading-m">([^<]*)<|<h3[^>]*>\s*<a[^>]*>([^<,]*)/g),
  ]
  deepEqual(
    titles.map(([, group, title]) => group ?? title),
    [
      'Waiting for your answer',
      'Annulment of the status',
      'Applications',
      'Recognition as a highly qualified migrant',
      'Requests about your data',
      'What is kept of you',
    ],
  )
})
