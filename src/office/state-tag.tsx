import type { OfficeLanguage } from '#core/language.ts'
import type { State } from '#core/lifecycle/lifecycle.ts'
import { stateForOffice } from '#telling/states.ts'
import { Tag, type TagColour } from '#ui/tag.tsx'

type Props = { readonly state: State; readonly language: OfficeLanguage }

/** The state of a case in a word; colour only for trouble and for what is done. */
export const StateTag = ({ state, language }: Props) => (
  <Tag colour={COLOURS[state] ?? 'blue'}>{stateForOffice(state, language)}</Tag>
)

const COLOURS: Readonly<Partial<Record<State, TagColour>>> = {
  returned: 'yellow',
  'closing-proposed': 'orange',
  recognised: 'green',
  'annulment-proposed': 'orange',
  'death-reported': 'orange',
  refused: 'red',
  annulled: 'red',
  discarded: 'grey',
  withdrawn: 'grey',
  'left-unexamined': 'grey',
  expired: 'grey',
  'holder-deceased': 'grey',
}
