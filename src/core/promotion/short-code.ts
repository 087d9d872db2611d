/**
 * Codes that are printed on paper, read aloud in a hall and typed on a phone: four syllables, none
 * of which looks or sounds like another, and the last of which tells a slip from a code.
 */
export type ShortCode = string & { readonly __brand: 'ShortCode' }

/** Without i and l, which look alike, and what a bad line makes one: d and t, m and n, p and b. */
const CONSONANTS = ['b', 'f', 'g', 'k', 'm', 'r', 's', 't', 'z']
const VOWELS = ['a', 'e', 'o', 'u']

const SYLLABLES = CONSONANTS.flatMap((first) => VOWELS.map((last) => first + last))

/** The smallest prime above the syllables: every slip in one, and two exchanged, change the sum. */
const PRIME = 37
const WEIGHTS = [1, 2, 3]
const LETTERS = (WEIGHTS.length + 1) * 2

/** What no poster should say, in any language that it hangs in. */
const UNSAYABLE = /bok|fuk|fak|kak|sek|sok|got|zob|seb|ebu|eba|memes|gaga|tuz|mal|fas/

/** Draws a code; `below` gives a random whole number under what it is asked for. */
export function drawCode(below: (limit: number) => number): ShortCode {
  for (;;) {
    const drawn = WEIGHTS.map(() => below(SYLLABLES.length))
    const code = written(drawn)
    if (code !== undefined && !UNSAYABLE.test(code.replace('-', ''))) return code
  }
}

/** Absent where no syllable stands for the sum. */
function written(drawn: readonly number[]): ShortCode | undefined {
  const check = SYLLABLES[sumOf(drawn)]
  if (check === undefined) return undefined
  const [one = '', two = '', three = ''] = drawn.map((index) => SYLLABLES[index] ?? '')
  const code = `${one}${two}-${three}${check}`
  return isWhole(code) ? code : undefined
}

/** The one place where a text becomes a code. */
const isWhole = (code: string): code is ShortCode => code.length === LETTERS + 1

const sumOf = (drawn: readonly number[]): number =>
  drawn.reduce((sum, index, place) => sum + index * (WEIGHTS[place] ?? 0), 0) % PRIME

/** The code that was typed, however it was spelt; absent where it is none, or has a slip in it. */
export function readCode(typed: string): ShortCode | undefined {
  const letters = lettersOf(typed)
  if (letters.length !== LETTERS) return undefined
  const drawn = WEIGHTS.map((_, place) =>
    SYLLABLES.indexOf(letters.slice(place * 2, place * 2 + 2)),
  )
  if (drawn.includes(-1)) return undefined
  const code = written(drawn)
  return code?.replace('-', '') === letters ? code : undefined
}

/** As they were meant, whatever stands between them. */
const lettersOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll(/[\s\-–—‐‑._]/g, '')

/** What is known to be wrong with a text that is no code. */
export type CodeSlip =
  | { readonly why: 'length'; readonly letters: number; readonly wanted: number }
  /** A letter that cannot stand where it stands, and what can. */
  | {
      readonly why: 'letter'
      readonly letter: string
      readonly place: number
      readonly may: readonly string[]
    }
  /** Some letter is another, or two have changed places; nobody can say which. */
  | { readonly why: 'sum' }

/** Absent where it is a code. */
export function slipIn(typed: string): CodeSlip | undefined {
  if (readCode(typed) !== undefined) return undefined
  const letters = Array.from(lettersOf(typed))
  if (letters.length !== LETTERS) {
    return { why: 'length', letters: letters.length, wanted: LETTERS }
  }
  const index = letters.findIndex((letter, at) => !mayStand(at).includes(letter))
  const letter = letters[index]
  if (letter === undefined || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter)) return { why: 'sum' }
  return { why: 'letter', letter, place: index + 1, may: mayStand(index) }
}

const mayStand = (at: number): readonly string[] => (at % 2 === 0 ? CONSONANTS : VOWELS)
