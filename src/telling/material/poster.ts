import { notesOn, type MaterialContent } from '#core/promotion/material.ts'
import { across, beside, fit, gap, mm, said, stack, TONE } from '#telling/material/blocks.ts'
import { named } from '#telling/material/leaflet.ts'
import { BLEED, darkGround, skyline } from '#telling/material/ornaments.ts'
import { withBleed, type Page, type Paper } from '#telling/material/pages.ts'
import {
  address,
  contact,
  DARK,
  figuresAcross,
  foot,
  getsDown,
  heading,
  inTwo,
  LIGHT,
  meeting,
  square,
} from '#telling/material/parts.ts'
import { artifact } from '#telling/sheet-pen.ts'

/** A3, to be read from across a hall. */
export const POSTER: Paper = { width: mm(297), height: mm(420), as: 'whole' }

const MARGIN = mm(20)
const TILE = mm(297 / 22)
const PLACES = { band: BLEED + 3 * TILE, sky: mm(40), dark: mm(232) } as const

export const posterPages = (content: MaterialContent): readonly Page[] => [
  (pen, paper) => {
    const { doc } = pen
    const notes = notesOn(content, [...content.figures, ...content.gets])
    const all = withBleed(paper)
    const width = paper.width - 2 * MARGIN
    const sky = PLACES.dark - PLACES.sky - mm(4)
    artifact(doc, () => {
      darkGround(doc, { ...all, height: PLACES.dark - all.y }, { band: PLACES.band, tile: TILE })
      skyline(doc, { ...all, y: sky, height: PLACES.sky }, { colour: TONE.mist, sea: TONE.thread })
    })
    const top = PLACES.band + mm(12)
    fit(
      pen,
      { x: MARGIN, y: top, width, height: sky - top - mm(5), between: mm(10), apart: mm(10) },
      [
        stack(
          named(content, 17),
          gap(18),
          said(content.title, {
            tag: 'H1',
            size: 60,
            bold: true,
            colour: TONE.paper,
            leading: 1.1,
          }),
          gap(26),
          said(content.lead, { size: 22, colour: TONE.mist, leading: 1.35 }),
        ),
        figuresAcross(content, 40, DARK),
      ],
    )
    const below = PLACES.dark + mm(10)
    fit(
      pen,
      {
        x: MARGIN,
        y: below,
        width,
        height: paper.height - below - mm(12),
        between: mm(4),
        apart: mm(5),
      },
      [
        heading(content.headings.gets, 26),
        ...inTwo(getsDown(content, 12.5), 20),
        beside(
          { width: mm(74), block: square(content, mm(74)) },
          stack(
            gap(10),
            said(content.headings.scan, { size: 14, colour: TONE.soft }),
            gap(4),
            address(content, { size: 22, colour: TONE.caspian }),
            gap(18),
            across(
              [
                { share: 11, block: meeting(content, 13.5, LIGHT) },
                { share: 9, block: contact(content, 11) },
              ],
              mm(6),
            ),
          ),
          mm(8),
        ),
        foot({ ...content, notes }, 8.5),
      ],
    )
  },
]
