import { assert } from '#core/assert.ts'
import { addMonths, type IsoDate } from '#core/dated.ts'
import { laterOf } from '#core/deadlines/terms.ts'

/** How long a draft may lie untouched until its owner is told, and until it is purged. */
export type IdleRule = {
  readonly announceAfterMonths: number
  readonly purgeAfterMonths: number
}

/** The day on which the owner of a draft untouched since then is told that it will go. */
export function announceOn(rule: IdleRule, idleSince: IsoDate): IsoDate {
  assertSound(rule)
  return addMonths(idleSince, rule.announceAfterMonths)
}

/**
 * The day on which it goes. An announcement that came late moves it, so that the owner always has
 * the whole notice; without an announcement there is no such day.
 */
export function purgeOn(
  rule: IdleRule,
  { idleSince, announcedOn }: { idleSince: IsoDate; announcedOn: IsoDate },
): IsoDate {
  assertSound(rule)
  const noticeMonths = rule.purgeAfterMonths - rule.announceAfterMonths
  return laterOf(addMonths(idleSince, rule.purgeAfterMonths), addMonths(announcedOn, noticeMonths))
}

function assertSound({ announceAfterMonths, purgeAfterMonths }: IdleRule): void {
  assert(announceAfterMonths >= 0, 'a draft is announced after it became idle')
  assert(purgeAfterMonths > announceAfterMonths, 'a draft is announced before it is purged')
}
