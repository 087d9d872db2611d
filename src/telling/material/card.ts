import { notesOn, type MaterialContent } from '#core/promotion/material.ts'
import { beside, fit, gap, mm, said, stack, TONE } from '#telling/material/blocks.ts'
import { border, named } from '#telling/material/leaflet.ts'
import { darkGround, skyline } from '#telling/material/ornaments.ts'
import { withBleed, type Page, type Paper } from '#telling/material/pages.ts'
import { address, square } from '#telling/material/parts.ts'
import { artifact } from '#telling/sheet-pen.ts'

/** As large as a bank card, for a wallet. */
export const CARD: Paper = { width: mm(85), height: mm(55), as: 'cut' }

const MARGIN = mm(5)
const INNER = { x: MARGIN, width: CARD.width - 2 * MARGIN } as const

export const cardPages = (content: MaterialContent): readonly Page[] => [
  (pen, paper) => {
    const ground = withBleed(paper)
    artifact(pen.doc, () => {
      darkGround(pen.doc, ground, { band: mm(11), tile: mm(5.5) })
      skyline(
        pen.doc,
        { ...ground, y: mm(42.5), height: mm(12) },
        { colour: TONE.mist, sea: TONE.thread },
      )
    })
    fit(pen, { ...INNER, y: mm(12.5), height: mm(29.5) }, [
      named(content, 6.5),
      gap(4),
      said(content.title, {
        tag: 'H1',
        size: 15,
        bold: true,
        colour: TONE.paper,
        leading: 1.12,
      }),
    ])
  },
  (pen, paper) => {
    border(pen, withBleed(paper))
    fit(pen, { ...INNER, y: mm(5.5), height: CARD.height - mm(9), between: mm(1), apart: mm(2) }, [
      beside(
        { width: mm(27), block: square(content, mm(27)) },
        stack(
          ...content.figures.flatMap(({ title, text, rests, isProvisional }) => [
            said(title, { size: 9, bold: true, colour: TONE.caspian, leading: 1.15 }),
            said(isProvisional ? `${text} (${rests.join(', ')})` : text, {
              size: 6,
              leading: 1.15,
            }),
            gap(2),
          ]),
        ),
        mm(3),
      ),
      address(content, { size: 9.5, colour: TONE.caspian }),
      said([content.mission.title, content.mission.phone].join(' · '), { size: 6 }),
      said([`${content.asOf}.`, ...notesOn(content, content.figures)].join(' '), {
        size: 5.5,
        colour: TONE.soft,
        leading: 1.15,
      }),
    ])
  },
]
