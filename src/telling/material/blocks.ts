import { artifact, COLOUR, heightOf, write, type SheetPen } from '#telling/sheet-pen.ts'

/**
 * What pages of material are put together from: pieces that know how high they stand at a width and
 * a scale, so that a whole panel is drawn as large as its room allows and nothing runs over.
 */
export type Block = {
  readonly heightIn: (pen: MaterialPen, room: Room) => number
  readonly drawAt: (pen: MaterialPen, at: Spot, room: Room) => void
}
export type Spot = { readonly x: number; readonly y: number }
type Room = { readonly width: number; readonly scale: number }
export type Box = Spot & { readonly width: number; readonly height: number }

/** A sheet with the language that its words are in. */
export type MaterialPen = SheetPen & { readonly lang: string }

/** Millimetres, which paper is measured in, as the points of a file. */
export const mm = (length: number): number => (length * 72) / 25.4

export const TONE = {
  ...COLOUR,
  dark: '#083A50',
  paper: '#FFFFFF',
  mist: '#DCE8ED',
  thread: '#3C7590',
  saffron: '#F2B134',
  amber: '#714A00',
} as const

export type Look = {
  readonly size: number
  readonly bold?: boolean
  readonly colour?: string
  readonly tag?: string
  /** From line to line, in sizes of the letters. */
  readonly leading?: number
  readonly link?: string
  /** Its lines are as long as their room, however few they are. */
  readonly wide?: boolean
  /** Names and addresses are in no language of the sheet. */
  readonly lang?: string
}

/** What the face itself sets from line to line, in sizes of its letters. */
const FACE_LEADING = 1.362

/** A piece of text, in as many lines as it takes, of about one length where they are few. */
export function said(words: string, look: Look): Block {
  const leading = look.leading ?? 1.25
  const styleIn = ({ width, scale }: Room) => {
    const size = look.size * scale
    return {
      width,
      size,
      bold: look.bold === true,
      colour: look.colour ?? TONE.ink,
      lineGap: size * (leading - FACE_LEADING),
    }
  }
  const together = bound(words)
  let widest: number | undefined
  const isWide = (pen: MaterialPen, { width, scale }: Room) =>
    width >= (widest ??= widestIn(pen, together, look)) * scale
  const textIn = (pen: MaterialPen, room: Room) => (isWide(pen, room) ? together : words)
  // To lay out a text costs far more than all else here, and is asked for at each level above it.
  const heights = new Map<string, number>()
  const heightIn = (pen: MaterialPen, room: Room) => {
    const key = `${room.width} ${room.scale}`
    const height = heights.get(key) ?? heightOf(pen, textIn(pen, room), styleIn(room))
    heights.set(key, height)
    return height
  }
  const evenIn = (pen: MaterialPen, room: Room): Room => {
    const whole = heightIn(pen, room)
    const lines = Math.round(whole / (look.size * room.scale * leading))
    if (look.wide === true || lines === 1 || lines > LINES_EVEN_MAX) return room
    const rooms = NARROWER.map((share) => ({ ...room, width: room.width * share }))
    return rooms.find((each) => isWide(pen, each) && heightIn(pen, each) <= whole) ?? room
  }
  return {
    heightIn,
    drawAt: (pen, { x, y }, room) => {
      const { link, tag = link === undefined ? 'P' : 'Link', lang = pen.lang } = look
      write(
        pen,
        { tag, lang, text: textIn(pen, room), ...(link === undefined ? {} : { link }) },
        { at: [x, y], ...styleIn(evenIn(pen, room)) },
      )
    },
  }
}

const widestIn = (pen: MaterialPen, text: string, look: Look): number =>
  Math.max(...text.split(' ').map((each) => widthOf(pen, each, look)))

/** What is read together stays on one line, and the last line is no short word alone. */
const bound = (words: string): string =>
  words
    .replaceAll(NUMBER_OR_SMALL, '$1\u00A0')
    .replaceAll(LEANS_BACK, '\u00A0')
    .replace(LAST_TWO, '$1\u00A0$2')

