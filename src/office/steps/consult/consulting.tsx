import { first } from '#core/answers/typed.ts'
import type { StepOf } from '#core/cases/life.ts'
import { consult } from '#core/cases/registers.ts'
import { subjectsOf } from '#core/cases/standing.ts'
import { refuse } from '#core/outcome.ts'
import { serviceOf, unasked, type Service } from '#core/policy/systems.ts'
import { nameOfStep } from '#office/case-actions.ts'
import { reasonIn, type FieldErrors } from '#office/case-step.ts'
import { nameInPart, partsOf, type OpenCase } from '#office/open-case.ts'
import { reasonText } from '#office/refusals.tsx'
import { refusalWords } from '#office/refusal-words.ts'
import { ruleAs, type Asking, type StepHandler } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { Radios } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { consultWords } from './words.ts'

/** A register is asked about somebody, beyond what the type asks, and for a purpose. */
export const consulting: StepHandler = {
  page: (asking, errors) => <ConsultPage asking={asking} errors={errors} />,
  kept: ({ typed, view }) => [
    { label: consultWords[view.language].purpose, text: first(typed, 'purpose') },
  ],
  decide: (asking) => {
    const { open, rule, typed, view } = asking
    const words = consultWords[view.language]
    const { reason: purpose, problem } = reasonIn(typed, 'purpose')
    const service = first(typed, 'service')
    const subject = aboutIn(asking)
    const isOffered = servicesIn(asking).some((each) => each.service.code === service)
    const errors = {
      ...(isOffered ? {} : { service: words.noService }),
      ...(subject === undefined ? { about: words.nobody } : {}),
      ...(problem === 'missing' ? { purpose: words.noPurpose } : {}),
      ...(problem === undefined || problem === 'missing'
        ? {}
        : { purpose: reasonText(problem, view.language) }),
    }
    if (subject === undefined || Object.keys(errors).length > 0) {
      return refuse({ reason: 'form', errors })
    }
    const wanted = { step: rule.code, service, subject, purpose }
    const asked = consult(open.found.standing, open.law, wanted)
    if (asked.ok || asked.refusal.reason !== 'waits-already') return asked
    const { plain } = refusalWords[view.language]
    const isThere = ruleAs(rule, 'consult').there === true
    const waits = isThere ? words.today : plain['waits-already']
    return refuse({ reason: 'form', errors: { service: waits } })
  },
}

/** What the step asks, and may be asked now. */
const servicesIn = ({ c, open, rule }: Asking): readonly Service[] =>
  codesIn(ruleAs(rule, 'consult'), open)
    .flatMap((code) => serviceOf(open.description.systems, code) ?? [])
    .filter((found) => unasked(found, { groundNeeded: c.var.house.adoptionNeeded }) === undefined)

const codesIn = ({ registers, there }: StepOf<'consult'>, { description }: OpenCase) =>
  there === true ? [description.type.examinedBy ?? ''] : registers

/** Those whom it can be asked about, where there is a choice. */
function peopleIn({ found, ...open }: OpenCase): readonly OpenCase[] | undefined {
  if (found.several === undefined) return undefined
  const here = subjectsOf(found.standing)
  return partsOf({ found, ...open }).filter((part) => here.includes(part.found.partyId))
}

/** Who was chosen of them; whoever the case is about, where it is one. */
function aboutIn({ open, typed }: Asking): string | undefined {
  const people = peopleIn(open)
  if (people === undefined) return open.found.partyId
  const chosen = first(typed, 'about')
  return people.find((part) => part.found.partyId === chosen)?.found.partyId
}

type Props = { readonly asking: Asking; readonly errors: FieldErrors }

const ConsultPage = ({ asking, errors }: Props) => {
  const { view, open, rule, typed } = asking
  const { language } = view
  const words = consultWords[language]
  const services = servicesIn(asking)
  const people = peopleIn(open)
  const title = nameOfStep(open, rule.code, language)
  const lead = ruleAs(rule, 'consult').there === true ? words.leadThere : words.lead
  return (
    <StepPage view={view} open={open} title={title} errors={errors}>
      <p class="govuk-body">{services.length === 0 ? words.none : lead}</p>
      {services.length > 0 && (
        <StepForm view={view} open={open} step={rule.code}>
          <Radios
            name="service"
            legend={words.service}
            legendSize="s"
            value={typed['service']?.[0]}
            error={errorAt(errors, 'service', view)}
            options={services.map(({ system, service }) => ({
              value: service.code,
              label: service.title[language],
              hint: `${system.name[language]}. ${service.purpose[language]}`,
            }))}
          />
          {people && (
            <Radios
              name="about"
              legend={words.about}
              legendSize="s"
              value={typed['about']?.[0]}
              error={errorAt(errors, 'about', view)}
              options={people.map((part) => ({
                value: part.found.partyId,
                label: nameInPart(part, language),
              }))}
            />
          )}
          <Textarea
            name="purpose"
            id="purpose"
            label={words.purpose}
            hint={words.hint}
            value={typed['purpose']?.[0]}
            rows={4}
            error={errorAt(errors, 'purpose', view)}
          />
        </StepForm>
      )}
    </StepPage>
  )
}
