import type { CaseType } from '#core/policy/case-type.ts'
import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { StateTag } from '#office/state-tag.tsx'
import type { LiesThere } from '#records/lies-there.ts'
import type { Stood } from '#telling/case-words.ts'

type Props = Stood & {
  readonly view: View
  readonly id: string
  readonly number: string
  readonly type: CaseType
  readonly there?: LiesThere | undefined
}

/** Another case in a list beside this one: the way to it, and how it stands. */
export const CaseLine = ({ view, id, number, type, there, ...stood }: Props) => (
  <>
    <a class="govuk-link" href={caseAddress(view, id)}>
      {type.title[view.language]}, {number}
    </a>{' '}
    <StateTag stood={stood} there={there} type={type} language={view.language} />
  </>
)
