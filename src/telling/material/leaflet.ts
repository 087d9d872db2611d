import type { MaterialContent } from '#core/promotion/material.ts'
import {
  beside,
  drawing,
  fit,
  gap,
  mm,
  said,
  stack,
  TONE,
  type Block,
  type Box,
  type MaterialPen,
} from '#telling/material/blocks.ts'
import { BLEED, darkGround, gate, skyline, steps } from '#telling/material/ornaments.ts'
import { filled, withBleed, type Page, type Paper } from '#telling/material/pages.ts'
import {
  address,
  contact,
  criteriaDown,
  DARK,
  figuresAcross,
  figuresDown,
  foot,
  getsDown,
  heading,
  inTwo,
  meeting,
  square,
  stepsDown,
} from '#telling/material/parts.ts'
import { artifact } from '#telling/sheet-pen.ts'

const PANEL = { width: mm(148.5), height: mm(210), margin: mm(12) } as const

/** A4 on its side, folded once: four panels. */
export const FOLDED: Paper = {
  width: 2 * PANEL.width,
  height: PANEL.height,
  as: 'whole',
  fold: PANEL.width,
}
/** A5, both sides. */
export const HANDOUT: Paper = { width: mm(148), height: mm(210), as: 'cut' }

/** Where text stands in a panel that begins at x. */
const inside = (x: number, width: number): Box => ({
  x: x + PANEL.margin,
  y: PANEL.margin,
  width: width - 2 * PANEL.margin,
  height: PANEL.height - 2 * PANEL.margin,
})

/** Outside: what is in front when it is folded is read first, then the back. */
const outside =
  (content: MaterialContent): Page =>
  (pen, paper) => {
    const x = PANEL.width
    const right = { x, y: -BLEED, width: PANEL.width + BLEED, height: PANEL.height + 2 * BLEED }
    cover(pen, content, { ground: right, text: inside(x, PANEL.width) })
    const left = { ...withBleed(paper), width: PANEL.width + BLEED }
    filled(pen, left, TONE.stone)
    border(pen, left)
    back(pen, content, inside(0, PANEL.width))
  }

const TILE = PANEL.width / 16
const COVER = { band: BLEED + 4 * TILE, tile: TILE, sky: mm(26), event: mm(44) } as const

/** The front: what it is called, whom it asks for, and where one is met. */
function cover(
  pen: MaterialPen,
  content: MaterialContent,
  { ground, text }: { readonly ground: Box; readonly text: Box },
): void {
  const { doc } = pen
  const sky = PANEL.height - COVER.event - COVER.sky - mm(8)
  artifact(doc, () => {
    darkGround(doc, ground, COVER)
    skyline(doc, { ...ground, y: sky, height: COVER.sky }, { colour: TONE.mist, sea: TONE.thread })
  })
  const top = COVER.band + mm(7)
  fit(pen, { ...text, y: top, height: sky - top - mm(4) }, [
    named(content, 9.5),
    gap(14),
    said(content.title, {
      tag: 'H1',
      size: 36,
      bold: true,
      colour: TONE.paper,
      leading: 1.12,
    }),
    gap(16),
    said(content.lead, { size: 14, colour: TONE.mist, leading: 1.35 }),
  ])
  const event = PANEL.height - COVER.event
  fit(pen, { ...text, y: event, height: COVER.event - mm(10), from: 'middle' }, [
    meeting(content, 12, DARK),
  ])
}

/** What hangs over a light page from its upper edge. */
export const border = ({ doc }: MaterialPen, { x, y, width }: Box) =>
  artifact(doc, () => {
    doc.rect(x, y, width, BLEED + mm(1.5)).fill(TONE.caspian)
    steps(doc, { x, y: y + BLEED + mm(1.5), width }, { tread: TILE / 9, colour: TONE.caspian })
  })

