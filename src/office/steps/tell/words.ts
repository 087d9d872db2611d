import type { OfficeLanguage } from '#core/language.ts'

const en = {
  lead: 'Record a decision that was handed over on paper. The time in which it can be contested runs from that day.',
  deemed:
    'If nothing is recorded and the person does not open it, it counts as delivered on {day}.',
  means: 'How it was handed over',
  'means-missing': 'Choose how it was handed over',
  on: 'The day on which it was handed over',
  hint: 'As the signature of whoever took it, or the post, says.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  'on-missing': 'Enter the day on which it was handed over, with day, month and year',
} as const

export type TellWords = Readonly<Record<keyof typeof en, string>>

export const tellWords: Readonly<Record<OfficeLanguage, TellWords>> = {
  en,
  az: {
    lead: 'Kağız üzərində təqdim edilmiş qərarı qeyd edin. Qərardan şikayət müddəti həmin gündən hesablanır.',
    deemed: 'Heç nə qeyd edilməsə və şəxs qərarı açmasa, onun təqdim edilmiş sayıldığı gün: {day}.',
    means: 'Necə təqdim edilib',
    'means-missing': 'Necə təqdim edildiyini seçin',
    on: 'Təqdim edildiyi gün',
    hint: 'Qərarı alan şəxsin imzasında və ya poçt qeydində göstərildiyi kimi.',
    day: 'Gün',
    month: 'Ay',
    year: 'İl',
    'on-missing': 'Təqdim edildiyi günü gün, ay və il ilə yazın',
  },
}
