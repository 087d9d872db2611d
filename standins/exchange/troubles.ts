/** What may go wrong with a register that is asked. */
export type Trouble =
  | 'times-out'
  | 'late'
  | 'wrong'
  | 'another-person'
  | 'down-for-an-hour'
  | 'down'
  | 'twice'
  | 'fault'
  | 'huge'
  | 'deep'
  | 'entities'

type Agreed = {
  readonly ending: string
  readonly trouble: Trouble
  /** What the register does, for whoever tries it out. */
  readonly does: string
}

/** No country issues documents under these two letters: no passport is taken for one by chance. */
const AGREED_BEGINNING = 'ZZ'

/** Numbers of travel documents that show bad days, in whatever register is asked about them. */
export const AGREED_NUMBERS: readonly Agreed[] = [
  { ending: '900', trouble: 'times-out', does: 'never answers' },
  { ending: '901', trouble: 'late', does: 'answers late, after the seconds that are set' },
  { ending: '902', trouble: 'wrong', does: 'answers in other words than were agreed' },
  { ending: '903', trouble: 'another-person', does: 'answers about another person' },
  { ending: '904', trouble: 'down-for-an-hour', does: 'goes down, for everybody, for an hour' },
  { ending: '905', trouble: 'twice', does: 'answers twice in one answer; headers are repeated' },
  { ending: '906', trouble: 'fault', does: 'says that it failed' },
  { ending: '907', trouble: 'huge', does: 'answers with nine megabytes' },
  { ending: '908', trouble: 'deep', does: 'answers with thousands of levels, one in another' },
  { ending: '909', trouble: 'entities', does: 'answers with entities that grow when read' },
]

/** As it is shown and typed: ZZ0000900. */
export const agreedNumber = (ending: string): string => `${AGREED_BEGINNING}0000${ending}`

export const troubleOfNumber = (number: string): Trouble | undefined =>
  number.startsWith(AGREED_BEGINNING)
    ? AGREED_NUMBERS.find(({ ending }) => number.endsWith(ending))?.trouble
    : undefined
