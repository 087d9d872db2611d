import type { IsoDate } from '#core/dated.ts'
import { isNationality } from '#core/facts/countries.ts'
import type { PartialDate } from '#core/facts/partial-date.ts'
import type { Language, Words } from '#core/language.ts'
import { formatDate, formatPartialDate } from '#telling/dates.ts'
import { countryName } from '#telling/names-of-codes.ts'
import {
  artifact,
  COLOUR,
  COLUMN,
  GAP,
  heightOf,
  INNER,
  PAGE,
  write,
  writeBeside,
  type SheetPen,
} from '#telling/sheet-pen.ts'
import { isWritable } from '#telling/sheet-faces.ts'
import { sheetFile, type SheetMoment } from '#telling/sheet-file.ts'
import { squareCode } from '#telling/square-code.tsx'
import { sheetWords } from '#telling/status-document-words.ts'

/**
 * The sheet that the holder of a status keeps and shows: Azerbaijani with their own language beside
 * it, tagged so that it can be read aloud. The same status gives the same bytes.
 */
export type StatusSheet = {
  /** What the kind of status is called. */
  readonly title: Words
  readonly number: string
  readonly code: string
  /** Where whoever holds the sheet can check it; the square code leads there. */
  readonly checkAddress: string
  readonly surname: string
  readonly givenNames: string
  readonly machineName?: string
  /** As far as the travel document knows it. */
  readonly birthDate: PartialDate
  readonly citizenships: readonly string[]
  readonly passportNumber: string
  /** Where it was given in one. */
  readonly field?: Words
  readonly rules: Words
  readonly body: Words
  readonly decidedOn: IsoDate
  readonly validUntil: IsoDate
  readonly issuedAt: SheetMoment
  /** The language beside Azerbaijani. */
  readonly language: Language
  readonly demonstration: boolean
}

export const statusSheetPdf = (sheet: StatusSheet): Promise<Uint8Array> =>
  sheetFile(
    { title: `${sheet.title.az} ${sheet.number}`, author: sheet.body.az, madeAt: sheet.issuedAt },
    (plain) => {
      const pen: Pen = { ...plain, sheet, languages: languagesOf(sheet) }
      drawGround(pen)
      drawTitle(pen)
      const facts = drawPanel(pen, drawHolder(pen))
      drawCheck(pen, drawFacts(pen, facts))
    },
  )

type Pen = SheetPen & {
  readonly sheet: StatusSheet
  readonly languages: readonly Language[]
}

const languagesOf = ({ language }: StatusSheet): readonly Language[] =>
  language === 'az' ? ['az'] : ['az', language]

const STAR = 26
const BAND = { top: 0, rows: 2 } as const

/** A band of eight-pointed stars in thin lines, and a rule of carpet steps under it. */
function drawGround({ doc }: Pen): void {
  const bottom = BAND.top + BAND.rows * STAR
  artifact(doc, () => {
    doc.save()
    doc.rect(0, 0, PAGE.width, bottom).fill(COLOUR.caspian)
    doc.rect(0, 0, PAGE.width, bottom).clip()
    doc.lineWidth(0.5).strokeColor('#5E90A8')
    for (let row = 0; row < BAND.rows; row += 1) {
      for (let column = 0; column * STAR < PAGE.width; column += 1) {
        star(doc, [column * STAR + STAR / 2, BAND.top + row * STAR + STAR / 2])
      }
    }
    doc.restore()
    steps(doc, bottom)
    doc.rect(0, PAGE.height - 10, PAGE.width, 10).fill(COLOUR.caspian)
  })
}

function star(doc: PDFKit.PDFDocument, [x, y]: readonly [number, number]): void {
  for (const reach of [STAR / 2, STAR / 4.4]) {
    const points = Array.from({ length: 16 }, (_, index): [number, number] => {
      const far = index % 2 === 0 ? reach : reach * 0.765
      const turn = (index * Math.PI) / 8
      return [x + far * Math.cos(turn), y + far * Math.sin(turn)]
    })
    doc.polygon(...points).stroke()
  }
}

