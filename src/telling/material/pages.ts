import type { MaterialContent } from '#core/promotion/material.ts'
import { mm, type Box, type MaterialPen } from '#telling/material/blocks.ts'
import { BLEED } from '#telling/material/ornaments.ts'
import { sheetFile, type SheetMoment } from '#telling/sheet-file.ts'
import { artifact } from '#telling/sheet-pen.ts'

/** Pages of one size, as they are when they are cut. */
export type Paper = {
  readonly width: number
  readonly height: number
  /**
   * `cut` shows the marks at which it is cut from a larger sheet; `whole` is paper that a mission
   * has, so that it is shown and printed without them, and only a printing house sees them;
   * `screen` has none.
   */
  readonly as: 'cut' | 'whole' | 'screen'
  /** Where it is folded, from its left edge. */
  readonly fold?: number
}

/** Draws one page, from the corner that it is cut to. */
export type Page = (pen: MaterialPen, paper: Paper) => void

/** Between the edge of a page and that of the sheet that it is printed on: the marks. */
const ROOM_FOR_MARKS = mm(9)

/** The file of all pages; the same content gives the same bytes. */
export function pagesOf(
  content: MaterialContent,
  { paper, pages, madeAt }: { paper: Paper; pages: readonly Page[]; madeAt: SheetMoment },
): Promise<Uint8Array> {
  const edge = paper.as === 'screen' ? 0 : ROOM_FOR_MARKS
  const size = [paper.width + 2 * edge, paper.height + 2 * edge] as const
  const { language: lang, title, mission } = content
  return sheetFile({ title, author: mission.title, madeAt, lang, size }, ({ doc, root }) => {
    for (const [index, page] of pages.entries()) {
      if (index > 0) doc.addPage()
      doc.translate(edge, edge)
      page({ doc, root, lang }, paper)
      if (paper.as === 'screen') continue
      boxes(doc, paper)
      marks(doc, paper)
    }
  })
}

/** What is cut away and what is shown, for whoever prints it (PDF 1.7, 14.11.2). */
function boxes(doc: PDFKit.PDFDocument, { width, height, as }: Paper): void {
  const around = (by: number) => [
    ROOM_FOR_MARKS - by,
    ROOM_FOR_MARKS - by,
    ROOM_FOR_MARKS + width + by,
    ROOM_FOR_MARKS + height + by,
  ]
  const { data } = doc.page.dictionary
  Object.assign(data, {
    TrimBox: around(0),
    BleedBox: around(BLEED),
    CropBox: around(as === 'whole' ? 0 : ROOM_FOR_MARKS),
  })
}

const MARK = { from: BLEED + mm(1), until: mm(8.5) } as const

/** Thin lines at each corner, clear of what is printed beyond the edge; dashed ones at the fold. */
function marks(doc: PDFKit.PDFDocument, { width, height, fold }: Paper): void {
  artifact(doc, () => {
    doc.save().lineWidth(0.25).strokeColor('#000000')
    for (const x of [0, width]) {
      for (const [from, until] of outsideOf(height)) doc.moveTo(x, from).lineTo(x, until).stroke()
    }
    for (const y of [0, height]) {
      for (const [from, until] of outsideOf(width)) doc.moveTo(from, y).lineTo(until, y).stroke()
    }
    if (fold !== undefined) {
      doc.dash(2, { space: 1.5 })
      for (const [from, until] of outsideOf(height)) {
        doc.moveTo(fold, from).lineTo(fold, until).stroke()
      }
    }
    doc.restore()
  })
}

const outsideOf = (length: number): readonly (readonly [number, number])[] => [
  [-MARK.from, -MARK.until],
  [length + MARK.from, length + MARK.until],
]

/** The whole page and what is printed beyond it. */
export const withBleed = ({ width, height }: Paper): Box => ({
  x: -BLEED,
  y: -BLEED,
  width: width + 2 * BLEED,
  height: height + 2 * BLEED,
})

export function filled({ doc }: MaterialPen, box: Box, colour: string): void {
  artifact(doc, () => doc.rect(box.x, box.y, box.width, box.height).fill(colour))
}
