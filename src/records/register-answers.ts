import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { answer } from '#core/cases/answering.ts'
import type { Report } from '#core/cases/away.ts'
import type { Found } from '#core/cases/consulted.ts'
import { confirm } from '#core/cases/registers.ts'
import type { Standing } from '#core/cases/standing.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import { dayInBaku, isoMoment, type IsoMoment } from '#core/dated.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import { serviceOf } from '#core/policy/systems.ts'
import type { Tx } from '#platform/database.ts'
import { contextIn, nowIn, recordStep, type Taking } from '#records/cases.ts'
import { notice } from '#records/following.ts'
import type { House } from '#records/house.ts'
import { takeReport } from '#records/forwarding.ts'
import { answerIn } from '#records/inquiries.ts'
import { caseAfter, readCase, unlessErased, type Case } from '#records/read-case.ts'

/** What registers answered, on its way from the exchange to the case that asked. */

/** A page of what was answered and is not taken to its case yet. */
export async function answeredInquiries(tx: Tx, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from inquiries_answered(${after}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * What a register answered becomes an event of the case, which then stands so. Nothing happens
 * where the case has ended or asks something else by now, or where it was taken meanwhile. What was
 * asked of whoever holds a status may open a case about that.
 */
export async function takeAnswer(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, now }: { readonly id: string; readonly now: IsoMoment },
): Promise<Standing | undefined> {
  const { rows } = await sql<Taken>`select * from take_inquiry(${id}::uuid)`.execute(tx)
  const [taken] = rows
  if (!taken) return undefined
  const held = await readCase(tx, keys, taken.caseId).catch(unlessErased)
  if (held === undefined) return undefined
  const { kind } = taken
  if (kind !== null) {
    await notice(tx, { keys, policy }, { id, of: { ...taken, kind }, held, on: dayInBaku(now) })
    return undefined
  }
  const { at, on } = nowIn(held, now)
  const description = descriptionOf(policy, held.standing, on)
  const taking = { by: THE_SYSTEM, at, on, description, calendars: policy.calendars }
  const forwarded = reportIn(id, taken, held)
  if (forwarded !== undefined) {
    return takeReport(tx, held, { taking, service: taken.service, said: forwarded })
  }
  const rule = ruleHere(description, held)
  assert(rule !== undefined, 'an open case takes what a register answers')
  const found = foundIn(id, taken, held)
  const { service } = taken
  const whose = taken.body === null ? {} : { body: taken.body }
  const step = confirm(held.standing, contextIn(held, taking), {
    step: rule,
    service,
    ...whose,
    found,
  })
  if (!step.ok) return undefined
  const after = await recordStep(tx, held, step.value, taking)
  const { body } = taken
  if (body === null) return after
  const ofBody = { ...taking, by: { ...THE_SYSTEM, body } }
  const opinion = { taking: ofBody, found, service, body }
  return (await takeOpinion(tx, caseAfter(held, after), opinion)) ?? after
}

/**
 * What a body says by a system of its own is its answer in the case, where that still waits for it;
 * where the case has gone on meanwhile, or the word is none that policy knows to be for or against,
 * it stands with what registers said, for whoever decides.
 */
async function takeOpinion(
  tx: Tx,
  held: Case,
  { taking, found, service, body }: TakingOpinion,
): Promise<Standing | undefined> {
  const task = held.standing.tasks.find(
    (each) => each.answersBy === service && each.body === body && each.answer === undefined,
  )
  const results = serviceOf(taking.description.systems, service)?.service.results
  const result = results?.find(({ code }) => code === found.result)
  const isClear = result?.finding === 'fits' || result?.finding === 'against'
  if (task === undefined || !isClear) return undefined
  const objects = result.finding === 'against'
  // An objection has a reason: where the body gives none, the word that it chose.
  const reason = found.note ?? (objects ? result.title.az : undefined)
  const given = { step: task.step, objects, ...(reason === undefined ? {} : { reason }) }
  const step = answer(held.standing, contextIn(held, taking), given)
  return step.ok ? recordStep(tx, held, step.value, taking) : undefined
}

type TakingOpinion = {
  readonly taking: Taking
  readonly found: Found
  readonly service: string
  readonly body: string
}

type Taken = {
  readonly caseId: string
  readonly party: string
  readonly system: string
  readonly service: string
  readonly answeredAt: string
  readonly answerSealed: Buffer
  /** Whose opinion it is. */
  readonly body: string | null
  /** Of the status whose holder it was asked about again. */
  readonly kind: string | null
}

const ruleHere = ({ type }: Description, { standing }: Case): string | undefined =>
  type.steps.find(({ kind, from }) => kind === 'confirm' && from.includes(standing.state))?.code

/** What the system says that examines the case. */
function reportIn(id: string, taken: Taken, { key, several }: Case): Report | undefined {
  const { party, system, answeredAt, answerSealed } = taken
  const own = several?.keyOf(party) ?? key
  const { message = id, report, sha256 } = answerIn(own, { id, answerSealed })
  if (report === undefined) return undefined
  return { subject: party, ...report, from: { system, at: isoMoment(answeredAt), message, sha256 } }
}

function foundIn(id: string, taken: Taken, { key, several }: Case): Found {
  const { party, system, answeredAt, answerSealed } = taken
  const own = several?.keyOf(party) ?? key
  const { message = id, result, says, note, sha256 } = answerIn(own, { id, answerSealed })
  return {
    subject: party,
    result,
    says,
    ...(note === undefined ? {} : { note }),
    from: {
      system,
      at: isoMoment(answeredAt),
      message,
      sha256,
    },
  }
}

const THE_SYSTEM: Actor = { id: SYSTEM, roles: [SYSTEM] }
