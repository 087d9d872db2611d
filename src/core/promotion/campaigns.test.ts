import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import {
  eventIn,
  judgeCampaign,
  languageOf,
  whyKept,
  type CampaignTyped,
} from '#core/promotion/campaigns.ts'

const TODAY = isoDate('2026-03-06')
const fair: CampaignTyped = {
  event: { az: '', tr: 'Mühendislik Fuarı', en: 'Engineering Fair', ru: 'лишнее' },
  place: 'Technical University, Ankara',
  from: isoDate('2026-03-07'),
  until: isoDate('2026-03-08'),
  languages: ['en', 'tr', 'xx'],
  leadsTo: 'welcome',
}
const faultsOf = (more: Partial<CampaignTyped>) => {
  const judged = judgeCampaign({ ...fair, ...more }, TODAY)
  return judged.ok ? {} : Object.fromEntries(judged.faults)
}

test('a campaign is told in its languages, and in no other', () => {
  const judged = judgeCampaign(fair, TODAY)
  ok(judged.ok)
  deepEqual(judged.said.languages, ['tr', 'en'])
  deepEqual(judged.said.event, { tr: 'Mühendislik Fuarı', en: 'Engineering Fair' })
  equal(eventIn(judged.said, 'en'), 'Engineering Fair')
  equal(eventIn(judged.said, 'ru'), 'Mühendislik Fuarı')
  equal(languageOf(judged.said, ['ru', 'en', 'tr']), 'en')
  equal(languageOf(judged.said, ['ru']), 'tr')
})

test('the day before, the day, the day after', () => {
  const day = (text: string) => isoDate(text)
  const rows = [
    [{ from: day('2026-03-04'), until: day('2026-03-05') }, { until: 'is-over' }],
    [{ from: day('2026-03-04'), until: day('2026-03-06') }, {}],
    [{ from: day('2026-03-09'), until: day('2026-03-08') }, { until: 'before-it-begins' }],
    [{ from: day('2026-03-08'), until: day('2026-03-08') }, {}],
    [{ from: day('2028-03-05'), until: day('2028-03-05') }, {}],
    [{ from: day('2028-03-06'), until: day('2028-03-06') }, { from: 'too-far' }],
    [{ until: day('2026-09-06') }, {}],
    [{ until: day('2026-09-07') }, { until: 'lasts-too-long' }],
    [
      { from: undefined, until: undefined },
      { from: 'missing', until: 'missing' },
    ],
  ] as const
  for (const [more, faults] of rows) deepEqual(faultsOf(more), faults, JSON.stringify(more))
})

test('all that is wrong is said at once', () => {
  deepEqual(
    faultsOf({ event: { ...fair.event, tr: '', en: 'x'.repeat(81) }, place: '', leadsTo: '/evil' }),
    { 'event-tr': 'missing', 'event-en': 'too-long', place: 'missing', leadsTo: 'missing' },
  )
  deepEqual(faultsOf({ languages: [] }), { languages: 'missing' })
  deepEqual(faultsOf({ event: { ...fair.event, en: '🙂'.repeat(80) } }), {})
})

test('a campaign is deleted until its event begins or on the day it was made, and no longer where it was seen', () => {
  const [before, day, later] = ['2026-03-06', '2026-03-07', '2026-03-08'].map((each) =>
    isoDate(each),
  )
  ok(before && day && later)
  const made = { madeOn: isoDate('2026-03-01'), isPrinted: false, isShown: false }
  const rows = [
    [before, made, undefined],
    [day, made, 'begun'],
    [later, made, 'begun'],
    [day, { ...made, madeOn: day }, undefined],
    [later, { ...made, madeOn: day }, 'begun'],
    [before, { ...made, isPrinted: true }, 'printed'],
    [before, { ...made, isShown: true }, 'shown'],
    [day, { madeOn: day, isPrinted: true, isShown: true }, 'printed'],
  ] as const
  for (const [today, kept, why] of rows) equal(whyKept({ from: day }, kept, today), why)
})
