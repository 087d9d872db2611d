import type { Language } from '#core/language.ts'
import { pairFor } from '#core/promotion/frequent-questions.ts'
import { changedLaw, type LawInForce } from '#core/promotion/law-of-day.ts'
import type { Told } from '#records/frequent-questions.ts'
import { formatDate } from '#telling/dates.ts'
import { languageName } from '#telling/names-of-codes.ts'
import { Details } from '#ui/details.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly questions: readonly Told[]
  readonly law: LawInForce
  readonly language: Language
}

/** Questions that are asked often; each opens what is answered, in another language if need be. */
export const ToldQuestions = ({ questions, law, language }: Props) =>
  questions.map((told) => <ToldQuestion told={told} law={law} language={language} />)

type OneProps = Pick<Props, 'law' | 'language'> & { readonly told: Told }

const ToldQuestion = ({ told, law, language }: OneProps) => {
  const pair = pairFor(told.said, language)
  if (!pair) return null
  const words = toldWords[language]
  const isOther = pair.language !== language
  return (
    <Details
      summary={
        <>
          <Written class="kc-value" language={pair.language} page={language}>
            {pair.question}
          </Written>
          {isOther && ` (${languageName(pair.language, language)})`}
        </>
      }
    >
      {isOther && (
        <p class="govuk-body">
          {words.other.replace('{language}', languageName(pair.language, language))}
        </p>
      )}
      <Written as="div" language={pair.language} page={language}>
        {pair.answer.split(/\n{2,}/).map((text) => (
          <p class="govuk-body kc-value">{text}</p>
        ))}
      </Written>
      <p class="govuk-hint">
        {words.looked.replace('{day}', formatDate(told.lookedOn, language, 'plain'))}{' '}
        {changedLaw(told, law) && words.changed}
      </p>
    </Details>
  )
}

const en = {
  looked: 'Last looked at: {day}.',
  changed: 'The law has changed since: ask again before you rely on it.',
  other: 'There is no answer in your language yet. This one is in: {language}.',
} as const

const toldWords: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    looked: 'Son baxış: {day}.',
    changed: 'O vaxtdan qanun dəyişib: buna arxalanmazdan əvvəl yenidən soruşun.',
    other: 'Dilinizdə hələ cavab yoxdur. Bu cavabın dili: {language}.',
  },
  tr: {
    looked: 'Son bakılan gün: {day}.',
    changed: 'O günden sonra mevzuat değişti: buna güvenmeden önce yeniden sorun.',
    other: 'Dilinizde henüz yanıt yok. Bu yanıtın dili: {language}.',
  },
  ru: {
    looked: 'Ответ в последний раз проверен: {day}.',
    changed: 'С тех пор закон изменился: прежде чем полагаться на ответ, спросите ещё раз.',
    other: 'Ответа на вашем языке пока нет. Язык этого ответа: {language}.',
  },
}
