import { propose } from '#core/cases/deciding.ts'
import type { Proposal } from '#core/cases/happenings.ts'
import { refuse } from '#core/outcome.ts'
import { reasonIn, type FieldErrors, type Kept } from '#office/case-step.ts'
import { casesBeside } from '#office/concerned.tsx'
import { decidedElsewhere } from '#office/elsewhere.tsx'
import { reasonText } from '#office/refusals.tsx'
import { votersSeen } from '#office/sight.ts'
import { askingOfEach, ruleAs, type AskingOfOne, type StepHandler } from '#office/step-handler.ts'
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
    const voters = votersSeen(open.sight, open.found.history)
    const [names, elsewhere, beside] = await Promise.all([
      namesOfOfficials(tx, c.var.house.secret, voters),
      decidedElsewhere(asking),
      casesBeside(tx, open),
    ])
    return <ProposePage {...{ asking, errors, names, elsewhere, beside }} />
  },
  kept: (asking) => askingOfEach(asking).flatMap(keptOf),
  decide: (asking) => {
    const { open, rule } = asking
    const each = askingOfEach(asking).map((one) => ({ one, choice: choiceIn(one) }))
    const errors = each.flatMap(({ one, choice }) => Object.entries(errorsIn(one, choice)))
    if (errors.length > 0) return refuse({ reason: 'form', errors: Object.fromEntries(errors) })
    return propose(open.found.standing, open.law, {
      step: rule.code,
      proposals: each.map(({ one, choice }) => proposalIn(one, choice)),
    })
  },
}

function proposalIn(one: AskingOfOne, choice: Choice): Proposal {
  const { open, rule, typed } = one
  const grounds = groundsIn(one, choice)
  // Where nothing can be proposed, the core says why not.
  const [any = ''] = ruleAs(rule, 'propose').outcomes
  const outcome = outcomeIn(one, choice, grounds)?.code ?? any
  const { reason: reasoning } = reasonIn(typed, 'reasoning')
  const { partyId: subject } = open.found
  return { subject, outcome, grounds, reasoning, ...translationIn(one) }
}

function keptOf(one: AskingOfOne): readonly Kept[] {
  const { open, typed, view, person } = one
  const { language } = view
  const words = proposeWords[language]
  const titleOf = (code: string) =>
    open.law.procedure.grounds.find((ground) => ground.code === code)?.title[language] ?? code
  const chosen = alike(choiceIn(one)).filter(({ code }) => typed['outcome']?.includes(code))
  const kept = [
    ...chosen.map(({ code: outcome }) => ({
      label: words.outcome,
      text: officeTag({ state: '', outcome }, open.law.type, language),
    })),
    ...(typed['grounds'] ?? []).map((code) => ({ label: words.ground, text: titleOf(code) })),
    { label: words.reasoning, text: reasonIn(typed, 'reasoning').reason },
    ...translationKept(one),
  ]
  return person === undefined
    ? kept
    : kept.map(({ label, text }) => ({ label: `${person}, ${label}`, text }))
}

/** Under the names of their fields. */
function errorsIn(one: AskingOfOne, choice: Choice): FieldErrors {
  const { language } = one.view
  const words = proposeWords[language]
  const grounds = groundsIn(one, choice)
  const { problem } = reasonIn(one.typed, 'reasoning')
  const needsGround = grounds.length === 0 && choice.free.length === 0 && choice.offered.length > 0
  const isOpen = !needsGround && outcomeIn(one, choice, grounds) === undefined
  const errors = {
    ...(needsGround ? { grounds: words['ground-missing'] } : {}),
    ...(isOpen && alike(choice).length > 0 ? { outcome: words['outcome-missing'] } : {}),
    ...(problem === 'missing' ? { reasoning: words['reasoning-missing'] } : {}),
    ...(problem && problem !== 'missing' ? { reasoning: reasonText(problem, language) } : {}),
    ...translationErrors(one),
  }
  return Object.fromEntries(
    Object.entries(errors).map(([name, text]) => [
      `${one.prefix}${name}`,
      one.person === undefined ? text : `${one.person}: ${text}`,
    ]),
  )
}
