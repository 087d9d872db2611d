import type { IsoMoment } from '#core/dated.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { timeWords, type TimeWords } from '#office/time/words.ts'
import { later } from '#platform/calendar.ts'
import type { Finding, TimeWatch } from '#records/trusted-time.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { WarningText } from '#ui/warning-text.tsx'

type Props = {
  readonly view: View
  readonly watch: TimeWatch
  /** By the clock of the database. */
  readonly now: IsoMoment
  /** What was confirmed is no longer what the clocks say. */
  readonly stale: boolean
}

/** Whether jobs go on by the clock, and what an administrator has to answer for where they wait. */
export const TimePage = ({ view, watch, now, stale }: Props) => {
  const words = timeWords[view.language]
  const { trusted, finding } = watch
  const last = trusted && { key: words.last, value: formatMomentInBaku(trusted.at, view.language) }
  return (
    <Page view={view} title={words.title} errors={stale ? [{ text: words.stale }] : []}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {finding ? (
        <Waiting view={view} finding={finding} now={now} last={last} words={words} />
      ) : (
        <>
          <p class="govuk-body">{last ? words.runs : words.never}</p>
          {last && <SummaryList rows={[last]} />}
        </>
      )}
    </Page>
  )
}

type WaitingProps = Pick<Props, 'view' | 'now'> & {
  readonly finding: Finding
  readonly last: { readonly key: string; readonly value: string } | undefined
  readonly words: TimeWords
}

const Waiting = ({ view: { language }, finding, now, last, words }: WaitingProps) => {
  const { aheadMs } = finding.seen
  return (
    <>
      <WarningText label={words.warning}>{words.waits}</WarningText>
      <p class="govuk-body">{words[finding.doubt]}</p>
      <SummaryList
        rows={[
          { key: words.database, value: formatMomentInBaku(now, language) },
          { key: words.program, value: formatMomentInBaku(later(now, aheadMs), language) },
          ...(last ? [last] : []),
        ]}
      />
      <p class="govuk-body">{words.compare}</p>
      <p class="govuk-body">{words.ifRight}</p>
      <p class="govuk-body">{words.ifWrong}</p>
      <form method="post" action={paths.time.to(language)}>
        <input type="hidden" name="at" value={now} />
        <input type="hidden" name="ahead" value={String(aheadMs)} />
        <Button preventDoubleClick>{words.confirm}</Button>
      </form>
    </>
  )
}
