import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Way } from '#portal/decision/contest/ways.ts'
import { contestWords } from '#portal/decision/contest/words.ts'
import { paths } from '#portal/paths.ts'
import { stepName } from '#telling/case-words.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly language: Language
  /** The decision, and its case. */
  readonly of: { readonly id: string; readonly decision: string }
  readonly ways: readonly Way[]
  /** The last day for it, which the machine never holds against anybody. */
  readonly until?: IsoDate | undefined
  readonly on: IsoDate
}

/** Where a decision is contested: a button for each way, or the way to what was begun only. */
export const Contesting = ({ language, of, ways, until, on }: Props) => {
  const words = contestWords[language]
  const open = ways.filter(({ open: begun, refusal }) =>
    begun === undefined ? refusal === undefined : begun.number === null,
  )
  if (open.length === 0) return null
  return (
    <>
      {until !== undefined && until < on && <InsetText>{words.late}</InsetText>}
      {open.map(({ description: { type }, begin, open: begun }) =>
        begun === undefined ? (
          <form method="post" action={paths.contest.to(language, of)}>
            <input type="hidden" name="type" value={type.code} />
            <Button preventDoubleClick>{stepName(type, begin.code, language)}</Button>
          </form>
        ) : (
          <ButtonLink href={paths.application.to(language, begun)}>{words.goOn}</ButtonLink>
        ),
      )}
    </>
  )
}
