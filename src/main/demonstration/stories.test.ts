import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { FAMILIES } from '#main/demonstration/stories-families.ts'
import { STORIES } from '#main/demonstration/stories.ts'

/** What is quoted may be in any language: names of posts, schools and papers. */
const unquoted = (text: string): string => text.replace(/«[^»]*»/g, '')

/** Words that no Azerbaijani sentence has. */
const FOREIGN = /\b(the|and|of|is|are|please|thank|was|with|for|has|you)\b/i

const WRITTEN = new Set(['reason', 'reasoning', 'explanation', 'evidence', 'note'])

/** Every text under those names, however deep. */
function written(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' ? (WRITTEN.has(name) && each !== '' ? [each] : []) : written(each),
  )
}

test('what officials of the demonstration write is Azerbaijani: it becomes part of the act', () => {
  const texts = [...STORIES, ...FAMILIES].flatMap(({ life }) => written(life))
  ok(texts.length > 40)
  deepEqual(
    texts.filter((text) => FOREIGN.test(unquoted(text))),
    [],
  )
})
