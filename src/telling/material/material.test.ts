import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, type Language } from '#core/language.ts'
import { EVENT_LETTERS_MAX, PLACE_LETTERS_MAX } from '#core/promotion/campaigns.ts'
import { MATERIAL_KINDS } from '#core/promotion/material.ts'
import { TONE } from '#telling/material/blocks.ts'
import { materialFile, type MaterialFile } from '#telling/material/file.ts'
import { DARK, LIGHT } from '#telling/material/parts.ts'
import { MATERIAL_LINK, materialIn } from '#test/material.ts'
import { overlaps, readPdf, textOfPdf } from '#test/read-pdf.ts'

const MADE = new Date('2026-03-02T08:00:00.000Z')

const DRAWN = MATERIAL_KINDS.filter((kind) => kind !== 'text')
const PAGES = { 'leaflet-a4': 2, 'leaflet-a5': 2, poster: 1, slides: 6, 'wallet-card': 2 } as const
/** What can still be read at the distance from which it is. */
const LEAST_SIZE = {
  'leaflet-a4': 5,
  'leaflet-a5': 4.5,
  poster: 6,
  slides: 7,
  'wallet-card': 4,
} as const
const ENDLESS = { event: 'Ш'.repeat(EVENT_LETTERS_MAX), place: 'Ğ'.repeat(PLACE_LETTERS_MAX) }

const drawn = new Map<string, Promise<MaterialFile>>()

/** Each is drawn once, since that is what takes the time. */
function drawnOf(kind: (typeof DRAWN)[number], language: Language, longest = {}) {
  const key = `${kind} ${language} ${longest === ENDLESS}`
  const file = drawn.get(key) ?? materialFile(materialIn(language, longest), kind, MADE)
  drawn.set(key, file)
  return file
}

const rawOf = async (kind: (typeof DRAWN)[number], language: Language) =>
  Buffer.from((await drawnOf(kind, language)).bytes).toString('latin1')

/** Four numbers of a box of each page. */
const boxesIn = (raw: string, name: string) =>
  [...raw.matchAll(new RegExp(`/${name} \\[([^\\]]+)\\]`, 'g'))].map(([, numbers = '']) =>
    numbers.trim().split(/\s+/).map(Number),
  )

test('whatever an event is called, nothing overlaps or runs over, and the code is read', async () => {
  for (const kind of DRAWN) {
    for (const language of LANGUAGES) {
      for (const longest of [{}, ENDLESS]) {
        const { bytes } = await drawnOf(kind, language, longest)
        const raw = Buffer.from(bytes).toString('latin1')
        const [trim = boxesIn(raw, 'MediaBox')[0]] = boxesIn(raw, 'TrimBox')
        const [left = 0, low = 0, right = 0, high = 0] = trim ?? []
        const pages = await readPdf(bytes)
        const name = `${kind} ${language} ${longest === ENDLESS ? 'longest' : ''}`
        equal(pages.length, PAGES[kind], name)
        const codes = pages.flatMap((page) => page.code ?? [])
        deepEqual(codes, [MATERIAL_LINK], name)
        for (const { pieces } of pages) {
          deepEqual(overlaps(pieces), [], name)
          for (const { text, box, size } of pieces) {
            const { x, y, width, height } = box
            ok(x >= left && x + width <= right, `${name} beside: ${text}`)
            ok(y >= low && y + height <= high, `${name} above or below: ${text}`)
            ok(size >= LEAST_SIZE[kind], `${name} ${size} is too small: ${text}`)
          }
        }
      }
    }
  }
})

test('the words of the content are in the file, letter by letter', async () => {
  for (const kind of DRAWN) {
    for (const language of LANGUAGES) {
      const content = materialIn(language)
      const text = (await textOfPdf((await drawnOf(kind, language)).bytes)).replace(/\s+/g, '')
      const figures = content.figures.map(({ title }) => title)
      for (const part of [content.title, content.asOf, content.mission.title, ...figures]) {
        ok(text.includes(part.replace(/\s+/g, '')), `${kind} ${language}: ${part}`)
      }
      ok(text.includes('portal.example/go/kabe-rosu'), kind)
    }
  }
})

