import { Hono } from 'hono'
import { assert } from '#core/assert.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { basisOf, lawOf } from '#core/policy/basis.ts'
import { lawById } from '#core/policy/laws.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { dateObjectOf } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import type { PortalContext, PortalEnv } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { ownStatus, type OwnStatus } from '#portal/own-status.ts'
import { bare, paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { holderOf } from '#records/statuses.ts'
import { statusSheetPdf, type StatusSheet } from '#telling/status-document.ts'

export const statusDocumentRoute = new Hono<PortalEnv>()

statusDocumentRoute.use(paths.statusDocument.pattern, signedInOnly)

statusDocumentRoute.get(paths.statusDocument.pattern, async (c) => {
  const sheet = await inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return undefined
    const gave = await ownStatus(tx, c.var.house, own)
    return gave?.isInForce === true ? sheetOf(c, own, gave) : undefined
  })
  if (!sheet) return c.notFound()
  const pdf = await statusSheetPdf(sheet)
  return c.body(new Uint8Array(pdf).buffer, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${sheet.number}.pdf"`,
    'cache-control': 'no-store',
  })
})

function sheetOf(c: PortalContext, own: OwnCase, { status, kind }: OwnStatus): StatusSheet {
  const { house, language } = c.var
  const { description } = own
  const { type, procedure } = description
  const answers = lastFiled(own.found.standing)?.answers
  const field = fieldsOf(description).find(({ code }) => code === status.field)
  const body = procedure.bodies.find(({ code }) => code === procedure.decisionBody)
  const law = lawById(house.policy.laws, lawOf(basisOf(procedure, 'title'))?.law ?? '')
  assert(answers !== undefined, 'what is given was asked for')
  assert(body !== undefined, 'the body that decides has a name')
  return {
    ...holderOf(type, answers),
    title: kind.title,
    number: status.number,
    code: status.code,
    checkAddress: `${house.portalUrl}${bare.verifyCode.replace(':code', status.code)}`,
    ...(field === undefined ? {} : { field: field.title }),
    rules: law?.short ?? procedure.title,
    body: body.name,
    decidedOn: status.validFrom,
    validUntil: status.validUntil,
    issuedAt: dateObjectOf(status.issuedAt),
    language,
    demonstration: house.demonstration,
  }
}
