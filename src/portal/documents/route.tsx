import { Hono } from 'hono'
import { Readable } from 'node:stream'
import { askedDocuments } from '#core/answers/gaps.ts'
import { everFiled } from '#core/lifecycle/filed.ts'
import type { DocumentRule } from '#core/policy/application-type.ts'
import { MEDIA_TYPES } from '#platform/media.ts'
import { inTransaction } from '#platform/database.ts'
import { receiveUpload, type Upload } from '#platform/upload.ts'
import { isVaultAddress } from '#platform/vault.ts'
import {
  isThere,
  noRoom,
  takeIn,
  type Intake,
  type UploadRefusal,
} from '#portal/documents/intake.ts'
import { DocumentsPage, type Refused } from '#portal/documents/page.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownAnswers, ownCase, type OwnAnswers, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import {
  addDocument,
  documentById,
  documentsOf,
  removeDocument,
  type CaseDocument,
} from '#records/documents.ts'
import type { House } from '#records/house.ts'
import { done } from '#telling/done.tsx'

/** Uploads: streamed, judged by their own bytes, sealed, and bounded in size and number. */
export const documentsRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.documents, paths.document, paths.removeDocument]) {
  documentsRoute.use(pattern, signedInOnly)
}

documentsRoute.get(paths.documents.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx)
    if (!own || openKinds(own).size === 0) return c.notFound()
    const { application, key } = own.found
    return c.html(documentsPage(c, own, (await documentsOf(tx, application.id))(key)))
  }),
)

documentsRoute.post(paths.documents.pattern, async (c) => {
  const { house } = c.var
  const own = await inTransaction(house.db, (tx) => ownCase(c, tx))
  if (!own) return c.notFound()
  const upload = await receiveUpload(c.req.raw, async (file, fields): Promise<Intake> => {
    const rule = ruleOf(own, fields['kind'])
    return rule ? takeIn(house, own.found, { file, rule }) : { ok: false, reason: 'closed' }
  })
  const kind = upload.ok ? (upload.fields['kind'] ?? '') : ''
  return keep(c, kind, await intakeOf(house, upload))
})

/** One file a form; of several none is kept, so that nobody believes that all were. */
async function intakeOf({ vault }: House, upload: Upload<Intake>): Promise<Intake> {
  if (!upload.ok) return { ok: false, reason: 'cut-off' }
  const intake = upload.kept ?? { ok: false, reason: 'no-file' }
  if (!upload.several) return intake
  if (intake.ok) await vault.remove(intake.address)
  return { ok: false, reason: 'several' }
}

documentsRoute.get(paths.document.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { application, key } = own.found
    const id = c.req.param('document') ?? ''
    const document = await documentById(tx, { applicationId: application.id, id, key })
    if (!document || !isVaultAddress(document.address)) return c.notFound()
    const bytes = await c.var.house.vault.get(document.address, key)
    if (!bytes) return c.notFound()
    c.header('content-type', MEDIA_TYPES[document.media])
    c.header('content-length', String(document.bytes))
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodedName(document.name)}`)
    return c.body(Readable.toWeb(bytes))
  }),
)

documentsRoute.post(paths.removeDocument.pattern, async (c) => {
  const { house, language } = c.var
  const removal = await inTransaction(house.db, async (tx) => {
    const own = await ownAnswers(c, tx, { hold: true })
    const id = c.req.param('document') ?? ''
    if (!own) return undefined
    const { application, history, key } = own.found
    const document = await documentById(tx, { applicationId: application.id, id, key })
    if (!document) return undefined
    if (!openKinds(own).has(document.kind)) return { own, document, isOpen: false }
    await removeDocument(tx, { applicationId: application.id, id, at: house.clock.now() })
    return { own, document, isOpen: true, wasSent: everFiled(history).includes(id) }
  })
  if (!removal) return c.notFound()
  const { own, document, isOpen, wasSent } = removal
  if (!isOpen) return c.html(documentsPage(c, own, [], closed), 409)
  // A decision may rest on what was once sent; of the rest nothing stays.
  const { address } = document
  if (wasSent === false && isVaultAddress(address)) await house.vault.remove(address)
  const list = paths.documents.to(language, { id: own.found.application.id })
  return done(c, list, 'removed')
})

const closed: Refused = { kind: '', reason: 'closed' }

/** RFC 8187: what encodeURIComponent leaves alone and a header may not hold is encoded too. */
const encodedName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Files a document that was taken in, or says why not; what is not filed leaves the vault. */
function keep(c: PortalContext, kind: string, intake: Intake): Promise<Response> {
  const { house, language } = c.var
  return inTransaction(house.db, async (tx) => {
    const own = await ownAnswers(c, tx, { hold: true })
    if (!own) return c.notFound()
    const { application, key } = own.found
    const documents = (await documentsOf(tx, application.id))(key)
    const list = paths.documents.to(language, { id: application.id })
    const rule = ruleOf(own, kind)
    const ofKind = documents.filter((document) => document.kind === kind)
    const isDouble =
      rule && intake.ok && (await isThere(house, own.found, { file: intake, documents: ofKind }))
    const reason = refusalOf(own, intake, { rule, documents })
    if (isDouble || reason !== undefined || !intake.ok) {
      if (intake.ok) await house.vault.remove(intake.address)
      if (isDouble) return done(c, list, 'uploaded')
      const status = reason === 'closed' ? 409 : 400
      return c.html(documentsPage(c, own, documents, { kind, reason: reason ?? 'closed' }), status)
    }
    const { name, media, bytes, address } = intake
    const added = { applicationId: application.id, kind, name, media, bytes, address, key }
    await addDocument(tx, { ...added, addedAt: house.clock.now() })
    return done(c, list, 'uploaded')
  })
}

function refusalOf(
  { description }: OwnCase,
  intake: Intake,
  near: {
    readonly rule: DocumentRule | undefined
    readonly documents: readonly CaseDocument[]
  },
): UploadRefusal | undefined {
  const { rule, documents } = near
  if (!intake.ok) return intake.reason
  return rule ? noRoom(description.type, rule, { documents, bytes: intake.bytes }) : 'closed'
}

/** Every kind of a draft; of a returned application those that were marked, with the note. */
function openKinds({ found, description }: OwnCase): ReadonlyMap<string, string> {
  const { state, marks } = found.application
  if (state === 'draft') return new Map(description.type.checklist.map(({ code }) => [code, '']))
  if (state !== 'returned' && state !== 'closing-proposed') return new Map()
  return new Map(
    marks.flatMap((mark) => (mark.kind === 'document' ? [[mark.document, mark.note]] : [])),
  )
}

function ruleOf(own: OwnCase, kind: string | undefined) {
  if (kind === undefined || !openKinds(own).has(kind)) return undefined
  return own.description.type.checklist.find(({ code }) => code === kind)
}

function documentsPage(
  c: PortalContext,
  own: OwnAnswers,
  documents: readonly CaseDocument[],
  refused?: Refused,
) {
  const { found, description, kept } = own
  const { id, state } = found.application
  const { language } = c.var
  return (
    <DocumentsPage
      view={viewOf(c)}
      id={id}
      type={description.type}
      asked={askedDocuments(description.type, kept.answers)}
      documents={documents}
      open={openKinds(own)}
      back={(state === 'draft' ? paths.application : paths.correct).to(language, { id })}
      {...(refused ? { refused } : {})}
    />
  )
}
