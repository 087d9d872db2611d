import { isReadable } from '#core/answers/typed.ts'
import { emailKey } from '#records/accounts.ts'

/** What keeps a password from being taken: it is to be long, and otherwise as one likes. */
export type PasswordProblem =
  'missing' | 'too-short' | 'too-long' | 'garbled' | 'is-email' | 'one-character' | 'busy'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

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
  return isOneCharacter(password) ? 'one-character' : undefined
}

/** Spaces are fine between other things (NIST SP 800-63B, 3.1.1.2), of whatever width they are. */
const isOneCharacter = (password: string): boolean =>
  new Set(password.normalize('NFKC').replace(/\s/gu, ' ').toLowerCase()).size === 1
