import { claimsOf, type Claim } from '#core/cases/claims.ts'
import type { Register } from '#core/cases/consulted.ts'
import type { FormField } from '#core/policy/case-type.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { serviceOf, type Systems } from '#core/policy/systems.ts'
import type { OpenCase } from '#office/open-case.ts'
import { registerWords } from '#office/register-words.ts'
import { isSeen, registerId } from '#office/registers.tsx'
import { valueText } from '#telling/answers.tsx'
import type { Wording } from '#telling/option-names.ts'

/** That a register says something else than was written there. */
export type Clash = Pick<Claim, 'at' | 'says'> & { readonly register: Register }

/** All of them in a case as it is of one, as far as whoever looks reads these registers. */
export const clashesIn = (open: OpenCase): readonly Clash[] => {
  const { found, description } = open
  const { type, systems } = description
  const { standing, partyId } = found
  return standing.registers
    .filter((each) => each.subject === partyId && isSeen(open, each))
    .flatMap((register) => {
      const confirms = serviceOf(systems, register.service)?.service.confirms ?? []
      return claimsOf({ type, standing }, register, confirms)
        .filter(({ as }) => as === 'contradicted')
        .map(({ at, says }) => ({ at, register, ...(says === undefined ? {} : { says }) }))
    })
}

type Props = {
  readonly clashes: readonly Clash[]
  readonly systems: Systems
  readonly field: FormField
  readonly wording: Wording
  readonly language: OfficeLanguage
}

/** Beside the answer, with the way to the register. */
export const ClashesBeside = ({ clashes, systems, field, wording, language }: Props) => (
  <div class="kc-mark">
    <p class="kc-mark__word">{registerWords[language].clash}</p>
    {clashes.map(({ register, says = '' }) => (
      <p class="kc-mark__reason">
        <a class="govuk-link" href={`#${registerId(register)}`}>
          {serviceOf(systems, register.service)?.service.title[language] ?? register.service}
        </a>
        : {valueText(field, says, wording)}
      </p>
    ))}
  </div>
)
