import { ok } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '#test/killing/chance.ts'
import { actsOf, bornIn, FATES, type Act, type Life, type World } from '#test/killing/lives.ts'
import type { Kind } from '#test/killing/parted-house.ts'

/** What came of it, for whoever reads the output of the test. */
export type Told = {
  acts: number
  /** Of those that nobody answered, as whoever did them found it afterwards. */
  unansweredAndDone: number
  unansweredAndNotDone: number
  readonly killed: Partial<Record<Kind, number>>
}

export type Play = {
  readonly lives: readonly Life[]
  readonly told: Told
  /** Brings each of the first lives to somewhere else between its beginning and its end. */
  readonly begin: () => Promise<void>
  /** So many acts, and so many kills spread over them, of each kind in turn. */
  readonly goOn: (wanted: Wanted) => Promise<void>
}

export type Wanted = {
  readonly acts: number
  readonly kills: number
  readonly kinds: readonly Kind[]
}

/** So many lives go on at the same time, and one that ends is followed by another. */
const LANES = 4
/** Acts of a life, more or less. */
const LIFE_ACTS = 36

export function playOf(world: World, chance: Chance): Play {
  const lives: Life[] = []
  const told: Told = { acts: 0, unansweredAndDone: 0, unansweredAndNotDone: 0, killed: {} }
  const born = () => {
    const life = bornIn(world, lives.length)
    lives.push(life)
    // Most lives go to their end, so that there are enough of each step.
    return actsOf(world, life, FATES[chance.below(2 * FATES.length)] ?? 'decided')
  }
  const lanes = Array.from({ length: LANES }, born)
  const goOnIn = async (lane: number, onSend: () => void): Promise<void> => {
    let next = await lanes[lane]?.next()
    while (next?.done !== false) next = await (lanes[lane] = born()).next()
    await perform(next.value, { told, onSend })
  }
  return {
    lives,
    told,
    begin: async () => {
      const bring = async (lane: number) => {
        const acts = Math.round((lane * LIFE_ACTS) / LANES)
        for (let act = 0; act < acts; act += 1) await goOnIn(lane, () => undefined)
      }
      await together(lanes.map((_, lane) => bring(lane)))
    },
    goOn: async ({ acts, kills, kinds }) => {
      const drawn: Kind[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        if (drawn.length === 0) drawn.push(...chance.shuffled(kinds))
        const kind = drawn.pop() ?? 'everything'
        await amidKill(world, { kind, goOnIn, acts: shareOf(acts, kill, kills), chance })
        told.killed[kind] = (told.killed[kind] ?? 0) + 1
      }
      told.acts = acts
    },
  }
}

type Performing = { readonly told: Told; readonly onSend: () => void }

async function perform(act: Act, { told, onSend }: Performing): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const seen = await lookedInTime(act)
    const isDone = act.isDone(seen)
    ok(tries > 0 || !isDone, `${act.what}: nobody has done it yet`)
    if (tries > 0) told[isDone ? 'unansweredAndDone' : 'unansweredAndNotDone'] += 1
    if (isDone) break
    onSend()
    if (await act.send(seen)) break
  }
  await act.note()
}

const EARLY_MS = 200
const EARLY_MAX = 400

/** Some acts wait for what happens by itself. */
async function lookedInTime(act: Act): ReturnType<Act['by']['look']> {
  for (let looks = 0; looks < EARLY_MAX; looks += 1) {
    const seen = await act.by.look(act.page)
    if (act.isEarly?.(seen) !== true) return seen
    await pause(EARLY_MS)
  }
  throw new Error(`${act.what}: what it waits for does not come`)
}

type Amid = {
  readonly kind: Kind
  readonly acts: number
  readonly chance: Chance
  readonly goOnIn: (lane: number, onSend: () => void) => Promise<void>
}

const KILL_MS_MAX = 40
const MAIL_MS_MAX = 1000

/** Some acts, all lanes at once, and one kill a moment after one of them was sent. */
async function amidKill(world: World, { kind, acts, chance, goOnIn }: Amid): Promise<void> {
  const [wanted, afterMs] = [chance.below(acts), chance.below(KILL_MS_MAX)]
  const moment = Promise.withResolvers<void>()
  let [begun, sent] = [0, 0]
  const onSend = () => {
    if (sent === wanted) moment.resolve()
    sent += 1
  }
  const work = async (lane: number) => {
    while (begun < acts) {
      begun += 1
      await goOnIn(lane, onSend)
    }
  }
  const killing = async () => {
    await moment.promise
    // What jobs do begins later, and takes no longer than a mail.
    if (kind === 'jobs') await Promise.race([world.house.nextMail(), pause(MAIL_MS_MAX)])
    else await pause(afterMs)
    world.house.kill(kind)
    await world.house.revive(kind)
  }
  await together([killing(), ...Array.from({ length: LANES }, (_, lane) => work(lane))])
}

/** Where one goes wrong the others end first: nobody is at work in a house that is being ended. */
async function together(all: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(all)
  await Promise.all(all)
}

/** The parts of a number, as alike as whole numbers can be. */
const shareOf = (all: number, part: number, parts: number): number =>
  Math.floor((all * (part + 1)) / parts) - Math.floor((all * part) / parts)