/** The mark with the name of the Program beside it. */
export const named = ({ programme }: MaterialContent, size: number): Block =>
  beside(
    {
      width: size * 2.2,
      block: drawing(size * 2.2, (doc, at) =>
        gate(doc, at, { side: at.width, colour: TONE.saffron }),
      ),
    },
    stack(gap(size * 0.5), said(programme, { size, bold: true, colour: TONE.mist })),
    size * 0.8,
  )

/** The back: the code, whom to ask, and what all of it rests on. */
function back(pen: MaterialPen, content: MaterialContent, text: Box): void {
  const [first] = content.steps
  fit(pen, { ...text, between: mm(8), apart: mm(40) }, [
    stack(
      heading(first?.title ?? '', 22),
      gap(5),
      said(first?.text ?? '', { size: 11.5, leading: 1.35 }),
      gap(14),
      codeBeside(content, { side: mm(50), size: 11 }),
    ),
    contact(content, 10.5),
    foot(content, 7.5),
  ])
}

/** The code with the address that it holds beside it. */
const codeBeside = (
  content: MaterialContent,
  { side, size }: { readonly side: number; readonly size: number },
): Block =>
  beside(
    { width: side, block: square(content, side, 'other') },
    stack(
      gap(size * 0.6),
      said(content.headings.scan, { size, colour: TONE.soft }),
      gap(size * 0.3),
      address(content, { size: size * 1.25, colour: TONE.caspian }),
    ),
    size * 1.2,
  )

const within =
  (content: MaterialContent): Page =>
  (pen, paper) => {
    const all = withBleed(paper)
    filled(pen, { ...all, x: PANEL.width, width: PANEL.width + BLEED }, TONE.stone)
    border(pen, all)
    const left = inside(0, PANEL.width)
    fit(pen, { ...left, between: mm(3), apart: mm(3) }, [
      stack(
        heading(content.whatTitle, 20),
        gap(6),
        said(content.what, { size: 9.5, leading: 1.35 }),
      ),
      ...figuresDown(content, 24),
      stack(gap(6), heading(content.headings.criteria, 15)),
      ...criteriaDown(content, 10),
    ])
    fit(pen, { ...inside(PANEL.width, PANEL.width), between: mm(3), apart: mm(3) }, [
      heading(content.headings.gets, 20),
      ...getsDown(content, 9.5),
      stack(gap(6), heading(content.headings.steps, 15)),
      ...stepsDown(content, 9.5),
    ])
  }

export const foldedPages = (content: MaterialContent): readonly Page[] => [
  outside(content),
  within(content),
]

/** One side in the hall, the other at home. */
export const handoutPages = (content: MaterialContent): readonly Page[] => [
  (pen, paper) => {
    cover(pen, content, { ground: withBleed(paper), text: inside(0, paper.width) })
  },
  (pen, paper) => {
    border(pen, withBleed(paper))
    const text = inside(0, paper.width)
    const below = text.y + text.height - mm(64)
    fit(pen, { ...text, y: mm(10), height: below - mm(14), between: mm(2.5), apart: mm(3) }, [
      figuresAcross(content, 21),
      heading(content.headings.gets, 13),
      ...getsDown(content, 8.3),
      heading(content.headings.criteria, 13),
      ...inTwo(criteriaDown(content, 8), mm(6)),
    ])
    const ground = withBleed(paper)
    filled(pen, { ...ground, y: below, height: ground.y + ground.height - below }, TONE.stone)
    fit(pen, { ...text, y: below + mm(5), height: mm(63), between: mm(3), apart: mm(4) }, [
      beside(
        { width: mm(40), block: square(content, mm(40), 'other') },
        stack(
          gap(5),
          said(content.headings.scan, { size: 9, colour: TONE.soft }),
          address(content, { size: 15, colour: TONE.caspian }),
          gap(7),
          contact(content, 8),
        ),
        mm(3),
      ),
      foot(content, 6.2),
    ])
  },
]
