import type { Asked } from '#core/cases/standing.ts'
import { ask } from '#core/cases/examining.ts'
import { askOf } from '#core/cases/life.ts'
import { termEnd } from '#core/cases/context.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { termOf } from '#core/policy/procedure.ts'
import { scoringOf } from '#core/policy/scoring.ts'
import { bodyName } from '#office/assessment.tsx'
import { nameOfStep } from '#office/case-actions.ts'
import type { OpenCase } from '#office/open-case.ts'
import type { StepHandler } from '#office/step-handler.ts'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import { Table } from '#ui/table.tsx'
import { askWords } from './words.ts'

/** Who will be asked for what once the step is taken, and by when. */
export const asking: StepHandler = {
  page: ({ view, open, rule }) => {
    const { language } = view
    const words = askWords[language]
    const outcome = ask(open.found.standing, open.law, { step: rule.code })
    const asked = outcome.ok && outcome.value.event.kind === 'ask' ? outcome.value.event.asked : []
    const points = asked.filter(({ kind }) => kind === 'points')
    const opinions = asked.filter(({ kind }) => kind === 'opinion')
    return (
      <StepPage view={view} open={open} title={nameOfStep(open, rule.code, language)}>
        <p class="govuk-body">{words.intro}</p>
        {points.length > 0 && <Scorers points={points} open={open} language={language} />}
        <p class="govuk-body">{objectionText(opinions, open, language)}</p>
        <StepForm view={view} open={open} step={rule.code} />
      </StepPage>
    )
  },
  decide: ({ open, rule }) => ask(open.found.standing, open.law, { step: rule.code }),
}

type ScorersProps = {
  readonly points: readonly Asked[]
  readonly open: OpenCase
  readonly language: OfficeLanguage
}

const Scorers = ({ points, open, language }: ScorersProps) => {
  const words = askWords[language]
  const { procedure } = open.description
  const { criteria } = scoringOf(open.description)
  const bodyOf = (code: string) => points.find(({ criteria }) => criteria?.includes(code))?.body
  return (
    <>
      <Table
        caption={words.caption}
        captionHidden
        columns={[
          { head: words.criterion },
          { head: words.scorer },
          { head: words.points, numeric: true },
        ]}
        rows={criteria.map(({ code, title, pointsMax }) => {
          const body = bodyOf(code)
          const name = body === undefined ? words.nobody : bodyName(procedure, body, language)
          return [title[language], name, String(pointsMax)]
        })}
        firstCellIsHeader
      />
      <p class="govuk-body">
        {words.scoringDue.replace('{day}', dayOf(points[0], open, language))}
      </p>
    </>
  )
}

function objectionText(
  opinions: readonly Asked[],
  open: OpenCase,
  language: OfficeLanguage,
): string {
  const words = askWords[language]
  if (opinions.length === 0) return words.noObjections
  const names = opinions.map(({ body }) => bodyName(open.description.procedure, body, language))
  return words.objections
    .replace('{bodies}', names.join('; '))
    .replace('{day}', dayOf(opinions[0], open, language))
}

function dayOf(asked: Asked | undefined, { law }: OpenCase, language: OfficeLanguage): string {
  const code = asked && askOf(law.type, asked.step)?.clock
  if (code === undefined) return '–'
  const { calendars } = law
  const unit = termOf(law.procedure, code)?.unit
  const day = termEnd(code, law.on, law)
  return formatCountedDay(day, { language, calendars, style: 'full', unit })
}
