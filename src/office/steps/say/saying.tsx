import { first } from '#core/answers/typed.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { readersIn, say } from '#core/cases/saying.ts'
import { refuse } from '#core/outcome.ts'
import { nameOfStep } from '#office/case-actions.ts'
import { reasonIn, type FieldErrors } from '#office/case-step.ts'
import { Messages } from '#office/messages.tsx'
import { nameInPart, partsOf } from '#office/open-case.ts'
import { reasonText } from '#office/refusals.tsx'
import { ruleAs, type Asking, type StepHandler } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { Checkboxes } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { sayWords } from './words.ts'

/** A message to the person, or a note among officials. */
export const saying: StepHandler = {
  page: (asking, errors) => <SayPage asking={asking} errors={errors} />,
  kept: ({ typed, view }) => [{ label: sayWords[view.language].text, text: first(typed, 'text') }],
  decide: (asking) => {
    const { open, rule, typed, view } = asking
    const words = sayWords[view.language]
    const { reason: text, problem } = reasonIn(typed, 'text')
    const to = chosen(asking)
    const errors = {
      ...(problem === 'missing' ? { text: words.missing } : {}),
      ...(problem !== undefined && problem !== 'missing'
        ? { text: reasonText(problem, view.language) }
        : {}),
      ...(to?.length === 0 ? { to: words.nobody } : {}),
    }
    if (Object.keys(errors).length > 0) return refuse({ reason: 'form', errors })
    const said = { step: rule.code, text, ...(to === undefined ? {} : { to }) }
    return say(open.found.standing, open.law, said)
  },
}

/** Those who read what is written to them, where there is a choice. */
const readersOf = ({ open, rule }: Asking) => {
  const readers = readersIn(open.found.standing)
  const isNote = audienceOf(ruleAs(rule, 'say'), 'say') === 'office'
  if (isNote || readers.length < 2) return undefined
  return partsOf(open).filter(({ found }) => readers.includes(found.partyId))
}

/** Who was ticked of them; nobody is told apart where there is no choice. */
function chosen(asking: Asking): readonly string[] | undefined {
  const ticked = asking.typed['to'] ?? []
  return readersOf(asking)?.flatMap(({ found: { partyId } }) =>
    ticked.includes(partyId) ? [partyId] : [],
  )
}

type Props = { readonly asking: Asking; readonly errors: FieldErrors }

const SayPage = ({ asking, errors }: Props) => {
  const { view, open, rule, typed } = asking
  const { language } = view
  const words = sayWords[language]
  const isNote = audienceOf(ruleAs(rule, 'say'), 'say') === 'office'
  const readers = readersOf(asking)
  return (
    <StepPage view={view} open={open} title={nameOfStep(open, rule.code, language)} errors={errors}>
      <Messages open={open} language={language} names={new Map()} />
      <StepForm view={view} open={open} step={rule.code}>
        {readers && (
          <Checkboxes
            name="to"
            legend={words.to}
            legendSize="s"
            values={typed['to'] ?? []}
            error={errorAt(errors, 'to', view)}
            options={readers.map((part) => ({
              value: part.found.partyId,
              label: nameInPart(part, language),
            }))}
          />
        )}
        <Textarea
          name="text"
          id="text"
          label={words.text}
          hint={isNote ? words.noteHint : words.hint}
          value={typed['text']?.[0]}
          rows={8}
          error={errorAt(errors, 'text', view)}
        />
      </StepForm>
    </StepPage>
  )
}
