import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import QRCode from 'qrcode'
import type { IsoDate } from '#core/dated.ts'
import { isNationality } from '#core/facts/countries.ts'
import type { Language, Words } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
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
  writeSpans,
  type SheetPen,
  type Span,
} from '#telling/sheet-pen.ts'
import { sheetWords } from '#telling/status-document-words.ts'

/**
 * The sheet that a recognised person keeps and shows: Azerbaijani with their own language beside
 * it, tagged so that it can be read aloud. The same status gives the same bytes.
 */
export type StatusSheet = {
  readonly number: string
  readonly code: string
  /** Where whoever holds the sheet can check it; the square code leads there. */
  readonly checkAddress: string
  readonly surname: string
  readonly givenNames: string
  readonly machineName?: string
  readonly birthDate: IsoDate
  readonly citizenships: readonly string[]
  readonly passportNumber: string
  readonly field: Words
  readonly rules: Words
  readonly body: Words
  readonly decidedOn: IsoDate
  readonly validUntil: IsoDate
  readonly issuedAt: NonNullable<PDFKit.DocumentInfo['CreationDate']>
  /** The language beside Azerbaijani. */
  readonly language: Language
  readonly demonstration: boolean
}

export async function statusSheetPdf(sheet: StatusSheet): Promise<Uint8Array> {
  const az = sheetWords.az
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'az',
    displayTitle: true,
    // Built-in faces are not embedded, which PDF/A forbids; so ours is there from the start.
    font: face('regular'),
    info: {
      Title: `${az.title} ${sheet.number}`,
      Author: sheet.body.az,
      CreationDate: sheet.issuedAt,
      ModDate: sheet.issuedAt,
    },
  })
  const whole = collected(doc)
  doc.registerFont('regular', face('regular')).registerFont('bold', face('bold'))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const pen: Pen = { doc, root, sheet, languages: languagesOf(sheet) }
  drawGround(pen)
  drawTitle(pen)
  drawHolder(pen)
  drawFacts(pen)
  drawCheck(pen)
  drawNotices(pen)
  root.end()
  doc.end()
  return whole
}

type Pen = SheetPen & {
  readonly sheet: StatusSheet
  readonly languages: readonly Language[]
}

const languagesOf = ({ language }: StatusSheet): readonly Language[] =>
  language === 'az' ? ['az'] : ['az', language]

/** Found by its name in the package, so that a bundle finds it as well as the source. */
const face = (weight: 'regular' | 'bold'): string =>
  fileURLToPath(import.meta.resolve(`#telling/fonts/noto-sans-${weight}.ttf`))

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })
}

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
  const small = { size: 9, colour: COLOUR.soft, spacing: 0.4 }
  const country = inEach(languages, (lang) => sheetWords[lang].country)
  writeSpans(pen, country, { at: [PAGE.margin, 86], ...small })
  writeSpans(
    pen,
    inEach(languages, (lang) => sheet.body[lang]),
    { at: [PAGE.margin, 99], ...small },
  )
  const [first, second] = languages
  write(
    pen,
    { tag: 'H1', lang: 'az', text: sheetWords[first ?? 'az'].title },
    { at: [PAGE.margin, 118], size: 28, bold: true, colour: COLOUR.caspian },
  )
  const beside = second === undefined ? sheetWords.az.subtitle : sheetWords[second].title
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

/** The same in each language, side by side. */
const inEach = (languages: readonly Language[], say: (lang: Language) => string): readonly Span[] =>
  languages.map((lang, index) => ({ lang, text: `${index === 0 ? '' : ' · '}${say(lang)}` }))

/** The letters that the faces have. A name in another script is given in those of the passport. */
const WRITABLE = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Zyyy}\p{sc=Zinh}]*$/u

function drawHolder(pen: Pen): void {
  const { sheet, languages } = pen
  const label = (key: 'name' | 'inPassport' | 'number' | 'validUntil') =>
    inEach(languages, (lang) => sheetWords[lang][key])
  const own = [sheet.surname, sheet.givenNames].filter((name) => name !== '').join(' ')
  const machine = sheet.machineName ?? ''
  const name = WRITABLE.test(own) || machine === '' ? own : machine.replaceAll('<', ' ')
  const small = { size: 8.5, colour: COLOUR.soft }
  writeSpans(pen, label('name'), { at: [PAGE.margin, 204], ...small })
  const size = Array.from(name).length > 34 ? 15 : 21
  const top = 217
  write(
    pen,
    { tag: 'P', lang: 'az', text: name },
    { at: [PAGE.margin, top], size, bold: true, lineGap: -3 },
  )
  const below = top + heightOf(pen, name, { size, bold: true, lineGap: -3 })
  if (machine !== '') {
    const line = [...label('inPassport'), { text: `: ${machine}` }]
    writeSpans(pen, line, { at: [PAGE.margin, below + 2], ...small })
  }
  const row = 288
  drawPanel(pen, row)
  const number = { text: sheet.number, at: PAGE.margin + 16, of: label('number') }
  const until = {
    text: formatDate(sheet.validUntil, 'az', 'plain'),
    at: PAGE.margin + 16 + COLUMN + GAP / 2,
    of: label('validUntil'),
  }
  for (const { text, at, of } of [number, until]) {
    writeSpans(pen, of, { at: [at, row + 10], ...small })
    const big = { size: 16, bold: true, colour: COLOUR.caspian }
    write(pen, { tag: 'P', lang: 'az', text }, { at: [at, row + 22], ...big, width: COLUMN })
  }
}

