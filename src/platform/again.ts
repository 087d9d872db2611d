import { setTimeout as pause } from 'node:timers/promises'
import { faultFields, type Log } from '#platform/log.ts'

/**
 * Does something at once, and again and again until it is stopped. What goes wrong is tried again;
 * the log has it once, until it goes right.
 */
export function again(everyMs: number, log: Log, step: () => Promise<unknown>) {
  const ending = new AbortController()
  const { signal } = ending
  let isWrong = false
  const work = async () => {
    while (!signal.aborted) {
      try {
        await step()
        isWrong = false
      } catch (fault) {
        if (!isWrong) log.warn('work to be tried again', faultFields(fault))
        isWrong = true
      }
      await pause(everyMs, undefined, { signal }).catch(() => undefined)
    }
  }
  const working = work()
  return {
    stop: async () => {
      ending.abort()
      await working
    },
  }
}
