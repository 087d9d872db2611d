import { createHash } from 'node:crypto'
import { documentSaid } from '#exchange/offered/documents.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { Clock } from '#platform/calendar.ts'
import { remember } from '#standins/exchange/memory.ts'

/** A document that came by its name with what was forwarded, and what became of fetching it. */
export type Fetch = {
  readonly case: string
  readonly document: string
  readonly title: string
  /** As many as it was said to have. */
  readonly bytes: number
  readonly at: IsoMoment
  readonly tries: number
  /** Whole: all parts came, and size and hash are those that were told. */
  readonly outcome: 'waits' | 'whole' | 'differs' | 'none' | 'failed'
}

/** Where documents are wanted by those who examine cases; in memory, and of none the bytes. */
export type FetchDesk = {
  readonly wants: (about: string, documents: readonly Wanted[]) => void
  readonly due: () => readonly Fetch[]
  readonly settle: (fetch: Fetch, outcome: Fetch['outcome']) => void
  /** Newest first. */
  readonly all: () => readonly Fetch[]
}

type Wanted = { readonly id: string; readonly title: string; readonly bytes: string }

const KEPT_MAX = 200
const AT_ONCE = 5
const TRIES_MAX = 10

export function fetchDesk(clock: Clock): FetchDesk {
  const kept = new Map<string, Fetch>()
  const keep = (fetch: Fetch) =>
    remember(kept, { key: `${fetch.case} ${fetch.document}`, value: fetch, max: KEPT_MAX })
  const isDue = ({ outcome, tries }: Fetch) =>
    outcome === 'waits' || (outcome === 'failed' && tries < TRIES_MAX)
  return {
    wants: (about, documents) => {
      for (const { id: document, title, bytes } of documents) {
        const own = { case: about, document, title, bytes: Number(bytes) }
        keep({ ...own, at: clock.now(), tries: 0, outcome: 'waits' })
      }
    },
    due: () => [...kept.values()].filter(isDue).slice(0, AT_ONCE),
    settle: (fetch, outcome) =>
      keep({ ...fetch, at: clock.now(), tries: fetch.tries + 1, outcome }),
    all: () => [...kept.values()].toReversed(),
  }
}

/** One part, as Keçid says it; undefined where it was not reached or does not answer so. */
export type Asks = (asked: { readonly document: string; readonly part: string }) => Promise<unknown>

/** Fetches what is wanted, part by part, and says of each what came of it. */
export async function fetchDue(desk: FetchDesk, asks: Asks): Promise<void> {
  for (const fetch of desk.due()) desk.settle(fetch, await fetched(fetch, asks))
}

async function fetched({ document, bytes }: Fetch, asks: Asks): Promise<Fetch['outcome']> {
  const hash = createHash('sha256')
  let size = 0
  for (let part = 1; ; part += 1) {
    const read = documentSaid.safeParse(
      await asks({ document, part: String(part) }).catch(() => undefined),
    )
    if (!read.success) return 'failed'
    const { result, parts, content = '', sha256 } = read.data
    if (result === 'none') return 'none'
    const piece = Buffer.from(content, 'base64')
    hash.update(piece)
    size += piece.length
    // More than it was said to have is no document of this case.
    if (size > bytes) return 'differs'
    if (part < Number(parts)) continue
    return size === bytes && hash.digest('hex') === sha256 ? 'whole' : 'differs'
  }
}
