import type { Means } from '#core/cases/told.ts'
import type { OfficeLanguage } from '#core/language.ts'

/** How somebody was told of a decision, as officials call it. */
export const meansName = (means: Means, language: OfficeLanguage): string =>
  MEANS_NAMES[language][means]

const MEANS_NAMES: Readonly<Record<OfficeLanguage, Readonly<Record<Means, string>>>> = {
  az: {
    account: 'Şəxsi kabinetdə açılıb',
    post: 'Poçtla alınıb',
    'in-person': 'Şəxsən təqdim edilib',
    deemed: 'Qayda üzrə təqdim edilmiş sayılıb',
  },
  en: {
    account: 'Opened in the account',
    post: 'Received by post',
    'in-person': 'Handed over in person',
    deemed: 'Counts as delivered by the rule',
  },
}
