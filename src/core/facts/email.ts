/** Why mail cannot be sent to an address. */
export type EmailFault = 'too-long' | 'no-at' | 'many-at' | 'space' | 'before-at' | 'behind-at'

/**
 * What is wrong with an address, or nothing where mail can be sent to it (RFC 5321, 4.1.2 and
 * 4.5.3.1): a dot-separated local part of 64 characters at most, and a domain of two labels or more
 * in any script (RFC 5890).
 */
export function emailFault(text: string): EmailFault | undefined {
  if (text.length > EMAIL_MAX) return 'too-long'
  const [local = '', domain, another] = text.split('@')
  if (domain === undefined) return 'no-at'
  if (another !== undefined) return 'many-at'
  if (/\s/.test(text)) return 'space'
  if (local.length > LOCAL_MAX || !LOCAL.test(local)) return 'before-at'
  return DOMAIN.test(domain) ? undefined : 'behind-at'
}

/** True for an address that mail can be sent to. */
export const isEmail = (text: string): boolean => emailFault(text) === undefined

const EMAIL_MAX = 254
const LOCAL_MAX = 64
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const LABEL = String.raw`[\p{L}\p{M}\d](?:[\p{L}\p{M}\d-]{0,61}[\p{L}\p{M}\d])?`
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?:[\\p{L}\\p{M}]{2,63}|xn--[a-z\\d-]{1,59})$`, 'iu')
