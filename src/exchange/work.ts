import { setTimeout as pause } from 'node:timers/promises'
import type { IsoMoment } from '#core/dated.ts'
import type { Policy } from '#core/policy/policy.ts'
import { unasked, type System } from '#core/policy/systems.ts'
import type { Signed } from '#exchange/asked-service.ts'
import { ask, type Around } from '#exchange/asking.ts'
import { begins, ends, IDLE, roomFor, type Busy } from '#exchange/pace.ts'
import { SERVICES } from '#exchange/services/all.ts'
import type { Ways } from '#exchange/ways.ts'
import { again } from '#platform/again.ts'
import { epochOf } from '#platform/calendar.ts'
import type { Database } from '#platform/database.ts'
import { faultFields, type Log } from '#platform/log.ts'
import {
  systemStates,
  takeInquiries,
  type Room,
  type SystemKnown,
  type TakenInquiry,
} from '#records/exchange-log.ts'
import type { Keys } from '#records/keys.ts'

/**
 * The room `exchange` asks registers of the state what others left to be asked, and hides every
 * protocol from them. It is a process of its own, or a part of one, and does nothing but that.
 */
export type Exchange = {
  readonly db: Database
  readonly keys: Keys
  readonly policy: () => Policy
  readonly ways: Ways
  readonly now: (db: Database) => Promise<IsoMoment>
  readonly log: Log
  /** What no clause allows is not asked. */
  readonly groundNeeded: boolean
  readonly chance: () => number
  readonly signed: Signed
}

const LOOK_EVERY_MS = 500
/** Beyond the time in which a system may answer. */
const LEASE_MORE_SECONDS = 30

/** Asks until it is stopped; a stop lets what is under way end. */
export function startAsking(exchange: Exchange): { readonly stop: () => Promise<void> } {
  const underWay = new Set<Promise<void>>()
  const busy = new Map<string, Busy>()
  let isMore = false
  const looking = again(LOOK_EVERY_MS, exchange.log, async () => {
    const { at, due } = await takeDue(exchange, busy)
    isMore = due.length > 0
    for (const taken of due) {
      begin(busy, taken, at)
      const asking = askAlone(exchange, taken, busy).finally(() => {
        underWay.delete(asking)
        // There may be more of what there was no place for.
        if (isMore) looking.wake()
      })
      underWay.add(asking)
    }
  })
  return {
    stop: async () => {
      await looking.stop()
      await Promise.all(underWay)
    },
  }
}

/** Asks everything that is due now, and comes back; for tests and for tidying up. */
export async function askDue(exchange: Exchange): Promise<number> {
  const busy = new Map<string, Busy>()
  let asked = 0
  for (;;) {
    const { at, due } = await takeDue(exchange, busy)
    if (due.length === 0) return asked
    for (const taken of due) begin(busy, taken, at)
    await Promise.all(due.map((taken) => askAlone(exchange, taken, busy)))
    asked += due.length
    await pause(0)
  }
}

async function takeDue(
  exchange: Exchange,
  busy: ReadonlyMap<string, Busy>,
): Promise<{ readonly at: IsoMoment; readonly due: readonly TakenInquiry[] }> {
  const { db, policy, groundNeeded } = exchange
  const { systems } = policy().systems
  const [states, at] = await Promise.all([systemStates(db), exchange.now(db)])
  const room = systems.flatMap((system) =>
    roomAt(system, {
      known: states.get(system.code),
      busy: busy.get(system.code),
      at,
      groundNeeded,
    }),
  )
  if (room.length === 0) return { at, due: [] }
  const timeouts = systems.map(({ limits }) => limits.timeoutSeconds)
  const leaseSeconds = Math.max(...timeouts) + LEASE_MORE_SECONDS
  return { at, due: await takeInquiries(db, { at, room, leaseSeconds }) }
}

function roomAt(
  system: System,
  {
    known,
    busy = IDLE,
    at,
    groundNeeded,
  }: {
    readonly known: SystemKnown | undefined
    readonly busy: Busy | undefined
    readonly at: IsoMoment
    readonly groundNeeded: boolean
  },
): readonly Room[] {
  const services = system.services
    .filter((service) => unasked({ system, service }, { groundNeeded }) === undefined)
    .map(({ code }) => code)
    .filter((code) => SERVICES.some(({ contract }) => contract.code === code))
  const open = known?.openUntil
  const stands = known && {
    ...known,
    openUntil: open === undefined ? undefined : epochOf(open),
  }
  const places = roomFor(system, { known: stands, busy, now: epochOf(at) })
  return places > 0 && services.length > 0 ? [{ system: system.code, services, places }] : []
}

/** What goes wrong with one keeps no other; its lease ends, and it is asked again. */
async function askAlone(
  exchange: Exchange,
  inquiry: TakenInquiry,
  busy: Map<string, Busy>,
): Promise<void> {
  const { db, keys, policy, ways, log, chance, now, signed } = exchange
  const around: Around = { db, now: () => now(db), chance, signed }
  try {
    const system = policy().systems.systems.find(({ code }) => code === inquiry.system)
    const service = SERVICES.find(({ contract }) => contract.code === inquiry.service)
    if (system === undefined || service === undefined) return
    const { party, caseId } = inquiry
    const key = (await keys.read({ cases: [caseId] })).of({ party, caseId })
    if (key === 'erased') return
    const way = ways[system.driver]
    const tried = await ask(around, { inquiry, key, system, service, way })
    if (tried.outcome === 'refused') log.warn('a register refused', said(inquiry, tried.code))
    else log.info('register asked', { ...said(inquiry, tried.code), outcome: tried.outcome })
  } catch (fault) {
    log.warn('a register could not be asked', { ...said(inquiry), ...faultFields(fault) })
  } finally {
    busy.set(inquiry.system, ends(busy.get(inquiry.system) ?? IDLE))
  }
}

const begin = (busy: Map<string, Busy>, { system }: TakenInquiry, at: IsoMoment): void =>
  void busy.set(system, begins(busy.get(system) ?? IDLE, epochOf(at)))

const said = ({ system, service }: TakenInquiry, code?: string) => ({
  system,
  service,
  ...(code === undefined ? {} : { code }),
})
