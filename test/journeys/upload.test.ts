import { equal, match, ok } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fillIn } from '#test/ana.ts'
import { person } from '#test/browser.ts'
import { failing } from '#test/failing.ts'
import { pdfOf, streamOf } from '#test/files/made-file.ts'
import { jpeg } from '#test/files/pictures.ts'
import { house } from '#test/house.ts'

const diploma = (name = 'diploma.pdf') => ({
  field: 'file',
  name,
  type: 'application/pdf',
  bytes: pdfOf({ page: '/Contents 4 0 R', more: [streamOf('', randomBytes(1_500_000))] }),
})

async function atHerDocuments(t: TestContext, scripts = true) {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const { portalUrl } = await built.serve()
  const her = await person(portalUrl, { scripts, width: 360 })
  t.after(() => her.context.close())
  const cookie = { name: 'kecid', value: ana.cookies.get('kecid') ?? '', url: portalUrl }
  await her.context.addCookies([cookie])
  const complaints: string[] = []
  her.page.on('pageerror', ({ message }) => complaints.push(message))
  her.page.on('console', (line) => {
    if (/Content.Security|TrustedHTML/i.test(line.text())) complaints.push(line.text())
  })
  await her.go(`/en/applications/${id}/documents`)
  const form = her.page.locator('form', { has: her.page.locator('#file-diploma') })
  const upload = () => form.getByRole('button', { name: /^Upload/ }).click()
  const filed = () => built.db.selectFrom('document').selectAll().execute()
  return { built, her, form, upload, filed, complaints }
}

