import { Hono } from 'hono'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, readFiled } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { eventsSeen } from '#office/sight.ts'
import { wordingOf } from '#office/wording.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { CasePage } from './page.tsx'

export const caseRoute = new Hono<OfficeEnv>()

caseRoute.get(paths.case.pattern, signedInOnly, async (c) => {
  const { db, secret } = c.var.house
  const seen = await inTransaction(db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return undefined
    await noteLook(tx, open, 'case-page')
    const { history } = open.found
    return {
      open,
      documents: (await readFiled(tx, open)).documents,
      names: open.sight.whole
        ? await namesOfOfficials(tx, secret, officialsIn(eventsSeen(open.sight, history)))
        : new Map<string, string>(),
    }
  })
  if (!seen) return c.notFound()
  const wording = wordingOf(c, seen.open.description)
  return c.html(<CasePage view={viewOf(c)} {...seen} wording={wording} />)
})

/** Applicants and the system act too, but are no officials. */
function officialsIn(
  events: readonly { readonly by: string; readonly role: string }[],
): readonly string[] {
  return events.filter(({ role }) => role !== 'applicant' && role !== 'system').map(({ by }) => by)
}
