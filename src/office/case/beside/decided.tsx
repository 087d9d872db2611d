import { outcomeIn } from '#core/cases/standing.ts'
import { toldOf } from '#core/cases/telling.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { OutcomeTag } from '#office/state-tag.tsx'
import type { Decision } from '#records/decisions.ts'
import { formatDate } from '#telling/dates.ts'
import { meansName } from '#telling/means.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Written } from '#ui/written.tsx'
import { caseWords } from '../words.ts'

type Props = { readonly view: View; readonly open: OpenCase; readonly decision: Decision }

/** What was decided, on which grounds and why, and whether the person has read it. */
export const Decided = ({ view, open, decision }: Props) => {
  const { language } = view
  const words = caseWords[language]
  const { type, procedure } = open.description
  const { record, hash, decidedOn } = decision
  const { standing } = open.found
  const { state } = standing
  const told = toldOf(standing, hash)
  const grounds = procedure.grounds.filter(({ code }) => record.grounds.includes(code))
  const stood = { state, outcome: outcomeIn(standing) }
  return (
    <section>
      <h2 class="govuk-heading-m">{words.decision}</h2>
      <SummaryList
        rows={[
          {
            key: words.outcome,
            value: <OutcomeTag stood={stood} type={type} language={language} />,
          },
          { key: words.decidedOn, value: formatDate(decidedOn, language, 'plain') },
          {
            key: words.told,
            value: told
              ? `${formatDate(told.on, language, 'plain')}. ${meansName(told.means, language)}`
              : words.untold,
          },
          ...(grounds.length === 0
            ? []
            : [
                {
                  key: words.grounds,
                  value: grounds.map(({ title }) => <div>{title[language]}</div>),
                },
              ]),
          ...(record.reasoning === ''
            ? []
            : [
                {
                  key: words.reason,
                  value: (
                    <Written class="kc-value" language={WRITTEN_IN} page={language}>
                      {record.reasoning}
                    </Written>
                  ),
                },
              ]),
        ]}
      />
      <p class="govuk-body">
        <a
          class="govuk-link"
          href={paths.act.to(language, { id: open.found.standing.id, decision: decision.id })}
        >
          {words.actDownload}
        </a>
      </p>
    </section>
  )
}
