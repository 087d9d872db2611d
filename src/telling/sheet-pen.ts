/** What the status document is drawn with: its colours, its measures and its tagged text. */
export const COLOUR = {
  ink: '#14202B',
  soft: '#4C5A66',
  caspian: '#0B4F6C',
  stone: '#F6F3EE',
  line: '#C9C3B8',
  pomegranate: '#A4133C',
} as const

export const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const
export const INNER = PAGE.width - 2 * PAGE.margin
export const GAP = 28
export const COLUMN = (INNER - GAP) / 2

/** A document with the root of its structure, to which every piece of text is added. */
export type SheetPen = {
  readonly doc: PDFKit.PDFDocument
  readonly root: PDFKit.PDFStructureElement
}

export type Style = {
  readonly at: readonly [number, number]
  readonly width?: number
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly spacing?: number
  readonly lineGap?: number
}

/** A text in its language. */
export type Said = { readonly lang: string; readonly text: string }

/**
 * One piece of text as an element of the structure, in its language; tells where it ends below. An
 * address is a link as well.
 */
export function write(
  pen: SheetPen,
  element: Said & { readonly tag: string; readonly link?: string },
  style: Style,
): number {
  const { doc, root } = pen
  const { tag, lang, text, link } = element
  root.add(
    doc.struct(tag, { lang }, () => {
      setFace(doc, style)
      const options = link === undefined ? {} : { link }
      doc.text(text, ...style.at, { ...optionsOf(style), ...options })
    }),
  )
  return style.at[1] + heightOf(pen, text, style)
}

/** The same words in several languages on one line, each read aloud in its own. */
export function writeBeside(pen: SheetPen, parts: readonly Said[], style: Style): number {
  const { doc, root } = pen
  const texts = parts.map(({ text }, index) => (index === 0 ? text : ` · ${text}`))
  const spans = parts.map(({ lang }, index) =>
    doc.struct('Span', { lang }, () => {
      setFace(doc, style)
      const options = { ...optionsOf(style), continued: index < parts.length - 1 }
      if (index === 0) doc.text(texts[index] ?? '', ...style.at, options)
      else doc.text(texts[index] ?? '', options)
    }),
  )
  root.add(doc.struct('P', {}, spans))
  return style.at[1] + heightOf(pen, texts.join(''), style)
}

const setFace = (doc: PDFKit.PDFDocument, { bold, size, colour }: Omit<Style, 'at'>) =>
  doc
    .font(bold === true ? 'bold' : 'regular')
    .fontSize(size ?? 10)
    .fillColor(colour ?? COLOUR.ink)

/**
 * A letter is drawn as the one glyph that it is: taken apart into letter and mark, which faces do
 * to set marks finely, what is read out of the file would lose the mark.
 */
const WHOLE_LETTERS = { ccmp: false }

function optionsOf({ width, spacing, lineGap }: Omit<Style, 'at'>): PDFKit.Mixins.TextOptions {
  const options = {
    width: width ?? INNER,
    characterSpacing: spacing ?? 0,
    lineGap: lineGap ?? 0,
  }
  Reflect.set(options, 'features', WHOLE_LETTERS) // its types know only what is switched on
  return options
}

/** How high a text stands in its style. */
export const heightOf = ({ doc }: SheetPen, text: string, style: Omit<Style, 'at'>): number =>
  setFace(doc, style).heightOfString(text, optionsOf(style))

/** What is only to be looked at: a screen reader passes over it. */
export function artifact(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

/** On every page, once it is known how many there are: what it is of, and which page. */
export function drawEdges(doc: PDFKit.PDFDocument, name: string): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    const { bottom } = doc.page.margins
    doc.page.margins.bottom = 0 // else text this low would begin a page
    artifact(doc, () => {
      doc.rect(0, 0, PAGE.width, 12).fill(COLOUR.caspian)
      doc.font('regular').fontSize(8.5).fillColor(COLOUR.soft)
      const text = `${name} · ${page + 1} / ${count}`
      doc.text(text, PAGE.margin, PAGE.height - 40, { width: INNER, align: 'right' })
    })
    doc.page.margins.bottom = bottom
  }
}
