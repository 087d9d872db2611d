import { outcomeOf, stateOf } from '#core/cases/life.ts'
import type { Stage } from '#core/cases/stages.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { ThereTag } from '#office/there.tsx'
import type { LiesThere } from '#records/lies-there.ts'
import { officeTag, type Stood } from '#telling/case-words.ts'
import { Tag, type TagColour } from '#ui/tag.tsx'

type Props = { readonly stood: Stood; readonly type: CaseType; readonly language: OfficeLanguage }

type StateProps = Props & { readonly there?: LiesThere | undefined }

/** Where a case stands in a word; colour only for trouble and for what is done. */
export const StateTag = ({ stood, there, type, language }: StateProps) => {
  if (there !== undefined) return <ThereTag language={language} />
  const now = isCarriedOut(stood, type) ? { state: stood.state } : stood
  return <Tag colour={colourOf(now, type)}>{officeTag(now, type, language)}</Tag>
}

/** What was decided, whatever is left to do of it. */
export const OutcomeTag = ({ stood, type, language }: Props) => (
  <Tag colour={colourOf(stood, type)}>{officeTag(stood, type, language)}</Tag>
)

/** While something of what was decided is left to do, that says more than the outcome. */
const isCarriedOut = ({ state }: Stood, type: CaseType): boolean =>
  stateOf(type, state)?.stage === 'carrying-out'

function colourOf({ state, outcome }: Stood, type: CaseType): TagColour {
  const decided = outcome === undefined ? undefined : outcomeOf(type, outcome)
  if (decided) return decided.favourable ? 'green' : decided.grounds === undefined ? 'grey' : 'red'
  return COLOURS[stateOf(type, state)?.stage ?? 'ended']
}

const COLOURS: Readonly<Record<Stage, TagColour>> = {
  draft: 'grey',
  'with-person': 'yellow',
  examined: 'blue',
  'with-others': 'blue',
  deciding: 'blue',
  'carrying-out': 'blue',
  ended: 'grey',
}
