import type { Act, Fact, Line, Rest, Score } from '#telling/act/lines.ts'
import { pointsOfMost } from '#telling/amounts.ts'
import { passMarkText } from '#telling/explanation.tsx'
import { isWritable } from '#telling/sheet-faces.ts'
import { sheetFile, type SheetMoment } from '#telling/sheet-file.ts'
import { artifact, COLOUR, drawEdges, heightOf, INNER, PAGE } from '#telling/sheet-pen.ts'
import type { SheetPen } from '#telling/sheet-pen.ts'
import { sheetWords } from '#telling/status-document-words.ts'

/** A decision to keep on paper: the act first, then, on a page of its own, what translates it. */
export type ActSheet = {
  readonly acts: readonly [Act, ...Act[]]
  readonly number: string
  readonly madeAt: SheetMoment
  readonly demonstration: boolean
}

const MARGINS = { top: 64, bottom: 72, left: PAGE.margin, right: PAGE.margin } as const

export function actSheetPdf({
  acts,
  number,
  madeAt,
  demonstration,
}: ActSheet): Promise<Uint8Array> {
  const [{ title, authority }] = acts
  const about = { title: `${title} ${number}`, author: authority, madeAt, margins: MARGINS }
  return sheetFile(about, ({ doc, root }) => {
    doc.y = MARGINS.top
    acts.forEach((act, index) => {
      if (index > 0) doc.addPage()
      drawAct({ doc, root, act }, demonstration)
    })
    drawEdges(doc, number)
  })
}

type Pen = SheetPen & { readonly act: Act }

type Look = {
  readonly size: number
  readonly bold?: boolean
  readonly colour?: string
  readonly before?: number
  readonly indent?: number
  /** How much must find room below it on the same page. */
  readonly keeps?: number
}

const QUIET = { size: 9, colour: COLOUR.soft } as const
const BODY = { size: 10.5, before: 5 } as const
const SMALL = { size: 9, colour: COLOUR.soft, before: 3 } as const
const PROVISIONAL = { size: 9, colour: '#714A00', before: 3 } as const

function drawAct(pen: Pen, demonstration: boolean): void {
  const { act } = pen
  flow(pen, { tag: 'P', text: act.mark }, QUIET)
  if (act.authority !== '') flow(pen, { tag: 'P', text: act.authority }, { ...BODY, before: 10 })
  flow(pen, { tag: 'H1', text: act.title }, { size: 24, bold: true, colour: COLOUR.caspian })
  drawRule(pen)
  act.facts.filter((fact) => isShown(fact, act)).forEach((fact) => drawFact(pen, fact))
  drawRule(pen)
  if (act.outcome.word !== '')
    flow(pen, { tag: 'P', text: act.outcome.word }, { ...SMALL, bold: true })
  flow(pen, { tag: 'H2', text: act.outcome.sentence }, { size: 16, bold: true, before: 2 })
  for (const sentence of act.outcome.meaning) flow(pen, { tag: 'P', text: sentence }, BODY)
  for (const { title, lines } of act.parts) {
    flow(
      pen,
      { tag: 'H2', text: title },
      { size: 13, bold: true, colour: COLOUR.caspian, before: 16, keeps: 40 },
    )
    lines.forEach((line) => drawLine(pen, line, 0))
  }
  if (!demonstration) return
  const notice = sheetWords[act.language].demonstration
  flow(
    pen,
    { tag: 'P', text: notice },
    { size: 8.5, bold: true, colour: COLOUR.pomegranate, before: 18 },
  )
}

/** A name that the faces cannot write stands in the letters of the passport, which is beside it. */
const isShown = ({ value }: Fact, { facts }: Act): boolean =>
  isWritable(value) || facts.every((each) => !/^[A-Z<]+$/.test(each.value))

type Piece = { readonly tag: string; readonly text: string; readonly lang?: string }

