import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { changedLaw, lawInForce, lawOfDay } from '#core/promotion/law-of-day.ts'

const words = (en: string) => ({ az: en, tr: en, en, ru: en })
const concession = (more: {
  readonly from?: string
  readonly until?: string
  readonly at?: string
}) =>
  ({
    id: `concessions-${more.from ?? '2026-01-01'}`,
    family: 'concessions',
    title: words(more.at ?? 'What is allowed'),
    inForceFrom: isoDate(more.from ?? '2026-01-01'),
    ...(more.until === undefined ? {} : { inForceUntil: isoDate(more.until) }),
    basis: {},
    holds: 'lamp',
    aims: [],
    classes: [],
    concessions: [],
  }) as const

type Concession = ReturnType<typeof concession>

const none = { current: new Map(), get: () => undefined }
const lawOn = (day: string, ...concessions: readonly Concession[]) =>
  lawInForce({ procedures: none, scorings: none, concessions }, isoDate(day), (text) => text)

const DAY: IsoDate = isoDate('2026-03-02')
const [first, next] = [
  concession({ until: '2026-05-01' }),
  concession({ from: '2026-05-01' }),
] as const
const written = { law: lawOfDay(lawOn('2026-03-02', concession({}))), lawOn: DAY }

test('the law is another on the day on which another is in force, and not before', () => {
  const rows = [
    ['2026-04-30', undefined],
    ['2026-05-01', { since: '2026-05-01' }],
    ['2026-05-02', { since: '2026-05-01' }],
  ] as const
  for (const [day, changed] of rows) {
    deepEqual(changedLaw(written, lawOn(day, first, next)), changed, day)
  }
})

test('words change no law, and what goes or was mended without a day of its own does', () => {
  const now = (...concessions: readonly Concession[]) => lawOn('2026-03-09', ...concessions)
  equal(changedLaw(written, now(concession({ at: 'Called otherwise' }))), undefined)
  deepEqual(changedLaw(written, now()), {})
  deepEqual(changedLaw(written, now(concession({ from: '2026-02-01' }))), {})
})
