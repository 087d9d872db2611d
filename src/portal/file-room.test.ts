import { deepEqual, equal, match } from 'node:assert/strict'
import { connect as dial } from 'node:net'
import { test } from 'node:test'
import { fillIn, pdf } from '#test/ana.ts'
import { signInAgain } from '#test/days-later.ts'
import { house } from '#test/house.ts'
import { until } from '#test/program.ts'

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

test('an upload that breaks off halfway leaves nothing behind, and the next one works', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const path = `/en/applications/${await fillIn(ana, { files: [] })}/documents`
  const { portalUrl } = await built.serve()
  const { hostname, port } = new URL(portalUrl)
  const inVault = async () => (await built.vaultFiles()).length
  const body =
    `--x\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n${await ana.token()}\r\n` +
    '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\ndiploma\r\n' +
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n' +
    'Content-Type: application/pdf\r\n\r\n%PDF-1.7\n'
  for (const sent of [body, `${body}${'x'.repeat(300_000)}`]) {
    const socket = dial(Number(port), hostname)
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${portalUrl}\r\n` +
        `Cookie: kecid=${ana.cookies.get('kecid')}\r\nContent-Length: 5000000\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\n\r\n${sent}`,
    )
    await until(async () => (await inVault()) === 1, 'the file')
    socket.destroy()
    await until(async () => (await inVault()) === 0, 'its end')
  }

  deepEqual(await built.db.selectFrom('document').selectAll().execute(), [])
  equal((await fetch(`${portalUrl}/health`)).status, 200)
  equal((await ana.upload(path, { kind: 'diploma' }, [pdf()])).status, 303)
  equal(await inVault(), 1)
})
