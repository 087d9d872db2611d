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

/** The code as a drawing of a page; what it says stands beside it, so it is no text of its own. */
export const SquareCodeDrawing = ({ text }: { readonly text: string }) => {
  const { size, runs } = squareCode(text)
  const side = size + 2 * QUIET_MODULES
  const path = runs
    .map(({ row, from, until }) => `M${from} ${row}h${until - from}v1h${from - until}z`)
    .join('')
  return (
    <svg
      class="kc-square-code"
      viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M${-QUIET_MODULES} ${-QUIET_MODULES}h${side}v${side}h${-side}z`} fill="#fff" />
      <path d={path} fill="#14202b" />
    </svg>
  )
}
