import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import type { Way } from '#exchange/ways.ts'
import { askDue, type Exchange } from '#exchange/work.ts'
import { askingRegisters } from '#jobs/ask-registers.ts'
import { takingAnswers } from '#jobs/take-answers.ts'
import { submitted } from '#test/ana.ts'
import { exchangeOf, policyAskingRegisters, type Saying } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'

/** Cases about which a register is asked, and what became of the questions. */

/** Ana has sent in her application in a house that asks a register about her. */
export async function anaAsked(t: TestContext, policy = policyAskingRegisters(t)) {
  const here = await house(t, { policy })
  const ana = await here.signedUpApplicant()
  const { id, number } = await submitted(ana)
  await questionsLeft(here)
  return { here, ana, id, number }
}

/** The job that leaves what is to be asked, without the queue of jobs. */
export async function questionsLeft({ faces }: TestHouse): Promise<void> {
  await askingRegisters.work({ house: faces.jobs, mailer: NO_MAIL }, {})
}

const NO_MAIL = { send: () => Promise.reject(new Error('registers are asked without mail')) }

/** Whoever it was asked about may enter. */
export const clear: Saying = (asked) => ({ result: 'clear', ...asked })

/** Asks what is due now, of a register that says so; gives how many were asked. */
export async function askNow(
  here: TestHouse,
  says: Saying,
  differences: Partial<Exchange> = {},
): Promise<number> {
  await questionsLeft(here)
  return askDue({ ...exchangeOf(here, says), ...differences })
}

/** The job alone, without the queue of jobs. */
export async function takeAnswers({ faces }: TestHouse): Promise<void> {
  await takingAnswers.work({ house: faces.jobs, mailer: NO_MAIL }, {})
}

export const inquiriesOf = ({ db }: TestHouse, caseId?: string) =>
  db
    .selectFrom('inquiry')
    .selectAll()
    .$if(caseId !== undefined, (query) => query.where('caseId', '=', caseId ?? ''))
    .orderBy('askedAt')
    .orderBy('state')
    .execute()

export const statesOf = async (here: TestHouse, caseId?: string): Promise<readonly string[]> =>
  (await inquiriesOf(here, caseId)).map(({ state }) => state)

export const messagesOf = ({ db }: TestHouse) =>
  db.selectFrom('exchangeMessage').selectAll().orderBy('sentAt').execute()

/** How often a register's answer became an event of the case. */
export async function confirmedIn({ db }: TestHouse, caseId: string): Promise<number> {
  const { rows } = await sql`
    select from event where case_id = ${caseId} and kind = 'confirm'`.execute(db)
  return rows.length
}

/** The same exchange, with something done before a message leaves. */
export function before(
  exchange: Exchange,
  happens: (messageId: string) => Promise<unknown>,
): Exchange {
  const { 'xroad-rest': way } = exchange.ways
  const writes: string[] = []
  const heard: Way = {
    ...way,
    write: (system, saying) => {
      writes.push(saying.messageId)
      return way.write(system, saying)
    },
    send: async (request, timeoutMs) => {
      await happens(writes.at(-1) ?? '')
      return way.send(request, timeoutMs)
    },
  }
  return { ...exchange, ways: { 'xroad-rest': heard, 'xroad-soap': heard, bridge: heard } }
}
