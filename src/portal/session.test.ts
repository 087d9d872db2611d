import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { ANA } from '#test/ana.ts'
import { house } from '#test/house.ts'
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
    (await db.selectFrom('portalSession').select('seenAt').executeTakeFirstOrThrow()).seenAt
  const begun = await seenAt()

  clock.advance(60_000)
  await ana.get(LIST)
  equal(await seenAt(), begun)
  clock.advance(1)
  await ana.get(LIST)
  ok((await seenAt()) > begun)
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
