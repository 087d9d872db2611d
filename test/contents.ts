import { deepEqual, ok } from 'node:assert/strict'

/** What the contents of a page name, each of which is on it once, in that order or another. */
export function contentsOf(html: string): readonly string[] {
  const list = /<nav class="kc-contents"[^]*?<\/nav>/.exec(html)?.[0] ?? ''
  const entries = [...list.matchAll(/href="#([^"]+)"[^>]*>([^<]+)</g)]
  ok(entries.length > 1, 'the page has contents')
  const lost = entries.filter(([, id = '']) => html.split(`id="${id}"`).length !== 2)
  deepEqual(lost, [], 'each is there, and once')
  return entries.map(([, , text = '']) => text)
}
