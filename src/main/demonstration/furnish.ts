import { assert } from '#core/assert.ts'
import type { Actor } from '#core/cases/roles.ts'
import { lived, unbegun, type Live, type Scene, type Settled } from '#main/demonstration/living.ts'
import { hasCases } from '#main/demonstration/queries.ts'
import { keepPapers, lawOn, plansIn, register, type Plan } from '#main/demonstration/settling.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { saveBlock } from '#records/answers.ts'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'
import { lettersOfCase, markSent, type Letter } from '#records/letters.ts'
import { actorOf, officialByEmail } from '#records/officials.ts'
import { adopt } from '#records/policy.ts'

/** The house as each face has it, each with its own rights in the database. */
export type Faces = { readonly portal: House; readonly office: House; readonly jobs: House }

/**
 * Invented people with applications in every state, so that each page and list of a demonstration
 * has something to show. Everything goes through the law and the records as if it had been done on
 * its day, so that events, ledger, tasks, letters and decisions are what they would be. Adds
 * nothing where there is a case already; the invented officials have to be there.
 */
export async function furnish(faces: Faces): Promise<{ cases: number }> {
  const { office } = faces
  assert(office.demonstration, 'invented people belong in a demonstration')
  if (await inTransaction(office.db, hasCases)) return { cases: 0 }
  const lives = await playOut(faces, plansIn(office))
  const adopting = (await officialsByMailbox(office)).get('policy-officer')
  assert(adopting !== undefined, 'the invented officials are there')
  await inTransaction(office.db, (tx) => adoptHalf(tx, office, adopting))
  return { cases: lives.flatMap(({ cases }) => cases).length }
}

/** Lives what is planned, from the accounts to the letters, in the order of its days. */
export async function playOut(
  { portal, office, jobs }: Faces,
  plans: readonly Plan[],
): Promise<readonly Live[]> {
  const settled = await keepPapers(portal, await register(portal, plans))
  const scenes = scenesOf(plans)
  const officials = await officialsByMailbox(office)
  const lives = await inTransaction(office.db, (tx) =>
    play(tx, office, { settled, scenes, officials }),
  )
  await Promise.all([
    ...sharesOf(lives).map((share) => saveAnswers(portal, share)),
    sendLetters(jobs, lives),
  ])
  return lives
}

type SceneOf = Scene & { readonly story: number }

/** All acts of all stories in the order in which they happened. */
const scenesOf = (plans: readonly Plan[]): readonly SceneOf[] =>
  plans
    .flatMap(({ story: { life }, moments }, story) =>
      life.flatMap((act, index) => {
        const moment = moments[index]
        return moment ? [{ story, act, moment }] : []
      }),
    )
    .toSorted((one, other) => (one.moment.at < other.moment.at ? -1 : 1))

async function play(
  tx: Tx,
  house: House,
  {
    settled,
    scenes,
    officials,
  }: {
    readonly settled: readonly Settled[]
    readonly scenes: readonly SceneOf[]
    readonly officials: ReadonlyMap<string, Actor>
  },
): Promise<readonly Live[]> {
  const official = (mailbox: string) => {
    const actor = officials.get(mailbox)
    assert(actor !== undefined, `${mailbox} is an official of the demonstration`)
    return actor
  }
  const lives = settled.map(unbegun)
  for (const { story, ...scene } of scenes) {
    const live = lives[story]
    if (live) lives[story] = await lived({ tx, house, official }, live, scene)
  }
  return lives
}

export function officialsByMailbox({
  door,
  secret,
  clock,
}: Pick<House, 'door' | 'secret' | 'clock'>): Promise<ReadonlyMap<string, Actor>> {
  return inTransaction(door, async (tx) => {
    const found = await Promise.all(
      DEMONSTRATION_OFFICIALS.map(async ({ email }) => {
        const official = await officialByEmail(tx, secret, { email, on: clock.today() })
        return official && ([email.replace(/@.*$/, ''), actorOf(official)] as const)
      }),
    )
    return new Map(found.filter((each) => each !== undefined))
  })
}

/** One of the two people who adopt the provisional rules has done so; the other may be tried. */
async function adoptHalf(tx: Tx, { secret, policy, clock }: House, by: Actor): Promise<void> {
  const hash = lawOn(policy, clock.today())?.rulesHash
  if (hash === undefined) return
  await adopt(tx, secret, { hash, by: by.id, role: 'policy-officer', at: clock.now() })
}

const SHARES = 4

const sharesOf = (lives: readonly Live[]): readonly (readonly Live[])[] =>
  Array.from({ length: SHARES }, (_, share) =>
    lives.filter((_live, index) => index % SHARES === share),
  )

/** The answers as the applicants find them in their accounts. */
function saveAnswers({ db }: House, lives: readonly Live[]): Promise<void> {
  return inTransaction(db, async (tx) => {
    for (const { filledAt: at, after, description, story, person } of lives) {
      assert(at !== undefined, `${story.email} has begun`)
      for (const block of description.type.blocks) {
        const items = after.answers[block.code]
        if (!items) continue
        const { caseId, key, reader } = person
        const { partyId } = reader
        await saveBlock(tx, { caseId, partyId, block, items, version: 0, key, at })
      }
    }
  })
}

/** Letters of the past were sent in the past; only what a visitor will look for goes out now. */
function sendLetters({ db, keys }: House, lives: readonly Live[]): Promise<void> {
  return inTransaction(db, async (tx) => {
    for (const { cases, story } of lives) {
      const letters: Letter[] = []
      for (const { standing } of cases)
        letters.unshift(...(await lettersOfCase(tx, keys, standing.id)))
      for (const { id, writtenAt } of letters.slice(story.mailed ? 1 : 0)) {
        await markSent(tx, id, later(writtenAt, SENT_AFTER_MS))
      }
    }
  })
}

const SENT_AFTER_MS = 40_000
