import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5'
import { ownerOf, streets } from '#test/streets.ts'
import type { Visitor } from '#test/visitor.ts'

/** Who hears a page, or sees its tab, tells it from every other by its title and its headings. */
const REACHED = ['draft', 'submitted', 'returned', 'refused', 'recognised'] as const

test('each page of an applicant has a title of its own, one h1, and skips no level', async (t) => {
  const { home, places } = await streets(t)
  for (const [index, reached] of REACHED.entries()) {
    const place = places.find((each) => each.reached === reached)
    ok(place, reached)
    const language = ['en', 'az', 'tr', 'ru'][index % 4] ?? 'en'
    const owner = await ownerOf(home, place)
    const { wrong, titles } = await crawl(owner, [
      `/${language}`,
      `/${language}/applications`,
      `/${language}/applications/${place.id}`,
    ])
    deepEqual(wrong, [], reached)
    ok(titles.size > 8, `${reached}: ${titles.size} pages were seen`)
    if (reached !== 'draft') continue
    const seen = [...titles.values()].join()
    for (const page of ['/new', '/remove', '/documents', '/discard']) ok(seen.includes(page), page)
  }
})

test('each page of an official has a title of its own, one h1, and skips no level', async (t) => {
  const { home, places } = await streets(t)
  for (const [email, reached] of [
    ['officer@kecid.example', 'submitted'],
    ['expert.etn@kecid.example', 'in-assessment'],
    ['signer@kecid.example', 'decision-drafted'],
    ['officer@kecid.example', 'recognised'],
  ] as const) {
    const place = places.find((each) => each.reached === reached)
    ok(place, reached)
    const { wrong, titles } = await crawl(await home.office(email), [`/en/cases/${place.id}`])
    deepEqual(wrong, [], reached)
    ok(titles.size > 1, `${reached}: ${titles.size} pages were seen`)
  }
})

const PAGES_MAX = 80

/** Follows the links of these pages that lead to their own case or to pages for everybody. */
async function crawl(visitor: Visitor, from: readonly string[]) {
  const wrong: string[] = []
  const titles = new Map<string, string>()
  const base = from.at(-1) ?? ''
  const isNear = (path: string) => path.startsWith(base) || path.split('/').length <= 3
  const ahead = [...from]
  const known = new Set(ahead)
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const answer = await visitor.get(path)
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
    const page = parse(await answer.text())
    wrong.push(...headingFaults(page).map((fault) => `${path}: ${fault}`))
    for (const table of find(page, 'table')) {
      if (textOf(find(table, 'caption')[0]).trim() === '') wrong.push(`${path}: an untitled table`)
    }
    for (const link of find(page, 'a')) {
      if (/ :/.test(textOf(link).replaceAll(/\s+/g, ' '))) wrong.push(`${path}: ${textOf(link)}`)
    }
    const title = textOf(find(page, 'title')[0])
    if (titles.has(title)) wrong.push(`${path} and ${titles.get(title)}: both “${title}”`)
    titles.set(title, path)
    for (const link of find(page, 'a')) {
      const [place = ''] = (attribute(link, 'href') ?? '').split(/[?#]/)
      if (!place.startsWith(from[0]?.slice(0, 3) ?? '/') || known.has(place)) continue
      if (!isNear(place) || known.size >= PAGES_MAX) continue
      known.add(place)
      ahead.push(place)
    }
  }
  return { wrong, titles }
}

/** What is wrong with the headings; those of alerts stand outside of the order on purpose. */
function headingFaults(page: Tree.Document): readonly string[] {
  const levels = headingsIn(page)
  const ones = levels.filter((level) => level === 1).length
  const skipped = levels.flatMap((level, index) =>
    level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after h${levels[index - 1] ?? 0}`] : [],
  )
  return [...(ones === 1 ? [] : [`${ones} h1`]), ...skipped]
}

const ALERTS = /govuk-error-summary|govuk-notification-banner/

function headingsIn(node: Tree.Node): readonly number[] {
  if (ALERTS.test(attribute(node, 'class') ?? '')) return []
  const [, level] = /^h([1-6])$/.exec(node.nodeName) ?? []
  if (level !== undefined) return [Number(level)]
  return 'childNodes' in node ? node.childNodes.flatMap(headingsIn) : []
}

const find = (node: Tree.Node, name: string): readonly Tree.Node[] =>
  node.nodeName === name
    ? [node]
    : 'childNodes' in node
      ? node.childNodes.flatMap((each) => find(each, name))
      : []

const attribute = (node: Tree.Node, name: string): string | undefined =>
  'attrs' in node ? node.attrs.find((each) => each.name === name)?.value : undefined

const textOf = (node: Tree.Node | undefined): string =>
  node === undefined
    ? ''
    : 'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(textOf).join('')
        : ''
