import { blockOf, fieldOf } from '#core/answers/asked.ts'
import type { Language } from '#core/language.ts'
import type { CaseEvent, Mark, Recorded } from '#core/lifecycle/application.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'
import { leading } from '#telling/answers.tsx'
import { OfficialsWrite } from '#telling/officials-write.tsx'
import { Timeline } from '#telling/timeline.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly history: readonly Recorded[]
  readonly rules: RuleSet
  readonly language: Language
}

/** What happened so far, newest first, each with what the applicant was told about it. */
export const History = ({ history, rules, language }: Props) => (
  <>
    {history.some(({ event }) => saidIn(event) !== undefined) && (
      <OfficialsWrite language={language} />
    )}
    <Timeline
      events={history}
      language={language}
      detail={({ event }) => {
        const [ground, said] = [groundOf(event, rules, language), saidIn(event)]
        return (
          <>
            {ground !== undefined && <p class="govuk-body-s">{ground}</p>}
            {said !== undefined && (
              <Written as="p" class="govuk-body-s kc-value">
                {said}
              </Written>
            )}
          </>
        )
      }}
    />
  </>
)

function groundOf(event: CaseEvent, rules: RuleSet, language: Language): string | undefined {
  if (event.type !== 'annulment-proposed' && event.type !== 'status-annulled') return undefined
  return rules.grounds.find(({ code }) => code === event.ground)?.title[language]
}

function saidIn(event: CaseEvent): string | undefined {
  if (event.type === 'application-returned' && event.explanation !== '') return event.explanation
  if (event.type === 'term-extended') return event.reason
  if (event.type === 'annulment-proposed') return event.reason
  return event.type === 'annulment-dropped' ? event.reason : undefined
}

type AskedProps = {
  readonly marks: readonly Mark[]
  readonly type: ApplicationType
  readonly language: Language
}

/** What was to be corrected, with what was wrong with it. */
export const AskedFor = ({ marks, type, language }: AskedProps) => (
  <ul class="govuk-list govuk-list--bullet">
    {marks.map((mark) => (
      <li>
        {leading(nameOf(mark, type, language))} <Written class="kc-value">{mark.note}</Written>
      </li>
    ))}
  </ul>
)

function nameOf(mark: Mark, type: ApplicationType, language: Language): string {
  if (mark.kind === 'document') {
    const rule = type.checklist.find(({ code }) => code === mark.document)
    return rule?.title[language] ?? mark.document
  }
  const block = blockOf(type, mark.block)
  const field = block && fieldOf(block, mark.field)
  return [block?.title[language], field?.label[language]].filter(Boolean).join(', ')
}
