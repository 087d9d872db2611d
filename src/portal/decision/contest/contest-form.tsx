import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Contest } from '#portal/decision/contest/contests.ts'
import { contestWords } from '#portal/decision/contest/words.ts'
import { paths } from '#portal/paths.ts'
import { stepName } from '#telling/case-words.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'

export type ContestingProps = {
  readonly language: Language
  /** The case of the decision. */
  readonly id: string
  readonly contests: readonly Contest[]
  /** The last day for it, which the machine never holds against anybody. */
  readonly until?: IsoDate | undefined
  readonly on: IsoDate
}

/** Where a decision is contested: a button for each way, or the way to what was begun. */
export const Contesting = ({ language, id, contests, until, on }: ContestingProps) => {
  const words = contestWords[language]
  const ways = contests.filter(({ open, refusal }) => open !== undefined || refusal === undefined)
  if (ways.length === 0) return null
  return (
    <>
      {until !== undefined && until < on && <InsetText>{words.late}</InsetText>}
      {ways.map(({ description: { type }, begin, open }) =>
        open === undefined ? (
          <form method="post" action={paths.contest.to(language, { id })}>
            <input type="hidden" name="type" value={type.code} />
            <Button preventDoubleClick>{stepName(type, begin.code, language)}</Button>
          </form>
        ) : (
          <ButtonLink href={paths.application.to(language, open)}>{words.goOn}</ButtonLink>
        ),
      )}
    </>
  )
}
