import { Hono } from 'hono'
import { dateObjectOf } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { DecisionPage } from '#portal/decision/page.tsx'
import { tellOwn } from '#portal/decision/told.ts'
import { dutyPaidIn } from '#portal/duty-paid.tsx'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { isBegunByPeople } from '#portal/offers.ts'
import { ownStatus } from '#portal/own-status.ts'
import { paths } from '#portal/paths.ts'
import { isOfProgramme } from '#portal/programme.ts'
import { signedInOnly } from '#portal/session.tsx'
import { writing } from '#portal/writing.ts'
import { actsOf } from '#telling/act/act.ts'
import { actSheetPdf } from '#telling/act/sheet.ts'

export const decisionRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.decision, paths.act]) decisionRoute.use(pattern, signedInOnly)

decisionRoute.get(paths.decision.pattern, async (c) => {
  const { house } = c.var
  return inTransaction(house.db, async (tx) => {
    const told = await tellOwn(c, tx)
    if (!told) return c.notFound()
    const { own, ...decided } = told
    const { standing } = own.found
    const gave = await ownStatus(tx, house, own)
    const people = decided.decisions.map(({ record }) => record.subject)
    return c.render(
      <DecisionPage
        {...decided}
        view={viewOf(c)}
        id={standing.id}
        marks={standing.marks}
        on={own.taking.on}
        gave={gave}
        paid={await dutyPaidIn(tx, standing.id, people)}
        isOfProgramme={gave?.status.caseId === standing.id && isOfProgramme(c, gave.kind)}
        mayRepeat={isBegunByPeople(decided.reading.type)}
        mayWrite={writing(own) !== undefined}
      />,
    )
  })
})

/** The same act, to keep on paper. */
decisionRoute.get(paths.act.pattern, async (c) => {
  const { house, language } = c.var
  const told = await inTransaction(house.db, (tx) => tellOwn(c, tx))
  const decision = told?.decisions.find(({ id }) => id === c.req.param('decision'))
  if (!told || !decision) return c.notFound()
  const { record, contest } = decision
  const pdf = await actSheetPdf({
    acts: actsOf(record, { ...told.reading, contest }, language),
    number: record.number,
    madeAt: dateObjectOf(told.own.taking.at),
    demonstration: house.demonstration,
  })
  return c.body(new Uint8Array(pdf).buffer, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${record.number}.pdf"`,
    'cache-control': 'no-store',
  })
})
