import { answer, criteriaOf } from '#core/cases/answering.ts'
import { refuse } from '#core/outcome.ts'
import { evaluate } from '#core/policy/evaluate.ts'
import { factsOf } from '#core/policy/facts.ts'
import { scoringOf, type Criterion } from '#core/policy/scoring.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { taskFor } from '#office/case-actions.ts'
import { readFiled } from '#office/open-case.ts'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { pointsName, pointsTyped, reasonName } from './points-form.ts'
import { PointsPage } from './points-page.tsx'
import { pointsWords } from './points-words.ts'

/** Points of all criteria that a body was asked for, each with a reason. */
export const givingPoints: StepHandler = {
  look: () => 'score-page',
  mayWait: true,
  page: async (asking, errors) => {
    const { c, tx, view, open, rule, typed, later } = asking
    const { language } = view
    const { laws, lists } = c.var.house.policy
    const scoring = scoringOf(open.law)
    const { filed, documents } = await readFiled(tx, open)
    const facts = factsOf(scoring, filed.answers, open.found.standing.filedOn ?? open.law.on)
    return (
      <PointsPage
        view={view}
        open={open}
        step={rule.code}
        criteria={ownCriteria(asking)}
        documents={documents}
        reading={{ scoring, laws, lists, language }}
        findings={evaluate(scoring, facts).findings}
        typed={Object.keys(typed).length > 0 ? typed : (later?.draft?.typed ?? stands(asking))}
        later={later}
        errors={errors}
      />
    )
  },
  kept: (asking) => {
    const { typed, view } = asking
    const words = pointsWords[view.language]
    return ownCriteria(asking).flatMap(({ code, title }) => [
      {
        label: `${title[view.language]}, ${words.pointsOf}`,
        text: first(typed, pointsName(code)),
      },
      {
        label: `${title[view.language]}, ${words.reasonOf}`,
        text: first(typed, reasonName(code)),
      },
    ])
  },
  decide: (asking) => {
    const { open, rule, typed, view } = asking
    const { given: points, errors } = pointsTyped(typed, ownCriteria(asking), view.language)
    if (Object.keys(errors).length > 0) return refuse({ reason: 'form', errors })
    return answer(open.found.standing, open.law, { step: rule.code, points })
  },
}

function ownCriteria({ open: { found, law } }: Asking): readonly Criterion[] {
  const own = criteriaOf(found.standing, law.by.body ?? '')
  return scoringOf(law).criteria.filter(({ code }) => own.includes(code))
}

/** What stands is corrected, and not written anew. */
function stands({ open, rule }: Asking): Typed {
  const { points = {}, reasons = {} } = taskFor(rule, open)?.answer ?? {}
  return Object.fromEntries(
    Object.entries(points).flatMap(([code, given]) => [
      [pointsName(code), [String(given)]],
      [reasonName(code), [reasons[code] ?? '']],
    ]),
  )
}
