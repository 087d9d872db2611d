import { assert } from '#core/assert.ts'
import { tellAbroad } from '#main/demonstration/campaigns.ts'
import {
  actingIn,
  unbegun,
  type AtWork,
  type Faces,
  type Live,
  type Scene,
  type Settled,
} from '#main/demonstration/live.ts'
import { answerAbroad } from '#main/demonstration/questions.ts'
import { lived } from '#main/demonstration/living.ts'
import { hasCases } from '#main/demonstration/queries.ts'
import {
  keepPapers,
  lawOn,
  plansIn,
  register,
  signedIn,
  type Plan,
} from '#main/demonstration/settling.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'
import { lettersOfCase, markSent, type Letter } from '#records/letters.ts'
import { actorOf, officialByEmail, type Official } from '#records/officials.ts'
import { adopt } from '#records/policy.ts'
import { endSession } from '#records/sessions.ts'

/**
 * Invented people with applications in every state, so that each page and list of a demonstration
 * has something to show. Everything goes through the law and the records as if it had been done on
 * its day, so that events, ledger, tasks, letters and decisions are what they would be. Adds
 * nothing where there is a case already; the invented officials have to be there.
 */
export async function furnish(faces: Faces): Promise<{ cases: number }> {
  const { office, jobs } = faces
  assert(office.demonstration, 'invented people belong in a demonstration')
  if (await inTransaction(jobs.db, hasCases)) return { cases: 0 }
  const lives = await playOut(faces, plansIn(office))
  await promote(faces)
  await adoptHalf(office)
  return { cases: lives.flatMap(({ cases }) => cases).length }
}

/** What the invented missions did, with the sessions in which they did it. */
export async function promote(faces: Faces): Promise<void> {
  const officials = await officialsAtWork(faces.office, DEMONSTRATION_OFFICIALS)
  await tellAbroad(faces, officials)
  await answerAbroad(faces, officials)
  await goHome(faces.office, [...officials.values()])
}

/** Lives what is planned, from the accounts to the letters, in the order of its days. */
export async function playOut(faces: Faces, plans: readonly Plan[]): Promise<readonly Live[]> {
  const { portal, office } = faces
  const settled = await keepPapers(portal, await register(portal, plans))
  const officials = await officialsAtWork(office, DEMONSTRATION_OFFICIALS)
  const lives = await play(faces, { settled, scenes: scenesOf(plans), officials })
  await sendLetters(faces, lives)
  const joined = settled.flatMap(({ spouse }) => spouse ?? [])
  await goHome(office, [...settled.map(({ person }) => person), ...joined, ...officials.values()])
  return lives
}

/** Their sessions end with what they had to do. */
const goHome = ({ door }: House, people: readonly { readonly token: string }[]): Promise<void> =>
  inTransaction(door, async (tx) => {
    for (const { token } of people) await endSession(tx, token)
  })

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
  faces: Faces,
  {
    settled,
    scenes,
    officials,
  }: {
    readonly settled: readonly Settled[]
    readonly scenes: readonly SceneOf[]
    readonly officials: ReadonlyMap<string, AtWork>
  },
): Promise<readonly Live[]> {
  const official = (mailbox: string) => {
    const atWork = officials.get(mailbox)
    assert(atWork !== undefined, `${mailbox} is an official of the demonstration`)
    return atWork
  }
  const lives = settled.map(unbegun)
  for (const { story, ...scene } of scenes) {
    const live = lives[story]
    if (live) lives[story] = await lived({ faces, official }, live, scene)
  }
  return lives
}

type Finding = Pick<House, 'door' | 'secret' | 'clock'>

/** Who works in a demonstration, by the name of the mailbox. */
export async function officialsByMailbox(house: Finding): Promise<ReadonlyMap<string, Official>> {
  const { door, secret, clock } = house
  return inTransaction(door, async (tx) => {
    const officials = new Map<string, Official>()
    for (const { email } of DEMONSTRATION_OFFICIALS) {
      const official = await officialByEmail(tx, secret, { email, on: clock.today() })
      if (official) officials.set(mailboxIn(email), official)
    }
    return officials
  })
}

/** The same with a session for each. */
export function officialsAtWork(
  house: House,
  wanted: readonly { readonly email: string }[],
): Promise<ReadonlyMap<string, AtWork>> {
  const { door, secret, clock } = house
  return inTransaction(door, async (tx) => {
    const atWork = new Map<string, AtWork>()
    for (const { email } of wanted) {
      const official = await officialByEmail(tx, secret, { email, on: clock.today() })
      if (!official) continue
      const { accountId, id: partyId } = official
      const token = await signedIn(tx, house, { accountId, partyId })
      atWork.set(mailboxIn(email), { actor: actorOf(official), token })
    }
    return atWork
  })
}

const mailboxIn = (email: string): string => email.replace(/@.*$/, '')

const ADOPTER = 'policy-officer'

/** One of the two people who adopt the provisional rules has done so; the other may be tried. */
async function adoptHalf(office: House): Promise<void> {
  const { secret, policy, clock } = office
  const hash = lawOn(policy, clock.today())?.procedureHash
  const official = DEMONSTRATION_OFFICIALS.find(({ email }) => mailboxIn(email) === ADOPTER)
  if (hash === undefined || official === undefined) return
  const atWork = await officialsAtWork(office, [official])
  for (const { actor, token } of atWork.values()) {
    const adopting = { hash, by: actor.id, role: ADOPTER, at: clock.now() }
    await inTransaction(actingIn(office, token).db, (tx) => adopt(tx, secret, adopting))
  }
  await goHome(office, [...atWork.values()])
}

/** Letters of the past were sent in the past; only what a visitor will look for goes out now. */
async function sendLetters({ portal, jobs }: Faces, lives: readonly Live[]): Promise<void> {
  const past: Letter[] = []
  for (const { person, spouse, cases, story } of lives) {
    const own = await lettersTo(portal, person.token, cases)
    const theirs = spouse ? await lettersTo(portal, spouse.token, cases) : []
    past.push(...own.slice(story.mailed ? 1 : 0), ...theirs)
  }
  await inTransaction(jobs.db, async (tx) => {
    for (const { id, writtenAt } of past) {
      await markSent(tx, id, { at: later(writtenAt, SENT_AFTER_MS) })
    }
  })
}

const lettersTo = (
  portal: House,
  token: string,
  cases: Live['cases'],
): Promise<readonly Letter[]> =>
  inTransaction(actingIn(portal, token).db, async (tx) => {
    const letters: Letter[] = []
    for (const { standing } of cases)
      letters.unshift(...(await lettersOfCase(tx, portal.keys, standing.id)))
    return letters
  })

const SENT_AFTER_MS = 40_000
