import { isAboutNamed } from '#core/cases/contesting.ts'
import { isConsenting } from '#core/cases/people.ts'
import { mayBegin } from '#core/cases/may.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionsInForce, type Policy } from '#core/policy/policy.ts'
import { caseAddress, withBack } from '#office/back.ts'
import { caseWords } from '#office/case/words.ts'
import type { View } from '#office/env.ts'
import { addressOf, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { contextIn } from '#records/cases.ts'
import { stepName } from '#telling/case-words.ts'
import { heldBackOf } from '#telling/held-back.ts'
import { InsetText } from '#ui/inset-text.tsx'

type Props = { readonly view: View; readonly open: OpenCase; readonly policy: Policy }

/** What is held back of somebody in a case, or of its decision, and by which other case. */
export const HeldBack = ({ view, open }: Omit<Props, 'policy'>) => {
  const { language } = view
  const { holds = [], standing } = open.found
  return (
    <>
      {holds.map((hold) => (
        <InsetText>
          {heldBackOf(hold, language)}
          {hold.by.id !== standing.id && (
            <>
              {' '}
              <a class="govuk-link" href={caseAddress(view, hold.by.id)}>
                {hold.by.number}
              </a>
            </>
          )}
        </InsetText>
      ))}
    </>
  )
}

/** Who has consented to a case that is not about them, by what they hold: it would rest on that. */
export const Consents = ({ view, open, policy }: Props) => {
  const { language } = view
  const { standing, held } = open.found
  const consenting = open.description.type.roles
    .filter(isConsenting)
    .filter(({ code }) => standing.parties.some(({ role, left }) => role === code && left !== true))
  const words = caseWords[language]
  return (
    <>
      {consenting.map(({ code, title }) => (
        <InsetText>
          {title[language]}:{' '}
          {held
            .filter(({ role }) => role === code)
            .map(({ kind, number }) => `${policy.statuses.get(kind)?.title[language]} ${number}`)
            .join(', ') || words.holdsNothing}
        </InsetText>
      ))}
    </>
  )
}

/** What whoever looks can begin about somebody in a case. */
export const AboutPerson = ({ view, open, policy }: Props) => {
  const { language } = view
  return (
    <>
      {openableAbout(open, policy).map((type) => (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={withBack(view, paths.open.to(language, { id: addressOf(open), type: type.code }))}
          >
            {stepName(type, type.steps.find(({ from }) => from.length === 0)?.code ?? '', language)}
          </a>
        </p>
      ))}
    </>
  )
}

/** Whether one is open already is said by the page that begins it. */
function openableAbout({ taking }: OpenCase, policy: Policy): readonly CaseType[] {
  return descriptionsInForce(policy, taking.on).flatMap((description) => {
    if (!isAboutNamed(description.type.begins)) return []
    const law = contextIn({}, { ...taking, description })
    const party = { open: [], holds: [] }
    return mayBegin(law, { roles: taking.by.roles, party }).ok ? [description.type] : []
  })
}
