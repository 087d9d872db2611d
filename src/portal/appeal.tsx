import type { AppealDays } from '#core/lifecycle/appeal.ts'
import { basisOf } from '#core/policy/basis.ts'
import { termOf } from '#core/policy/rule-set.ts'
import { appealWords } from '#portal/appeal-words.ts'
import { Clause } from '#telling/basis.tsx'
import { formatDate } from '#telling/dates.ts'
import type { DecisionReading } from '#telling/decision.tsx'

type Props = {
  readonly reading: Pick<DecisionReading, 'language' | 'laws' | 'rules'>
  readonly days: AppealDays
  /** Where the page says what provisional means. */
}

/** What one can do about an unfavourable decision, and until when. */
export const Appeal = ({ reading, days }: Props) => {
  const { language, laws, rules } = reading
  const { deliveredOn, councilUntil, courtUntil } = days
  const words = appealWords[language]
  const ways = [
    ['appeal', words.council, words.councilHow, councilUntil],
    ['court', words.court, words.courtHow, courtUntil],
  ] as const
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      {ways.map(([code, title, how, until]) => {
        const term = termOf(rules, code)
        return (
          <>
            <h3 class="govuk-heading-s">{title}</h3>
            <p class="govuk-body">{how}</p>
            <p class="govuk-body">
              {words.until}: <strong>{formatDate(until, language)}</strong>
            </p>
            {term && (
              <Clause laws={laws} language={language} basis={basisOf(term, 'length')} explained />
            )}
          </>
        )
      })}
      <p class="govuk-body">
        {words.delivered} {formatDate(deliveredOn, language)}.
      </p>
    </section>
  )
}
