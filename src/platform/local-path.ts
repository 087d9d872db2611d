const PATH_MAX = 2000

/** For putting an address together; nothing of it is kept. */
const HERE = 'http://here.invalid'

/**
 * A page of ours in one of the languages, to go on to, or nothing: a link with `next` in it may
 * come from anybody, and must not lead a person who has just signed in to somebody else's site.
 * Browsers read a backslash as a slash and two slashes as another host, and pass over tabs and line
 * breaks.
 */
export function localPath(
  next: string | undefined,
  languages: readonly string[],
): string | undefined {
  if (next === undefined || next.length > PATH_MAX) return undefined
  if (!next.startsWith('/') || /[\\\p{Cc}\p{Cf}]|\/\//u.test(next)) return undefined
  const url = URL.canParse(next, HERE) ? new URL(next, HERE) : undefined
  if (url?.origin !== HERE || url.pathname.includes('//')) return undefined
  const [, first = ''] = url.pathname.split('/')
  return languages.includes(first) ? `${url.pathname}${url.search}` : undefined
}

/** The same page of ours in another language, which is the first part of every address. */
export const pathIn = (path: string, language: string): string =>
  path.replace(/^\/[a-z]{2}(?=[/?]|$)/, `/${language}`)
