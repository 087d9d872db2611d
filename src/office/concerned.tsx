import { concerned } from '#core/cases/holds.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { caseAddress } from '#office/back.ts'
import { CaseLine } from '#office/case-line.tsx'
import type { View } from '#office/env.ts'
import { filedIn, type OpenCase } from '#office/open-case.ts'
import { readable } from '#office/sight.ts'
import { casesAboutParty } from '#records/cases-about.ts'
import { AnswersView } from '#telling/answers.tsx'
import type { Wording } from '#telling/option-names.ts'
import { Details } from '#ui/details.tsx'
import type { Markup } from '#ui/markup.ts'

type Props = { readonly view: View; readonly open: OpenCase; readonly policy: Policy }

/** Another open case about what is kept of the same person. */
export type Beside = Awaited<ReturnType<typeof casesAboutParty>>[number]

/** Those beside a case of that kind; none beside any other. */
export async function casesBeside(tx: Tx, { found }: OpenCase): Promise<readonly Beside[]> {
  if (found.ownCases === undefined) return []
  const all = await casesAboutParty(tx, found.partyId)
  return all.filter(({ id }) => id !== found.standing.id)
}

type ConcernedProps = Props & { readonly beside: readonly Beside[] }

/** The cases of somebody that one about what is kept of them concerns, and what is open beside. */
export const Concerned = ({ view, open, policy, beside }: ConcernedProps) => {
  const { standing, ownCases } = open.found
  const cases = concerned({ standing, type: open.law.type, ...(ownCases && { ownCases }) }) ?? []
  const { language } = view
  const words = concernedWords[language]
  return (
    <>
      <Listed title={words.concerned}>
        {cases.map(({ id, number, type }) => (
          <li>
            <a class="govuk-link" href={caseAddress(view, id)}>
              {typeOf(policy, { type, state: '' }).title[language]}, {number}
            </a>
          </li>
        ))}
      </Listed>
      <Listed title={words.beside}>
        {beside.map(({ id, number, state, type: code, typeHash, outcome }) => {
          const law = { type: code, state, ...(typeHash === null ? {} : { typeHash }) }
          const type = typeOf(policy, law)
          return (
            <li>
              <CaseLine
                {...{ view, id, type, state }}
                number={number ?? ''}
                outcome={outcome ?? undefined}
              />
            </li>
          )
        })}
      </Listed>
    </>
  )
}

const Listed = ({ title, children }: { readonly title: string; readonly children: Markup[] }) =>
  children.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list">{children}</ul>
    </section>
  )

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
  beside: 'Also open about this person',
  asked: 'What is asked for',
} as const

const concernedWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> =
  {
    en,
    az: {
      concerned: 'Nəyə aiddir',
      beside: 'Bu şəxs haqqında digər açıq işlər',
      asked: 'Nə xahiş olunur',
    },
  }
