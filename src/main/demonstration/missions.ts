import { EVERY_OTHER, PROVISIONAL } from '#core/policy/basis.ts'
import type { Mission } from '#core/promotion/missions.ts'

const INVENTED = {
  open: {
    az: 'İş günləri, 10:00–13:00 (uydurulub)',
    tr: 'İş günleri, 10.00–13.00 (gerçek değildir)',
    en: 'Working days, 10 am to 1 pm (invented)',
    ru: 'По рабочим дням, 10:00–13:00 (вымышлено)',
  },
  basis: { [EVERY_OTHER]: PROVISIONAL },
} as const

/**
 * Missions that do not exist. Which there are, and whom they serve, is the Ministry's to say, so
 * that nothing is shipped in `policy/missions`.
 */
export const DEMONSTRATION_MISSIONS: readonly Mission[] = [
  {
    ...INVENTED,
    code: 'example-ankara',
    title: {
      az: 'Nümunə səfirlik, Ankara',
      tr: 'Örnek büyükelçilik, Ankara',
      en: 'Example embassy, Ankara',
      ru: 'Пример посольства, Анкара',
    },
    city: { az: 'Ankara', tr: 'Ankara', en: 'Ankara', ru: 'Анкара' },
    address: {
      az: 'Nümunə küçəsi 1, Ankara (ünvan uydurulub)',
      tr: 'Örnek Sokağı 1, Ankara (adres gerçek değildir)',
      en: '1 Example Street, Ankara (the address is invented)',
      ru: 'ул. Примерная, 1, Анкара (адрес вымышлен)',
    },
    phone: '+90 000 000 00 00',
    email: 'ankara@mission.example',
    country: 'TUR',
    serves: ['TUR'],
    languages: ['az', 'tr', 'en'],
  },
  {
    ...INVENTED,
    code: 'example-lisbon',
    title: {
      az: 'Nümunə səfirlik, Lissabon',
      tr: 'Örnek büyükelçilik, Lizbon',
      en: 'Example embassy, Lisbon',
      ru: 'Пример посольства, Лиссабон',
    },
    city: { az: 'Lissabon', tr: 'Lizbon', en: 'Lisbon', ru: 'Лиссабон' },
    address: {
      az: 'Nümunə prospekti 2, Lissabon (ünvan uydurulub)',
      tr: 'Örnek Caddesi 2, Lizbon (adres gerçek değildir)',
      en: '2 Example Avenue, Lisbon (the address is invented)',
      ru: 'пр. Примерный, 2, Лиссабон (адрес вымышлен)',
    },
    phone: '+351 000 000 000',
    email: 'lisbon@mission.example',
    country: 'PRT',
    serves: ['PRT', 'ESP', 'CPV'],
    languages: ['az', 'en', 'ru'],
  },
]
