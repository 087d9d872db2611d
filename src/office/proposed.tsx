import type { Proposed as Proposing } from '#core/cases/happenings.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { nameInPart, partsOf, type OpenCase } from '#office/open-case.ts'
import { isDeciding } from '#office/sight.ts'
import { officeTag } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { roleName } from '#telling/roles.ts'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Written } from '#ui/written.tsx'

type Props = { readonly open: OpenCase; readonly language: OfficeLanguage }

/** What stands proposed in a case. */
export const Proposed = ({ open, language }: Props) => {
  const { proposed } = open.found.standing
  return proposed ? (
    <InsetText>
      <h2 class="govuk-heading-s">{proposedWords[language].proposed}</h2>
      <Proposals proposed={proposed} open={open} language={language} />
    </InsetText>
  ) : null
}

/** That what was proposed was sent back: by whom, and to those who answer for it, why, and what. */
export const SentBack = ({ open, language }: Props) => {
  const { sentBack } = open.found.standing
  if (!sentBack) return null
  const words = proposedWords[language]
  const { role, on, reason, proposed } = sentBack
  return (
    <InsetText>
      <h2 class="govuk-heading-s">
        {words.sentBack
          .replace('{day}', formatDate(on, language, 'plain'))
          .replace('{role}', roleName(role, open.description.type, language))}
      </h2>
      {isDeciding(open.sight) && (
        <>
          <Written as="p" class="govuk-body kc-value">
            {reason}
          </Written>
          <Details summary={words.was}>
            <Proposals proposed={proposed} open={open} language={language} />
          </Details>
        </>
      )}
    </InsetText>
  )
}

/** What, since when, on which grounds, and why. */
const Proposals = ({ proposed, open, language }: Props & { readonly proposed: Proposing }) => {
  const { type, procedure } = open.description
  return (
    <>
      {proposed.proposals.map(({ subject, outcome, grounds, reasoning }) => (
        <>
          <Whose subject={subject} open={open} language={language} />
          <p class="govuk-body">
            <strong>{officeTag({ state: '', outcome }, type, language)}</strong>,{' '}
            {formatDate(proposed.on, language, 'plain')}
          </p>
          {grounds.map((code) => (
            <p class="govuk-body">
              {procedure.grounds.find((ground) => ground.code === code)?.title[language] ?? code}
            </p>
          ))}
          {reasoning !== '' && (
            <Written as="p" class="govuk-body kc-value" language={WRITTEN_IN} page={language}>
              {reasoning}
            </Written>
          )}
        </>
      ))}
    </>
  )
}

/** Of whom something is proposed, where that can be of several. */
const Whose = ({ subject, open, language }: Props & { readonly subject: string }) => {
  const part = open.found.several && partsOf(open).find(({ found }) => found.partyId === subject)
  return part ? <h3 class="govuk-heading-s">{nameInPart(part, language)}</h3> : null
}

const en = {
  proposed: 'Proposed',
  was: 'What was proposed',
  sentBack: 'The proposal was sent back: {day}, {role}',
} as const

const proposedWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    proposed: 'Təklif olunur',
    was: 'Nə təklif olunmuşdu',
    sentBack: 'Təklif geri göndərilib: {day}, {role}',
  },
}
