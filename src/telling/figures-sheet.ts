import type { Language } from '#core/language.ts'
import { sheetFile, type SheetMoment } from '#telling/sheet-file.ts'
import { artifact, COLOUR, drawEdges, heightOf, INNER, PAGE, write } from '#telling/sheet-pen.ts'
import type { SheetPen, Style } from '#telling/sheet-pen.ts'

/** Tables of figures on paper, each row with the length of one of its numbers. */
export type FiguresSheet = {
  readonly language: Language
  readonly title: string
  readonly author: string
  readonly about: readonly string[]
  readonly tables: readonly SheetTable[]
  readonly madeAt: SheetMoment
}

export type SheetTable = {
  readonly title: string
  readonly columns: readonly string[]
  /** Under which column the lengths are drawn. */
  readonly drawn: number
  readonly rows: readonly SheetRow[]
  /** What is said above and under its rows. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

type SheetRow = {
  readonly cells: readonly string[]
  /** What is said small under the first of them. */
  readonly about: readonly string[]
  readonly share: number
}

const MARGINS = { top: 64, bottom: 72, left: PAGE.margin, right: PAGE.margin } as const
const HEAD = { size: 8.5, bold: true, colour: COLOUR.soft } as const
const CELL = { size: 10 } as const
const SMALL = { size: 8.5, colour: COLOUR.soft } as const
const BAR = 3
const GAP = 2
/** A line between rows, with the air around it. */
const RULE = 8
/** A title with the head of its table and a row: none of them ends a page alone. */
const BEGINNING = 130

type Below = Omit<Style, 'at'> & { readonly gap: number }

/** A tagged file that prints well in grey; the same figures give the same bytes. */
export function figuresSheetPdf(sheet: FiguresSheet): Promise<Uint8Array> {
  const { title, author, madeAt, language, about, tables } = sheet
  return sheetFile({ title, author, madeAt, margins: MARGINS }, (pen) => {
    const { doc } = pen
    const below = (tag: string, text: string, { gap, ...style }: Below) => {
      const at = [PAGE.margin, doc.y] as const
      doc.y = write(pen, { tag, lang: language, text }, { ...style, at }) + gap
    }
    doc.y = MARGINS.top
    below('H1', title, { size: 24, bold: true, colour: COLOUR.caspian, gap: 10 })
    for (const text of about) below('P', text, { size: 10.5, lineGap: 1.5, gap: 6 })
    for (const table of tables) {
      doc.y += 14
      makeRoom(pen, table.rows.length > 0 ? BEGINNING : 60)
      below('H2', table.title, { size: 13, bold: true, colour: COLOUR.caspian, gap: 6 })
      for (const text of table.before) below('P', text, { ...SMALL, gap: 6 })
      if (table.rows.length > 0) drawTable(pen, table, language)
      for (const text of table.after) below('P', text, { ...CELL, gap: 4 })
    }
    drawEdges(doc, title)
  })
}

function makeRoom({ doc }: SheetPen, height: number): boolean {
  if (doc.y + height <= PAGE.height - MARGINS.bottom) return false
  doc.addPage()
  return true
}

/** Names are to the left and as wide as two numbers. */
function columnsOf({ columns }: SheetTable): readonly Place[] {
  const unit = INNER / (columns.length + 1)
  return columns.map((_, index) => ({
    x: PAGE.margin + (index === 0 ? 0 : unit * (index + 1)),
    width: index === 0 ? unit * 2 - 8 : unit - 8,
  }))
}

function drawTable(pen: SheetPen, table: SheetTable, lang: Language): void {
  const { doc } = pen
  const element = doc.struct('Table', { lang })
  pen.root.add(element)
  const drawing = { pen: { doc, root: element }, places: columnsOf(table), lang }
  const head = () => {
    doc.y = drawRow(drawing, { tag: 'TH', cells: table.columns, about: [] })
    rule(pen, COLOUR.soft)
  }
  head()
  for (const row of table.rows) {
    if (makeRoom(pen, heightOfRow(drawing, row) + RULE)) head()
    const top = doc.y
    const bottom = drawRow(drawing, { tag: 'TD', ...row })
    const place = drawing.places[table.drawn]
    const number = { text: row.cells[table.drawn] ?? '', ...CELL }
    const barAt = top + heightIn(drawing, number, place) + GAP
    if (place) bar(pen, { ...place, y: barAt, share: row.share })
    doc.y = Math.max(bottom, barAt + BAR)
    rule(pen, COLOUR.line)
  }
  element.end()
}

type Place = { readonly x: number; readonly width: number }

/** What the rows of one table are drawn with. */
type Drawing = {
  readonly pen: SheetPen
  readonly places: readonly Place[]
  readonly lang: Language
}

type Line = Omit<Style, 'at' | 'width'> & { readonly text: string }
type Row = Omit<SheetRow, 'share'> & { readonly tag: 'TH' | 'TD' }

const heightIn = ({ pen }: Drawing, { text, ...style }: Line, place: Place | undefined): number =>
  heightOf(pen, text, { ...style, width: place?.width ?? INNER })

/** The texts of each cell, one under another. */
const linesOf = ({ cells, about, tag }: Row): readonly (readonly Line[])[] =>
  cells.map((text, index) => [
    { text, ...(tag === 'TH' ? HEAD : CELL) },
    ...(index === 0 ? about.map((small) => ({ text: small, ...SMALL })) : []),
  ])

const heightOfRow = (drawing: Drawing, row: SheetRow): number =>
  Math.max(
    ...linesOf({ ...row, tag: 'TD' }).map((lines, index) =>
      lines.reduce((sum, line) => sum + heightIn(drawing, line, drawing.places[index]), GAP + BAR),
    ),
  )

/** Where it ends. */
function drawRow(drawing: Drawing, row: Row): number {
  const { doc, root } = drawing.pen
  const top = doc.y
  const own = doc.struct('TR')
  root.add(own)
  const ends = linesOf(row).map((lines, index) => {
    const { x, width } = drawing.places[index] ?? { x: PAGE.margin, width: INNER }
    const { lang } = drawing
    const cell = doc.struct(index === 0 ? 'TH' : row.tag, { lang })
    own.add(cell)
    const pen = { doc, root: cell }
    const bottom = lines.reduce(
      (y, { text, ...style }) =>
        write(pen, { tag: 'P', lang, text }, { ...style, at: [x, y], width }),
      top,
    )
    cell.end()
    return bottom
  })
  own.end()
  return Math.max(...ends)
}

type Length = Place & { readonly y: number; readonly share: number }

/** As long as its share of the column whose number it draws. */
function bar({ doc }: SheetPen, { x, y, width, share }: Length): void {
  if (share === 0) return
  artifact(doc, () => {
    doc.rect(x, y, width * share, BAR).fill(COLOUR.caspian)
  })
}

function rule({ doc }: SheetPen, colour: string): void {
  doc.y += 3
  artifact(doc, () => {
    doc.moveTo(PAGE.margin, doc.y).lineTo(PAGE.width - PAGE.margin, doc.y)
    doc.lineWidth(0.5).strokeColor(colour).stroke()
  })
  doc.y += 4
}
