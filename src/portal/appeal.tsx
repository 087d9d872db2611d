import type { Calendars } from '#core/deadlines/working-days.ts'
import type { AppealDays } from '#core/lifecycle/appeal.ts'
import { basisOf, isProvisional, type Basis } from '#core/policy/basis.ts'
import { termOf, type Term } from '#core/policy/rule-set.ts'
import { appealWords, type AppealWords } from '#portal/appeal-words.ts'
import { Clause } from '#telling/basis.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import type { DecisionReading } from '#telling/decision.tsx'
import { TermText } from '#telling/term-text.tsx'

/** How an unfavourable act is fought in court, and until when what can be done. */
export type Contest = {
  /** A refusal is fought by a claim to compel, an annulment by one to set it aside. */
  readonly claim: 'compel' | 'set-aside'
  readonly days: AppealDays
}

type Props = Contest & {
  readonly reading: Pick<DecisionReading, 'language' | 'laws' | 'rules'>
  readonly calendars: Calendars
}

/** What else the law says to whoever contests an act. */
const FURTHER = [
  { text: 'suspended', basis: 'administrative-procedure-code/38.3' },
  { text: 'effect', basis: 'administrative-procedure-code/41.1' },
  { text: 'protection', basis: 'administrative-procedure-code/40.4' },
  { text: 'file', basis: 'administrative-proceedings-2005/25.8' },
  { text: 'interpreter', basis: 'administrative-proceedings-2005/27' },
] as const satisfies readonly { readonly text: keyof AppealWords; readonly basis: Basis }[]

/** What one can do about an unfavourable decision, and until when. */
export const Appeal = ({ reading, days, claim, calendars }: Props) => {
  const { language, laws, rules } = reading
  const { deliveredOn, councilUntil, courtUntil } = days
  const words = appealWords[language]
  const delivery = termOf(rules, 'delivery')
  const ways = [
    [termOf(rules, 'appeal'), words.council, words.councilHow, councilUntil],
    [courtTerm(termOf(rules, 'court'), claim), words.court, words[claim], courtUntil],
  ] as const
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
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
        </>
      ))}
      <p class="govuk-body">
        {words.delivered} {formatCountedDay(deliveredOn, { language, calendars, style: 'full' })}.
      </p>
      {delivery && <Clause laws={laws} language={language} basis={basisOf(delivery, 'length')} />}
      <h3 class="govuk-heading-s">{words.further}</h3>
      <ul class="govuk-list">
        {FURTHER.map(({ text, basis }) => (
          <li>
            <p class="govuk-body">{words[text]}</p>
            <Clause laws={laws} language={language} basis={basis} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The Code has the same length for both claims, each in a part of its own. */
function courtTerm(term: Term | undefined, claim: Contest['claim']): Term | undefined {
  if (!term || claim === 'compel' || isProvisional(basisOf(term, 'length'))) return term
  return { ...term, basis: { ...term.basis, length: 'administrative-procedure-code/38.1' } }
}