test('a file is sent in steps that are told, over a line that breaks, and filed', async (t) => {
  const { her, form, upload, filed, complaints } = await atHerDocuments(t)
  const file = diploma()
  let steps = 0
  await her.page.route('**/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    steps += 1
    // The first time nothing gets through; the second time all of it does, and the answer is lost.
    if (steps === 2) return route.abort('connectionreset')
    if (steps !== 4) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  const said: string[] = []
  await her.page.exposeFunction('heard', (text: string) => said.push(text))
  await her.page.evaluate(`new MutationObserver(() => {
    heard(document.querySelector('.kc-sending [role=status]')?.textContent ?? '')
  }).observe(document.body, { subtree: true, childList: true, characterData: true })`)
  await her.choose('#file-diploma', file)
  await upload()

  await her.page.waitForURL('**/documents?done=uploaded&of=diploma')
  ok((await her.text()).includes('diploma.pdf'))
  const [row] = await filed()
  equal(row?.bytes, file.bytes.length)
  ok(
    said.some((text) => /^\d+ % is sent$/.test(text)),
    said.join('; '),
  )
  ok(said.includes('The connection is broken. We are trying again.'), said.join('; '))
  equal(await form.count(), 1)
  equal(complaints.join('; '), '')
})

test('an upload is stopped, and leaves nothing; after a reload another goes on where it was', async (t) => {
  const { built, her, form, upload, filed } = await atHerDocuments(t)
  const file = diploma()
  // From a disk, so that its day is the same when it is chosen again.
  const folder = mkdtempSync(join(tmpdir(), 'kecid-upload-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, file.name)
  writeFileSync(path, file.bytes)
  let isCut = true
  let sent = 0
  await her.page.route('**/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    sent += 1
    return isCut && sent > 2 ? route.abort('connectionreset') : route.continue()
  })
  await her.page.setInputFiles('#file-diploma', path)
  await upload()
  await her.page.getByText('We are trying again').waitFor()
  const uploads = () => built.db.selectFrom('upload').select('received').execute()
  equal((await uploads())[0]?.received, 2 * 256 * 1024)

  await her.page.reload()
  isCut = false
  sent = 0
  await her.page.setInputFiles('#file-diploma', path)
  await upload()
  await her.page.waitForURL('**/documents?done=uploaded&of=diploma')
  equal((await filed()).length, 1)
  equal(sent, Math.ceil(file.bytes.length / 262_144) - 2, 'what was there was not sent again')

  isCut = true
  sent = 2
  await her.choose('#file-diploma', diploma('other.pdf'))
  await upload()
  await her.page.getByRole('button', { name: 'Stop' }).click()
  await her.page.getByText('Stopped. Nothing of the file is kept.').waitFor()
  equal(await form.getByRole('button', { name: /^Upload/ }).isEnabled(), true)
  for (let tries = 0; tries < 20 && (await uploads()).length > 0; tries += 1) {
    await her.page.waitForTimeout(50)
  }
  equal((await uploads()).length, 0)
  equal((await filed()).length, 1)
})

test('of two files at once the first that is there ends nothing of the other', async (t) => {
  const { her, upload, filed, complaints } = await atHerDocuments(t)
  const held = Promise.withResolvers<void>()
  await her.page.route('**/uploads/*', async (route) => {
    const step = route.request()
    const isSmall = (step.postDataBuffer()?.length ?? 0) < 5000
    if (step.method() === 'PATCH' && !isSmall) await held.promise
    return route.continue()
  })
  const uploadOf = (kind: string) =>
    her.page
      .locator(`#kind-${kind}`)
      .getByRole('button', { name: /^Upload/ })
      .click()
  await her.choose('#file-diploma', diploma())
  await upload()
  await her.choose('#file-photo', { ...diploma('photo.pdf'), bytes: pdfOf() })
  await uploadOf('photo')
  const photo = her.page.locator('#kind-photo')
  await photo.getByText('We cannot accept this format').first().waitFor()
  await her.choose('#file-cv', { ...diploma('cv.pdf'), bytes: pdfOf() })
  await uploadOf('cv')

  await her.page.locator('#kind-cv').getByRole('status').getByText('File uploaded').waitFor()
  equal(await her.page.getByRole('link', { name: 'cv.pdf', exact: true }).count(), 1)
  equal(await her.page.locator('#kind-diploma progress').count(), 1)
  await her.choose('#file-photo', { ...diploma('me.jpg'), type: 'image/jpeg', bytes: await jpeg() })
  await uploadOf('photo')
  await photo.getByRole('status').getByText('File uploaded').waitFor()

  held.resolve()
  await her.page.waitForURL('**/documents?done=uploaded&of=diploma')
  equal((await filed()).length, 3)
  equal(complaints.join('; '), '')
})

test('a full disk is told under the form, and the next press goes on', async (t) => {
  const { built, her, upload, filed } = await atHerDocuments(t)
  const mended = await failing(built.db, 'uploadStep', '53100')
  await her.choose('#file-diploma', diploma())
  await upload()
  await her.page.getByText('We have no room for this file at the moment').waitFor()
  await mended()
  // A button lets two presses through only a second apart.
  await her.page.evaluate(`document.querySelector('#file-diploma').form.requestSubmit()`)
  await her.page.waitForURL('**/documents?done=uploaded&of=diploma')
  equal((await filed()).length, 1)
})

for (const scripts of [true, false]) {
  const how = scripts ? 'with' : 'without'
  test(`${how} scripts a refusal is told at its field, and a removal is undone`, async (t) => {
    const { her, upload } = await atHerDocuments(t, scripts)
    const script = { ...diploma('form.pdf'), bytes: pdfOf({ catalog: '/NeedsRendering true' }) }
    await her.choose('#file-diploma', script)
    await upload()
    match(await her.page.locator('.govuk-error-summary').innerText(), /can do things by itself/)
    equal(await her.page.locator('#file-diploma-error').count(), 1)

    await her.choose('#file-diploma', diploma())
    await upload()
    await her.page.waitForURL('**/documents?done=uploaded&of=diploma')
    await her.press('Remove diploma.pdf')
    match(await her.text(), /You removed this file\. You can undo this until/)
    await her.press('Undo diploma.pdf')
    await her.page.waitForURL('**/documents?done=restored&of=diploma')
    equal(await her.page.getByRole('link', { name: 'diploma.pdf', exact: true }).count(), 1)
  })
}
