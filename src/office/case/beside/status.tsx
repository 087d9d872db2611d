import { caseAddress, withBack } from '#office/back.ts'
import { CaseLine } from '#office/case-line.tsx'
import type { View } from '#office/env.ts'
import { addressOf, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { StatusTag } from '#office/status-tag.tsx'
import { stepName } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import type { Around } from './around.ts'
import { caseWords } from '../words.ts'

type Props = { readonly view: View; readonly open: OpenCase; readonly around: Around }

/** The status that a case gave or is about, how it stands now, and what else is about it. */
export const StatusPanel = ({ view, open, around }: Props) => {
  const { language } = view
  const words = caseWords[language]
  const { status, kind, cases, mayOpen } = around
  const isAbout = open.found.standing.about !== undefined
  const day = (on: typeof status.validUntil) => formatDate(on, language, 'plain')
  return (
    <section>
      <h2 class="govuk-heading-m">{kind.title[language]}</h2>
      {isAbout && <p class="govuk-body">{words.isAbout}</p>}
      <SummaryList
        rows={[
          { key: words.statusNumber, value: <StatusNumber {...{ view, around, isAbout }} /> },
          {
            key: words.statusNow,
            value: <StatusTag status={status} kind={kind} language={language} />,
          },
          { key: words.statusFrom, value: day(status.validFrom) },
          { key: words.statusUntil, value: day(status.validUntil) },
          ...baseRows({ view, around }),
        ]}
      />
      {cases.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words[isAbout ? 'casesBeside' : 'casesAbout']}</h3>
          <ul class="govuk-list">
            {cases.map(({ id, number, type, state, outcome, there }) => (
              <li>
                <CaseLine {...{ view, id, number, type, state, outcome, there }} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayOpen.map((type) => {
        const begin = type.steps.find(({ from }) => from.length === 0)
        const at = { id: addressOf(open), type: type.code }
        const href = withBack(view, paths.open.to(language, at))
        return (
          begin && (
            <p class="govuk-body">
              <a class="govuk-link" href={href}>
                {stepName(type, begin.code, language)}
              </a>
            </p>
          )
        )
      })}
    </section>
  )
}

/** What it rests on, and whether that still holds. */
function baseRows({ view, around: { status, baseKind: kind } }: Pick<Props, 'view' | 'around'>) {
  const { base } = status
  if (base === undefined || kind === undefined) return []
  const value = (
    <>
      {kind.title[view.language]},{' '}
      <a class="govuk-link" href={caseAddress(view, base.caseId)}>
        {base.number}
      </a>{' '}
      <StatusTag status={base} kind={kind} language={view.language} />
    </>
  )
  return [{ key: caseWords[view.language].statusRestsOn, value }]
}

type NumberProps = Pick<Props, 'view' | 'around'> & { readonly isAbout: boolean }

/** From a case about it the number leads to the case that gave it. */
const StatusNumber = ({ view, around: { status }, isAbout }: NumberProps) =>
  isAbout ? (
    <a class="govuk-link" href={caseAddress(view, status.caseId)}>
      {status.number}
    </a>
  ) : (
    <>{status.number}</>
  )
