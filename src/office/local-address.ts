/** Where to go afterwards, if it is a page of ours; anything else could lead people away. */
export function localAddress(next: string, language: string): string | undefined {
  const isOurs = new RegExp(`^/${language}(?:[/?][\\x21-\\x5b\\x5d-\\x7e]*)?$`).test(next)
  return isOurs && !next.startsWith('//') ? next : undefined
}
