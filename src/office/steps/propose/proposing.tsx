import { propose } from '#core/cases/deciding.ts'
import { subjectsOf } from '#core/cases/standing.ts'
import { refuse } from '#core/outcome.ts'
import { reasonIn, type FieldErrors } from '#office/case-step.ts'
import { reasonText } from '#office/refusals.tsx'
import { votesSeen } from '#office/sight.ts'
import { ruleAs, type Asking, type StepHandler } from '#office/step-handler.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { officeTag } from '#telling/case-words.ts'
import { ProposePage } from './page.tsx'
import { alike, choiceIn, groundsIn, outcomeIn, type Choice } from './proposal.ts'
import { translationErrors, translationIn, translationKept } from './translating.tsx'
import { proposeWords } from './words.ts'

/** What is proposed follows from the case and from the grounds that are chosen, wherever it can. */
export const proposing: StepHandler = {
  look: () => 'draft-page',
  page: async (asking, errors) => {
    const { c, tx, open } = asking
    const voters = votesSeen(open.sight).map(({ id }) => id)
    const names = await namesOfOfficials(tx, c.var.house.secret, voters)
    return <ProposePage asking={asking} errors={errors} names={names} />
  },
  kept: (asking) => {
    const { open, typed, view } = asking
    const { language } = view
    const words = proposeWords[language]
    const titleOf = (code: string) =>
      open.law.procedure.grounds.find((ground) => ground.code === code)?.title[language] ?? code
    const chosen = alike(choiceIn(asking)).filter(({ code }) => typed['outcome']?.includes(code))
    return [
      ...chosen.map(({ code: outcome }) => ({
        label: words.outcome,
        text: officeTag({ state: '', outcome }, open.law.type, language),
      })),
      ...(typed['grounds'] ?? []).map((code) => ({ label: words.ground, text: titleOf(code) })),
      { label: words.reasoning, text: reasonIn(typed, 'reasoning').reason },
      ...translationKept(asking),
    ]
  },
  decide: (asking) => {
    const { open, rule, typed } = asking
    const { standing } = open.found
    const choice = choiceIn(asking)
    const errors = errorsIn(asking, choice)
    if (Object.keys(errors).length > 0) return refuse({ reason: 'form', errors })
    const grounds = groundsIn(asking, choice)
    // Where nothing can be proposed, the core says why not.
    const [any = ''] = ruleAs(rule, 'propose').outcomes
    const outcome = outcomeIn(asking, choice, grounds)?.code ?? any
    const { reason: reasoning } = reasonIn(typed, 'reasoning')
    return propose(standing, open.law, {
      step: rule.code,
      proposals: subjectsOf(standing).map((subject) => ({
        subject,
        outcome,
        grounds,
        reasoning,
        ...translationIn(asking),
      })),
    })
  },
}

function errorsIn(asking: Asking, choice: Choice): FieldErrors {
  const { language } = asking.view
  const words = proposeWords[language]
  const grounds = groundsIn(asking, choice)
  const { problem } = reasonIn(asking.typed, 'reasoning')
  const needsGround = grounds.length === 0 && choice.free.length === 0 && choice.offered.length > 0
  const isOpen = !needsGround && outcomeIn(asking, choice, grounds) === undefined
  return {
    ...(needsGround ? { grounds: words['ground-missing'] } : {}),
    ...(isOpen && alike(choice).length > 0 ? { outcome: words['outcome-missing'] } : {}),
    ...(problem === 'missing' ? { reasoning: words['reasoning-missing'] } : {}),
    ...(problem && problem !== 'missing' ? { reasoning: reasonText(problem, language) } : {}),
    ...translationErrors(asking),
  }
}
