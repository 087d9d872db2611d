import { loaded, processorMs } from './http-load.ts'
import { median, quantile } from './rounds.ts'

/** One page, and the processes that take processor time for it. */
export type Page = {
  readonly origin: string
  readonly request: string
  readonly pids: readonly number[]
}

/** What one page took: of the processors, and of the patience of whoever asked. */
export type Taken = {
  readonly processorMs: number
  readonly rate: number
  readonly p50: number
  readonly p99: number
}

const ROUNDS = 5
/** Code that has just been loaded is slower, and is compiled anew for some thousand requests. */
const WARMING_ROUNDS = 4
const TURN_MS = 1000

/** All in turn, again and again, so that whatever else the machine does meets them alike. */
export async function askedByTurns(
  pages: readonly Page[],
  clients: number,
): Promise<readonly Taken[]> {
  const spent = pages.map(() => ({ processor: [] as number[], rate: [] as number[] }))
  const waited = pages.map((): number[] => [])
  for (let round = -WARMING_ROUNDS; round < ROUNDS; round += 1) {
    for (const [index, page] of pages.entries()) {
      const before = processorOf(page)
      const load = { ...page, clients, ms: TURN_MS, status: 200, request: () => page.request }
      const { times, rate } = await loaded(load)
      const each = (processorOf(page) - before) / times.length
      if (round < 0) continue
      spent[index]?.processor.push(each)
      spent[index]?.rate.push(rate)
      for (const time of times) waited[index]?.push(time)
    }
  }
  return spent.map(({ processor, rate }, index) => ({
    processorMs: median(processor),
    rate: median(rate),
    p50: quantile(waited[index] ?? [], 0.5),
    p99: quantile(waited[index] ?? [], 0.99),
  }))
}

const processorOf = ({ pids }: Page): number => pids.reduce((sum, pid) => sum + processorMs(pid), 0)
