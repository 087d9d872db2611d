import { test } from 'node:test'
import { equal, rejects, throws } from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { readAssets, serveAssets } from '#platform/assets.ts'

const folder = await mkdtemp(join(tmpdir(), 'kecid-static-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const written = {
  'manifest.json': '{ "portal.css": "portal.AB12CD34.css" }',
  'portal.AB12CD34.css': 'plain',
  'portal.AB12CD34.css.br': 'brotli',
  'portal.AB12CD34.css.gz': 'gzip',
}
await Promise.all(
  Object.entries(written).map(([name, text]) => writeFile(join(folder, name), text)),
)
const app = new Hono().use('/static/*', serveAssets(folder)).use(async (_c, next) => await next())

test('a name gives the address of the file that the build made of it', async () => {
  const { assetPath } = await readAssets(folder)

  equal(assetPath('portal.css'), '/static/portal.AB12CD34.css')
})

test('a name that the build did not write is our own fault, and is said at once', async () => {
  const { assetPath } = await readAssets(folder)

  throws(() => assetPath('office.css'), /office\.css/)
})

test('a missing or hostile manifest stops the start', async (t) => {
  const other = await mkdtemp(join(tmpdir(), 'kecid-static-'))
  t.after(() => rm(other, { recursive: true, force: true }))

  await rejects(readAssets(other))
  await writeFile(join(other, 'manifest.json'), '{ "portal.css": "../../etc/passwd" }')
  await rejects(readAssets(other))
})

test('a browser gets the twin it understands, to keep for ever', async () => {
  const cases = [
    ['br, gzip', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['identity', null, 'plain'],
  ] as const

  for (const [accepted, encoding, text] of cases) {
    const headers = { 'accept-encoding': accepted }
    const response = await app.request('/static/portal.AB12CD34.css', { headers })

    equal(response.status, 200)
    equal(response.headers.get('content-encoding'), encoding)
    equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    equal(response.headers.get('x-content-type-options'), 'nosniff')
    equal(response.headers.get('cross-origin-resource-policy'), 'same-origin')
    equal(await response.text(), text)
  }
})

test('nothing but the files named by their content is served', async () => {
  const paths = [
    '/static/manifest.json',
    '/static/portal.css',
    '/static/portal.AB12CD34.css.br',
    '/static/portal.XXXXXXXX.css',
    '/static/../manifest.json',
    '/static/..%2fportal.AB12CD34.css',
    '/static/',
  ]

  for (const path of paths) equal((await app.request(path)).status, 404, path)
})
