import { typeOf } from '#core/policy/policy.ts'
import type { Policy } from '#core/policy/policy.ts'
import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { StateTag } from '#office/state-tag.tsx'
import { formatDate } from '#telling/dates.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { caseWords } from '../words.ts'
import type { CaseAbout } from './queries.ts'

type Props = { readonly view: View; readonly open: OpenCase; readonly policy: Policy }

/** The decision that a case is about: what it said, whether it holds, and where it was made. */
export const ContestedPanel = ({ view, open, policy }: Props) => {
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
              <StateTag stood={{ state: of.state, outcome }} type={type} language={language} />
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

type ListProps = Omit<Props, 'open'> & { readonly cases: readonly CaseAbout[] }

/** Cases about what was decided in this one. */
export const Contests = ({ view, policy, cases }: ListProps) => {
  const { language } = view
  if (cases.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{caseWords[language].contests}</h2>
      <ul class="govuk-list">
        {cases.map(({ id, number, state, outcome, type: code, typeHash }) => {
          const law = { type: code, state, ...(typeHash === undefined ? {} : { typeHash }) }
          const type = typeOf(policy, law)
          const stood = { state, ...(outcome === undefined ? {} : { outcome }) }
          return (
            <li>
              <a class="govuk-link" href={caseAddress(view, id)}>
                {type.title[language]}, {number}
              </a>{' '}
              <StateTag stood={stood} type={type} language={language} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
