import { test } from 'node:test'
import { deepEqual, equal, match, ok, notEqual } from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { buildAssets } from '#tools/build-assets.ts'

const parent = await mkdtemp(join(tmpdir(), 'kecid-assets-'))
process.on('exit', () => rmSync(parent, { recursive: true, force: true }))
const outFolder = join(parent, 'assets')
const manifest = await buildAssets({ outFolder })
const files = await readdir(outFolder)
const size = async (name: string) => (await stat(join(outFolder, name))).size

test('every name of the manifest is a file named by its content', () => {
  for (const [name, file] of Object.entries(manifest)) {
    ok(files.includes(file), `${file} is there`)
    match(file, new RegExp(`^${name.replace(/\.\w+$/, '')}\\.[A-Za-z0-9]{8}\\.\\w+$`))
  }
})

test('every text file has two compressed twins with the same content', async () => {
  const texts = files.filter((file) => /\.(?:css|js|svg)$/.test(file))

  for (const file of texts) {
    const plain = await readFile(join(outFolder, file))
    deepEqual(brotliDecompressSync(await readFile(join(outFolder, `${file}.br`))), plain)
    deepEqual(gunzipSync(await readFile(join(outFolder, `${file}.gz`))), plain)
  }
  ok(texts.length >= 7)
})

test('the stylesheets name no other origin, no data address and no file that is not there', async () => {
  for (const name of ['portal.css', 'office.css']) {
    const css = await readFile(join(outFolder, manifest[name] ?? name), 'utf8')
    const addresses = [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address]) => address)

    ok(addresses.length > 0)
    for (const address of addresses) {
      ok(files.includes(address?.replace('./', '') ?? ''), `${address ?? ''} is there`)
    }
  }
})

test('on paper neither face has its navigation, nor what pages say is not to be printed', async () => {
  for (const name of ['portal.css', 'office.css']) {
    const css = await readFile(join(outFolder, manifest[name] ?? name), 'utf8')
    const hidden = [...css.matchAll(/@media print\s*\{([^{}]*)\{display:none!important\}/g)]
    const selectors = hidden.flatMap(([, list = '']) => list.split(','))

    for (const each of ['.govuk-\\!-display-none-print', '.kc-header__menu']) {
      ok(selectors.includes(each), `${each} in ${name}`)
    }
  }
})

test('no colour of govuk-frontend is left: each is one of our tokens', async () => {
  const css = await readFile(join(outFolder, manifest['portal.css'] ?? ''), 'utf8')

  for (const colour of ['#1d70b8', '#0f7a52', '#0b5c3e', '#0b0c0c', '#ca3535', '#fd0', '#f3f3f3']) {
    equal(css.includes(colour), false, `${colour} is gone`)
  }
})

test('a first visit stays within its budget: style, scripts and one face', async () => {
  const compressed = ['portal.css', 'portal.js', 'head.js'].map(
    (name) => `${manifest[name] ?? ''}.br`,
  )
  const sizes = await Promise.all([...compressed, manifest['literata-latin.woff2'] ?? ''].map(size))
  const [, portalScript = 0, headScript = 0] = sizes

  ok(portalScript + headScript <= 20_000)
  ok(sizes.reduce((sum, bytes) => sum + bytes, 0) <= 48_000) // 60 kB less 12 kB for the page itself
})

test('pages with a script of their own stay within its budget too', async () => {
  for (const own of ['estimate.js', 'application.js']) {
    const scripts = ['head.js', 'portal.js', own]
    const sizes = await Promise.all(scripts.map((name) => size(`${manifest[name] ?? ''}.br`)))
    const sum = sizes.reduce((all, bytes) => all + bytes, 0)
    ok(sum <= 20_000, `${own}: ${sum}`)
  }
})

test('what a script brings from other rooms counts among what the build is made from', async () => {
  const reached = join(outFolder, 'reached.json')
  const { files: brought, hash } = JSON.parse(await readFile(reached, 'utf8')) as {
    files: string[]
    hash: string
  }
  ok(brought.includes('src/core/policy/evaluate.ts'))

  await writeFile(reached, JSON.stringify({ files: brought, hash: 'of other content' }))
  deepEqual(await buildAssets({ outFolder }), manifest)
  deepEqual(JSON.parse(await readFile(reached, 'utf8')), { files: brought, hash })
})

test('the display face weighs at most 20 kB in all', async () => {
  const faces = files.filter((file) => file.endsWith('.woff2'))
  const sizes = await Promise.all(faces.map(size))

  equal(faces.length, 2)
  ok(sizes.reduce((sum, bytes) => sum + bytes, 0) <= 20_000)
})

test('what is already built is left as it is, and what is not whole is built again', async () => {
  const sheet = join(outFolder, manifest['portal.css'] ?? '')
  const before = (await stat(sheet)).mtimeMs

  deepEqual(await buildAssets({ outFolder }), manifest)
  equal((await stat(sheet)).mtimeMs, before)

  await writeFile(join(outFolder, 'inputs.sha256'), 'other inputs')
  deepEqual(await buildAssets({ outFolder }), manifest)
  notEqual((await stat(sheet)).mtimeMs, before)
  deepEqual(await readdir(parent), ['assets'])
})