function steps(doc: PDFKit.PDFDocument, top: number): void {
  const [tread, rise] = [4, 3]
  doc.fillColor(COLOUR.caspian)
  for (let x = 0; x < PAGE.width; x += 6 * tread) {
    doc.rect(x, top, 5 * tread, rise).fill()
    doc.rect(x + tread, top + rise, 3 * tread, rise).fill()
    doc.rect(x + 2 * tread, top + 2 * rise, tread, rise).fill()
  }
}

function drawTitle(pen: Pen): void {
  const { doc, languages, sheet } = pen
  const quiet = { size: 9, colour: COLOUR.soft, spacing: 0.4 }
  const said = (word: (lang: Language) => string) =>
    languages.map((lang) => ({ lang, text: word(lang) }))
  writeBeside(
    pen,
    said((lang) => sheetWords[lang].country),
    { at: [PAGE.margin, 86], ...quiet },
  )
  writeBeside(
    pen,
    said((lang) => sheet.body[lang]),
    { at: [PAGE.margin, 99], ...quiet },
  )
  const { title } = sheet
  const size = sizeOfTitle(pen, title.az)
  write(
    pen,
    { tag: 'H1', lang: 'az', text: title.az },
    { at: [PAGE.margin, 146 - size], size, bold: true, colour: COLOUR.caspian },
  )
  const [, second] = languages
  const beside = second === undefined ? sheetWords.az.subtitle : title[second]
  write(
    pen,
    { tag: 'P', lang: second ?? 'az', text: beside },
    { at: [PAGE.margin, 157], size: 15, colour: COLOUR.soft },
  )
  artifact(doc, () => {
    doc.moveTo(PAGE.margin, 190).lineTo(PAGE.width - PAGE.margin, 190)
    doc.lineWidth(0.75).strokeColor(COLOUR.line).stroke()
  })
}

/** As large as one line holds it. */
function sizeOfTitle(pen: Pen, title: string): number {
  const isOneLine = (size: number) =>
    heightOf(pen, title, { size, bold: true }) <= heightOf(pen, 'M', { size, bold: true })
  return [28, 24, 20].find(isOneLine) ?? 16
}

const SMALL = { size: 8.5, colour: COLOUR.soft } as const

const labelIn = (pen: Pen, key: 'name' | 'inPassport' | 'number' | 'validUntil') =>
  pen.languages.map((lang) => ({ lang, text: sheetWords[lang][key] }))

/** Names come in every length; those of whole lines are set smaller. */
const sizeOfName = (name: string): number => {
  const length = Array.from(name).length
  return length > 120 ? 11 : length > 34 ? 15 : 21
}

/** A name that the faces cannot write is given in the letters of the passport. */
function drawHolder(pen: Pen): number {
  const { sheet } = pen
  const own = [sheet.surname, sheet.givenNames].filter((name) => name !== '').join(' ')
  const machine = sheet.machineName ?? ''
  const name = isWritable(own) || machine === '' ? own : machine.replaceAll('<', ' ').trim()
  const top = writeBeside(pen, labelIn(pen, 'name'), { at: [PAGE.margin, 204], ...SMALL })
  const style = { size: sizeOfName(name), bold: true, lineGap: -3 }
  const below = write(pen, { tag: 'P', lang: '', text: name }, { at: [PAGE.margin, top], ...style })
  if (machine === '') return below
  const label = writeBeside(pen, labelIn(pen, 'inPassport'), {
    at: [PAGE.margin, below + 4],
    ...SMALL,
  })
  const letters = { tag: 'P', lang: '', text: machine }
  return write(pen, letters, { at: [PAGE.margin, label], size: 10 })
}

const PANEL = { top: 300, height: 54, below: 20 } as const

