import { after } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { JUDGE_PROGRAM } from '#main/house.ts'
import { fixedClock } from '#platform/calendar.ts'
import { type Judge, openJudge } from '#platform/intake/judge.ts'
import { openLog } from '#platform/log.ts'

/** The program that judges files, as the product starts it from its sources. */
export const JUDGE = JUDGE_PROGRAM

let opened: Judge | undefined

/** One for all houses of this process: it starts when it is first asked. */
export function sharedJudge(): Judge {
  const clock = fixedClock(isoMoment('2026-03-02T06:00:00.000Z'))
  const log = openLog({ level: 'silent', clock, write: () => undefined })
  opened ??= openJudge({ program: JUDGE, log })
  return opened
}

after(() => opened?.close())
