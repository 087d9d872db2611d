import { isReadable } from '#core/answers/typed.ts'
import { COMMON_PASSWORDS } from '#portal/guessed-passwords.gen.ts'
import { emailKey } from '#records/accounts.ts'

/** What keeps a password from being taken: it is to be long, and otherwise as one likes. */
export type PasswordProblem =
  | 'missing'
  | 'too-short'
  | 'too-long'
  | 'garbled'
  | 'is-email'
  | 'one-character'
  | 'common'
  | 'busy'

const PASSWORD_MIN = 12
const PASSWORD_MAX = 200

/** What is pasted along unseen is not typed again; pictures of keyboards hold some of it. */
const UNSEEN = /(?!\u200D|\uFE0F)\p{Default_Ignorable_Code_Point}/u

/** Counted in characters as people see them typed, in the form in which they are hashed. */
export function passwordProblem(password: string, email: string): PasswordProblem | undefined {
  const characters = Array.from(password.normalize('NFKC')).length
  if (characters === 0) return 'missing'
  if (characters > PASSWORD_MAX) return 'too-long'
  if (!isReadable(password) || UNSEEN.test(password)) return 'garbled'
  if (emailKey(password) === emailKey(email)) return 'is-email'
  if (characters < PASSWORD_MIN) return 'too-short'
  if (isOneCharacter(password)) return 'one-character'
  return isCommon(password) ? 'common' : undefined
}

/** Spaces are fine between other things (NIST SP 800-63B, 3.1.1.2), of whatever width they are. */
const isOneCharacter = (password: string): boolean =>
  new Set(password.normalize('NFKC').replace(/\s/gu, ' ').toLowerCase()).size === 1

/** What guessing programs try first: a password of many people, with a year or twice to be long. */
function isCommon(password: string): boolean {
  const whole = password.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
  const [, before = '', core = '', behind = ''] = FRAMED.exec(whole) ?? []
  const isFramed = [before, behind].every((frame) => frame.length <= FRAME_MAX || isListed(frame))
  return isListed(unitOf(whole)) || (isFramed && isListed(unitOf(core)))
}

const FRAMED = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/u
const FRAME_MAX = 6

/** What a text is a repetition of; itself where it is none. */
const unitOf = (text: string): string =>
  text.slice(0, text === '' ? 0 : `${text}${text}`.indexOf(text, 1))

/** Read when first needed: most processes never ask. */
const isListed = (text: string): boolean =>
  (listed ??= new Set(COMMON_PASSWORDS.trim().split(/\s/))).has(text)
let listed: ReadonlySet<string> | undefined
