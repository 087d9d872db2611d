import { applicationWords } from '#portal/application/words.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import type { Keeping } from '#records/keeping.ts'
import type { Case } from '#records/read-case.ts'
import { formatDate } from '#telling/dates.ts'
import { heldBackFrom } from '#telling/held-back.ts'
import { InsetText } from '#ui/inset-text.tsx'

type Held = { readonly view: View; readonly found: Case }
type Kept = { readonly view: View; readonly kept?: Keeping | undefined }

/** What is held back, and the request by which it is. */
export const HeldBackHere = ({ found: { holds = [], standing }, view: { language } }: Held) => (
  <>
    {holds
      .filter(({ by }) => by.id !== standing.id)
      .map((hold) => (
        <InsetText>
          {heldBackFrom(hold, language)}{' '}
          <a class="govuk-link" href={paths.application.to(language, { id: hold.by.id })}>
            {hold.by.number}
          </a>
        </InsetText>
      ))}
  </>
)

/** What is soon deleted is to be saved first. */
export const Goes = ({ view, kept }: Kept) => {
  if (kept?.goesAfter === undefined) return null
  const words = applicationWords[view.language]
  return (
    <InsetText>
      <p class="govuk-body">
        {words.goesAfter} <strong>{formatDate(kept.goesAfter, view.language)}</strong>.
      </p>
      {kept.isDecided !== true && (
        <p class="govuk-body">
          {words.keepLonger} <Contact view={view} />
        </p>
      )}
    </InsetText>
  )
}

export const KeptUntil = ({ view: { language }, kept }: Kept) =>
  kept === undefined || kept.goesAfter !== undefined ? null : (
    <p class="govuk-body">
      {applicationWords[language].keptUntil} {formatDate(kept.until, language, 'plain')}.
    </p>
  )