const NUMBER_OR_SMALL = /(?<=^|[\s(«“])(\p{L}{1,2}|\d+|№) (?=\S)/gu
/** In Russian, Azerbaijani and Turkish. */
const LEANS_BACK = / (?=(?:ли|же|бы|da|də|de)[\s,.;])/g
const LAST_TWO = /(?<=\s)(\S{1,14}) (\S{1,14})$/u

/** More than these are read as a paragraph, whose lines are as long as their room. */
const LINES_EVEN_MAX = 4

/** Shares of a width that lines may be held to. */
const NARROWER = [0.6, 0.7, 0.8, 0.9] as const

/** One line, never broken: set smaller where it, or one of its like, is wider than its room. */
export function line(text: string, look: Look, like: readonly string[] = [text]): Block {
  const lookIn = (pen: MaterialPen, { width, scale }: Room): Look => {
    const widest = Math.max(...like.map((each) => widthOf(pen, each, look)))
    return { ...look, size: look.size * Math.min(1, width / (widest * scale)) }
  }
  return {
    heightIn: (pen, room) => said('M', lookIn(pen, room)).heightIn(pen, room),
    drawAt: (pen, at, room) => said(text, lookIn(pen, room)).drawAt(pen, at, room),
  }
}

/** A little more than it measures, so that rounding never breaks it. */
function widthOf({ doc }: SheetPen, text: string, { size, bold }: Look): number {
  doc.font(bold === true ? 'bold' : 'regular').fontSize(size)
  return doc.widthOfString(text) * 1.01 + 0.5
}

type Ends = {
  readonly first: Look
  readonly last: Look
  /** What else is set so in the same list: all of it in one line, or all in two. */
  readonly like: readonly (readonly [string, string])[]
}

/** One line with a text at each end of it; where they do not find room in one, in two. */
export function ends(first: string, last: string, look: Ends): Block {
  const under = stack(said(first, look.first), said(last, look.last))
  const isOneLine = (pen: MaterialPen, { width, scale }: Room) =>
    look.like.every(([left, right]) => {
      const texts = widthOf(pen, left, look.first) + widthOf(pen, right, look.last)
      return (texts + look.last.size) * scale <= width
    })
  return {
    heightIn: (pen, room) =>
      isOneLine(pen, room) ? said('M', look.first).heightIn(pen, room) : under.heightIn(pen, room),
    drawAt: (pen, at, room) => {
      if (!isOneLine(pen, room)) return under.drawAt(pen, at, room)
      const width = widthOf(pen, last, look.last) * room.scale
      said(first, look.first).drawAt(pen, at, { ...room, width: room.width - width })
      const right = { x: at.x + room.width - width, y: at.y }
      return said(last, look.last).drawAt(pen, right, { ...room, width })
    },
  }
}

/** Room that nothing stands in. */
export const gap = (height: number): Block => ({
  heightIn: (_, { scale }) => height * scale,
  drawAt: () => undefined,
})

/** One below the other. */
export const stack = (...blocks: readonly Block[]): Block => ({
  heightIn: (pen, room) => blocks.reduce((sum, block) => sum + block.heightIn(pen, room), 0),
  drawAt: (pen, { x, y }, room) => {
    let top = y
    for (const block of blocks) {
      block.drawAt(pen, { x, y: top }, room)
      top += block.heightIn(pen, room)
    }
  },
})

/** One beside the other, in columns as wide as their shares of the room say. */
export function across(
  columns: readonly { readonly share: number; readonly block: Block }[],
  between: number,
): Block {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widthIn = ({ width, scale }: Room, share: number) =>
    ((width - between * scale * (columns.length - 1)) * share) / shares
  return {
    heightIn: (pen, room) =>
      Math.max(
        ...columns.map(({ share, block }) =>
          block.heightIn(pen, { ...room, width: widthIn(room, share) }),
        ),
      ),
    drawAt: (pen, { x, y }, room) => {
      let left = x
      for (const { share, block } of columns) {
        const width = widthIn(room, share)
        block.drawAt(pen, { x: left, y }, { ...room, width })
        left += width + between * room.scale
      }
    },
  }
}

/** Something of a width of its own, with the rest of the room beside it. */
export const beside = (
  first: { readonly width: number; readonly block: Block },
  second: Block,
  between: number,
): Block => {
  const rest = ({ width, scale }: Room): Room => ({
    width: width - (first.width + between) * scale,
    scale,
  })
  const own = ({ scale }: Room): Room => ({ width: first.width * scale, scale })
  return {
    heightIn: (pen, room) =>
      Math.max(first.block.heightIn(pen, own(room)), second.heightIn(pen, rest(room))),
    drawAt: (pen, { x, y }, room) => {
      first.block.drawAt(pen, { x, y }, own(room))
      second.drawAt(pen, { x: x + (first.width + between) * room.scale, y }, rest(room))
    },
  }
}

/** What is only to be looked at, in so much height. */
export const drawing = (
  height: number,
  draw: (doc: PDFKit.PDFDocument, box: Box, scale: number) => void,
): Block => ({
  heightIn: (_, { scale }) => height * scale,
  drawAt: ({ doc }, { x, y }, { width, scale }) =>
    artifact(doc, () => draw(doc, { x, y, width, height: height * scale }, scale)),
})

/** From as large as it was drawn down to what is too small to read, in steps. */
const SCALES = { steps: 32, least: 0.3 } as const

type Fitting = {
  /** At which end it stands where it leaves room. */
  readonly from?: 'top' | 'bottom' | 'middle'
  /** How far they stand from each other at that scale, and how much further where there is room. */
  readonly between?: number
  readonly apart?: number
}

/** Draws them below each other in a box, as large as all of them find room in it. */
export function fit(pen: MaterialPen, box: Box & Fitting, blocks: readonly Block[]): void {
  const { from = 'top', between = 0, apart = 0 } = box
  const gaps = blocks.length - 1
  const heightsAt = (scale: number) =>
    blocks.map((block) => block.heightIn(pen, { width: box.width, scale }))
  const spareAt = (scale: number) =>
    box.height - heightsAt(scale).reduce((sum, height) => sum + height, between * scale * gaps)
  const scale = largestFitting((each) => spareAt(each) >= 0)
  if (scale === undefined) throw new Error('more is told than finds room on this sheet')
  const more = gaps > 0 ? Math.min(apart, spareAt(scale) / gaps) : 0
  const rest = spareAt(scale) - more * gaps
  let y = box.y + (from === 'top' ? 0 : from === 'bottom' ? rest : rest / 2)
  for (const [index, height] of heightsAt(scale).entries()) {
    blocks[index]?.drawAt(pen, { x: box.x, y }, { width: box.width, scale })
    y += height + between * scale + more
  }
}

/** What is smaller fits where what is larger does, so that half of them need not be tried. */
function largestFitting(fits: (scale: number) => boolean): number | undefined {
  const at = (step: number) => 1 - (step * (1 - SCALES.least)) / SCALES.steps
  if (fits(at(0))) return at(0)
  let tooLarge = 0
  let small: number = SCALES.steps
  if (!fits(at(small))) return undefined
  while (small - tooLarge > 1) {
    const middle = Math.floor((tooLarge + small) / 2)
    if (fits(at(middle))) small = middle
    else tooLarge = middle
  }
  return at(small)
}
