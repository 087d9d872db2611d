import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Who looked at personal data',
  intro:
    'Every time an official opened personal data, newest first. The people concerned see this in their account, without the official’s name.',
  when: 'When (Baku)',
  who: 'Who',
  role: 'Role',
  body: 'Body',
  what: 'What',
  case: 'Case',
  next: 'Earlier entries',
  first: 'Back to the newest entries',
  pages: 'Pages of the list',
  emptyTitle: 'Nobody has looked yet',
  empty: 'Each look at a case or a document appears here at once.',
  'case-page': 'Case',
  document: 'Document',
  'return-page': 'Return for correction',
  'score-page': 'Scoring',
  'opinion-page': 'Opinion',
  'draft-page': 'Draft of the decision',
  'sign-page': 'Signing',
  'holder-page': 'Card of a holder',
  'same-person-page': 'Whether two entries are one person',
  'coming-page': 'List of who comes',
  'visit-page': 'When somebody comes',
  'consent-page': 'Case of another, as who has consented to it',
} as const

export type LooksWords = Readonly<Record<keyof typeof en, string>>

export const looksWords: Readonly<Record<OfficeLanguage, LooksWords>> = {
  en,
  az: {
    title: 'Fərdi məlumatlara kim baxıb',
    intro:
      'Əməkdaşların bütün baxışları, ən yenisi əvvəldə. Məlumatın aid olduğu şəxslər bunu şəxsi kabinetində görür, əməkdaşın adı göstərilmir.',
    when: 'Nə vaxt (Bakı)',
    who: 'Kim',
    role: 'Vəzifə',
    body: 'Orqan',
    what: 'Nəyə',
    case: 'İş',
    next: 'Əvvəlki baxışlar',
    first: 'Ən yenilərə qayıdın',
    pages: 'Siyahının səhifələri',
    emptyTitle: 'Hələ heç kim baxmayıb',
    empty: 'İşə və ya sənədə hər baxış dərhal burada görünür.',
    'case-page': 'İş',
    document: 'Sənəd',
    'return-page': 'Düzəliş üçün qaytarma',
    'score-page': 'Bal vermə',
    'opinion-page': 'Rəy',
    'draft-page': 'Qərar layihəsi',
    'sign-page': 'İmzalama',
    'holder-page': 'Status sahibinin səhifəsi',
    'same-person-page': 'İki qeydin bir şəxs olub-olmadığı',
    'coming-page': 'Gələnlərin siyahısı',
    'visit-page': 'Nə vaxt gəlir',
    'consent-page': 'Razılıq verdiyi başqasının işi',
  },
}
