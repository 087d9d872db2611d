import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, type Language } from '#core/language.ts'
import { EVENT_LETTERS_MAX, PLACE_LETTERS_MAX } from '#core/promotion/campaigns.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import {
  MATERIAL_KINDS,
  type MaterialContent,
  type MaterialKind,
  type Told,
} from '#core/promotion/material.ts'
import { basisText } from '#telling/basis.tsx'
import { TONE } from '#telling/material/blocks.ts'
import { materialFile, type MaterialFile } from '#telling/material/file.ts'
import { DARK, LIGHT } from '#telling/material/parts.ts'
import { materialWords } from '#telling/material/words.ts'
import { archivalFaults, contentsOf } from '#test/archival.ts'
import { MATERIAL_LINK, materialIn } from '#test/material.ts'
import { overlaps, readPdf, textOfPdf, textsOfPdf } from '#test/read-pdf.ts'

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

for (const kind of DRAWN) {
  test(`${kind}: nothing runs over and the code is read, however an event is called`, async () => {
    for (const language of LANGUAGES) {
      for (const longest of [{}, ENDLESS]) {
        const name = `${language} ${longest === ENDLESS ? 'longest' : ''}`
        const { bytes } = await drawnOf(kind, language, longest)
        const raw = Buffer.from(bytes).toString('latin1')
        const [trim = boxesIn(raw, 'MediaBox')[0]] = boxesIn(raw, 'TrimBox')
        const [left = 0, low = 0, right = 0, high = 0] = trim ?? []
        const pages = await readPdf(bytes)
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
  })
}

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

/** What stands on each, so that what of it is marked is known. */
const SHOWN = {
  'leaflet-a4': ['figures', 'criteria', 'gets'],
  'leaflet-a5': ['figures', 'criteria', 'gets'],
  poster: ['figures', 'gets'],
  slides: ['figures', 'criteria', 'gets'],
  'wallet-card': ['figures'],
  text: ['figures', 'criteria', 'gets'],
} as const

const squeezed = (text: string) => text.replace(/\s+/g, '')

/** What is read together: of slides each, of all else the whole. */
async function textsIn(content: MaterialContent, kind: MaterialKind): Promise<readonly string[]> {
  const { bytes } = await materialFile(content, kind, MADE)
  if (kind === 'text') return [squeezed(new TextDecoder().decode(bytes))]
  const pages = (await textsOfPdf(bytes)).map(squeezed)
  return kind === 'slides' ? pages : [pages.join('')]
}

test('what a mark means is said where something is marked, and nowhere else', async () => {
  for (const [index, kind] of MATERIAL_KINDS.entries()) {
    for (const [turn, basis] of [undefined, PROVISIONAL, 'nk-99-2025'].entries()) {
      // Each kind in three languages, and each language of three kinds or more.
      for (const language of LANGUAGES.slice((index + turn) % LANGUAGES.length).slice(0, 1)) {
        const mark = squeezed(basisText({ laws: [] }, PROVISIONAL, language))
        const means = squeezed(materialWords[language].provisional)
        const content = materialIn(language, basis === undefined ? {} : { basis })
        const name = `${kind} ${language} ${basis ?? 'as it is'}`
        const told = SHOWN[kind].flatMap((part): readonly Told[] => content[part])
        const expected = told.filter(({ isProvisional }) => isProvisional).length
        let marked = 0
        for (const text of await textsIn(content, kind)) {
          const marks = text.replaceAll(means, '').split(mark).length - 1
          marked += marks
          equal(text.includes(means), marks > 0, name)
        }
        equal(marked, expected, name)
      }
    }
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

test('a file is PDF/A, in its language, with one title and its code told in words', async () => {
  for (const kind of DRAWN) {
    for (const language of LANGUAGES) {
      deepEqual(await archivalFaults((await drawnOf(kind, language)).bytes), [], kind)
      match(await rawOf(kind, language), new RegExp(`/Lang \\(${language}\\)`))
    }
    const raw = await rawOf(kind, 'tr')
    equal(raw.match(/\/S \/H1\b/g)?.length, 1, kind)
    equal(raw.match(/\/S \/Figure/g)?.length, 1, kind)
    match(raw.replaceAll('\0', ''), /Bu adrese g/)
    match(raw, /\/URI \(https:\/\/portal\.example\/go\/kabe-rosu\)/)
  }
})

const mm = (length: number) => (length * 72) / 25.4
const CUT = {
  'leaflet-a4': [297, 210],
  'leaflet-a5': [148, 210],
  poster: [297, 420],
  'wallet-card': [85, 55],
} as const
const PRINTED = ['leaflet-a4', 'leaflet-a5', 'poster', 'wallet-card'] as const

test('what is printed has its edge, and three millimetres beyond it on each side', async () => {
  for (const kind of PRINTED) {
    const raw = await rawOf(kind, 'en')
    const [wide, high] = CUT[kind]
    const [trims, bleeds, crops, whole] = ['TrimBox', 'BleedBox', 'CropBox', 'MediaBox'].map(
      (name) => boxesIn(raw, name),
    )
    equal(trims?.length, PAGES[kind])
    for (const page of Array.from({ length: PAGES[kind] }).keys()) {
      const sizes = [trims, bleeds].map((boxes) => {
        const [left = 0, low = 0, right = 0, top = 0] = boxes?.[page] ?? []
        return { left, low, width: right - left, height: top - low }
      })
      const [trim, bleed] = sizes
      ok(trim && bleed)
      near([trim.width, trim.height], [mm(wide), mm(high)])
      near([trim.left - bleed.left, trim.low - bleed.low], [mm(3), mm(3)])
      near([bleed.width, bleed.height], [mm(wide + 6), mm(high + 6)])
      const isWhole = kind === 'leaflet-a4' || kind === 'poster'
      deepEqual(crops?.[page], isWhole ? trims?.[page] : whole?.[page], kind)
    }
  }
  equal(boxesIn(await rawOf('slides', 'en'), 'TrimBox').length, 0)
})

const near = (found: readonly number[], wanted: readonly number[]) =>
  ok(
    found.every((each, index) => Math.abs(each - (wanted[index] ?? NaN)) < 0.1),
    found.join(', '),
  )

test('marks stand at each corner and at the fold, clear of what is printed', async () => {
  for (const kind of PRINTED) {
    const [wide, high] = [mm(CUT[kind][0]), mm(CUT[kind][1])]
    const { bytes } = await drawnOf(kind, 'en')
    for (const content of await contentsOf(bytes)) {
      const lines = [...content.matchAll(/(\S+) (\S+) m\s(\S+) (\S+) l\sS/g)]
        .map(([, ...ends]) => ends.map(Number))
        .filter(
          ([x = 0, y = 0]) => x < -mm(3) || y < -mm(3) || x > wide + mm(3) || y > high + mm(3),
        )
      const upright = lines.filter(([x, , right]) => x === right).map(([x]) => x ?? NaN)
      const level = lines.filter(([, y, , low]) => y === low).map(([, y]) => y ?? NaN)
      const fold = kind === 'leaflet-a4' ? [wide / 2, wide / 2] : []
      near(upright, [0, 0, wide, wide, ...fold])
      near(level, [0, 0, high, high])
      equal(lines.length, 8 + fold.length, kind)
    }
  }
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
