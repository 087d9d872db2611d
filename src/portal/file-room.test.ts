import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { fillIn, pdf } from '#test/ana.ts'
import { signInAgain } from '#test/days-later.ts'
import { house } from '#test/house.ts'

const CASE_BYTES_MAX = 100 * 1024 * 1024

test('what was removed may fill the disk no more than what is filed', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const path = `/en/applications/${id}/documents`
  const send = (name: string) => ana.upload(path, { kind: 'diploma' }, [pdf(name)])
  await send('first.pdf')
  const first = await built.db.selectFrom('document').select('id').executeTakeFirstOrThrow()
  await ana.post(`${path}/${first.id}/remove`)
  const bytes = CASE_BYTES_MAX - 50
  await built.db.updateTable('document').set({ bytes }).execute()

  const heavy = await send('second.pdf')
  equal(heavy.status, 400)
  match(await heavy.text(), /files that you removed take up too much room/)

  built.clock.advance(24 * 3_600_000 + 60_000)
  await signInAgain(built, ana)
  equal((await send('second.pdf')).status, 303)
})
