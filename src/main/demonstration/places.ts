import type { Hours, Place } from '#core/appointments/places.ts'
import { EVERY_OTHER, PROVISIONAL } from '#core/policy/basis.ts'

const HOURS: readonly Hours[] = [
  { from: '09:00', until: '13:00' },
  { from: '14:00', until: '18:00' },
]

/**
 * Where invented people come in person. Which places there are is the Service's to say, so that
 * nothing is shipped in `policy/places`; a demonstration says of its own that it is made up.
 */
export const DEMONSTRATION_PLACES: readonly Place[] = [
  {
    code: 'example-baku',
    title: {
      az: 'Nümunə qəbul yeri, Bakı',
      tr: 'Örnek başvuru yeri, Bakü',
      en: 'Example office, Baku',
      ru: 'Пример приёмной, Баку',
    },
    address: {
      az: 'Nümayiş küçəsi 1, Bakı (ünvan uydurulub)',
      tr: 'Tanıtım Sokağı 1, Bakü (adres gerçek değildir)',
      en: '1 Demonstration Street, Baku (the address is invented)',
      ru: 'ул. Примерная, 1, Баку (адрес вымышлен)',
    },
    serves: ['fingerprints', 'cards'],
    hours: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
    minutes: 20,
    seats: 2,
    noticeDays: 1,
    aheadDays: 30,
    basis: { [EVERY_OTHER]: PROVISIONAL },
  },
]
