import { first } from '#core/answers/typed.ts'
import { assign, assignable } from '#core/cases/assigning.ts'
import { assignedTo } from '#core/cases/standing.ts'
import { refuse } from '#core/outcome.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { nameOfStep } from '#office/case-actions.ts'
import { ruleAs, type Asking, type StepHandler } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { namesOfOfficials } from '#records/officials.ts'
import { roleName } from '#telling/roles.ts'
import { Radios } from '#ui/choices.tsx'

/** What is chosen to leave a case to whoever has the role. */
const ANYBODY = 'anybody'

/** Who has the next move: one official by name, oneself perhaps, or whoever has the role. */
export const assigning: StepHandler = {
  page: async (asking, errors) => {
    const { view, open, rule, typed } = asking
    const { language } = view
    const words = assignWords[language]
    const { of } = ruleAs(rule, 'assign')
    const now = assignedTo(open.found.standing, of)
    return (
      <StepPage
        view={view}
        open={open}
        title={nameOfStep(open, rule.code, language)}
        errors={errors}
      >
        <p class="govuk-body">
          {words.lead.replace('{role}', roleName(of, open.law.type, language))}
        </p>
        <StepForm view={view} open={open} step={rule.code}>
          <Radios
            name="to"
            legend={words.who}
            legendSize="s"
            value={typed['to']?.[0] ?? now}
            error={errorAt(errors, 'to', view)}
            options={await choicesIn(asking)}
          />
        </StepForm>
      </StepPage>
    )
  },
  decide: ({ open, rule, typed, view }) => {
    const to = first(typed, 'to')
    if (to === '') {
      return refuse({ reason: 'form', errors: { to: assignWords[view.language].missing } })
    }
    const step = rule.code
    const given = assign(open.found.standing, open.law, {
      step,
      ...(to === ANYBODY ? {} : { to }),
    })
    if (given.ok || given.refusal.reason !== 'already-so') return given
    const errors = { to: assignWords[view.language].already }
    return refuse({ reason: 'form', errors })
  },
}

/** Oneself first, then the others by name, then nobody in particular. */
async function choicesIn({ c, tx, open, rule, view: { language } }: Asking) {
  const words = assignWords[language]
  const { by } = open.law
  const ids = assignable(open.found.standing, open.law, ruleAs(rule, 'assign').of)
  const names = await namesOfOfficials(tx, c.var.house.secret, ids)
  const named = ids.map((id) => ({ value: id, label: names.get(id) ?? '' }))
  const own = named.filter(({ value }) => value === by.id)
  const others = named
    .filter(({ value }) => value !== by.id)
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return [
    ...own.map(({ value, label }) => ({ value, label: words.yourself.replace('{name}', label) })),
    ...others,
    { value: ANYBODY, label: words.anybody },
  ]
}

const en = {
  lead: 'Whoever you choose has the next move in this case as {role} from now on. Others of the role see the case and can be given it.',
  who: 'Who takes care of it?',
  yourself: '{name} (you)',
  anybody: 'Nobody in particular: anybody of the role',
  missing: 'Choose who takes care of it',
  already: 'It is so already; choose somebody else',
} as const

const assignWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    lead: 'Bundan sonra bu işdə «{role}» kimi növbəti addımı seçdiyiniz əməkdaş atır. Bu iş həmin rolda olan digər əməkdaşlara da görünür və onlara da həvalə edilə bilər.',
    who: 'İşlə kim məşğul olur?',
    yourself: '{name} (siz)',
    anybody: 'Konkret əməkdaş yoxdur: bu rolda olan hər kəs',
    missing: 'İşlə kimin məşğul olacağını seçin',
    already: 'Onsuz da belədir; başqasını seçin',
  },
}
