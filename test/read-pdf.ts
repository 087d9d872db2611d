import { PDF } from '@libpdf/core'
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium'
import jsQR from 'jsqr'

/** A page as other programs than ours read it. */
export type ReadPage = {
  /** What the square code says; nothing where none is found. */
  readonly code: string | undefined
  /** Lines of text and where each stands, in points from the lower left. */
  readonly lines: readonly ReadLine[]
  /** The same, a line of each column where some stand beside each other, with the size of it. */
  readonly pieces: readonly (ReadLine & { readonly size: number })[]
}
export type ReadLine = { readonly text: string; readonly box: Box }
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

let opened: Promise<PDFiumLibrary> | undefined

/** The text of all pages, by PDFium, which browsers show files with. */
export const textOfPdf = async (bytes: Uint8Array): Promise<string> =>
  (await textsOfPdf(bytes)).join('\n')

/** The same, each page by itself. */
export async function textsOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await (await (opened ??= PDFiumLibrary.init())).loadDocument(bytes)
  const texts = [...document.pages()].map((page) => page.getText().replaceAll('\r\n', '\n'))
  document.destroy()
  return texts
}

/** Pages as they are seen: the square code from the drawn page, and where each line stands. */
export async function readPdf(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const document = await (await (opened ??= PDFiumLibrary.init())).loadDocument(bytes)
  const places = (await PDF.load(bytes)).extractText()
  const pages: ReadPage[] = []
  for (const page of document.pages()) {
    const code = await codeOn(document, page.number)
    const lines = places[page.number]?.lines ?? []
    const pieces = lines.flatMap(({ spans }) => spans).flatMap(piecesOf)
    pages.push({ code, lines: lines.map(({ text, bbox }) => ({ text, box: bbox })), pieces })
  }
  document.destroy()
  return pages
}

type Span = ReturnType<PDF['extractText']>[number]['lines'][number]['spans'][number]

/** What stands further apart than two letters is of two columns. */
function piecesOf({ chars, fontSize }: Span): ReadPage['pieces'] {
  const pieces: { text: string; box: Box; size: number }[] = []
  // A space may be what the reader put between two columns.
  for (const { char, bbox } of chars.filter((each) => each.char.trim() !== '')) {
    const last = pieces.at(-1)
    const end = last && last.box.x + last.box.width
    if (last && end !== undefined && bbox.x >= last.box.x && bbox.x - end < 2 * fontSize) {
      last.text += char
      last.box = { ...last.box, width: Math.max(end, bbox.x + bbox.width) - last.box.x }
    } else pieces.push({ text: char, box: bbox, size: fontSize })
  }
  return pieces
}

/** As a hand that holds a phone, it looks from a second distance where it sees nothing at first. */
async function codeOn(document: PDFiumDocument, number: number): Promise<string | undefined> {
  for (const scale of [2, 1.5]) {
    // A page that was drawn is closed, and is opened again for the next look.
    const page = document.getPage(number)
    const { data, width, height } = await page.render({ scale, render: 'bitmap' })
    const code = jsQR.default(new Uint8ClampedArray(data), width, height)?.data
    if (code !== undefined) return code
  }
  return undefined
}

/** Pairs of lines that stand on each other, by more than lines set close do. */
export function overlaps(lines: readonly ReadLine[]): readonly string[] {
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => shared(one.box, other.box) > 0.4)
      .map((other) => `${one.text} | ${other.text}`),
  )
}

/** Which part of the smaller box lies in the other. */
function shared(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  const smaller = Math.min(one.width * one.height, other.width * other.height)
  return smaller === 0 || width < 0 || height < 0 ? 0 : (width * height) / smaller
}
