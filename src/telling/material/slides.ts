import { notesOn, type MaterialContent, type Told } from '#core/promotion/material.ts'
import {
  across,
  fit,
  gap,
  said,
  stack,
  TONE,
  type Block,
  type Box,
  type MaterialPen,
} from '#telling/material/blocks.ts'
import { named } from '#telling/material/leaflet.ts'
import { darkGround, gate, skyline, stars, steps } from '#telling/material/ornaments.ts'
import { filled, type Page, type Paper } from '#telling/material/pages.ts'
import {
  address,
  contact,
  criteriaDown,
  DARK,
  figuresAcross,
  foot,
  getsDown,
  heading,
  inTwo,
  meeting,
  square,
  stepsDown,
} from '#telling/material/parts.ts'
import { artifact } from '#telling/sheet-pen.ts'

/** 16:9, as screens are. */
export const SCREEN: Paper = { width: 960, height: 540, as: 'screen' }

const MARGIN = 56
const INNER = SCREEN.width - 2 * MARGIN
const WHOLE: Box = { x: 0, y: 0, width: SCREEN.width, height: SCREEN.height }

export function slidePages(content: MaterialContent): readonly Page[] {
  const { headings } = content
  const what = [said(content.what, { size: 21, leading: 1.4 }), figuresAcross(content, 46)]
  const told: readonly Slide[] = [
    { title: content.whatTitle, blocks: what, shown: content.figures },
    {
      title: headings.criteria,
      blocks: inTwo(criteriaDown(content, 22), 40),
      shown: content.criteria,
    },
    { title: headings.gets, blocks: inTwo(getsDown(content, 18), 40), shown: content.gets },
    { title: headings.steps, blocks: inTwo(stepsDown(content, 23), 40), shown: [] },
  ]
  return [
    opening(content),
    ...told.map((slide, index): Page => (pen) => {
      inside(pen, slide)
      const notes = [`${content.asOf}.`, ...notesOn(content, slide.shown)].join(' ')
      edges(pen, { notes, number: index + 2 })
    }),
    closing(content),
  ]
}

const opening =
  (content: MaterialContent): Page =>
  (pen) => {
    const { doc } = pen
    artifact(doc, () => {
      darkGround(doc, WHOLE, { band: 70, tile: 35 })
      skyline(
        doc,
        { x: 0, y: 404, width: 1600, height: 120 },
        { colour: TONE.mist, sea: TONE.thread },
      )
    })
    fit(pen, { x: MARGIN, y: 104, width: INNER, height: 376, between: 16, apart: 70 }, [
      stack(
        named(content, 15),
        gap(16),
        said(content.title, {
          tag: 'H1',
          size: 50,
          bold: true,
          colour: TONE.paper,
          leading: 1.1,
        }),
        gap(20),
        said(content.lead, { size: 20, colour: TONE.mist, leading: 1.35 }),
      ),
      across(
        [
          { share: 5, block: meeting(content, 17, DARK) },
          { share: 6, block: gap(0) },
        ],
        0,
      ),
    ])
  }

type Slide = {
  readonly title: string
  readonly blocks: readonly Block[]
  /** What of the content stands on it. */
  readonly shown: readonly Told[]
}

function inside(pen: MaterialPen, { title, blocks }: Slide): void {
  fit(pen, { x: MARGIN, y: 40, width: INNER - 90, height: 54 }, [heading(title, 34)])
  fit(pen, { x: MARGIN, y: 112, width: INNER, height: 356, between: 16, apart: 34 }, blocks)
}

function edges(
  pen: MaterialPen,
  { notes, number }: { readonly notes: string; readonly number: number },
): void {
  const { doc } = pen
  artifact(doc, () => {
    gate(doc, { x: SCREEN.width - MARGIN - 40, y: 42 }, { side: 40, colour: TONE.caspian })
    steps(doc, { x: 0, y: 0, width: SCREEN.width }, { tread: 5, colour: TONE.caspian })
  })
  fit(pen, { x: MARGIN, y: 484, width: INNER, height: 34 }, [
    across(
      [
        { share: 14, block: said(notes, { size: 11, colour: TONE.soft }) },
        { share: 1, block: said(String(number), { size: 11, colour: TONE.soft }) },
      ],
      20,
    ),
  ])
}

const closing =
  (content: MaterialContent): Page =>
  (pen) => {
    const [first] = content.steps
    const half = SCREEN.width * 0.56
    filled(pen, { ...WHOLE, x: half, width: SCREEN.width - half }, TONE.stone)
    artifact(pen.doc, () => {
      pen.doc.rect(half, 0, SCREEN.width - half, 40).fill(TONE.caspian)
      const band = { x: half, y: 0, width: SCREEN.width - half, height: 40 }
      stars(pen.doc, band, { tile: 20, colour: TONE.thread })
      steps(pen.doc, { ...band, y: 40 }, { tread: 4, colour: TONE.caspian })
    })
    fit(pen, { x: MARGIN, y: 44, width: half - MARGIN - 30, height: 452, between: 10, apart: 24 }, [
      stack(heading(first?.title ?? '', 34), gap(8), said(first?.text ?? '', { size: 18 })),
      square(content, 250),
      stack(
        said(content.headings.scan, { size: 17, colour: TONE.soft }),
        address(content, { size: 26, colour: TONE.caspian }),
      ),
    ])
    fit(
      pen,
      {
        x: half + 30,
        y: 84,
        width: SCREEN.width - half - 30 - MARGIN,
        height: 412,
        between: 20,
        apart: 200,
      },
      [contact(content, 16), foot({ ...content, notes: notesOn(content, []) }, 10.5)],
    )
  }
