import PDFDocument from 'pdfkit'
import { face } from '#telling/sheet-faces.ts'
import type { SheetPen } from '#telling/sheet-pen.ts'

export type SheetMoment = NonNullable<PDFKit.DocumentInfo['CreationDate']>

type About = {
  readonly title: string
  readonly author: string
  readonly madeAt: SheetMoment
  /** What it is read in where that is not Azerbaijani, and how large its pages are. */
  readonly lang?: string
  readonly size?: readonly [number, number]
  /** Where text flows from page to page; a sheet whose every place is its own has none. */
  readonly margins?: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
}

/** A tagged file to keep for long, with what is drawn on it; the same gives the same bytes. */
export async function sheetFile(
  { title, author, madeAt, margins, lang = 'az', size }: About,
  draw: (pen: SheetPen) => void,
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: size === undefined ? 'A4' : [...size],
    ...(margins === undefined ? { margin: 0 } : { margins: { ...margins }, bufferPages: true }),
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang,
    displayTitle: true,
    // Built-in faces are not embedded, which PDF/A forbids; and one that is known by its file first
    // and by a name of ours later is read anew each time it is set.
    font: '',
    info: { Title: title, Author: author, CreationDate: madeAt, ModDate: madeAt },
  })
  const whole = collected(doc)
  doc.registerFont('regular', face('regular')).registerFont('bold', face('bold')).font('regular')
  const root = doc.struct('Document')
  doc.addStructure(root)
  draw({ doc, root })
  root.end()
  doc.end()
  return whole
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })
}
