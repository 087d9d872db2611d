import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { poolOf } from '#platform/database.ts'
import { ANA } from '#test/ana.ts'
import { hearing } from '#test/heard-statements.ts'
import { house, sessionOf } from '#test/house.ts'
import { placeOf, type Form } from '#test/visitor.ts'

const HOUR_MS = 3_600_000
const LIST = '/en/applications'

test('a session lives while it is used, ends an hour after, and after twelve hours in any case', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const [idle, busy] = [await signedUpApplicant(), await signedUpApplicant()]

  clock.advance(HOUR_MS - 1)
  equal((await idle.get(LIST)).status, 200)
  equal((await busy.get(LIST)).status, 200)
  clock.advance(HOUR_MS - 1)
  equal((await busy.get(LIST)).status, 200, 'being seen has kept it alive')
  clock.advance(1)
  equal((await idle.get(LIST)).status, 303)

  for (let hours = 2; hours < 12; hours += 0.5) {
    equal((await busy.get(LIST)).status, 200, String(hours))
    clock.advance(HOUR_MS / 2)
  }
  equal((await busy.get(LIST)).status, 200)
  clock.advance(1)
  equal((await busy.get(LIST)).status, 303)
})

test('being seen is written down at most once a minute', async (t) => {
  const { signedUpApplicant, clock, db } = await house(t)
  const ana = await signedUpApplicant()
  const seenAt = async () =>
    (await db.selectFrom('session').select('seenAt').executeTakeFirstOrThrow()).seenAt
  const begun = await seenAt()

  clock.advance(60_000)
  await ana.get(LIST)
  equal(await seenAt(), begun)
  clock.advance(1)
  await ana.get(LIST)
  ok((await seenAt()) > begun)
})

test('an account has twenty sessions, and the twenty-first ends the oldest', async (t) => {
  const { signedUpApplicant, visitor, clock } = await house(t)
  const first = await signedUpApplicant()
  const { email, password } = first
  const others = Array.from({ length: 20 }, visitor)
  for (const [index, other] of others.entries()) {
    equal((await first.get(LIST)).status, 200, `with ${index} others`)
    clock.advance(1000)
    equal((await other.post('/en/sign-in', { email, password })).status, 303)
  }

  equal((await first.get(LIST)).status, 303)
  for (const other of others) equal((await other.get(LIST)).status, 200)
})

test('of thirty sign-ins at once twenty sessions are left, for officials as well', async (t) => {
  const { owned, db, office, signedUpApplicant } = await house(t)
  const { account } = await signedUpApplicant()
  const { official } = await office('officer@kecid.example')
  const { id: partyId = '', accountId = '' } = official ?? {}
  for (const each of [account, { id: accountId, partyId }]) {
    await Promise.all(Array.from({ length: 30 }, () => sessionOf(owned, each)))
    const left = db.selectFrom('session').select('account').where('account', '=', each.id)
    equal((await left.execute()).length, 20)
  }
})

test('a page that only reads is answered in the transaction in which its session was found', async (t) => {
  const { signedUpApplicant, faces } = await house(t)
  const { get } = await signedUpApplicant()
  await get(LIST)
  const heard = hearing(faces.portal.db)
  equal((await get(LIST)).status, 200)
  const begun = heard().map(({ before: [who] }) => who?.values)
  ok(begun.length > 0)
  equal(new Set(begun).size, 1)
  equal(begun[0]?.[2], 1, 'the one that keeps it alive')
})

test('whatever a page comes to, its connection serves the next', async (t) => {
  const { signedUpApplicant, faces } = await house(t)
  const { get } = await signedUpApplicant()
  const { max } = poolOf(faces.portal.db).options
  const paths = [LIST, `${LIST}/none/letters`, '/en/nowhere', '/en/sign-in', '/en']
  const asked = Array.from({ length: 2 * max }, () => paths).flat()
  const statuses = await Promise.all(asked.map(async (path) => (await get(path)).status))
  deepEqual(new Set(statuses), new Set([200, 303, 404]))
  equal((await get(LIST)).status, 200)
  equal(poolOf(faces.portal.db).waitingCount, 0)
  equal(poolOf(faces.portal.db).idleCount, poolOf(faces.portal.db).totalCount)
})

