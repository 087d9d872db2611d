import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import { InsetText } from '#ui/inset-text.tsx'

/** That a decision does not hold any more, and since when. */
export const setAsideText = (on: IsoDate, language: Language): string =>
  WORDS[language].replace('{day}', formatDate(on, language, 'plain'))

type Props = { readonly on: IsoDate; readonly language: Language }

export const SetAside = ({ on, language }: Props) => (
  <InsetText>{setAsideText(on, language)}</InsetText>
)

const WORDS: Readonly<Record<Language, string>> = {
  en: 'This decision does not hold any more. It was set aside on {day}.',
  az: 'Bu qərar artıq qüvvədə deyil. O, bu tarixdə ləğv edilib: {day}.',
  tr: 'Bu karar artık geçerli değil. Şu tarihte kaldırıldı: {day}.',
  ru: 'Это решение больше не действует. Оно отменено: {day}.',
}
