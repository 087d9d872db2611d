import { match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { appealDays } from '#core/cases/appeal.ts'
import { Appeal } from '#portal/appeal.tsx'
import type { Contest } from '#core/cases/appeal.ts'
import { readHouse } from '#test/house.ts'
import { recognitionBy } from '#test/policies.ts'

async function rendered(claim: Contest['claim'], from = '2026-03-02'): Promise<string> {
  const { faces } = await readHouse()
  const { laws, calendars } = faces.portal.policy
  const procedure = recognitionBy(faces.portal.policy)
  ok(procedure)
  const markup = (
    <Appeal
      reading={{ language: 'en', laws, procedure }}
      calendars={calendars}
      claim={claim}
      days={appealDays({ procedure, calendars }, isoDate(from), claim)}
    />
  )
  return markup.text
}

test('what was not given is fought by a claim to compel, what was taken by one to set aside', async () => {
  const [compel, aside] = [await rendered('compel'), await rendered('set-aside')]

  ok(compel.includes('Code, article 38.2') && !compel.includes('article 38.1'))
  ok(aside.includes('Code, article 38.1') && !aside.includes('article 38.2'))
  ok(compel.includes('oblige the Service') && aside.includes('set the decision aside'))
})

test('what is ours in the terms is marked, and the law that holds besides is told', async () => {
  const markup = await rendered('compel')

  match(markup, /30 calendar days <span[^>]*>[^<]*38\.2<\/span> kind of days: <span class="kc-prov/)
  match(markup, /30 calendar days <span class="kc-provisional"/, 'the complaint’s term is ours')
  match(markup, /counts as delivered to you: Monday 2 March 2026\.[\s\S]*?kc-provisional/)
  for (const clause of ['38.3', '40.4', '41.1', '25.8', '27']) {
    ok(markup.includes(`article ${clause}<`), clause)
  }
})

test('days of a year without an official calendar say so', async () => {
  match(await rendered('compel', '2026-12-18'), /2027 \(the calendar for that year is not official/)
})
