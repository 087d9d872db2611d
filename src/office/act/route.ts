import { Hono } from 'hono'
import { contestBefore, contestOf } from '#core/cases/appeal.ts'
import { stepOf } from '#core/cases/life.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { toldOf } from '#core/cases/telling.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { dateObjectOf } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import type { OfficeContext, OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { isDeciding } from '#office/sight.ts'
import { lawOf, readDecisions, type Decision } from '#records/decisions.ts'
import { actsOf } from '#telling/act/act.ts'
import { actSheetPdf, type ActSheet } from '#telling/act/sheet.ts'

export const actRoute = new Hono<OfficeEnv>()

/** A decision on paper, as the person has it. */
actRoute.get(paths.act.pattern, signedInOnly, async (c) => {
  const sheet = await inTransaction(c.var.house.db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open || !isDeciding(open.sight)) return undefined
    const decisions = await readDecisions(tx, open.found)
    const decision = decisions.find(({ id }) => id === c.req.param('decision'))
    if (!decision) return undefined
    await noteLook(tx, open, 'case-page')
    return sheetOf(c, open, decision)
  })
  if (!sheet) return c.notFound()
  const pdf = await actSheetPdf(sheet)
  return c.body(new Uint8Array(pdf).buffer, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${sheet.number}.pdf"`,
    'cache-control': 'no-store',
  })
})

function sheetOf(c: OfficeContext, open: OpenCase, decision: Decision): ActSheet {
  const { house, language } = c.var
  const { record, hash, decidedOn } = decision
  const told = toldOf(open.found.standing, hash)
  const { on, at, calendars } = open.taking
  const { laws, statuses } = house.policy
  const { type, procedure, scoring } = descriptionOf(house.policy, lawOf(decision), on)
  const isRead = isReadByPerson(open, type)
  const law = { type, procedure, scoring, calendars }
  const { outcome } = record
  const contest = told ? contestOf(law, { outcome, decidedOn, told }) : contestBefore(law, outcome)
  const reader = isRead ? 'applicant' : 'office'
  const reads = record.translation?.language ?? (isRead ? open.found.reader.language : language)
  return {
    acts: actsOf(
      record,
      { ...law, laws, statuses, reader, contest: isRead ? contest : undefined },
      reads,
    ),
    number: record.number,
    madeAt: dateObjectOf(at),
    demonstration: house.demonstration,
  }
}

/** Whether the step that decided it is one that the person reads of. */
function isReadByPerson({ found: { history } }: OpenCase, type: CaseType): boolean {
  const taken = history.findLast(({ event }) => event.kind === 'decide')
  const rule = taken && stepOf(type, taken.step)
  return rule !== undefined && audienceOf(rule, 'decide') === 'person'
}
