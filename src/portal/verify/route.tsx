import { Hono } from 'hono'
import { clientAddress } from '#platform/client-address.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { bare, paths } from '#portal/paths.ts'
import { parseClaim, typedClaim, NOTHING_TYPED } from '#portal/verify/form.ts'
import { VerifyPage, type Verdict } from '#portal/verify/page.tsx'
import { wantedLanguage } from '#portal/wanted-language.ts'
import { countAttempts, limitsOf, takeBackAttempts, type Limit } from '#records/attempts.ts'
import {
  readStatusCode,
  readStatusNumber,
  verifyStatus,
  type Claim,
} from '#records/status-documents.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'

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
    c.header('retry-after', String(verdict.seconds))
    return c.html(<VerifyPage view={view} typed={typed} verdict={verdict} />, 429)
  }
  return c.html(<VerifyPage view={view} typed={typed} verdict={verdict} />)
})

async function checked(c: PortalContext, tx: Tx, claim: Claim): Promise<Verdict> {
  const { master, clock, policy } = c.var.house
  const [limits, counting] = [limitsFor(c, claim), { master, at: clock.now() }]
  const reached = await countAttempts(tx, limits, counting)
  if (reached) return { kind: 'too-often', ...reached }
  const found = await verifyStatus(tx, master, { claim, on: clock.today() })
  if (!found) return { kind: 'no-match' }
  await takeBackAttempts(tx, limits, counting)
  const { number, validUntil, ruleSet, field: code } = found
  const field = policy.ruleSets.get(ruleSet)?.fields.find((each) => each.code === code)
  return { kind: 'valid', number, field: field?.title[c.var.language] ?? code, validUntil }
}

/**
 * Four characters and a date can be guessed, but not ten times a quarter of an hour. Only whoever
 * guessed has to wait: somebody else may stand before the owner with the passport in hand.
 */
const limitsFor = (c: PortalContext, { document }: Claim): readonly Limit[] =>
  limitsOf({
    kind: 'check of a status',
    of: 'document',
    subject: readStatusCode(document) ?? readStatusNumber(document),
    client: clientAddress(c, c.var.house.trustProxy),
  })
