import { concerned } from '#core/cases/holds.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { filedIn, type OpenCase } from '#office/open-case.ts'
import { readable } from '#office/sight.ts'
import { AnswersView } from '#telling/answers.tsx'
import type { Wording } from '#telling/option-names.ts'
import { Details } from '#ui/details.tsx'

type Props = { readonly view: View; readonly open: OpenCase; readonly policy: Policy }

/** The cases of somebody that a case about what is kept of them concerns. */
export const Concerned = ({ view, open, policy }: Props) => {
  const { standing, ownCases } = open.found
  const cases = concerned({ standing, type: open.law.type, ...(ownCases && { ownCases }) })
  if (cases === undefined) return null
  const { language } = view
  return (
    <section>
      <h2 class="govuk-heading-m">{concernedWords[language].concerned}</h2>
      <ul class="govuk-list">
        {cases.map(({ id, number, type }) => (
          <li>
            <a class="govuk-link" href={caseAddress(view, id)}>
              {typeOf(policy, { type, state: '' }).title[language]}, {number}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is asked for about what is kept of somebody, where it is decided. */
export const AskedFor = ({ view, open, wording }: Omit<Props, 'policy'> & { wording: Wording }) => {
  const { found, law, sight } = open
  const { answers } = filedIn(found.standing)
  if (found.ownCases === undefined || Object.keys(answers).length === 0) return null
  return (
    <Details summary={concernedWords[view.language].asked} open>
      <AnswersView type={readable(sight, law.type)} answers={answers} wording={wording} />
    </Details>
  )
}

const en = {
  concerned: 'What it concerns',
  asked: 'What is asked for',
} as const

const concernedWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> =
  {
    en,
    az: {
      concerned: 'Nəyə aiddir',
      asked: 'Nə xahiş olunur',
    },
  }
