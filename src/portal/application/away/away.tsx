import type { Systems } from '#core/policy/systems.ts'
import { serviceOf } from '#core/policy/systems.ts'
import type { View } from '#portal/env.ts'
import type { Case } from '#records/read-case.ts'
import { Forwarded, forwardedWords } from '#telling/forwarded.tsx'

type Props = { readonly view: View; readonly found: Case; readonly systems: Systems }

/** That others examine it, and what they said: the person reads all of it. */
export const ExaminedElsewhere = ({ view: { language }, found, systems }: Props) => {
  const own = found.standing.away.find(({ subject }) => subject === found.partyId)
  if (own === undefined) return null
  const system = serviceOf(systems, own.service)?.system.name[language] ?? own.service
  return (
    <section>
      <h2 class="govuk-heading-m">{forwardedWords[language].title}</h2>
      <Forwarded own={own} system={system} language={language} />
    </section>
  )
}
