import { PDF } from '@libpdf/core'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQR from 'jsqr'

/** A page as other programs than ours read it. */
export type ReadPage = {
  /** What the square code says; nothing where none is found. */
  readonly code: string | undefined
  /** Lines of text and where each stands, in points from the lower left. */
  readonly lines: readonly ReadLine[]
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
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await (await (opened ??= PDFiumLibrary.init())).loadDocument(bytes)
  const texts = [...document.pages()].map((page) => page.getText().replaceAll('\r\n', '\n'))
  document.destroy()
  return texts.join('\n')
}

/** Pages as they are seen: the square code from the drawn page, and where each line stands. */
export async function readPdf(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const document = await (await (opened ??= PDFiumLibrary.init())).loadDocument(bytes)
  const places = (await PDF.load(bytes)).extractText()
  const pages: ReadPage[] = []
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: 2, render: 'bitmap' })
    const code = jsQR.default(new Uint8ClampedArray(data), width, height)?.data
    const lines = places[page.number]?.lines ?? []
    pages.push({ code, lines: lines.map(({ text, bbox }) => ({ text, box: bbox })) })
  }
  document.destroy()
  return pages
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
