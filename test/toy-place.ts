import type { Place } from '#core/appointments/places.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

/** Two are seen at once, for twenty minutes, on weekday mornings. */
export const toyPlace: Place = {
  code: 'baku',
  title: say('Toy office'),
  address: say('Toy street 1, Baku'),
  serves: ['prints', 'cards'],
  hours: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '09:00', until: '10:00' }]]),
  ),
  minutes: 20,
  seats: 2,
  noticeDays: 1,
  aheadDays: 14,
  basis: PROVISIONAL,
}
