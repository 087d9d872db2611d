/**
 * Digits of any script as 0 to 9, and full-width letters and signs as plain ones: what keyboards
 * of the world write where a number, a date or a code is asked for.
 */
export function plainDigits(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)))
}

/** Unicode writes the ten digits of a script one behind the other, from zero to nine. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return (code - zero) % 10
}

/** Every dash and minus of Unicode as the hyphen of a keyboard. */
export const plainDashes = (text: string): string => text.replace(/[\p{Pd}\u2212\u2043]/gu, '-')
