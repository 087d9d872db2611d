import { mm, TONE, type Box, type Spot } from '#telling/material/blocks.ts'
import { COURSES, GATE, INNER_STAR, OUTER_STAR, SEA, SKYLINE } from '#ui/ornaments.tsx'

/** The lines of the brand on paper; the portal draws the same ones. */

type Line = { readonly colour: string; readonly width: number }

const STAR_UNITS = 40

/** Rows of eight-pointed stars that fill a box, whole ones only from its lower edge up. */
export function stars(
  doc: PDFKit.PDFDocument,
  { x, y, width, height }: Box,
  { tile, colour }: { readonly tile: number; readonly colour: string },
): void {
  doc.save()
  doc.rect(x, y, width, height).clip()
  for (let top = y + height - tile; top > y - tile; top -= tile) {
    for (let left = x; left < x + width; left += tile) {
      star(doc, { x: left, y: top }, { side: tile, line: { colour, width: tile / 36 } })
    }
  }
  doc.restore()
}

export function star(
  doc: PDFKit.PDFDocument,
  { x, y }: Spot,
  { side, line }: { readonly side: number; readonly line: Line },
): void {
  const scale = side / STAR_UNITS
  doc.save()
  doc.translate(x, y).scale(scale)
  doc
    .lineWidth(line.width / scale)
    .strokeColor(line.colour)
    .lineJoin('round')
  doc.path(OUTER_STAR).stroke().path(INNER_STAR).stroke()
  doc.restore()
}

/** The mark of Keçid. */
export function gate(
  doc: PDFKit.PDFDocument,
  { x, y }: Spot,
  { side, colour }: { readonly side: number; readonly colour: string },
): void {
  doc.save()
  doc.translate(x, y).scale(side / STAR_UNITS)
  doc.lineWidth(2.5).strokeColor(colour).lineJoin('miter')
  for (const path of GATE) doc.path(path).stroke()
  doc.restore()
}

/** A border of carpet steps that hangs from a line. */
export function steps(
  doc: PDFKit.PDFDocument,
  { x, y, width }: Spot & { readonly width: number },
  { tread, colour }: { readonly tread: number; readonly colour: string },
): void {
  const rise = tread * 0.75
  doc.save()
  doc.rect(x, y, width, 4 * rise).clip()
  doc.fillColor(colour)
  for (let left = x; left < x + width; left += 6 * tread) {
    doc.rect(left, y, 5 * tread, rise).fill()
    doc.rect(left + tread, y + rise, 3 * tread, rise).fill()
    doc.rect(left + 2 * tread, y + 2 * rise, tread, rise).fill()
  }
  doc.restore()
}

const SKYLINE_UNITS = { width: 1440, height: 214 } as const

/** Where land and sea meet, which goes on beyond the drawing. */
const SHORE = 172

/** Baku from the bay; where there is more height than it needs, its ends lie outside of the box. */
export function skyline(
  doc: PDFKit.PDFDocument,
  { x, y, width, height }: Box,
  { colour, sea }: { readonly colour: string; readonly sea: string },
): void {
  const scale = height / SKYLINE_UNITS.height
  doc.save()
  doc.rect(x, y, width, height).clip()
  doc.translate(x + (width - SKYLINE_UNITS.width * scale) / 2, y).scale(scale)
  doc.lineJoin('round').lineCap('round')
  const line = (path: string, wide: number, stroke: string) =>
    doc.path(path).lineWidth(wide).strokeColor(stroke).stroke()
  line(SEA, 1.5, sea)
  line(COURSES, 1, sea)
  line(SKYLINE, 2, colour)
  line(`M-4000 ${SHORE}H-200M1640 ${SHORE}H4000`, 2, colour)
  doc.restore()
}

/** The ground of a dark page, with its stars above and the steps below them. */
export function darkGround(
  doc: PDFKit.PDFDocument,
  ground: Box,
  { band, tile }: { readonly band: number; readonly tile: number },
): void {
  const { x, y, width, height } = ground
  doc.rect(x, y, width, height).fill(TONE.dark)
  doc.rect(x, y, width, band).fill(TONE.caspian)
  stars(doc, { x, y, width, height: band }, { tile, colour: TONE.thread })
  steps(doc, { x, y: y + band, width }, { tread: tile / 9, colour: TONE.saffron })
}

/** What is printed beyond the edge, so that no white is left where the knife slips. */
export const BLEED = mm(3)
