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

type SheetTable = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly share: number }[]
  /** What is said where there is no row. */
  readonly none: string
}

const MARGINS = { top: 64, bottom: 72, left: PAGE.margin, right: PAGE.margin } as const
const HEAD = { size: 8.5, bold: true, colour: COLOUR.soft } as const
const CELL = { size: 10 } as const
const BAR = 3

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
      makeRoom(pen, 80)
      below('H2', table.title, { size: 13, bold: true, colour: COLOUR.caspian, gap: 6 })
      if (table.rows.length === 0) below('P', table.none, { ...CELL, gap: 0 })
      else drawTable(pen, table, language)
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
function columnsOf({ columns }: SheetTable): readonly { x: number; width: number }[] {
  const unit = INNER / (columns.length + 1)
  return columns.map((_, index) => ({
    x: PAGE.margin + (index === 0 ? 0 : unit * (index + 1)),
    width: index === 0 ? unit * 2 - 8 : unit - 8,
  }))
}

function drawTable(pen: SheetPen, table: SheetTable, lang: Language): void {
  const { doc, root } = pen
  const places = columnsOf(table)
  const element = doc.struct('Table', { lang })
  root.add(element)
  const row = (tag: 'TH' | 'TD', cells: readonly string[], style: typeof HEAD | typeof CELL) => {
    const top = doc.y
    const heights = cells.map((text, index) =>
      heightOf(pen, text, { ...style, width: places[index]?.width ?? INNER }),
    )
    const own = doc.struct('TR')
    element.add(own)
    cells.forEach((text, index) => {
      const { x, width } = places[index] ?? { x: PAGE.margin, width: INNER }
      const cell = { tag: index === 0 ? 'TH' : tag, lang, text }
      write({ doc, root: own }, cell, { ...style, at: [x, top], width })
    })
    own.end()
    doc.y = top + Math.max(...heights)
  }
  row('TH', table.columns, HEAD)
  rule(pen, COLOUR.soft)
  for (const { cells, share } of table.rows) {
    if (makeRoom(pen, 34)) row('TH', table.columns, HEAD)
    row('TD', cells, CELL)
    bar(pen, share)
    rule(pen, COLOUR.line)
  }
  element.end()
}

function bar({ doc }: SheetPen, share: number): void {
  doc.y += 2
  if (share > 0) {
    artifact(doc, () => {
      doc.rect(PAGE.margin, doc.y, INNER * share, BAR).fill(COLOUR.caspian)
    })
  }
  doc.y += BAR
}

function rule({ doc }: SheetPen, colour: string): void {
  doc.y += 3
  artifact(doc, () => {
    doc.moveTo(PAGE.margin, doc.y).lineTo(PAGE.width - PAGE.margin, doc.y)
    doc.lineWidth(0.5).strokeColor(colour).stroke()
  })
  doc.y += 4
}
