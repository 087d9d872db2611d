import type { MaterialContent, Told } from '#core/promotion/material.ts'
import {
  across,
  beside,
  drawing,
  ends,
  gap,
  line,
  said,
  stack,
  TONE,
  type Block,
  type Look,
} from '#telling/material/blocks.ts'
import { star } from '#telling/material/ornaments.ts'
import { squareCode } from '#telling/square-code.tsx'

/** Pieces that several kinds of material are put together from; sizes are in points. */

/** How it is set on a ground. */
export type Ground = {
  readonly text: string
  readonly strong: string
  readonly quiet: string
  readonly doubt: string
}
export const LIGHT: Ground = {
  text: TONE.ink,
  strong: TONE.caspian,
  quiet: TONE.soft,
  doubt: TONE.amber,
}
export const DARK: Ground = {
  text: TONE.paper,
  strong: TONE.saffron,
  quiet: TONE.mist,
  doubt: TONE.saffron,
}

export const heading = (text: string, size: number, ground: Ground = LIGHT): Block =>
  said(text, { tag: 'H2', size, bold: true, colour: ground.strong, leading: 1.15 })

/** What something rests on; what no act gives stands out. */
const rests = ({ rests: of, isProvisional }: Told, size: number, ground: Ground): Block =>
  said(of.join(' · '), {
    size,
    colour: isProvisional ? ground.doubt : ground.quiet,
    bold: isProvisional,
  })

/** The numbers that people ask for first, beside each other. */
export const figuresAcross = (
  { figures }: MaterialContent,
  size: number,
  ground: Ground = LIGHT,
): Block =>
  across(
    figures.map((figure) => ({ share: 1, block: figureOf({ figure, figures }, size, ground) })),
    size * 0.7,
  )

type Figure = { readonly figure: Told; readonly figures: readonly Told[] }

/** All of them in one size, which holds the widest. */
const numberOf = ({ figure, figures }: Figure, size: number, colour: string): Block =>
  line(
    figure.title,
    { size, bold: true, colour, leading: 1.1 },
    figures.map(({ title }) => title),
  )

const figureOf = (of: Figure, size: number, ground: Ground): Block =>
  stack(
    numberOf(of, size, ground.strong),
    gap(size * 0.22),
    said(of.figure.text, { size: size * 0.42, colour: ground.text }),
    gap(size * 0.1),
    rests(of.figure, size * 0.33, ground),
  )

/** The same below each other, the words beside the number. */
export const figuresDown = ({ figures }: MaterialContent, size: number): readonly Block[] =>
  figures.map((figure) =>
    across(
      [
        {
          share: 6,
          block: numberOf({ figure, figures }, size, TONE.caspian),
        },
        {
          share: 7,
          block: stack(
            gap(size * 0.12),
            said(figure.text, { size: size * 0.44 }),
            rests(figure, size * 0.36, LIGHT),
          ),
        },
      ],
      size * 0.4,
    ),
  )

/** What is weighed, each with a bar as long as what it can give. */
export function criteriaDown({ criteria }: MaterialContent, size: number): readonly Block[] {
  const most = Math.max(...criteria.map(({ points }) => points))
  const like = criteria.map(({ title, text }) => [title, text] as const)
  return criteria.map((criterion) =>
    stack(
      ends(criterion.title, criterion.text, {
        first: { size, bold: true, tag: 'H3' },
        last: { size, colour: TONE.caspian, bold: true },
        like,
      }),
      gap(size * 0.15),
      drawing(size * 0.55, (doc, { x, y, width, height }) => {
        doc.rect(x, y, width, height).fill(TONE.line)
        doc.rect(x, y, (width * criterion.points) / most, height).fill(TONE.caspian)
      }),
      gap(size * 0.15),
      rests(criterion, size * 0.8, LIGHT),
    ),
  )
}

/** Two columns, as even as a list allows. */
export const inTwo = (blocks: readonly Block[], between: number): readonly Block[] =>
  Array.from({ length: Math.ceil(blocks.length / 2) }, (_, row) => {
    const [left = gap(0), right = gap(0)] = blocks.slice(2 * row, 2 * row + 2)
    return across(
      [left, right].map((block) => ({ share: 1, block })),
      between,
    )
  })

