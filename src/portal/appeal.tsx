import type { Calendars } from '#core/deadlines/working-days.ts'
import { courtTerm } from '#core/cases/appeal.ts'
import { basisOf } from '#core/policy/basis.ts'
import { termOf, type Recourse } from '#core/policy/procedure.ts'
import { appealWords } from '#portal/appeal-words.ts'
import type { Contest } from '#core/cases/appeal.ts'
import { Clause } from '#telling/basis.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import type { DecisionReading } from '#telling/decision.tsx'
import type { Child } from '#ui/markup.ts'
import { TermText } from '#telling/term-text.tsx'

type Props = Contest & {
  readonly reading: Pick<DecisionReading, 'language' | 'laws' | 'procedure'>
  readonly calendars: Calendars
  /** Where the complaint is begun. */
  readonly contesting?: Child
}

/** What one can do about an unfavourable decision, and until when. */
export const Appeal = ({ reading, days, claim, calendars, contesting }: Props) => {
  const { language, laws, procedure } = reading
  const { deliveredOn, councilUntil, courtUntil } = days
  const { recourse = [] } = procedure
  const words = appealWords[language]
  const delivery = termOf(procedure, 'delivery')
  const court = [courtTerm({ procedure }, claim), words.court, words[claim], courtUntil] as const
  const appeal = termOf(procedure, 'appeal')
  const ways =
    councilUntil === undefined
      ? [court]
      : [[appeal, words.council, words.councilHow, councilUntil] as const, court]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words[councilUntil === undefined ? 'leadCourt' : 'lead']}</p>
      {ways.map(([term, title, how, until]) => (
        <>
          <h3 class="govuk-heading-s">{title}</h3>
          <p class="govuk-body">{how}</p>
          <p class="govuk-body">
            {words.until}:{' '}
            <strong>{formatCountedDay(until, { language, calendars, style: 'full' })}</strong>
          </p>
          {term && (
            <p class="govuk-body-s">
              <TermText term={term} laws={laws} language={language} />
            </p>
          )}
          {term === appeal && contesting}
        </>
      ))}
      <p class="govuk-body">
        {words.delivered} {formatCountedDay(deliveredOn, { language, calendars, style: 'full' })}.
      </p>
      {delivery && <Clause laws={laws} language={language} basis={basisOf(delivery, 'length')} />}
      {recourse.length > 0 && <Further recourse={recourse} reading={reading} />}
    </section>
  )
}

type FurtherProps = Pick<Props, 'reading'> & { readonly recourse: readonly Recourse[] }

const Further = ({ recourse, reading: { language, laws } }: FurtherProps) => (
  <>
    <h3 class="govuk-heading-s">{appealWords[language].further}</h3>
    <ul class="govuk-list">
      {recourse.map((each) => (
        <li>
          <p class="govuk-body">{each.words[language]}</p>
          <Clause laws={laws} language={language} basis={basisOf(each, 'words')} />
        </li>
      ))}
    </ul>
  </>
)
