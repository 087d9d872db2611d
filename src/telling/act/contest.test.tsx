import { match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { appealDays, type Claim } from '#core/cases/appeal.ts'
import { decisionRecords } from '#core/cases/decision-record.ts'
import { isoDate } from '#core/dated.ts'
import { ActWhole } from '#telling/act/page.tsx'
import { readHouse } from '#test/house.ts'
import { recognitionBy } from '#test/policies.ts'
import { drafted, MONDAY, PINNED, refusing, submitted, TOY } from '#test/toy-case.ts'

async function rendered(claim: Claim, from = '2026-03-02'): Promise<string> {
  const { faces } = await readHouse()
  const { laws, calendars, statuses } = faces.portal.policy
  const procedure = recognitionBy(faces.portal.policy)
  ok(procedure)
  const { now } = drafted(submitted(), refusing('R3'))
  const recording = { law: PINNED, documents: [], on: MONDAY, by: 'signer' }
  const [record] = decisionRecords(now, recording)
  ok(record)
  const law = { type: TOY.type, procedure, calendars }
  const fought = { claim, council: true }
  const days = appealDays({ procedure, calendars }, isoDate(from), fought)
  const contest = { ...fought, days }
  const reading = { ...law, laws, statuses, contest, reader: 'applicant' } as const
  const markup = <ActWhole record={record} reading={reading} reads="en" page="en" />
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