test('a cookie that is no session is nobody', async (t) => {
  const { visitor } = await house(t)
  for (const token of ['', 'x', '%00', "'; --", 'ə'.repeat(10), 'x'.repeat(4000)]) {
    const somebody = visitor()
    somebody.cookies.set('kecid', encodeURIComponent(token))
    equal((await somebody.get(LIST)).status, 303, token.slice(0, 20))
  }
})

test('a form whose session ended in the middle is on the sign-in page, field by field', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant()
  const path = placeOf(await ana.post(LIST))
  clock.advance(2 * HOUR_MS)

  const asked = await ana.post(`${path}/answers/experience/new`, {
    ...(ANA['experience'] as readonly Form[])[0],
    duties: 'One.\r\nTwo “ə” <b>',
    version: '0',
  })

  equal(asked.status, 401)
  const page = await asked.text()
  match(page, /Everything you typed is kept/)
  ok(page.includes(`action="${path}/answers/experience/new"`))
  match(page, /name="duties" value="One\.\r?\nTwo “ə” &lt;b&gt;"/)
  for (const field of ['employer', 'position', 'from-year', 'version']) {
    match(page, new RegExp(`<input type="hidden" name="${field}" value="[^"]+"`), field)
  }
  const several = await ana.post(`${path}/answers/person`, { citizenships: ['PRT', 'AZE'] })
  equal((await several.text()).match(/name="citizenships"/g)?.length, 2)
})

test('a form that is not known to be of whoever is signed in changes nothing and loses nothing', async (t) => {
  const { signedUpApplicant } = await house(t)
  const [ana, eva] = [await signedUpApplicant(), await signedUpApplicant()]
  const id = placeOf(await ana.post(LIST)).split('/')[3]
  const contact = `/en/applications/${id}/answers/contact`
  const typed = { ...(ANA['contact'] as Form), town: 'Évora "x"', version: '0' }
  const saved = async () => (await (await ana.get(contact)).text()).includes('value="1"')
  for (const token of ['', 'x', await eva.token()]) {
    const answer = await ana.post(contact, { ...typed, 'form-token': token })
    equal(answer.status, 403)
    const page = await answer.text()
    match(page, /Is this form yours\?/)
    ok(page.includes('value="Évora &quot;x&quot;"'), 'what was typed is kept')
    ok(page.includes(`name="form-token" value="${await ana.token()}"`), 'one press sends it')
    equal(await saved(), false)
  }
  equal((await ana.post(`/en/applications/${id}/withdraw`, { 'form-token': '' })).status, 403)

  equal((await ana.post(contact, typed)).status, 303)
})

test('every form of a page of somebody carries their token, also after signing in again', async (t) => {
  const { signedUpApplicant, visitor } = await house(t)
  const ana = await signedUpApplicant()
  const { email, password } = ana
  const place = placeOf(await ana.post(LIST))
  for (const path of [
    LIST,
    place,
    `${place}/documents`,
    `${place}/answers/contact`,
    '/en/verify',
  ]) {
    const page = await (await ana.get(path)).text()
    const forms = page.match(/<form [^>]*method="post"[^>]*>/g) ?? []
    const carried = page.match(/<form [^>]*><input type="hidden" name="form-token"/g) ?? []
    ok(forms.length > 0, path)
    equal(carried.length, forms.length, path)
  }
  const token = await ana.token()
  await ana.post('/en/sign-out')
  await ana.post('/en/sign-in', { email, password })
  equal((await ana.post(LIST, { 'form-token': token })).status, 303)
  ok(!(await (await visitor().get('/en/verify')).text()).includes('form-token'))
})
