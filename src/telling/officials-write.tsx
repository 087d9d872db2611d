import type { Language } from '#core/language.ts'

/** The language in which decisions are issued, and so in which officials write. */
export const WRITTEN_IN = 'az'

/** Stands where officials' own words do: whoever cannot read them is told who can help. */
export const OfficialsWrite = ({ language }: { readonly language: Language }) =>
  language === WRITTEN_IN ? null : <p class="govuk-body-s">{HELP[language]}</p>

const HELP = {
  tr: 'Görevliler, kararın dili olan Azerbaycanca yazar. Bu dili bilmiyorsanız tercüman hakkınız vardır: bunu Devlet Göç Servisinden isteyin.',
  en: 'Officials write in Azerbaijani, the language of the decision. If you do not know it, you have the right to an interpreter: ask the State Migration Service for one.',
  ru: 'Сотрудники пишут на азербайджанском, на языке решения. Если вы его не знаете, у вас есть право на переводчика: попросите о нём Государственную миграционную службу.',
} as const satisfies Record<Exclude<Language, 'az'>, string>
