import { Hono } from 'hono'
import { assert } from '#core/assert.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { basisOf, lawOf } from '#core/policy/basis.ts'
import { lawById } from '#core/policy/laws.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { dateObjectOf } from '#platform/calendar.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import type { PortalContext, PortalEnv } from '#portal/env.ts'
import { otherCase, ownCase, type OwnCase } from '#portal/own-case.ts'
import { ownStatus, type OwnStatus } from '#portal/own-status.ts'
import { bare, paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { holderOf } from '#records/papers.ts'
import { statusOf, type Status } from '#records/statuses.ts'
import { statusSheetPdf, type StatusSheet } from '#telling/status-document.ts'

export const statusDocumentRoute = new Hono<PortalEnv>()

statusDocumentRoute.use(paths.statusDocument.pattern, signedInOnly)

statusDocumentRoute.get(paths.statusDocument.pattern, async (c) => {
  const sheet = await inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return undefined
    const held = await ownStatus(tx, c.var.house, own)
    if (held?.isInForce !== true) return undefined
    const papers = await papersOf(c, tx, { own, held })
    return papers && sheetOf(c, papers)
  })
  if (!sheet) return c.notFound()
  const pdf = await statusSheetPdf(sheet)
  return c.body(new Uint8Array(pdf).buffer, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${sheet.number}.pdf"`,
    'cache-control': 'no-store',
  })
})

/** What it was given by, and what names its holder: another case, once its paper was replaced. */
type Papers = Pick<OwnStatus, 'kind'> & {
  readonly gave: OwnCase
  readonly names: OwnCase
  /** As it is known in the case that names its holder. */
  readonly status: Status & { readonly code: string }
}

async function papersOf(
  c: PortalContext,
  tx: Tx,
  { own, held: { status, kind } }: { readonly own: OwnCase; readonly held: OwnStatus },
): Promise<Papers | undefined> {
  const { holder: subject, caseId, namedIn } = status
  const of = async (id: string) =>
    id === own.found.standing.id ? own : await otherCase(c, tx, { id, subject })
  const [gave, names] = [await of(caseId), await of(namedIn)]
  const named = names && (await statusOf(tx, namedIn, names.found))
  if (!gave || !names || named?.code === undefined) return undefined
  return { kind, gave, names, status: { ...named, code: named.code } }
}

function sheetOf(c: PortalContext, { gave, names, status, kind }: Papers): StatusSheet {
  const { house, language } = c.var
  const { procedure } = gave.description
  const answers = lastFiled(names.found.standing)?.answers
  const field = fieldsOf(gave.description).find(({ code }) => code === status.field)
  const body = procedure.bodies.find(({ code }) => code === procedure.decisionBody)
  const law = lawById(house.policy.laws, lawOf(basisOf(procedure, 'title'))?.law ?? '')
  assert(answers !== undefined, 'what is given was asked for')
  assert(body !== undefined, 'the body that decides has a name')
  return {
    ...holderOf(names.description.type, answers),
    title: kind.title,
    number: status.number,
    code: status.code,
    checkAddress: `${house.portalUrl}${bare.verifyCode.replace(':code', status.code)}`,
    ...(field === undefined ? {} : { field: field.title }),
    rules: law?.short ?? procedure.title,
    body: body.name,
    decidedOn: status.validFrom,
    validUntil: status.validUntil,
    issuedAt: dateObjectOf(status.namedAt),
    language,
    demonstration: house.demonstration,
  }
}
