import { z } from 'zod'
import { dayInBaku, isoMoment, type IsoDate } from '#core/dated.ts'
import { isOfficeLanguage } from '#core/language.ts'
import { descriptionInForce, type Policy } from '#core/policy/policy.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'
import type { Handler, Tools } from '#jobs/job.ts'
import { laidOut } from '#jobs/mail-layout.tsx'
import { waitingFor, type Reminding } from '#jobs/queries.ts'
import { inTransaction } from '#platform/database.ts'
import type { Jobs } from '#records/jobs.ts'
import { mailboxOfOfficial, officialsWorking } from '#records/officials.ts'
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
function mailOf({ house }: Tools, { account, after, until }: Payload) {
  const { db, secret, policy, officeUrl } = house
  const on = dayInBaku(isoMoment(until))
  return inTransaction(db, async (tx) => {
    const official = await officialsWorking(tx, on)
      .where('account.id', '=', account)
      .executeTakeFirst()
    if (!official) return undefined
    const { roles, body } = official
    const language = isOfficeLanguage(official.language) ? official.language : 'az'
    const remindings = remindingsOf(policy, on)
    const waiting = await waitingFor(tx, { roles: roles ?? [], body, after, until, remindings })
    const text = taskMail(waiting, { officeUrl, language })
    const to = await mailboxOfOfficial(tx, secret, account)
    if (!text || to === undefined) return undefined
    return { id: `tasks-${account}-${on}`, to, ...(await laidOut(text, house, language)) }
  })
}

/** When a task is first reminded of: by the law of its case, else by that of its type today. */
function remindingsOf(policy: Policy, on: IsoDate): readonly Reminding[] {
  const types = new Set([...policy.types.values()].map(({ code }) => code))
  const today = [...types].map(
    (code) => [code, descriptionInForce(policy, code, on)?.rules] as const,
  )
  return [...policy.ruleSets, ...today].map(([law, rules]) => ({ law, percent: firstOf(rules) }))
}

const firstOf = (rules: RuleSet | undefined): number | null =>
  rules === undefined || rules.warnAtPercent.length === 0 ? null : Math.min(...rules.warnAtPercent)
