import { z } from 'zod'
import { termOfTask } from '#core/cases/tasks.ts'
import { dayInBaku, isoMoment, type IsoDate } from '#core/dated.ts'
import { dayOfShare } from '#core/deadlines/clock.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { isOfficeLanguage } from '#core/language.ts'
import { descriptionInForce, type Policy } from '#core/policy/policy.ts'
import { termOf } from '#core/policy/procedure.ts'
import type { Handler, Tools } from '#jobs/job.ts'
import { laidOut } from '#jobs/mail-layout.tsx'
import { officialToTell, waitingFor, type TimeGiven } from './queries.ts'
import { inTransaction } from '#platform/database.ts'
import type { Jobs } from '#records/jobs.ts'
import { openOfficialsMailbox } from '#records/officials.ts'
import { taskMail } from '#telling/task-mails.ts'

type Payload = Jobs['tell-official']

/** Mails an official what came to their roles since the morning before, and what is due soon. */
export const tellOfficial: Handler<Payload> = {
  payload: z.object({
    account: z.uuid(),
    after: z.iso.datetime().nullable(),
    until: z.iso.datetime(),
  }),
  needsTrustedTime: false,
  work: async (tools, payload) => {
    const mail = await mailOf(tools, payload)
    if (!mail) return
    const sending = await tools.mailer.send(mail)
    if (sending === 'undeliverable') tools.house.log.info('mail refused', { job: 'tell-official' })
  },
}

/** Undefined: nothing waits for them, or they do not work here any more. */
function mailOf({ house }: Tools, asking: Payload) {
  const { db, secret, policy, officeUrl } = house
  const { calendars } = policy
  const { account, after, until } = asking
  const on = dayInBaku(isoMoment(until))
  return inTransaction(db, async (tx) => {
    const official = await officialToTell(tx, asking)
    if (!official) return undefined
    const { address, times } = official
    const language = isOfficeLanguage(official.language) ? official.language : 'az'
    const near = times.filter((time) => isRemindedOf(time, policy, { after, on }))
    const text = taskMail(await waitingFor(tx, asking, { near, calendars }), {
      officeUrl,
      language,
    })
    if (!text) return undefined
    const to = openOfficialsMailbox(secret, { account, address })
    return { id: `tasks-${account}-${on}`, to, ...laidOut(text, house, language) }
  })
}

/** Whether the day of its first warning, counted as its term is, came since the mail before. */
function isRemindedOf(
  time: TimeGiven,
  policy: Policy,
  { after, on }: { readonly after: string | null; readonly on: IsoDate },
): boolean {
  const today = descriptionInForce(policy, time.type, on)
  const type = policy.types.get(time.typeHash) ?? today?.type
  const procedure = policy.procedures.get(time.procedure) ?? today?.procedure
  const code = type && termOfTask(type, time)
  const term = code === undefined || !procedure ? undefined : termOf(procedure, code)
  if (!term || !procedure || procedure.warnAtPercent.length === 0 || after === null) return false
  const { cameOn: from, counted } = time
  const until = dayOf(counted, policy.calendars)
  const share = Math.min(...procedure.warnAtPercent) / 100
  const day = dayOfShare(share, { from, until, unit: term.unit }, policy.calendars)
  return dayInBaku(isoMoment(after)) < day && day <= on
}
