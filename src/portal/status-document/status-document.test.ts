import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { signedCase } from '#test/signed-case.ts'

const PDFTOTEXT = '/usr/bin/pdftotext'

test('the document names its holder, and the same status gives the same bytes', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana)
  const address = `/en/applications/${id}/status-document`

  const answer = await ana.get(address)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const again = Buffer.from(await (await ana.get(address)).arrayBuffer())

  equal(answer.status, 200)
  equal(answer.headers.get('content-type'), 'application/pdf')
  equal(answer.headers.get('cache-control'), 'no-store')
  match(answer.headers.get('content-disposition') ?? '', /^attachment; .*HQM-S-2026-000123\.pdf/)
  deepEqual(bytes, again)
  const text = textOf(t, bytes)
  for (const part of ['HQM-S-2026-000123', 'Ferreira Ana Luísa', 'CD123456', '1 March 2031']) {
    ok(text === undefined || text.includes(part), part)
  }
})

test('only a valid status has a document, and only its holder gets it', async (t) => {
  const here = await house(t)
  const [ana, other] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const refused = await signedCase(here, other, { share: 0.5, number: 'HQM-2026-000124' })
  const drafted = await caseIn('decision-drafted', here, other)
  const id = await signedCase(here, ana)
  const documentOf = (application: string) => `/en/applications/${application}/status-document`

  equal((await other.get(documentOf(id))).status, 404)
  equal((await other.get(documentOf(refused))).status, 404)
  equal((await other.get(documentOf(drafted))).status, 404)
  equal((await here.portal.get(documentOf(id))).status, 303)

  await here.db.updateTable('status').set({ state: 'ended', endedAs: 'annulled' }).execute()
  equal((await ana.get(documentOf(id))).status, 404)
  const page = await (await ana.get(`/en/applications/${id}/decision`)).text()
  equal(page.includes('status-document'), false)
})

/** What a reader of the file reads; undefined where the machine has no such program. */
function textOf(t: TestContext, bytes: Buffer): string | undefined {
  if (!existsSync(PDFTOTEXT)) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'kecid-pdf-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'sheet.pdf')
  writeFileSync(file, bytes)
  return execFileSync(PDFTOTEXT, [file, '-'], { encoding: 'utf8' })
}