function drawPanel({ doc }: Pen, top: number): void {
  artifact(doc, () => {
    doc.rect(PAGE.margin, top, INNER, 54).fill(COLOUR.stone)
    doc.rect(PAGE.margin, top, 3, 54).fill(COLOUR.caspian)
  })
}

const FACTS_TOP = 362

/** Column by column, so that one language is read aloud before the other; row beside row. */
function drawFacts(pen: Pen): void {
  const { languages, doc } = pen
  const columns = languages.map((lang) => factsOf(pen.sheet, lang))
  const heights = (columns[0] ?? []).map((_, row) =>
    Math.max(...columns.map((facts) => heightOf(pen, facts[row]?.value ?? '', VALUE))),
  )
  columns.forEach((facts, index) => {
    const lang = languages[index] ?? 'az'
    const x = PAGE.margin + index * (COLUMN + GAP)
    let y = FACTS_TOP
    facts.forEach(({ label, value }, row) => {
      const small = { size: 8.5, colour: COLOUR.soft, width: COLUMN }
      write(pen, { tag: 'P', lang, text: label }, { at: [x, y], ...small })
      write(pen, { tag: 'P', lang, text: value }, { at: [x, y + 11.5], ...VALUE })
      y += 11.5 + (heights[row] ?? 0) + 7
    })
  })
  const bottom = FACTS_TOP + heights.reduce((sum, height) => sum + 18.5 + height, 0)
  if (languages.length === 1) return
  artifact(doc, () => {
    const x = PAGE.margin + COLUMN + GAP / 2
    doc.moveTo(x, FACTS_TOP).lineTo(x, bottom - 8)
    doc.lineWidth(0.5).strokeColor(COLOUR.line).stroke()
  })
}

const VALUE = { size: 10.5, width: COLUMN, lineGap: -1.5 } as const

function factsOf(
  sheet: StatusSheet,
  lang: Language,
): readonly { readonly label: string; readonly value: string }[] {
  const words = sheetWords[lang]
  const citizenships = sheet.citizenships.map((code) =>
    isNationality(code) ? countryName(code, lang) : code,
  )
  return [
    { label: words.birthDate, value: formatDate(sheet.birthDate, lang, 'plain') },
    { label: words.citizenship, value: citizenships.join(', ') },
    { label: words.passport, value: sheet.passportNumber },
    { label: words.field, value: sheet.field[lang] },
    { label: words.decidedOn, value: formatDate(sheet.decidedOn, lang, 'plain') },
    { label: words.validUntil, value: formatDate(sheet.validUntil, lang, 'plain') },
    { label: words.body, value: sheet.body[lang] },
    { label: words.rules, value: sheet.rules[lang] },
  ]
}

const CHECK_TOP = 648
const SQUARE = 104

function drawCheck(pen: Pen): void {
  const { doc, root, sheet, languages } = pen
  artifact(doc, () => {
    doc.moveTo(PAGE.margin, CHECK_TOP - 14).lineTo(PAGE.width - PAGE.margin, CHECK_TOP - 14)
    doc.lineWidth(0.75).strokeColor(COLOUR.line).stroke()
  })
  root.add(
    doc.struct('Figure', { alt: sheetWords[sheet.language].qr, lang: sheet.language }, () =>
      drawSquares(doc, sheet.checkAddress),
    ),
  )
  const x = PAGE.margin + SQUARE + 22
  const width = PAGE.width - PAGE.margin - x
  let y = CHECK_TOP - 3
  for (const lang of languages) {
    const words = sheetWords[lang]
    const title = { tag: 'H2', lang, text: words.checkTitle }
    write(pen, title, { at: [x, y], width, size: 9.5, bold: true })
    y += 13
    const style = { size: 7.8, width, colour: COLOUR.soft, lineGap: -0.6 }
    write(pen, { tag: 'P', lang, text: words.check }, { at: [x, y], ...style })
    y += heightOf(pen, words.check, style) + 4
  }
  const address = [{ text: sheet.checkAddress, link: sheet.checkAddress }]
  writeSpans(pen, address, { at: [x, y], width, size: 7.8, colour: COLOUR.caspian })
  const code = { tag: 'P', lang: 'az', text: sheet.code }
  write(pen, code, { at: [x, y + 12], width, size: 11, bold: true, spacing: 0.6 })
}

/** The code drawn as squares, so that it stays sharp on any paper; one row is a few long ones. */
function drawSquares(doc: PDFKit.PDFDocument, text: string): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const step = SQUARE / modules.size
  for (let row = 0; row < modules.size; row += 1) {
    let from = 0
    while (from < modules.size) {
      let until = from
      while (until < modules.size && modules.get(row, until)) until += 1
      const [x, y] = [PAGE.margin + from * step, CHECK_TOP + row * step]
      if (until > from) doc.rect(x, y, (until - from) * step, step)
      from = until + 1
    }
  }
  doc.fill(COLOUR.ink)
}

function drawNotices(pen: Pen): void {
  const { sheet, languages } = pen
  const keys = sheet.demonstration
    ? (['demonstration', 'unsigned'] as const)
    : (['unsigned'] as const)
  let y = 776
  for (const key of keys) {
    languages.forEach((lang, index) => {
      write(
        pen,
        { tag: 'P', lang, text: sheetWords[lang][key] },
        {
          at: [PAGE.margin + index * (COLUMN + GAP), y],
          width: languages.length === 1 ? INNER : COLUMN,
          size: 7.6,
          bold: true,
          colour: COLOUR.pomegranate,
          lineGap: -0.8,
        },
      )
    })
    y += 22
  }
}
