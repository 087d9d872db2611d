import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { reasonFor } from '#main/demonstration/reasons.ts'
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
  const texts = STORIES.flatMap(({ life }) => written(life))
  ok(texts.length > 40)
  deepEqual(
    texts.filter((text) => FOREIGN.test(unquoted(text))),
    [],
  )
})

test('so are the reasons that experts give for points', () => {
  const criteria = ['EXP', 'EDU', 'ACH', 'LNG', 'DEM']
  const facts = { 'months-in-field': 100, 'education-top': 'yes' } as const
  const reasons = STORIES.flatMap((story) =>
    criteria.flatMap((criterion) =>
      [0, 5, 10].map((points) => reasonFor(criterion, { story, facts, points, estimate: 5 })),
    ),
  )
  ok(reasons.every((reason) => reason !== ''))
  deepEqual(
    reasons.filter((reason) => FOREIGN.test(unquoted(reason))),
    [],
  )
})
