import { z } from 'zod'
import { dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { alone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import {
  announceEnd,
  eraseKept,
  foundOf,
  keptToLookAt,
  noteKept,
  type Found,
  type Kept,
} from '#records/keeping.ts'

/**
 * What is kept of somebody in an ended case is announced, waited for, and erased. Whatever its days
 * hang on has it looked at again; nothing here looks for what may have changed.
 */
export const watchKeeping: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const at = await house.databaseNow(house.db)
    const now = { at, on: dayInBaku(at) }
    let after: Kept | undefined
    do {
      const from = after
      const page = await inTransaction(house.db, (tx) =>
        keptToLookAt(tx, { on: now.on, after: from }),
      )
      await dealWithAll(house, page, now)
      after = page.at(-1)
    } while (after !== undefined)
  },
}

type Now = { readonly at: IsoMoment; readonly on: IsoDate }

async function dealWithAll(house: House, page: readonly Kept[], now: Now): Promise<void> {
  const found: Found[] = []
  for (const kept of page) {
    await alone(house, FAULT, async () => void found.push(foundOf(house, kept, now.on)))
  }
  await inTransaction(house.db, (tx) => noteKept(tx, found))
  for (const each of found) await alone(house, FAULT, () => dealWithOne(house, each, now))
}

const FAULT = 'what is kept could not be dealt with'

async function dealWithOne(house: House, found: Found, now: Now): Promise<void> {
  const { dealing } = found
  if (dealing.does === 'announce') {
    await announceEnd(house, found, { ...now, after: dealing.after })
  } else if (dealing.does === 'erase') await eraseKept(house, found.kept, now)
}
