import { fileURLToPath } from 'node:url'
import { openSync, type Font } from 'fontkit'

/** The faces that the status document is set in. */
const WEIGHTS = ['regular', 'bold'] as const
type Weight = (typeof WEIGHTS)[number]

/** Found by its name in the package, so that a bundle finds it as well as the source. */
export const face = (weight: Weight): string =>
  fileURLToPath(import.meta.resolve(`#telling/fonts/noto-sans-${weight}.ttf`))

/** Other scripts join their letters or turn, and are shown on screen only. */
const SCRIPTS = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Zyyy}\p{sc=Zinh}]*$/u

let opened: readonly Font[] | undefined

/** True where every character of the text has a picture in both weights. */
export function isWritable(text: string): boolean {
  const faces = (opened ??= WEIGHTS.map((weight) => fontOf(face(weight))))
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const hasAll = faces.every((each) => codes.every((code) => each.hasGlyphForCodePoint(code)))
  return SCRIPTS.test(text) && hasAll
}

function fontOf(path: string): Font {
  const font = openSync(path)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} holds several faces`)
  return font
}
