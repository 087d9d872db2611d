import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { addAccount, addLink, sealLinkToken, useLink } from '#records/accounts.ts'
import { enqueue, type Jobs } from '#records/jobs.ts'
import { house, type TestHouse } from '#test/house.ts'

type Mail = Jobs['send-account-link']['purpose']

/** An account with a link that is about to be mailed. */
async function asked(
  { faces, clock, secret }: TestHouse,
  purpose: Mail,
  email = 'ana@example.com',
) {
  return inTransaction(faces.portal.door, async (tx) => {
    const at = clock.now()
    const { id: accountId } = await addAccount(tx, faces.portal, { email, language: 'tr', at })
    const token = await addLink(tx, {
      accountId,
      purpose: purpose === 'confirm' ? 'confirm' : 'reset',
      at,
    })
    const sealedToken = sealLinkToken(secret, { accountId, token })
    const payload = { account: accountId, purpose, sealedToken }
    await enqueue(tx, { task: 'send-account-link', payload })
    return { accountId, token, payload }
  })
}

test('each mail says why it comes, in the language of the account', async (t) => {
  const rooms = await house(t)
  const cases = [
    ['confirm', 'Tanıtım: Keçid için e-posta adresinizi doğrulayın', 'confirm'],
    ['reset', 'Tanıtım: Keçid için yeni bir parola seçin', 'new-password'],
    ['already-registered', 'Tanıtım: Keçid’de zaten bir hesabınız var', 'new-password'],
  ] as const

  for (const [purpose, subject, page] of cases) {
    const email = `${purpose}@example.com`
    const { token } = await asked(rooms, purpose, email)
    const [mail] = await rooms.mails(email)
    equal(mail?.subject, subject)
    ok(mail?.text.includes(`http://portal.test/tr/${page}/${token}\n`))
  }
})

test('the queue holds no token and no address', async (t) => {
  const rooms = await house(t)
  const { token, payload } = await asked(rooms, 'confirm')

  ok(!JSON.stringify(payload).includes(token))
  ok(!JSON.stringify(payload).includes('ana'))
  match(payload.sealedToken, /^[\w-]+$/)
})

test('a link that was used or has run out meanwhile is not sent', async (t) => {
  const rooms = await house(t)
  const { faces, clock, mails } = rooms
  const { accountId, token } = await asked(rooms, 'confirm', 'used@example.com')
  await inTransaction(faces.portal.door, (tx) => useLink(tx, { token, accountId, at: clock.now() }))
  equal((await mails()).length, 0)

  await asked(rooms, 'reset', 'late@example.com')
  clock.advance(48 * 3_600_000)
  equal((await mails()).length, 0)
})

test('for an account that does not exist nothing is sent, and the job is done', async (t) => {
  const { secret, mails, logged, owned } = await house(t)
  const accountId = randomUUID()
  const sealedToken = sealLinkToken(secret, { accountId, token: 'x'.repeat(43) })
  const payload = { account: accountId, purpose: 'reset', sealedToken } as const
  await inTransaction(owned.db, (tx) => enqueue(tx, { task: 'send-account-link', payload }))

  equal((await mails()).length, 0)
  match(logged.join('\n'), /"job done"/)
})

test('a mail that is sent twice has the same id twice', async (t) => {
  const rooms = await house(t)
  const { payload } = await asked(rooms, 'confirm')
  await inTransaction(rooms.db, (tx) => enqueue(tx, { task: 'send-account-link', payload }))

  const mails = await rooms.mails('ana@example.com')

  equal(mails.length, 2)
  deepEqual(new Set(mails.map(({ messageId }) => messageId)).size, 1)
})