/** What recognition gives, each led by a star. */
export const getsDown = ({ gets }: MaterialContent, size: number): readonly Block[] =>
  gets.map((get) => starred(getOf(get, size), size))

const getOf = (get: Told, size: number): Block =>
  stack(
    said(get.title, { tag: 'H3', size: size * 1.15, bold: true, colour: TONE.caspian }),
    gap(size * 0.15),
    said(get.text, { size }),
    gap(size * 0.1),
    rests(get, size * 0.8, LIGHT),
  )

const starred = (block: Block, size: number): Block =>
  beside({ width: size * 1.7, block: starOf(size * 1.7) }, block, size * 0.6)

const starOf = (side: number): Block =>
  drawing(side, (doc, at, scale) =>
    star(doc, at, {
      side: side * scale,
      line: { colour: TONE.caspian, width: (side * scale) / 20 },
    }),
  )

/** The way through, each step with its number. */
export const stepsDown = ({ steps }: MaterialContent, size: number): readonly Block[] =>
  steps.map((step, index) =>
    beside(
      {
        width: size * 1.7,
        block: said(String(index + 1), {
          size: size * 2,
          bold: true,
          colour: TONE.caspian,
          leading: 1,
        }),
      },
      stack(
        said(step.title, { tag: 'H3', size: size * 1.1, bold: true }),
        said(step.text, { size, colour: TONE.soft }),
      ),
      size * 0.6,
    ),
  )

/** Where one is met: the days, the event and its place. */
export const meeting = ({ event }: MaterialContent, size: number, ground: Ground): Block =>
  stack(
    said(event.days, { size, bold: true, colour: ground.strong }),
    gap(size * 0.15),
    said(event.title, {
      size: size * 1.5,
      bold: true,
      colour: ground.text,
      lang: '',
      leading: 1.2,
    }),
    gap(size * 0.2),
    said(event.place, { size, colour: ground.quiet, lang: '' }),
  )

/** Whom one asks, and how. */
export const contact = ({ mission, headings }: MaterialContent, size: number): Block =>
  stack(
    heading(headings.ask, size * 1.3),
    gap(size * 0.4),
    said(mission.title, { size, bold: true }),
    said(mission.address, { size, wide: true }),
    said(mission.open, { size, wide: true }),
    said(mission.phone, { size, lang: '' }),
    said(mission.email, { size, lang: '', colour: TONE.caspian, link: `mailto:${mission.email}` }),
  )

/** The acts, the day and what is not certain. */
export const foot = (
  { headings, acts, asOf, notes }: MaterialContent,
  size: number,
  ground: Ground = LIGHT,
): Block =>
  stack(
    said(headings.acts, { size, bold: true, colour: ground.quiet }),
    ...acts.map((act) => said(act, { size, colour: ground.quiet })),
    gap(size * 0.3),
    said(asOf, { size, colour: ground.quiet }),
    ...notes.map((note) => said(note, { size, bold: true, colour: ground.doubt })),
  )

/**
 * The square code alone, on white as wide as scanners want it; on white paper it is the code, and
 * not the white around it, that begins where text does.
 */
export const square = (
  { link, headings }: MaterialContent,
  side: number,
  ground: 'white' | 'other' = 'white',
): Block => ({
  heightIn: (_, { scale }) => side * scale,
  drawAt: ({ doc, root, lang }, { x: left, y }, { scale }) => {
    const { size, runs } = squareCode(link)
    const step = (side * scale) / (size + 2 * QUIET)
    const x = ground === 'white' ? left - QUIET * step : left
    const draw = () => {
      doc.rect(x, y, side * scale, side * scale).fill(TONE.paper)
      for (const { row, from, until } of runs) {
        doc.rect(x + (QUIET + from) * step, y + (QUIET + row) * step, (until - from) * step, step)
      }
      doc.fill(TONE.ink)
    }
    root.add(doc.struct('Figure', { alt: headings.square, lang }, draw))
  },
})

/** Modules around the code that stay white (ISO/IEC 18004). */
const QUIET = 4

/** The address as it is typed. */
export const address = ({ link }: MaterialContent, look: Look): Block =>
  line(link.replace(/^https?:\/\//, ''), { ...look, bold: true, lang: '', link })
