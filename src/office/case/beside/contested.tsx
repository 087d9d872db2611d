import { dayToTell } from '#core/deadlines/counted.ts'
import { typeOf } from '#core/policy/policy.ts'
import type { Policy } from '#core/policy/policy.ts'
import { caseAddress } from '#office/back.ts'
import { CaseLine } from '#office/case-line.tsx'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { OutcomeTag } from '#office/state-tag.tsx'
import { Undecided } from '#office/undecided.tsx'
import { formatDate } from '#telling/dates.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { caseWords } from '../words.ts'
import type { Complaint } from './queries.ts'

type Props = { readonly view: View; readonly open: OpenCase; readonly policy: Policy }

/** What a case complains of: a decision, or that there is none. */
export const EarlierPanel = (props: Props) => (
  <>
    <ContestedPanel {...props} />
    <Undecided {...props} />
  </>
)

/** The decision that a case is about: what it said, whether it holds, and where it was made. */
const ContestedPanel = ({ view, open, policy }: Props) => {
  const { contested } = open.found
  if (contested === undefined) return null
  const { language } = view
  const words = caseWords[language]
  const { of, outcome, decidedOn, inForce } = contested
  const type = typeOf(policy, of)
  const cameFrom = caseAddress(view, open.found.standing.id)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.contested}</h2>
      <SummaryList
        rows={[
          {
            key: words.contestedIn,
            value: (
              <a class="govuk-link" href={caseAddress({ language, cameFrom }, of.id)}>
                {type.title[language]}, {of.number}
              </a>
            ),
          },
          {
            key: words.outcome,
            value: (
              <OutcomeTag stood={{ state: of.state, outcome }} type={type} language={language} />
            ),
          },
          { key: words.decidedOn, value: formatDate(decidedOn, language, 'plain') },
          {
            key: words.statusNow,
            value: (
              <Tag colour={inForce ? 'blue' : 'grey'}>
                {inForce ? words.decisionHolds : words.decisionGone}
              </Tag>
            ),
          },
        ]}
      />
    </section>
  )
}

type ListProps = Omit<Props, 'open'> & {
  readonly title: 'contests' | 'complaints'
  readonly cases: readonly Complaint[]
}

/** Cases about what was decided in this one, or that nothing was; and by when it is to be. */
export const Contests = ({ view, policy, title, cases }: ListProps) => {
  const { language } = view
  const words = caseWords[language]
  if (cases.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words[title]}</h2>
      <ul class="govuk-list">
        {cases.map(({ id, number, state, outcome, type: code, typeHash, told }) => {
          const day = told && dayToTell(told, policy.calendars)
          const law = { type: code, state, ...(typeHash === undefined ? {} : { typeHash }) }
          const type = typeOf(policy, law)
          return (
            <li>
              <CaseLine {...{ view, id, number, type, state, outcome }} />
              {day !== undefined && (
                <p class="govuk-body">
                  <strong>
                    {words.toldToDecide.replace('{day}', formatDate(day, language, 'plain'))}
                  </strong>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
