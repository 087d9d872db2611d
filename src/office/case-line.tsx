import type { CaseType } from '#core/policy/case-type.ts'
import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { StateTag } from '#office/state-tag.tsx'
import type { Stood } from '#telling/case-words.ts'

type Props = Stood & {
  readonly view: View
  readonly id: string
  readonly number: string
  readonly type: CaseType
}

/** Another case in a list beside this one: the way to it, and how it stands. */
export const CaseLine = ({ view, id, number, type, ...stood }: Props) => (
  <>
    <a class="govuk-link" href={caseAddress(view, id)}>
      {type.title[view.language]}, {number}
    </a>{' '}
    <StateTag stood={stood} type={type} language={view.language} />
  </>
)
