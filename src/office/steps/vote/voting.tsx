import { first } from '#core/answers/typed.ts'
import { answer, votable } from '#core/cases/answering.ts'
import { askOf } from '#core/cases/life.ts'
import { refuse } from '#core/outcome.ts'
import { taskFor } from '#office/case-actions.ts'
import { reasonIn, type FieldErrors } from '#office/case-step.ts'
import { decidedElsewhere } from '#office/elsewhere.tsx'
import { readFiled } from '#office/open-case.ts'
import { reasonText } from '#office/refusals.tsx'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { wordingOf } from '#office/wording.ts'
import { officeTag } from '#telling/case-words.ts'
import { VotePage, type Choice } from './page.tsx'
import { voteWords } from './words.ts'

/** For which outcome a member votes, and why. */
export const voting: StepHandler = {
  look: () => 'case-page',
  mayWait: true,
  page: async (asking, errors) => {
    const { c, tx, open, typed, later } = asking
    const [{ documents }, elsewhere] = await Promise.all([
      readFiled(tx, open),
      decidedElsewhere(asking),
    ])
    const isTyped = Object.keys(typed).length > 0
    return (
      <VotePage
        asking={asking}
        choices={choicesIn(asking)}
        documents={documents}
        wording={wordingOf(c, open.description)}
        typed={isTyped ? typed : (later?.draft?.typed ?? stands(asking))}
        errors={errors}
        elsewhere={elsewhere}
      />
    )
  },
  kept: (asking) => {
    const { typed, view } = asking
    const words = voteWords[view.language]
    const chosen = choicesIn(asking).find(({ value }) => value === first(typed, 'vote'))
    return [
      { label: words.question, text: chosen?.label ?? '' },
      { label: words.reason, text: first(typed, 'reason') },
    ]
  },
  decide: (asking) => {
    const { open, rule, typed } = asking
    const errors = errorsIn(asking)
    if (Object.keys(errors).length > 0) return refuse({ reason: 'form', errors })
    const [vote, reason] = [first(typed, 'vote'), first(typed, 'reason')]
    return answer(open.found.standing, open.law, { step: rule.code, vote, reason })
  },
}

function choicesIn({ open, rule, view: { language } }: Asking): readonly Choice[] {
  const { type } = open.law
  const outcomes = votable(askOf(type, rule.code) ?? {}, open.found.standing, open.law)
  return outcomes.map((outcome) => ({
    value: outcome,
    label: officeTag({ state: '', outcome }, type, language),
  }))
}

/** What stands is changed, and not written anew. */
function stands({ open, rule }: Asking): Asking['typed'] {
  const { vote, reasons = {} } = taskFor(rule, open)?.answer ?? {}
  return vote === undefined ? {} : { vote: [vote], reason: Object.values(reasons) }
}

function errorsIn(asking: Asking): FieldErrors {
  const { typed, view } = asking
  const words = voteWords[view.language]
  const { problem } = reasonIn(typed)
  const isChosen = choicesIn(asking).some(({ value }) => value === first(typed, 'vote'))
  return {
    ...(isChosen ? {} : { vote: words['vote-missing'] }),
    ...(problem === undefined ? {} : { reason: reasonText(problem, view.language) }),
  }
}
