import QRCode from 'qrcode'

/** The dark modules of a QR code (ISO/IEC 18004), as runs from one column of a row to another. */
export type SquareCode = {
  /** How many modules each side has, without the quiet zone. */
  readonly size: number
  readonly runs: readonly { readonly row: number; readonly from: number; readonly until: number }[]
}

export function squareCode(text: string): SquareCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const runs = Array.from({ length: size }, (_, row) => {
    const own: { row: number; from: number; until: number }[] = []
    for (let from = 0; from < size; from += 1) {
      if (!modules.get(row, from)) continue
      let until = from + 1
      while (until < size && modules.get(row, until)) until += 1
      own.push({ row, from, until })
      from = until
    }
    return own
  })
  return { size, runs: runs.flat() }
}

/** What a scanner needs around the code to find it. */
const QUIET_MODULES = 4

/** The code with the white around it, in modules, as the box and the paths of an SVG. */
function drawn(text: string) {
  const { size, runs } = squareCode(text)
  const side = size + 2 * QUIET_MODULES
  return {
    box: `${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`,
    white: `M${-QUIET_MODULES} ${-QUIET_MODULES}h${side}v${side}h${-side}z`,
    dark: runs
      .map(({ row, from, until }) => `M${from} ${row}h${until - from}v1h${from - until}z`)
      .join(''),
  }
}

const [DARK, WHITE] = ['#14202b', '#ffffff']

/** The code as a drawing of a page; what it says stands beside it, so it is no text of its own. */
export const SquareCodeDrawing = ({ text }: { readonly text: string }) => {
  const { box, white, dark } = drawn(text)
  return (
    <svg class="kc-square-code" viewBox={box} aria-hidden="true" focusable="false">
      <path d={white} fill={WHITE} />
      <path d={dark} fill={DARK} />
    </svg>
  )
}

/** The code alone, for whatever somebody makes themselves; its title says where it leads. */
export function squareCodeFile(text: string, form: SquareCodeForm): Promise<Uint8Array> {
  if (form === 'png') return QRCode.toBuffer(text, PNG)
  const { box, white, dark } = drawn(text)
  const paths = `<path d="${white}" fill="${WHITE}"/><path d="${dark}" fill="${DARK}"/>`
  const title = `<title>${encodeURI(text)}</title>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${title}${paths}</svg>\n`
  return Promise.resolve(new TextEncoder().encode(svg))
}

/** An SVG stays sharp at any size; some programs take a PNG only. */
export const SQUARE_CODE_FORMS = ['svg', 'png'] as const
type SquareCodeForm = (typeof SQUARE_CODE_FORMS)[number]

/** As wide as a slide is high. */
const PNG = {
  errorCorrectionLevel: 'M',
  margin: QUIET_MODULES,
  width: 1080,
  color: { dark: DARK, light: WHITE },
} as const
