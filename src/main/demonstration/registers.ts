import type { Standing } from '#core/cases/standing.ts'
import { NO_ID } from '#core/id.ts'
import type { IsoMoment } from '#core/dated.ts'
import { registersAwaited } from '#core/cases/consulted.ts'
import { z } from 'zod'
import type { Said } from '#exchange/content.ts'
import type { Way } from '#exchange/ways.ts'
import { askDue } from '#exchange/work.ts'
import type { Faces, Live } from '#main/demonstration/live.ts'
import { fixedClock } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { consultations, leaveInquiries } from '#records/consultations.ts'
import { caseAfter } from '#records/read-case.ts'
import { answeredInquiries, takeAnswer } from '#records/register-answers.ts'
import { examiningDesk } from '#standins/exchange/examinations.ts'
import { opinionDesk } from '#standins/exchange/opinions.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'

/**
 * What registers answered in a demonstration before it began: the stand-ins are asked without a
 * wire between, on the day of the story, so that logs, events and lists are what they would be.
 */
export async function registersAnswer(faces: Faces, live: Live, at: IsoMoment): Promise<Live> {
  const last = live.cases.at(-1)
  if (last === undefined || registersAwaited(last.standing).length === 0) return live
  const { jobs, exchange: db } = faces
  await questionsLeft(faces, at)
  const way = withoutWire(at)
  await askDue({
    db,
    keys: jobs.keys,
    policy: () => jobs.policy,
    ways: { 'xroad-rest': way, 'xroad-soap': way, bridge: way },
    now: async () => at,
    log: jobs.log,
    groundNeeded: false,
    chance: () => 1,
    signed: async () => undefined, // nobody asked to be told of anything yet
  })
  const taken = await answersTaken(faces, at)
  return {
    ...live,
    cases: live.cases.map((each) =>
      taken
        .filter(({ id }) => id === each.standing.id)
        .reduce((held, standing) => caseAfter(held, standing), each),
    ),
  }
}

async function questionsLeft({ jobs }: Faces, at: IsoMoment): Promise<void> {
  const before = { event: NO_ID, askedAt: '-infinity' }
  const waiting = await inTransaction(jobs.db, (tx) => consultations(tx, before))
  for (const { event } of waiting) {
    await inTransaction(jobs.db, (tx) => leaveInquiries(tx, jobs, { event, now: at }))
  }
}

async function answersTaken({ jobs }: Faces, at: IsoMoment): Promise<readonly Standing[]> {
  const standings: Standing[] = []
  const answered = await inTransaction(jobs.db, (tx) => answeredInquiries(tx, NO_ID))
  for (const id of answered) {
    const after = await inTransaction(jobs.db, (tx) => takeAnswer(tx, jobs, { id, now: at }))
    if (after) standings.push(after)
  }
  return standings
}

function withoutWire(at: IsoMoment): Way {
  const clock = fixedClock(at)
  const desk = {
    today: clock.today(),
    opinions: opinionDesk(clock, () => 0),
    examinations: examiningDesk(clock, () => 0),
    recognitions: new Map(),
  }
  return {
    write: (_system, { contract, content, messageId }) => ({
      ok: true,
      request: {
        method: 'POST',
        url: `${INVENTED}${contract.code}`,
        headers: [],
        body: Buffer.from(JSON.stringify({ messageId, content })),
      },
    }),
    send: async ({ url, body }) => {
      const { messageId, content } = sent.parse(JSON.parse(body?.toString() ?? ''))
      const register = REGISTERS.find(({ contract }) => url === `${INVENTED}${contract.code}`)
      if (!register) return { ok: false, fault: 'name-unknown' }
      const answer = Buffer.from(JSON.stringify(register.answer(content, { ...desk, messageId })))
      return { ok: true, reply: { status: 200, headers: [], body: answer } }
    },
    read: (_system, { contract }, { body }) => {
      const read = contract.answer.safeParse(JSON.parse(body.toString()))
      return read.success
        ? { outcome: 'answered', content: read.data, receipt: {} }
        : { outcome: 'unintelligible', code: 'schema', receipt: {} }
    },
  }
}

const INVENTED = 'invented:'

const said: z.ZodType<Said> = z.lazy(() =>
  z.union([z.string(), content, z.array(z.union([z.string(), content]))]),
)
const content = z.record(z.string(), said)
const sent = z.object({ messageId: z.string(), content })
