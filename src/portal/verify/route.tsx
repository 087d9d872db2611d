import { Hono } from 'hono'
import { clientAddress } from '#platform/client-address.ts'
import { inTransaction } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { bare, paths } from '#portal/paths.ts'
import { parseClaim, typedClaim, NOTHING_TYPED } from '#portal/verify/form.ts'
import { VerifyPage, type Verdict } from '#portal/verify/page.tsx'
import { wantedLanguage } from '#portal/wanted-language.ts'
import {
  countAttempts,
  floodLimit,
  limitsOf,
  takeBackAttempts,
  type Limit,
} from '#records/attempts.ts'
import { readStatusCode, readStatusNumber } from '#records/status-numbers.ts'
import { type Claim } from '#records/papers.ts'
import { verifyStatus } from '#records/verifying.ts'
import { statusTag } from '#telling/case-words.ts'
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
  return c.render(<VerifyPage view={viewOf(c)} typed={typed} />)
})

/** Changes nothing, so the answer is the page itself: no address ever holds what was typed. */
verifyRoute.post(paths.verify.pattern, async (c) => {
  const sent = await typedOf(c.req)
  const [typed, view] = [typedClaim(sent), viewOf(c)]
  if (isForAnotherLanguage(sent)) return c.render(<VerifyPage view={view} typed={typed} />)
  const parsed = parseClaim(typed)
  if (!parsed.ok)
    return c.render(<VerifyPage view={view} typed={typed} errors={parsed.errors} />, 400)
  const verdict = await checked(c, parsed.claim)
  if (verdict.kind === 'too-often') {
    c.header('retry-after', String(verdict.seconds))
    return c.render(<VerifyPage view={view} typed={typed} verdict={verdict} />, 429)
  }
  return c.render(<VerifyPage view={view} typed={typed} verdict={verdict} />)
})

async function checked(c: PortalContext, claim: Claim): Promise<Verdict> {
  const { db, door, secret, clock, policy } = c.var.house
  const [limits, counting] = [limitsFor(c, claim), { secret, at: clock.now() }]
  const reached = await inTransaction(door, (tx) => countAttempts(tx, limits, counting))
  if (reached) {
    const { until, seconds } = reached
    return { kind: 'too-often', until, seconds, byCode: isByCode(claim) }
  }
  const asked = { claim, on: clock.today() }
  const found = await inTransaction(db, (tx) => verifyStatus(tx, secret, asked))
  const kind = found && policy.statuses.get(found.kind)
  if (!found || kind?.verifiable !== true) return { kind: 'no-match' }
  await inTransaction(door, (tx) => takeBackAttempts(tx, limits, counting))
  const { number, validUntil, scoring, field: code, replacedOn } = found
  if (replacedOn !== undefined) return { kind: 'replaced', on: replacedOn }
  const { language } = c.var
  const field = policy.scorings.get(scoring)?.fields.find((each) => each.code === code)
  const words = { status: kind.title[language], tag: statusTag(kind, {}, language) }
  return { kind: 'valid', number, ...words, field: field?.title[language] ?? code, validUntil }
}

/**
 * A number can be guessed, and so can a date and four characters; ten wrong guesses wait, the right
 * one too, since to let it through would tell a guesser which one it was. The code cannot be
 * guessed, and stands on nothing but the sheet that says all the rest: with it nobody waits for
 * anybody's wrong guesses, and it is counted by who checks, as a flood.
 */
function limitsFor(c: PortalContext, claim: Claim): readonly Limit[] {
  const client = clientAddress(c, c.var.house.trustProxy)
  if (isByCode(claim)) return [floodLimit('check by code', client)]
  const subject = readStatusNumber(claim.document)
  return limitsOf({ kind: 'check of a status', of: 'document', subject, client })
}

const isByCode = ({ document }: Claim): boolean => readStatusCode(document) !== undefined
