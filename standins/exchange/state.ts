import type { IsoMoment } from '#core/dated.ts'
import { epochOf, later, type Clock } from '#platform/calendar.ts'
import { examiningDesk, type ExaminingDesk } from '#standins/exchange/examinations.ts'
import { fetchDesk, type FetchDesk } from '#standins/exchange/fetching.ts'
import { opinionDesk, type OpinionDesk } from '#standins/exchange/opinions.ts'
import { SYSTEMS, type SystemCode } from '#standins/exchange/systems.ts'
import type { Trouble } from '#standins/exchange/troubles.ts'

/** How a system behaves until it is told otherwise, whomever it is asked about. */
export const MODES = {
  normal: 'answers',
  down: 'is down',
  slow: 'answers late',
  'times-out': 'never answers',
  wrong: 'answers wrongly',
  'another-person': 'answers about another person',
  twice: 'answers twice',
} as const
export type Mode = keyof typeof MODES

export const isMode = (text: string): text is Mode => Object.hasOwn(MODES, text)

/** Error codes as security servers wrote them until 7.7, and as they do since 7.8. */
export const SPELLINGS = { dotted: 'up to 7.7', underscored: 'from 7.8' } as const
export type Spelling = keyof typeof SPELLINGS

/** What the operator of the security server chose for the client, PR-REST 1.0.4 and UG-SS. */
export const CONNECTIONS = {
  http: 'plain HTTP, or HTTPS',
  https: 'HTTPS',
  mutual: 'HTTPS with the certificate of the information system',
} as const
export type Connection = keyof typeof CONNECTIONS

export type Protocol = 'rest' | 'soap' | 'bridge'
/** What came of a call, without anything of whom it was about. */
export type CallMade = {
  readonly at: IsoMoment
  readonly system: SystemCode | 'none'
  readonly service: string
  readonly protocol: Protocol
  readonly outcome: string
}

/** What can be set while it runs. */
export type Settings = {
  readonly spelling: Spelling
  readonly connection: Connection
  /** How late an answer is that is late. */
  readonly slowSeconds: number
  /** After which an opinion that nobody gave comes by itself. */
  readonly opinionSeconds: number
  /** After which the people who examine what was forwarded say what comes next. */
  readonly examinationSeconds: number
}
export const SECONDS_MAX = 86_400

/** Of the made-up registers: in memory alone, and gone when the program ends. */
export type RegistersState = {
  readonly settings: () => Settings
  readonly set: (some: Partial<Settings>) => void
  readonly modeOf: (system: SystemCode) => Mode
  /** Also ends the hour for which it was down. */
  readonly setMode: (system: SystemCode, mode: Mode) => void
  readonly takeDown: (system: SystemCode) => void
  readonly downUntil: (system: SystemCode) => IsoMoment | undefined
  /** What its mode does to a question now. */
  readonly troubleOf: (system: SystemCode) => Trouble | undefined
  readonly note: (call: Omit<CallMade, 'at'>) => void
  /** Newest first. */
  readonly calls: () => readonly CallMade[]
  readonly counted: (system: SystemCode) => number
  readonly opinions: OpinionDesk
  readonly examinations: ExaminingDesk
  /** What is fetched of what was forwarded. */
  readonly fetches: FetchDesk
}

const CALLS_KEPT = 200
const HOUR_MS = 3_600_000

export function registersState(clock: Clock): RegistersState {
  let settings: Settings = {
    spelling: 'dotted',
    connection: 'http',
    slowSeconds: 5,
    opinionSeconds: 20,
    examinationSeconds: 60,
  }
  const modes = new Map<SystemCode, Mode>(SYSTEMS.map((system) => [system, 'normal']))
  const down = new Map<SystemCode, IsoMoment>()
  const counts = new Map<SystemCode, number>()
  let calls: readonly CallMade[] = []
  const fetches = fetchDesk(clock)
  const modeOf = (system: SystemCode): Mode => modes.get(system) ?? 'normal'
  const downUntil = (system: SystemCode) => {
    const until = down.get(system)
    return until !== undefined && epochOf(until) > epochOf(clock.now()) ? until : undefined
  }
  return {
    settings: () => settings,
    set: (some) => {
      settings = { ...settings, ...some }
    },
    modeOf,
    setMode: (system, mode) => {
      modes.set(system, mode)
      down.delete(system)
    },
    takeDown: (system) => void down.set(system, later(clock.now(), HOUR_MS)),
    downUntil,
    troubleOf: (system) => (downUntil(system) === undefined ? TROUBLE[modeOf(system)] : 'down'),
    note: (call) => {
      calls = [{ at: clock.now(), ...call }, ...calls].slice(0, CALLS_KEPT)
      const { system } = call
      if (system !== 'none') counts.set(system, (counts.get(system) ?? 0) + 1)
    },
    calls: () => calls,
    counted: (system) => counts.get(system) ?? 0,
    opinions: opinionDesk(clock, () => settings.opinionSeconds),
    examinations: examiningDesk(clock, () => settings.examinationSeconds, fetches.wants),
    fetches,
  }
}

const TROUBLE: Readonly<Record<Mode, Trouble | undefined>> = {
  normal: undefined,
  down: 'down',
  slow: 'late',
  'times-out': 'times-out',
  wrong: 'wrong',
  'another-person': 'another-person',
  twice: 'twice',
}