test('each value that no act gives is marked where it stands, and what the mark means is said', async () => {
  for (const kind of ['leaflet-a4', 'leaflet-a5', 'slides'] as const) {
    const content = materialIn('en')
    const unsure = [...content.figures, ...content.criteria, ...content.gets].filter(
      ({ isProvisional }) => isProvisional,
    )
    ok(unsure.length > 0)
    const text = await textOfPdf((await drawnOf(kind, 'en')).bytes)
    equal(text.match(/Provisional(?!”)/g)?.length, unsure.length, kind)
    match(text.replace(/\s+/g, ' '), /has not published yet\. It may change/)
  }
})

test('the same content gives the same bytes, and other content others', async () => {
  for (const kind of DRAWN) {
    const once = Buffer.from((await drawnOf(kind, 'az')).bytes)
    const [again, other] = [
      await materialFile(materialIn('az'), kind, MADE),
      await materialFile(materialIn('az', { link: `${MATERIAL_LINK}x` }), kind, MADE),
    ]
    ok(once.equals(again.bytes), kind)
    ok(!once.equals(other.bytes), kind)
  }
})

test('a file is tagged in its language, claims PDF/A and embeds its faces', async () => {
  for (const kind of DRAWN) {
    const raw = await rawOf(kind, 'tr')
    match(raw, /\/Lang \(tr\)/)
    match(raw, /\/MarkInfo/)
    match(raw, /pdfaid:part>2</)
    match(raw, /\/FontFile2/)
    equal(raw.includes('/Helvetica'), false)
    equal(raw.match(/\/S \/H1\b/g)?.length, 1, kind)
    match(raw, /\/S \/Figure/)
    match(raw.replaceAll('\0', ''), /Bu adrese g/)
    match(raw, /\/URI \(https:\/\/portal\.example\/go\/kabe-rosu\)/)
  }
})

test('what is printed has its edge, three millimetres beyond it, and marks outside of both', async () => {
  const mm = (length: number) => (length * 72) / 25.4
  const sizes = {
    'leaflet-a4': [297, 210],
    'leaflet-a5': [148, 210],
    poster: [297, 420],
    'wallet-card': [85, 55],
  } as const
  for (const kind of ['leaflet-a4', 'leaflet-a5', 'poster', 'wallet-card'] as const) {
    const raw = await rawOf(kind, 'en')
    const [trims, bleeds] = [boxesIn(raw, 'TrimBox'), boxesIn(raw, 'BleedBox')]
    equal(trims.length, PAGES[kind])
    for (const [page, [left = 0, low = 0, right = 0, high = 0]] of trims.entries()) {
      const [width, height] = sizes[kind]
      ok(Math.abs(right - left - mm(width)) < 0.1 && Math.abs(high - low - mm(height)) < 0.1, kind)
      ok(Math.abs(left - (bleeds[page]?.[0] ?? 0) - mm(3)) < 0.1, kind)
    }
  }
  equal(boxesIn(await rawOf('slides', 'en'), 'TrimBox').length, 0)
})

/** By WCAG 2.2. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
      const share = parseInt(colour.slice(from, from + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [bright, dim] = [light(one), light(other)].toSorted((a, b) => b - a)
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05)
}

/** As a printer without colour sees it. */
const grey = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    parseInt(colour.slice(at, at + 2), 16),
  )
  const tone = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
  return `#${tone.toString(16).padStart(2, '0').repeat(3)}`
}

test('text stands out from its ground, in colour and printed in grey', () => {
  const pairs = [
    ...Object.values(LIGHT).flatMap((text) =>
      [TONE.paper, TONE.stone].map((on) => [text, on] as const),
    ),
    ...Object.values(DARK).map((text) => [text, TONE.dark] as const),
  ]
  for (const [text, ground] of pairs) {
    ok(contrast(text, ground) >= 4.5, `${text} on ${ground}`)
    ok(contrast(grey(text), grey(ground)) >= 4.5, `${text} on ${ground} in grey`)
  }
})

test('the text has a short part for social media, and a long one that leaves nothing out', async () => {
  for (const language of LANGUAGES) {
    const content = materialIn(language, ENDLESS)
    const text = new TextDecoder().decode((await materialFile(content, 'text', MADE)).bytes)
    const [short = '', long = ''] = text.split('* * *')
    ok(
      short.length <= 500 && short.includes(MATERIAL_LINK) && short.includes(content.event.title),
      language,
    )
    const told = [...content.figures, ...content.criteria, ...content.gets]
    for (const { title, text: words, rests } of told) {
      for (const part of [title, words, ...rests]) ok(long.includes(part), part)
    }
    for (const part of [content.asOf, ...content.acts, ...content.notes]) ok(long.includes(part))
  }
})
