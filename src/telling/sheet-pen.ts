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

/** One piece of text as an element of the structure, in its language. */
export function write(
  { doc, root }: SheetPen,
  element: { readonly tag: string; readonly lang: string; readonly text: string },
  style: Style,
): void {
  const { tag, lang, text } = element
  root.add(
    doc.struct(tag, { lang }, () => {
      const [x, y] = style.at
      setFace(doc, style)
      doc.fillColor(style.colour ?? COLOUR.ink).text(text, x, y, {
        width: style.width ?? INNER,
        characterSpacing: style.spacing ?? 0,
        lineGap: style.lineGap ?? 0,
      })
    }),
  )
}

/** A part of a line in a language of its own; what a name or a number is in, nobody can say. */
export type Span = { readonly lang?: string; readonly text: string; readonly link?: string }

/** A line of several languages, each of its parts tagged with its own, as one paragraph. */
export function writeSpans({ doc, root }: SheetPen, spans: readonly Span[], style: Style): void {
  const [x, y] = style.at
  const elements = spans.map(({ lang, text, link }, index) =>
    doc.struct(link === undefined ? 'Span' : 'Link', lang === undefined ? {} : { lang }, () => {
      setFace(doc, style)
      const options = {
        width: style.width ?? INNER,
        characterSpacing: style.spacing ?? 0,
        lineGap: style.lineGap ?? 0,
        continued: index < spans.length - 1,
        ...(link === undefined ? {} : { link }),
      }
      doc.fillColor(style.colour ?? COLOUR.ink)
      if (index === 0) doc.text(text, x, y, options)
      else doc.text(text, options)
    }),
  )
  root.add(doc.struct('P', {}, elements))
}

const setFace = (doc: PDFKit.PDFDocument, { bold, size }: Pick<Style, 'bold' | 'size'>) =>
  doc.font(bold === true ? 'bold' : 'regular').fontSize(size ?? 10)

export function heightOf(
  { doc }: SheetPen,
  text: string,
  { width, lineGap = 0, ...style }: Omit<Style, 'at'>,
): number {
  return setFace(doc, style).heightOfString(text, { width: width ?? INNER, lineGap })
}

/** What is only to be looked at: a screen reader passes over it. */
export function artifact(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}
