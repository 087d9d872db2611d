import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createPortal } from '#portal/app.tsx'
import { inHouse, onGround } from './ground.ts'
import { figure, kilobytes, times, within, type Figure } from './table.ts'

/**
 * What the first visit of the home page sends over the wire, beside the whole of govuk-frontend.
 */
export const measureBytes = (root: string): Promise<readonly Figure[]> =>
  onGround(root, (ground) =>
    inHouse(ground, 'bytes', async (bench) => {
      const house = bench.face('kecid_portal', 2)
      const portal = createPortal(house, ground.assetsFolder)
      const get: Get = async (path) =>
        portal.fetch(
          new Request(new URL(path, house.portalUrl), {
            headers: { 'accept-encoding': 'br, gzip' },
          }),
        )
      const sent = await visit(get, '/en')
      const sum = (kind: RegExp) =>
        sent.reduce((total, { path, bytes }) => total + (kind.test(path) ? bytes : 0), 0)
      const all = sum(/^/)
      const [html, styles, scripts] = [sum(/^\/en$/), sum(/\.css$/), sum(/\.js$/)]
      const rest = all - html - styles - scripts
      const peer = await govukBytes(root)
      return [
        figure({
          name: 'first visit of /en',
          ours: kilobytes(all),
          note: `${within(all, 45_000, '45 kB')}; fonts and drawings are ${kilobytes(rest)} of it`,
        }),
        figure({
          name: 'its CSS and scripts | all CSS and scripts of govuk-frontend',
          ours: kilobytes(styles + scripts),
          peer: kilobytes(peer),
          ratio: times(styles + scripts, peer),
          note: `CSS ${kilobytes(styles)}, scripts ${kilobytes(scripts)}; ${within(scripts, 20_000, 'of scripts 20 kB')}`,
        }),
        figure({ name: 'its HTML', ours: kilobytes(html), note: within(html, 12_000, '12 kB') }),
      ]
    }),
  )

type Get = (path: string) => Promise<Response>
type Sent = { readonly path: string; readonly bytes: number }

/** The page, what it names, and what its styles name and this page can need. */
async function visit(get: Get, start: string): Promise<readonly Sent[]> {
  const sent = new Map<string, number>()
  const texts = new Map<string, string>()
  const wanted = [start]
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (sent.has(path)) continue
    const answer = await get(path)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    sent.set(path, bytes.length)
    const text = await unpacked(bytes, answer.headers.get('content-encoding'))
    texts.set(path, text)
    if (path === start) wanted.push(...named(text, /(?:href|src)="(\/static\/[^"]+)"/g))
    if (path.endsWith('.css')) wanted.push(...fromStyles(text, texts.get(start) ?? ''))
  }
  return [...sent].map(([path, bytes]) => ({ path, bytes }))
}

async function unpacked(bytes: Buffer, encoding: string | null): Promise<string> {
  if (encoding === null) return bytes.toString()
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib')
  return (encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString()
}

const named = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, path = '']) => path)

const ADDRESS = /url\(["']?(?:\.\/|\/static\/)?([\w.-]+)["']?\)/g

/** A face that has none of the page's characters is not fetched; a drawing is counted anyway. */
function fromStyles(css: string, page: string): readonly string[] {
  const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? []
  const idle = faces.filter((face) => !covers(face, page))
  const rest = idle.reduce((text, face) => text.replace(face, ''), css)
  return named(rest, ADDRESS).map((file) => `/static/${file}`)
}

function covers(face: string, page: string): boolean {
  const range = /unicode-range:([^;}]+)/i.exec(face)?.[1]
  if (range === undefined) return true
  const characters = new Set(Array.from(page, (each) => each.codePointAt(0) ?? 0))
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-')
    const [low, high] = [from.replaceAll('?', '0'), to.replaceAll('?', 'f')]
    const [first, last] = [Number.parseInt(low, 16), Number.parseInt(high, 16)]
    return [...characters].some((each) => each >= first && each <= last)
  })
}

/** As small as ours are made: brotli at its best. */
async function govukBytes(root: string): Promise<number> {
  const folder = join(root, 'node_modules', 'govuk-frontend', 'dist', 'govuk')
  const files = ['govuk-frontend.min.css', 'govuk-frontend.min.js']
  const all = await Promise.all(files.map((file) => readFile(join(folder, file))))
  return all.reduce((total, bytes) => total + brotliCompressSync(bytes).length, 0)
}
