/**
 * What is shown of counts of people, so that nobody can be told from them: they are released in
 * batches of people who are alike, each of several, once a week. Every figure shown is a sum of
 * whole batches; so is the difference of any two, of whatever days, countries and languages.
 */

/** No batch is smaller. */
export const BATCH_MIN = 5

/** So long somebody waits for others like them, before they are counted among all the others. */
export const WEEKS_ALONE_MAX = 12

/** People who were counted and are not shown yet, all alike in what a figure may tell of them. */
export type Waiting<Alike> = {
  /** Absent of those who waited too long for their like. */
  readonly alike: Alike | undefined
  readonly people: number
  /** For how many weeks some of them have waited. */
  readonly weeks: number
}

/** People who are shown together. */
type Batch<Alike> = Pick<Waiting<Alike>, 'alike' | 'people'>

/** What is shown, and who is not yet. */
export type Released<Alike> = {
  readonly batches: readonly Batch<Alike>[]
  readonly waiting: readonly Waiting<Alike>[]
}

/** What is shown when a week ends, and who still waits. Nobody is lost or counted twice. */
export function release<Alike>(
  waiting: readonly Waiting<Alike>[],
  { mayPool }: { readonly mayPool: boolean },
): Released<Alike> {
  const isLate = ({ alike, people, weeks }: Waiting<Alike>) =>
    mayPool && alike !== undefined && people < BATCH_MIN && weeks >= WEEKS_ALONE_MAX
  const pooled = waiting.filter((each) => each.alike === undefined || isLate(each))
  const own = waiting.filter((each) => !pooled.includes(each))
  const others: Waiting<Alike> = {
    alike: undefined,
    people: pooled.reduce((sum, { people }) => sum + people, 0),
    weeks: Math.max(0, ...pooled.map(({ weeks }) => weeks)),
  }
  const all = [...own, others].filter(({ people }) => people > 0)
  const [full, short] = [
    all.filter(({ people }) => people >= BATCH_MIN),
    all.filter(({ people }) => people < BATCH_MIN),
  ]
  return {
    batches: full.map(({ alike, people }) => ({ alike, people })),
    waiting: short.map((each) => ({ ...each, weeks: each.weeks + 1 })),
  }
}
