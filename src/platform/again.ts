import { setTimeout as pause } from 'node:timers/promises'
import { faultFields, type Log } from '#platform/log.ts'

/**
 * Does something at once, and again and again until it is stopped. What goes wrong is tried again;
 * the log has it once, until it goes right. Woken, it does not wait for its time.
 */
export function again(everyMs: number, log: Log, step: () => Promise<unknown>) {
  const ending = new AbortController()
  const { signal } = ending
  let isWrong = false
  let sleep = new AbortController()
  const work = async () => {
    while (!signal.aborted) {
      try {
        await step()
        isWrong = false
      } catch (fault) {
        if (!isWrong) log.warn('work to be tried again', faultFields(fault))
        isWrong = true
      }
      const until = AbortSignal.any([signal, sleep.signal])
      await pause(everyMs, undefined, { signal: until }).catch(() => undefined)
      if (sleep.signal.aborted) sleep = new AbortController()
    }
  }
  const working = work()
  return {
    wake: () => sleep.abort(),
    stop: async () => {
      ending.abort()
      await working
    },
  }
}
