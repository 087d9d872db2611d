/**
 * One line of what was found: ours beside a peer's, measured in the same run, or why it was not.
 */
export type Figure = {
  readonly name: string
  readonly ours: string
  readonly peer: string
  readonly ratio: string
  readonly note: string
}

/** A figure without a peer says so in its note rather than in an empty place. */
export const figure = (given: Partial<Figure> & Pick<Figure, 'name'>): Figure => ({
  ours: '–',
  peer: '–',
  ratio: '–',
  note: '',
  ...given,
})

export const notMeasured = (name: string, why: string): Figure =>
  figure({ name, note: `not measured: ${why}` })

export const perSecond = (rate: number): string =>
  `${rate >= 100 ? Math.round(rate).toLocaleString('en') : rate.toPrecision(3)}/s`

export const milliseconds = (time: number): string =>
  `${time < 100 ? time.toFixed(1) : time.toFixed(0)} ms`

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** How many times the peer's; as a share where ours is smaller by nature, such as of a commit. */
export const times = (ours: number, peer: number): string => `${(ours / peer).toPrecision(3)}×`
export const share = (ours: number, peer: number): string => `${((100 * ours) / peer).toFixed(0)} %`

/** Whether a figure keeps its budget, as it was measured and not as it is printed. */
export const within = (found: number, most: number, budget: string): string =>
  `budget ${budget} ${found <= most ? 'met' : 'MISSED'}`

export const atLeast = (found: number, least: number, budget: string): string =>
  `budget ${budget} ${found >= least ? 'met' : 'MISSED'}`

const lengthOf = (text = ''): number => Array.from(text).length

const COLUMNS = ['name', 'ours', 'peer', 'ratio', 'note'] as const

export function printed(figures: readonly Figure[]): string {
  const rows = [Object.fromEntries(COLUMNS.map((name) => [name, name])), ...figures]
  const widths = COLUMNS.map((name) => Math.max(...rows.map((row) => lengthOf(row[name]))))
  return rows
    .map((row) =>
      COLUMNS.map((name, index) => {
        const text = row[name] ?? ''
        const room = ' '.repeat((widths[index] ?? 0) - lengthOf(text))
        return name === 'name' ? text + room : name === 'note' ? text : room + text
      }).join('  '),
    )
    .join('\n')
}
