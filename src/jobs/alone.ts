import { faultFields } from '#platform/log.ts'
import type { House } from '#records/house.ts'

/** What cannot be dealt with must not keep the others waiting. */
export async function alone(
  { log }: Pick<House, 'log'>,
  what: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (fault) {
    log.warn(what, faultFields(fault))
  }
}
