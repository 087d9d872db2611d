import { Hono } from 'hono'
import { contestOf } from '#core/cases/appeal.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import { toldOf } from '#core/cases/telling.ts'
import { everFiled, lastFiled } from '#core/cases/standing.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, partsOf, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { eventsSeen, votesSeen } from '#office/sight.ts'
import { wordingOf } from '#office/wording.ts'
import { readDecision, type Decision } from '#records/decisions.ts'
import { filedDocuments } from '#records/documents.ts'
import type { House } from '#records/house.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { aroundOf } from './beside/around.ts'
import { contestsSeen } from './beside/queries.ts'
import { CasePage, type CasePart } from './page.tsx'

export const caseRoute = new Hono<OfficeEnv>()

caseRoute.get(paths.case.pattern, signedInOnly, async (c) => {
  const { house } = c.var
  const seen = await inTransaction(house.db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return undefined
    const { standing, history } = open.found
    const looked = noteLook(tx, open, 'case-page')
    if (!open.sight.whole) {
      const [parts, names] = await Promise.all([
        partsIn(tx, open, async () => ({})),
        namesOfOfficials(tx, house.secret, votersIn(open)),
        looked,
      ])
      return { open, parts, contests: [], names }
    }
    const events = eventsSeen(open.sight, history, open.description)
    const [parts, contests, names] = await Promise.all([
      partsIn(tx, open, (part) => stoodOf(tx, house, part)),
      contestsSeen(tx, standing.id),
      namesOfOfficials(tx, house.secret, [...officialsIn(events), ...votersIn(open)]),
      looked,
    ])
    return { open, parts, contests, names }
  })
  if (!seen) return c.notFound()
  const wording = wordingOf(c, seen.open.description)
  return c.render(<CasePage view={viewOf(c)} {...seen} wording={wording} policy={house.policy} />)
})

/** Each of those whom it is about, with what was sent in of them. */
async function partsIn(
  tx: Tx,
  open: OpenCase,
  more: (part: OpenCase) => Promise<Stood>,
): Promise<readonly CasePart[]> {
  const parts: CasePart[] = []
  for (const part of partsOf(open)) {
    parts.push({ open: part, ...(await documentsIn(tx, part)), ...(await more(part)) })
  }
  return parts
}

type Stood = Pick<CasePart, 'decision' | 'around' | 'contest'>

/** What was decided of somebody, and what they have by it: no body that was asked learns that. */
async function stoodOf(tx: Tx, house: House, part: OpenCase): Promise<Stood> {
  const { standing } = part.found
  const [decision, around] = await Promise.all([
    standing.decided && readDecision(tx, standing.id, part.found),
    aroundOf(tx, house, part),
  ])
  return { decision, around, contest: decision && contestIn(part, decision) }
}

/** Members know each other by name. */
const votersIn = ({ sight }: OpenCase): readonly string[] => votesSeen(sight).map(({ id }) => id)

/** What was sent in last, and, for those who see the whole case, files that it replaced. */
async function documentsIn(tx: Tx, { found: { standing, key }, sight }: OpenCase) {
  const now = lastFiled(standing)?.documents ?? []
  const ids = sight.whole ? [...new Set(everFiled(standing))] : now
  const all = await filedDocuments(tx, { caseId: standing.id, ids, key })
  return {
    documents: all.filter(({ id }) => now.includes(id)),
    replaced: all.filter(({ id }) => !now.includes(id)),
  }
}

/** Until when the person can fight what was decided. */
const contestIn = ({ law, found: { standing } }: OpenCase, { decidedOn, hash, record }: Decision) =>
  contestOf(law, { outcome: record.outcome, decidedOn, told: toldOf(standing, hash) })?.days

/** Parties and the system act too, but are no officials. */
const officialsIn = (
  events: readonly { readonly by: string; readonly role: string }[],
): readonly string[] => events.filter(({ role }) => isOfficeRole(role)).map(({ by }) => by)
