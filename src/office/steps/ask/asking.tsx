import type { Asked } from '#core/cases/standing.ts'
import { answeredBefore, ask } from '#core/cases/asking.ts'
import { askOf, roleAsked } from '#core/cases/life.ts'
import { termEnd } from '#core/cases/context.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { termOf } from '#core/policy/procedure.ts'
import { scoringOf } from '#core/policy/scoring.ts'
import { bodyName } from '#office/assessment.tsx'
import { nameOfStep } from '#office/case-actions.ts'
import type { OpenCase } from '#office/open-case.ts'
import { ruleAs, type StepHandler } from '#office/step-handler.ts'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { stepName } from '#telling/case-words.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'
import { Table } from '#ui/table.tsx'
import { WarningText } from '#ui/warning-text.tsx'
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
    const others = asked.filter(({ body }) => body === undefined)
    const before = answeredBefore(ruleAs(rule, 'ask'), open.found.standing)
    return (
      <StepPage view={view} open={open} title={nameOfStep(open, rule.code, language)}>
        {before > 0 && (
          <WarningText label={words.warning}>
            {words.again.replace('{count}', String(before))}
          </WarningText>
        )}
        <p class="govuk-body">{others.length === asked.length ? words.introPeople : words.intro}</p>
        {points.length > 0 && <Scorers points={points} open={open} language={language} />}
        {others.length < asked.length && (
          <p class="govuk-body">{objectionText(opinions, open, language)}</p>
        )}
        {others.length > 0 && <Others asked={others} open={open} language={language} />}
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

type OthersProps = {
  readonly asked: readonly Asked[]
  readonly open: OpenCase
  readonly language: OfficeLanguage
}

/** By role, how many and by when: who votes is named on the page of the case. */
const Others = ({ asked, open, language }: OthersProps) => {
  const { type } = open.law
  const steps = new Map(asked.map((each) => [each.step, each]))
  return (
    <ul class="govuk-list govuk-list--bullet">
      {Array.from(steps.values(), (each) => (
        <li>
          {askWords[language].person
            .replace('{what}', stepName(type, each.step, language))
            .replace('{who}', roleName(roleAsked(type, each.step) ?? '', type, language))
            .replace('{count}', String(asked.filter(({ step }) => step === each.step).length))
            .replace('{day}', dayOf(each, open, language))}
        </li>
      ))}
    </ul>
  )
}

function objectionText(
  opinions: readonly Asked[],
  open: OpenCase,
  language: OfficeLanguage,
): string {
  const words = askWords[language]
  if (opinions.length === 0) return words.noObjections
  const names = opinions.map(({ body = '' }) =>
    bodyName(open.description.procedure, body, language),
  )
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
