import { randomUUID } from 'node:crypto'
import { assert } from '#core/assert.ts'
import type { Act, Audience, FrequentQuestion, Said } from '#core/promotion/frequent-questions.ts'
import { lawInForce, lawOfDay } from '#core/promotion/law-of-day.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import {
  actOnFrequentQuestion,
  frequentQuestionById,
  writeFrequentQuestion,
} from '#records/frequent-questions.ts'
import { sha256 } from '#records/material.ts'
import type { TestHouse } from '#test/house.ts'
import { officialIn } from '#test/missions.ts'

export const SAID: Said = {
  tr: { question: 'Eşim çalışabilir mi?', answer: 'Evet.\n\nİzin gerekmez.' },
  en: { question: 'May my spouse work?', answer: 'Yes.\n\nNo permit is needed.' },
}

const desks = new WeakMap<TestHouse, Map<string, Promise<Database>>>()

/** The database as one of the office has it, who comes in once a day. */
function deskOf(home: TestHouse, name: string): Promise<Database> {
  const known = desks.get(home) ?? new Map<string, Promise<Database>>()
  desks.set(home, known)
  const day = `${name} ${home.clock.today()}`
  const desk = known.get(day) ?? officialIn(home, name)
  known.set(day, desk)
  return desk
}

/** The law of today, as it is kept with what is written. */
export const lawToday = ({ faces, clock }: TestHouse) =>
  lawOfDay(lawInForce(faces.office.policy, clock.today(), sha256))

type Wanted = {
  readonly by?: string
  readonly id?: string
  readonly said?: Said
  readonly audience?: Audience
  readonly version?: number
  readonly waits?: boolean
}

/** What somebody of a mission writes, as if by its form; whether it was taken. */
export async function written(
  home: TestHouse,
  { by = 'consul', id = randomUUID(), said = SAID, audience = 'mission', ...more }: Wanted = {},
): Promise<{ readonly id: string; readonly isTaken: boolean }> {
  const db = await deskOf(home, by)
  const law = { law: lawToday(home), lawOn: home.clock.today() }
  const writing = { id, said, audience, waits: true, ...more, ...law }
  const at = home.clock.now()
  const isTaken = await inTransaction(db, (tx) => writeFrequentQuestion(tx, writing, at))
  return { id, isTaken }
}

/** What somebody does with one, as the database takes it. */
export async function done(
  home: TestHouse,
  name: string,
  { id, version, act }: Pick<FrequentQuestion, 'id' | 'version'> & { readonly act: Act },
): Promise<boolean> {
  const db = await deskOf(home, name)
  const at = home.clock.now()
  const why = act === 'send-back' ? { reason: 'Say since when.' } : {}
  return inTransaction(db, (tx) => actOnFrequentQuestion(tx, { id, version, act, ...why }, at))
}

export async function questionSeen(home: TestHouse, name: string, id: string) {
  const db = await deskOf(home, name)
  return inTransaction(db, (tx) => frequentQuestionById(tx, id))
}

/** One that a second person of the mission, or of the ministry, has shown. */
export async function shownQuestion(
  home: TestHouse,
  wanted: Wanted = {},
): Promise<FrequentQuestion> {
  const { id } = await written(home, wanted)
  const { version = 0 } = wanted
  const second = wanted.audience === 'all' ? 'ministry' : 'consul2'
  await done(home, second, { id, version: version + 1, act: 'show' })
  const found = await questionSeen(home, second, id)
  assert(found?.shown !== undefined, 'it was shown')
  return found
}