function drawPanel(pen: Pen, from: number): number {
  const { doc, sheet } = pen
  const top = Math.max(PANEL.top, from + 14)
  artifact(doc, () => {
    doc.rect(PAGE.margin, top, INNER, PANEL.height).fill(COLOUR.stone)
    doc.rect(PAGE.margin, top, 3, PANEL.height).fill(COLOUR.caspian)
  })
  const until = formatDate(sheet.validUntil, 'az', 'plain')
  const big = { size: 16, bold: true, colour: COLOUR.caspian, width: COLUMN }
  const [left, right] = [PAGE.margin + 16, PAGE.margin + 16 + COLUMN + GAP / 2]
  writeBeside(pen, labelIn(pen, 'number'), { at: [left, top + 10], ...SMALL, width: COLUMN })
  write(pen, { tag: 'P', lang: '', text: sheet.number }, { at: [left, top + 22], ...big })
  writeBeside(pen, labelIn(pen, 'validUntil'), { at: [right, top + 10], ...SMALL, width: COLUMN })
  write(pen, { tag: 'P', lang: 'az', text: until }, { at: [right, top + 22], ...big })
  return top + PANEL.height + PANEL.below
}

/** Column by column, so that one language is read aloud before the other; row beside row. */
function drawFacts(pen: Pen, top: number): number {
  const { languages, doc } = pen
  const columns = languages.map((lang) => factsOf(pen.sheet, lang))
  const heights = (columns[0] ?? []).map((_, row) =>
    Math.max(...columns.map((facts) => factHeight(pen, facts[row]))),
  )
  columns.forEach((facts, index) => {
    const lang = languages[index] ?? 'az'
    const x = PAGE.margin + index * (COLUMN + GAP)
    let y = top
    facts.forEach(({ label, value }, row) => {
      const below = write(pen, { tag: 'P', lang, text: label }, { at: [x, y], ...LABEL })
      write(pen, { tag: 'P', lang, text: value }, { at: [x, below], ...VALUE })
      y += (heights[row] ?? 0) + 7
    })
  })
  const bottom = top + heights.reduce((sum, height) => sum + height + 7, 0)
  if (languages.length === 1) return bottom
  artifact(doc, () => {
    const x = PAGE.margin + COLUMN + GAP / 2
    doc.moveTo(x, top).lineTo(x, bottom - 8)
    doc.lineWidth(0.5).strokeColor(COLOUR.line).stroke()
  })
  return bottom
}

const LABEL = { ...SMALL, width: COLUMN } as const
const VALUE = { size: 10.5, width: COLUMN, lineGap: -1.5 } as const

type FactOfSheet = { readonly label: string; readonly value: string }

const factHeight = (pen: Pen, fact: FactOfSheet | undefined): number =>
  fact ? heightOf(pen, fact.label, LABEL) + heightOf(pen, fact.value, VALUE) : 0

function factsOf(sheet: StatusSheet, lang: Language): readonly FactOfSheet[] {
  const words = sheetWords[lang]
  const citizenships = sheet.citizenships.map((code) =>
    isNationality(code) ? countryName(code, lang) : code,
  )
  return [
    { label: words.birthDate, value: formatPartialDate(sheet.birthDate, lang) },
    { label: words.citizenship, value: citizenships.join(', ') },
    { label: words.passport, value: sheet.passportNumber },
    ...(sheet.field ? [{ label: words.field, value: sheet.field[lang] }] : []),
    { label: words.decidedOn, value: formatDate(sheet.decidedOn, lang, 'plain') },
    { label: words.validUntil, value: formatDate(sheet.validUntil, lang, 'plain') },
    { label: words.body, value: sheet.body[lang] },
    { label: words.rules, value: sheet.rules[lang] },
  ]
}

/** Where the check stands when nothing pushes it down, and where a page ends for text. */
const CHECK_TOP = 648
const TEXT_BOTTOM = PAGE.height - 14