/** A text below what was drawn, on as many pages as it takes. */
function flow(pen: Pen, { tag, text, lang = pen.act.language }: Piece, look: Look): void {
  const { doc, root } = pen
  const { size, bold, colour, before = 0, indent = 0, keeps = 0 } = look
  const width = INNER - indent
  const style = { size, width, ...(bold === undefined ? {} : { bold }) }
  const needed = Math.min(heightOf({ doc, root }, text, style), 3 * size) + keeps
  doc.y += before
  if (doc.y + needed > PAGE.height - MARGINS.bottom) doc.addPage()
  root.add(
    doc.struct(tag, { lang }, () => {
      doc.font(bold === true ? 'bold' : 'regular').fontSize(size)
      doc.fillColor(colour ?? COLOUR.ink)
      doc.text(text, PAGE.margin + indent, doc.y, { width, lineGap: 1.5 })
    }),
  )
}

function drawRule({ doc }: Pen): void {
  doc.y += 8
  artifact(doc, () => {
    doc.moveTo(PAGE.margin, doc.y).lineTo(PAGE.width - PAGE.margin, doc.y)
    doc.lineWidth(0.75).strokeColor(COLOUR.line).stroke()
  })
  doc.y += 6
}

const LABEL_WIDTH = 170
const BESIDE = LABEL_WIDTH + 12

/** What it is called beside what it is. */
function drawFact(pen: Pen, { label, value }: Fact): void {
  const { doc, root, act } = pen
  const width = INNER - BESIDE
  const height = Math.max(
    heightOf(pen, label, { size: 9, width: LABEL_WIDTH }),
    heightOf(pen, value, { size: 10.5, width }),
  )
  if (doc.y + height > PAGE.height - MARGINS.bottom) doc.addPage()
  const top = doc.y
  const sides = [
    { text: label, x: PAGE.margin, y: top + 1.5, width: LABEL_WIDTH, size: 9, fill: COLOUR.soft },
    { text: value, x: PAGE.margin + BESIDE, y: top, width, size: 10.5, fill: COLOUR.ink },
  ]
  for (const { text, x, y, width: wide, size, fill } of sides) {
    root.add(
      doc.struct('P', { lang: act.language }, () => {
        doc.font('regular').fontSize(size).fillColor(fill).text(text, x, y, { width: wide })
      }),
    )
  }
  doc.y = top + height + 4
}

function drawLine(pen: Pen, line: Line, indent: number): void {
  switch (line.is) {
    case 'heading':
      return flow(
        pen,
        { tag: 'H3', text: line.text },
        { size: 11, bold: true, before: 8, keeps: 20, indent },
      )
    case 'text':
      return flow(pen, { tag: 'P', text: sentence(line) }, { ...BODY, indent })
    case 'small':
      return flow(pen, { tag: 'P', text: sentence(line) }, { ...SMALL, indent })
    case 'rest':
      return drawRest(pen, line.rest, indent)
    case 'fact':
      pen.doc.y += 4
      return drawFact(pen, line.fact)
    case 'written':
      return line.text
        .split(/\n\s*\n/)
        .forEach((text) =>
          flow(pen, { tag: 'P', text, lang: line.language }, { ...BODY, indent: indent + 14 }),
        )
    case 'sum': {
      const { points, total, passMark } = line.sum
      const { language } = pen.act
      const text = `${pointsOfMost(points, total, language)}. ${passMarkText(passMark, language)}`
      return flow(pen, { tag: 'P', text }, { ...BODY, bold: true })
    }
    case 'scores':
      return line.scores.forEach((score) => drawScore(pen, score))
  }
}

function drawScore(pen: Pen, { title, points, pointsMax, lines }: Score): void {
  const given = pointsOfMost(points, pointsMax, pen.act.language)
  flow(
    pen,
    { tag: 'H3', text: `${title}: ${given}` },
    { size: 10.5, bold: true, before: 10, keeps: 24 },
  )
  lines.forEach((line) => drawLine(pen, line, 14))
}

function drawRest(pen: Pen, rest: Rest, indent: number): void {
  const text = restText(rest)
  flow(pen, { tag: 'P', text }, { ...(rest.isProvisional ? PROVISIONAL : SMALL), indent })
}

const restText = ({ what, text, isProvisional }: Rest): string =>
  `${what === undefined ? '' : `${what}: `}${isProvisional ? '' : '§ '}${text}`

const sentence = ({
  text,
  rests = [],
}: {
  readonly text: string
  readonly rests?: readonly Rest[]
}) => [text, ...rests.map((rest) => `(${restText(rest)})`)].join(' ')
