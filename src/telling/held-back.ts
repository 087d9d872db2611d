import type { HoldKnown } from '#core/cases/context.ts'
import type { Language, OfficeLanguage } from '#core/language.ts'
import type { HeldBack } from '#core/cases/life.ts'
import { formatDate } from '#telling/dates.ts'

/** What is held back and since when, to whom it is about. */
export const heldBackFrom = ({ back, since }: HoldKnown, language: Language): string =>
  PERSON[language][back].replace('{day}', formatDate(since, language, 'plain'))

/** The same, to officials. */
export const heldBackOf = ({ back, since }: HoldKnown, language: OfficeLanguage): string =>
  OFFICE[language][back].replace('{day}', formatDate(since, language, 'plain'))

type Texts = Readonly<Record<HeldBack, string>>

const PERSON: Readonly<Record<Language, Texts>> = {
  en: {
    erasing: 'Your cases are not deleted. This is so since {day}.',
    deciding: 'Nothing is decided to your disadvantage. This is so since {day}.',
    'carrying-out': 'The decision is not carried out for now. This is so since {day}.',
  },
  az: {
    erasing: 'İşləriniz silinmir. Başlanğıc tarixi: {day}.',
    deciding: 'Sizin əleyhinizə qərar verilmir. Başlanğıc tarixi: {day}.',
    'carrying-out': 'Qərar hələlik icra olunmur. Başlanğıc tarixi: {day}.',
  },
  tr: {
    erasing: 'Dosyalarınız silinmiyor. Başlangıç tarihi: {day}.',
    deciding: 'Aleyhinize karar verilmiyor. Başlangıç tarihi: {day}.',
    'carrying-out': 'Karar şimdilik uygulanmıyor. Başlangıç tarihi: {day}.',
  },
  ru: {
    erasing: 'Ваши дела не удаляются. Дата начала: {day}.',
    deciding: 'Решения против вас не принимаются. Дата начала: {day}.',
    'carrying-out': 'Решение пока не исполняется. Дата начала: {day}.',
  },
}

const OFFICE: Readonly<Record<OfficeLanguage, Texts>> = {
  en: {
    erasing: 'Nothing that is kept of this person is erased. This is so since {day}.',
    deciding:
      'Nothing is decided against this person and nothing of them is erased. This is so since {day}.',
    'carrying-out': 'The decision is not carried out. This is so since {day}.',
  },
  az: {
    erasing: 'Bu şəxs barədə saxlanılanlar silinmir. Başlanğıc tarixi: {day}.',
    deciding:
      'Bu şəxsin əleyhinə qərar verilmir və barəsində saxlanılanlar silinmir. Başlanğıc tarixi: {day}.',
    'carrying-out': 'Qərar icra olunmur. Başlanğıc tarixi: {day}.',
  },
}
