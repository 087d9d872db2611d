import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import {
  changesBetween,
  digestsOf,
  fingerprintOf,
  linesOf,
  unseenIn,
  type MaterialContent,
} from '#core/promotion/material.ts'

const hashing = (text: string): string => createHash('sha256').update(text).digest('hex')
const told = (title: string) => ({ title, text: 'text', rests: ['act'], isProvisional: false })

const CONTENT: MaterialContent = {
  language: 'en',
  madeOn: isoDate('2026-03-02'),
  programme: 'Program',
  title: 'Title',
  lead: 'Lead',
  whatTitle: 'What',
  what: 'It is',
  figures: [told('70 of 100'), told('5 years')],
  criteria: [{ ...told('Lamps'), points: 40 }],
  gets: [told('A way in')],
  steps: [{ title: 'Look', text: 'Estimate' }],
  event: { title: 'Fair', place: 'Hall 1', days: '7 March 2026' },
  mission: { title: 'Embassy', address: 'Street 1', open: 'Mornings', phone: '1', email: 'a@b' },
  link: 'https://p.example/go/kabe-rosu',
  acts: ['Act'],
  asOf: 'The law as of 2 March 2026',
  notes: [],
  headings: { criteria: 'c', gets: 'g', steps: 's', scan: 'x', square: 'q', ask: 'a', acts: 'r' },
}
const [first = told(''), second = told('')] = CONTENT.figures
const CHANGED: MaterialContent = { ...CONTENT, figures: [{ ...first, title: '65 of 100' }, second] }

test('the day of making is no part of what material says', () => {
  const later = { ...CONTENT, madeOn: isoDate('2026-04-01'), asOf: 'The law as of 1 April 2026' }
  equal(fingerprintOf(later, hashing), fingerprintOf(CONTENT, hashing))
  deepEqual(changesBetween(CONTENT, later), [])
})

test('another figure, act, place or language is another fingerprint', () => {
  const others: readonly MaterialContent[] = [
    CHANGED,
    { ...CONTENT, acts: ['Act', 'Other act'] },
    { ...CONTENT, event: { ...CONTENT.event, place: 'Hall 2' } },
    { ...CONTENT, steps: [] },
    { ...CONTENT, figures: [second, first] },
  ]
  const prints = others.map((content) => fingerprintOf(content, hashing))
  notEqual(prints[0], fingerprintOf(CONTENT, hashing))
  equal(new Set([...prints, fingerprintOf(CONTENT, hashing)]).size, others.length + 1)
})

test('what differs is said as it was and as it is, also where a line came or went', () => {
  deepEqual(changesBetween(CONTENT, CHANGED), [
    { part: 'figures', was: '70 of 100 · text · act', is: '65 of 100 · text · act' },
  ])
  const fewer = { ...CONTENT, figures: [first] }
  deepEqual(changesBetween(CONTENT, fewer), [{ part: 'figures', was: '5 years · text · act' }])
  deepEqual(changesBetween(fewer, CONTENT), [{ part: 'figures', is: '5 years · text · act' }])
})

test('a form that carries digests is told what is new, and what is not said any more', () => {
  const seen = digestsOf(CONTENT, hashing)
  deepEqual(unseenIn(CONTENT, seen, hashing), [])
  deepEqual(unseenIn(CHANGED, seen, hashing), [{ part: 'figures', is: '65 of 100 · text · act' }])
  deepEqual(unseenIn({ ...CONTENT, figures: [first] }, seen, hashing), [{ part: 'figures' }])
  equal(unseenIn(CONTENT, '', hashing).length, linesOf(CONTENT).length)
})

test('what a form never carried makes no line', () => {
  const seen = `${digestsOf(CONTENT, hashing)} nonsense __proto__=1 =x`
  deepEqual(unseenIn(CONTENT, seen, hashing), [])
})
