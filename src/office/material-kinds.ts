import type { OfficeLanguage } from '#core/language.ts'
import type { MaterialKind } from '#core/promotion/material.ts'

/** What each piece of material is called. */
export const materialKinds: Readonly<
  Record<OfficeLanguage, Readonly<Record<MaterialKind, string>>>
> = {
  en: {
    'leaflet-a4': 'Leaflet, A4 folded',
    'leaflet-a5': 'Leaflet, A5',
    poster: 'Poster, A3',
    slides: 'Slides',
    'wallet-card': 'Wallet card',
    text: 'Text for social media and e-mail',
  },
  az: {
    'leaflet-a4': 'Vərəqə, qatlanan A4',
    'leaflet-a5': 'Vərəqə, A5',
    poster: 'Plakat, A3',
    slides: 'Slaydlar',
    'wallet-card': 'Cib kartı',
    text: 'Sosial şəbəkə və e-poçt üçün mətn',
  },
}
