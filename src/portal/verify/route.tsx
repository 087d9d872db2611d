import { Hono } from 'hono'
import type { IsoMoment } from '#core/dated.ts'
import { epochOf, momentOf } from '#platform/calendar.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import { clientAddress } from '#portal/client-address.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { bare, paths } from '#portal/paths.ts'
import { isForAnotherLanguage } from '#portal/shell.tsx'
import { parseClaim, typedClaim, NOTHING_TYPED } from '#portal/verify/form.ts'
import { VerifyPage, type Verdict } from '#portal/verify/page.tsx'
import { wantedLanguage } from '#portal/wanted-language.ts'
import { countAttempt, type Limit } from '#records/attempts.ts'
import {
  readStatusCode,
  readStatusNumber,
  verifyStatus,
  type Claim,
} from '#records/status-documents.ts'

export const verifyRoute = new Hono<PortalEnv>()

/** The square code leads here; what only the holder can tell is still asked. */
verifyRoute.get(bare.verifyCode, (c) => {
  const language = wantedLanguage(c.req.header('accept-language') ?? '')
  const code = encodeURIComponent(c.req.param('code'))
  return c.redirect(`${paths.verify.to(language)}?document=${code}`, 303)
})

verifyRoute.get(paths.verify.pattern, (c) => {
  const typed = { ...NOTHING_TYPED, document: askedOf(c.req, 'document') }
  return c.html(<VerifyPage view={viewOf(c)} typed={typed} />)
})

/** Changes nothing, so the answer is the page itself: no address ever holds what was typed. */
verifyRoute.post(paths.verify.pattern, async (c) => {
  const sent = await typedOf(c.req)
  const [typed, view] = [typedClaim(sent), viewOf(c)]
  if (isForAnotherLanguage(sent)) return c.html(<VerifyPage view={view} typed={typed} />)
  const parsed = parseClaim(typed)
  if (!parsed.ok)
    return c.html(<VerifyPage view={view} typed={typed} errors={parsed.errors} />, 400)
  const verdict = await inTransaction(c.var.house.db, (tx) => checked(c, tx, parsed.claim))
  if (verdict.kind === 'too-often') {
    c.header('retry-after', String(secondsUntil(verdict.until, c.var.house.clock.now())))
    return c.html(<VerifyPage view={view} verdict={verdict} />, 429)
  }
  return c.html(<VerifyPage view={view} typed={typed} verdict={verdict} />)
})

async function checked(c: PortalContext, tx: Tx, claim: Claim): Promise<Verdict> {
  const { master, clock, policy } = c.var.house
  const until = await tooOftenUntil(tx, limitsOf(clientAddress(c), claim), clock.now())
  if (until !== undefined) return { kind: 'too-often', until }
  const found = await verifyStatus(tx, master, { claim, on: clock.today() })
  if (!found) return { kind: 'no-match' }
  const { number, validUntil, ruleSet, field: code } = found
  const field = policy.ruleSets.get(ruleSet)?.fields.find((each) => each.code === code)
  return { kind: 'valid', number, field: field?.title[c.var.language] ?? code, validUntil }
}

/** Four characters and a date can be guessed, but not ten times an hour. */
const limitsOf = (client: string, { document }: Claim): readonly Limit[] => [
  { kind: 'verify-client', subject: client, timesMax: 30, windowMinutes: 15 },
  {
    kind: 'verify-document',
    subject: readStatusCode(document) ?? readStatusNumber(document),
    timesMax: 10,
    windowMinutes: 60,
  },
]

/** Every try counts against every limit; the end of the latest window that is used up. */
async function tooOftenUntil(
  tx: Tx,
  limits: readonly Limit[],
  at: IsoMoment,
): Promise<IsoMoment | undefined> {
  let until: IsoMoment | undefined
  for (const limit of limits) {
    if (await countAttempt(tx, limit, at)) continue
    const length = limit.windowMinutes * 60_000
    const end = momentOf((Math.floor(epochOf(at) / length) + 1) * length)
    if (until === undefined || end > until) until = end
  }
  return until
}

const secondsUntil = (until: IsoMoment, now: IsoMoment): number =>
  Math.max(1, Math.ceil((epochOf(until) - epochOf(now)) / 1000))
