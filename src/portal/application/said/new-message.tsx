import { isOfficeRole } from '#core/cases/roles.ts'
import { applicationWords } from '#portal/application/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import type { Case } from '#records/read-case.ts'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly view: View
  /** What stands for the case in an address. */
  readonly address: string
  readonly found: Case
}

/** The office wrote last: whoever comes for anything else is to find it. */
export const NewMessage = ({ view: { language }, address, found }: Props) => {
  const last = found.standing.said.findLast(({ messages }) => messages.length > 0)
  if (last === undefined || !isOfficeRole(last.role)) return null
  const words = applicationWords[language]
  return (
    <InsetText>
      {words.newMessage}{' '}
      <a class="govuk-link" href={paths.messages.to(language, { id: address })}>
        {words.readMessage}
      </a>
    </InsetText>
  )
}
