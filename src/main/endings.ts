import { faultFields, type Log } from '#platform/log.ts'

/** What has to be ended again, in the order in which it was begun. */
export type Endings = {
  readonly add: (what: string, end: () => Promise<void>) => void
  /** Ends all of it, the last begun first; one that fails does not keep the others. */
  readonly run: () => Promise<void>
}

export function endingsOf(log: Log): Endings {
  const list: { readonly what: string; readonly end: () => Promise<void> }[] = []
  return {
    add: (what, end) => {
      list.push({ what, end })
    },
    run: async () => {
      for (let next = list.pop(); next; next = list.pop()) {
        try {
          await next.end()
        } catch (fault) {
          log.warn('could not be ended', { part: next.what, ...faultFields(fault) })
        }
      }
    },
  }
}
