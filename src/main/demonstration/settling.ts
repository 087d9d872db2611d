import { randomUUID } from 'node:crypto'
import { assert } from '#core/assert.ts'
import { askedDocuments } from '#core/answers/gaps.ts'
import type { IsoDate } from '#core/dated.ts'
import type { DocumentRule } from '#core/policy/case-type.ts'
import { descriptionInForce, type Description } from '#core/policy/policy.ts'
import { almanacOf, momentsOf } from '#main/demonstration/almanac.ts'
import type { Kept, Moment, Settled } from '#main/demonstration/live.ts'
import { answersOf } from '#main/demonstration/answers.ts'
import { paperName } from '#main/demonstration/paper-name.ts'
import { sheetFor } from '#main/demonstration/papers.ts'
import { FAMILIES } from '#main/demonstration/stories-families.ts'
import { STORIES } from '#main/demonstration/stories.ts'
import type { Act, Story } from '#main/demonstration/story.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { hashPassword } from '#platform/passwords.ts'
import { accountByEmail, addAccount, setPassword } from '#records/accounts.ts'
import { DEMONSTRATION_PASSWORD } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'
import { heldKey } from '#records/parties.ts'
import { startSession } from '#records/sessions.ts'

/** What is there before a story begins: its days, its law, an account and papers in the vault. */
export type Plan = {
  readonly story: Story
  readonly moments: readonly Moment[]
  readonly description: Description
}

/** Stories, and the day from which theirs are told: today, unless something else is said. */
export type Telling = { readonly from: IsoDate; readonly stories: readonly Story[] }

/** All whose permits there are: a policy need not have them. */
const storiesIn = (policy: House['policy'], on: IsoDate): readonly Story[] => [
  ...STORIES,
  ...FAMILIES.filter(({ life }) =>
    life.every((act) => act.act !== 'ask-for-permit' || descriptionInForce(policy, act.type, on)),
  ),
]

export function plansIn(
  { policy, clock }: House,
  { from, stories }: Telling = { from: clock.today(), stories: storiesIn(policy, clock.today()) },
): readonly Plan[] {
  const today = clock.today()
  const almanac = almanacOf(from, policy.calendars)
  return stories.map((story, index) => {
    const moments = momentsOf(story, index, almanac)
    const submittedOn = momentOfAct({ story, moments }, 'submit')?.on ?? today
    const description = lawOn(policy, submittedOn) ?? lawOn(policy, today)
    assert(description !== undefined, 'there is a law in force today')
    return { story, moments, description }
  })
}

const PROGRAMME = 'recognition'

/** The Decision is younger than a status can become; whoever shows the end of one came before. */
export const lawOn = (policy: House['policy'], on: IsoDate): Description | undefined =>
  descriptionInForce(policy, PROGRAMME, on)

const momentOfAct = ({ story, moments }: Pick<Plan, 'story' | 'moments'>, act: Act['act']) =>
  moments[story.life.findIndex((each) => each.act === act)]

type Settling = Pick<Story, 'email' | 'language'> & { readonly began: Moment }

export type Registered = Omit<Settled, 'papers'>

/** Accounts with one password. */
export async function register(
  portal: House,
  plans: readonly Plan[],
): Promise<readonly Registered[]> {
  const { door, secret, keys } = portal
  const hashing = await hashPassword(DEMONSTRATION_PASSWORD)
  assert(hashing.ok, 'nobody else is hashing while the house is being made ready')
  return inTransaction(door, async (tx) => {
    const people: Registered[] = []
    const settle = async ({ email, language, began }: Settling) => {
      const at = later(began.at, -REGISTERED_BEFORE_MS)
      const account =
        (await accountByEmail(tx, secret, email)) ??
        (await addAccount(tx, portal, { email, language, at, isDemonstration: true }))
      await setPassword(tx, keys, { account, passwordHash: hashing.hash, at })
      const { partyId } = account
      const token = await signedIn(tx, portal, { accountId: account.id, partyId })
      return { reader: { partyId, language }, token }
    }
    for (const { story, moments, description } of plans) {
      const [began] = moments
      assert(began !== undefined, 'a story begins with its beginning')
      const { reader, token } = await settle({ ...story, began })
      const caseId = randomUUID()
      const wanted = { party: reader.partyId, caseId }
      const key = heldKey(await keys.make([{ caseId }, wanted]), wanted)
      const answers = answersOf(story, began.on, description)
      const married = story.relatives?.find((each) => each.is === 'spouse')
      const spouse = married && (await settle({ ...married, began }))
      const person = { reader, caseId, key, token }
      people.push({ story, person, description, answers, ...(spouse ? { spouse } : {}) })
    }
    return people
  })
}

/** Whoever acts in a demonstration has a session, as everybody who acts. */
export const signedIn = (
  tx: Tx,
  { keys, clock, sessionHours: idleHours }: House,
  holder: { readonly accountId: string; readonly partyId: string },
): Promise<string> => startSession(tx, keys, { ...holder, at: clock.now(), idleHours })

const REGISTERED_BEFORE_MS = 25 * 60_000

const SERVED_AT_ONCE = 8

/** Writing to disk is waited for, so several people are served at once. */
export async function keepPapers(
  { vault }: House,
  people: readonly Registered[],
): Promise<readonly Settled[]> {
  const queue = people.entries()
  const settled: Settled[] = []
  const serve = async () => {
    for (const [index, each] of queue) {
      const papers: Kept[] = []
      for (const rule of papersOf(each, index)) {
        const sheet = sheetFor(rule, paperName(each.story), index)
        const put = await vault.put(inOnePiece(sheet.bytes), each.person.key)
        assert(put.ok, 'there is room on the disk for a demonstration')
        papers.push({ ...sheet, stored: put.stored })
      }
      settled[index] = { ...each, papers }
    }
  }
  await Promise.all(Array.from({ length: SERVED_AT_ONCE }, serve))
  return settled
}

/** What must be there, and of every other person all that may be. */
function papersOf({ answers, description }: Registered, index: number): readonly DocumentRule[] {
  return askedDocuments(description.type, answers)
    .filter(({ isRequired }) => isRequired || index % 2 === 0)
    .map(({ rule }) => rule)
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
