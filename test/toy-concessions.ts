import { isoDate } from '#core/dated.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import type { Concession, Concessions, HolderClass } from '#core/policy/concessions.ts'

/** Invented concessions of an invented status, small enough to read whole. */

const words = { az: 'Ad', tr: 'Ad', en: 'Name', ru: 'Имя' }
const basis = { '*': PROVISIONAL }

const holder = (code: string, said: Partial<HolderClass> = {}): HolderClass => ({
  code,
  title: words,
  basis,
  ...said,
})

export const toyConcession = (code: string, said: Partial<Concession>): Concession => ({
  code,
  aim: 'live',
  for: ['keeper'],
  title: words,
  gives: words,
  by: 'application',
  basis,
  ...said,
})

/** A keeper of the lamp and theirs: a partner, the young until 18, the grown until 23. */
export const toyConcessions: Concessions = {
  id: 'lamp-law',
  family: 'lamp-law',
  title: words,
  inForceFrom: isoDate('2026-01-01'),
  holds: 'lamp',
  aims: [{ code: 'live', title: words, basis }],
  classes: [
    holder('keeper'),
    holder('partner', { roles: ['partner'] }),
    holder('young', { roles: ['child'], ageBelow: 18 }),
    holder('grown', { roles: ['child'], ageFrom: 18, ageBelow: 23 }),
  ],
  concessions: [
    toyConcession('oil', { by: 'itself' }),
    toyConcession('room', {
      for: ['keeper', 'partner', 'young'],
      kinds: ['room'],
      ahead: { length: 30, unit: 'calendar-days' },
    }),
    toyConcession('house', {
      needs: [
        { need: 'holds-none', kinds: ['house'] },
        { need: 'held-for', kinds: ['room'], years: 2 },
      ],
      ahead: { length: 3, unit: 'months' },
    }),
    toyConcession('theirs', {
      for: ['partner', 'young', 'grown'],
      needs: [{ need: 'migrant-holds', kinds: ['house'] }],
    }),
    toyConcession('work', {
      for: ['partner', 'grown'],
      open: words,
      until: isoDate('2027-12-31'),
    }),
    toyConcession('school', { for: ['young', 'grown'], by: 'itself' }),
  ],
  basis,
}
