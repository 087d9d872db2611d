import type { StatusKind } from '#core/cases/statuses.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { IN_FORCE } from '#records/statuses.ts'
import { statusOfficeTag } from '#telling/case-words.ts'
import { Tag, type TagColour } from '#ui/tag.tsx'

type Stood = { readonly state: string; readonly endedAs?: string }

type Props = {
  readonly status: Stood
  /** Its kind, where policy still has it. */
  readonly kind: StatusKind | undefined
  readonly language: OfficeLanguage
}

/** How a status stands, in a word. */
export const StatusTag = ({ status, kind, language }: Props) =>
  kind === undefined ? (
    <>{status.state}</>
  ) : (
    <Tag colour={colourOf(status, kind)}>{statusOfficeTag(kind, status, language)}</Tag>
  )

/** Green while it holds; red where it was taken; its own time is no trouble. */
function colourOf({ state, endedAs }: Stood, { ends }: StatusKind): TagColour {
  if (state === IN_FORCE) return 'green'
  if (endedAs === undefined) return 'orange'
  return ends.find(({ code }) => code === endedAs)?.byTime === true ? 'grey' : 'red'
}
