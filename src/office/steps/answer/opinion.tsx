import { first } from '#core/answers/typed.ts'
import { answer } from '#core/cases/answering.ts'
import { termCounted } from '#core/cases/counting.ts'
import { askOf } from '#core/cases/life.ts'
import type { IsoDate } from '#core/dated.ts'
import { dayToTell } from '#core/deadlines/counted.ts'
import { refuse } from '#core/outcome.ts'
import { reasonIn } from '#office/case-step.ts'
import { readFiled } from '#office/open-case.ts'
import { reasonText } from '#office/refusals.tsx'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { wordingOf } from '#office/wording.ts'
import { OpinionPage } from './opinion-page.tsx'
import { opinionWords } from './opinion-words.ts'

/** Whether a body that may object does. */
export const objecting: StepHandler = {
  look: () => 'opinion-page',
  mayWait: true,
  page: async (asking, errors) => {
    const { c, tx, view, open, rule, typed, later } = asking
    const { documents } = await readFiled(tx, open)
    const silentFrom = silenceDay(asking)
    return (
      <OpinionPage
        view={view}
        open={open}
        step={rule.code}
        documents={documents}
        wording={wordingOf(c, open.description)}
        {...(silentFrom === undefined ? {} : { silentFrom })}
        typed={Object.keys(typed).length > 0 ? typed : (later?.draft?.typed ?? {})}
        later={later}
        errors={errors}
      />
    )
  },
  kept: ({ typed, view: { language } }) => {
    const words = opinionWords[language]
    const choice = first(typed, 'objects')
    return [
      { label: words.question, text: choice === 'yes' || choice === 'no' ? words[choice] : '' },
      { label: words.reason, text: first(typed, 'reason') },
    ]
  },
  decide: (asking) => {
    const { open, rule } = asking
    const choice = first(asking.typed, 'objects')
    const errors = errorsIn(asking)
    if (Object.keys(errors).length > 0) return refuse({ reason: 'form', errors })
    const said = { objects: choice === 'yes', reason: first(asking.typed, 'reason') }
    return answer(open.found.standing, open.law, { step: rule.code, ...said })
  },
}

/** An objection has a reason; that there is none needs none. */
function errorsIn({ typed, view: { language } }: Asking) {
  const words = opinionWords[language]
  const choice = first(typed, 'objects')
  const { problem } = reasonIn(typed)
  const isChosen = choice === 'yes' || choice === 'no'
  const reason =
    problem === 'missing'
      ? choice === 'yes' && words['reason-missing']
      : problem && reasonText(problem, language)
  return {
    ...(isChosen ? {} : { objects: words['choice-missing'] }),
    ...(reason ? { reason } : {}),
  }
}

/** The last day before silence counts as no objection. */
function silenceDay({ open: { found, law }, rule }: Asking): IsoDate | undefined {
  const asked = askOf(law.type, rule.code)
  const lapses = law.type.steps.some(
    (step) => step.kind === 'lapse' && step.does === 'note-silence' && step.answers === rule.code,
  )
  if (!asked || !lapses || law.procedure.silenceOfObjectionBody !== 'no-objection') return undefined
  return dayToTell(termCounted(asked.clock, found.standing, law), law.calendars)
}