/** How to check the sheet, and what it is not; on a page of its own where the first is full. */
function drawCheck(pen: Pen, from: number): void {
  const { doc, root, sheet, languages } = pen
  const alone = from + 16 + checkHeight(pen) > TEXT_BOTTOM
  if (alone) {
    doc.addPage()
    write(pen, { tag: 'P', lang: '', text: sheet.number }, { at: [PAGE.margin, 44], ...SMALL })
  }
  const top = alone ? 80 : Math.max(Math.min(CHECK_TOP, TEXT_BOTTOM - checkHeight(pen)), from + 16)
  artifact(doc, () => {
    doc.moveTo(PAGE.margin, top - 14).lineTo(PAGE.width - PAGE.margin, top - 14)
    doc.lineWidth(0.75).strokeColor(COLOUR.line).stroke()
  })
  const alt = languages.map((lang) => sheetWords[lang].qr).join(' · ')
  const square = () => drawSquares(doc, sheet.checkAddress, top)
  root.add(doc.struct('Figure', { alt, lang: languages.at(-1) ?? 'az' }, square))
  let y = top - 3
  for (const lang of languages) {
    const words = sheetWords[lang]
    y = write(pen, { tag: 'H2', lang, text: words.checkTitle }, { at: [BESIDE, y], ...HEAD })
    y = write(pen, { tag: 'P', lang, text: words.check }, { at: [BESIDE, y], ...HOW }) + 4
  }
  const { checkAddress: link, code } = sheet
  y = write(pen, { tag: 'Link', lang: '', text: link, link }, { at: [BESIDE, y], ...ADDRESS })
  y = write(pen, { tag: 'P', lang: '', text: code }, { at: [BESIDE, y], ...CODE })
  drawNotices(pen, Math.max(y, top + SQUARE) + 10)
}

const SQUARE = 104
const BESIDE = PAGE.margin + SQUARE + 22
const width = PAGE.width - PAGE.margin - BESIDE
const HEAD = { width, size: 9.5, bold: true } as const
const HOW = { size: 7.8, width, colour: COLOUR.soft, lineGap: -0.6 } as const
const ADDRESS = { width, size: 7.8, colour: COLOUR.caspian } as const
const CODE = { width, size: 11, bold: true, spacing: 0.6 } as const

function checkHeight(pen: Pen): number {
  const { sheet, languages } = pen
  const texts = languages.map(
    (lang) =>
      heightOf(pen, sheetWords[lang].checkTitle, HEAD) +
      heightOf(pen, sheetWords[lang].check, HOW) +
      4,
  )
  const code = heightOf(pen, sheet.checkAddress, ADDRESS) + heightOf(pen, sheet.code, CODE)
  const beside = texts.reduce((sum, height) => sum + height, code - 3)
  const notices = noticesOf(sheet).reduce((sum, key) => sum + noticeHeight(pen, key), 0)
  return Math.max(SQUARE, beside) + 10 + notices
}

/** The code drawn as squares, so that it stays sharp on any paper; one row is a few long ones. */
function drawSquares(doc: PDFKit.PDFDocument, text: string, top: number): void {
  const { size, runs } = squareCode(text)
  const step = SQUARE / size
  for (const { row, from, until } of runs) {
    doc.rect(PAGE.margin + from * step, top + row * step, (until - from) * step, step)
  }
  doc.fill(COLOUR.ink)
}

type Notice = 'demonstration' | 'unsigned'

const noticesOf = ({ demonstration }: StatusSheet): readonly Notice[] =>
  demonstration ? ['demonstration', 'unsigned'] : ['unsigned']

const noticeStyle = ({ languages }: Pen) =>
  ({
    width: languages.length === 1 ? INNER : COLUMN,
    size: 7.6,
    bold: true,
    colour: COLOUR.pomegranate,
    lineGap: -0.8,
  }) as const

const noticeHeight = (pen: Pen, key: Notice): number =>
  Math.max(...pen.languages.map((lang) => heightOf(pen, sheetWords[lang][key], noticeStyle(pen)))) +
  2

function drawNotices(pen: Pen, from: number): void {
  let top = from
  for (const key of noticesOf(pen.sheet)) {
    pen.languages.forEach((lang, index) => {
      const x = PAGE.margin + index * (COLUMN + GAP)
      const text = sheetWords[lang][key]
      write(pen, { tag: 'P', lang, text }, { at: [x, top], ...noticeStyle(pen) })
    })
    top += noticeHeight(pen, key)
  }
}
