import { Hono } from 'hono'
import { Readable } from 'node:stream'
import { askedDocuments } from '#core/answers/gaps.ts'
import { MEDIA_TYPES } from '#platform/media.ts'
import { inTransaction } from '#platform/database.ts'
import { receiveUpload } from '#platform/upload.ts'
import { isVaultAddress } from '#platform/vault.ts'
import { noRoom, takeIn, type Intake, type UploadRefusal } from '#portal/documents/intake.ts'
import { DocumentsPage } from '#portal/documents/page.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import {
  addDocument,
  documentById,
  documentsOf,
  removeDocument,
  type CaseDocument,
} from '#records/documents.ts'

/** Uploads: streamed, judged by their own bytes, sealed, and bounded in size and number. */
export const documentsRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.documents, paths.document, paths.removeDocument]) {
  documentsRoute.use(pattern, signedInOnly)
}

documentsRoute.get(paths.documents.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own || openKinds(own).size === 0) return c.notFound()
    const { application, key } = own.found
    return c.html(documentsPage(c, own, await documentsOf(tx, application.id, key)))
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
  const intake: Intake = upload.ok
    ? (upload.kept ?? { ok: false, reason: 'no-file' })
    : { ok: false, reason: 'cut-off' }
  return keep(c, kind, intake)
})

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
    c.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`,
    )
    return c.body(Readable.toWeb(bytes))
  }),
)

documentsRoute.post(paths.removeDocument.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    if (!own) return c.notFound()
    const { application, key } = own.found
    const id = c.req.param('document') ?? ''
    const document = await documentById(tx, { applicationId: application.id, id, key })
    if (!document) return c.notFound()
    if (openKinds(own).has(document.kind)) {
      await removeDocument(tx, { applicationId: application.id, id, at: c.var.house.clock.now() })
    }
    const list = paths.documents.to(c.var.language, { id: application.id })
    return c.redirect(`${list}#kind-${document.kind}`, 303)
  }),
)

/** Files a document that was taken in, or says why not; what is not filed leaves the vault. */
function keep(c: PortalContext, kind: string, intake: Intake): Promise<Response> {
  const { house, language } = c.var
  return inTransaction(house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    if (!own) return c.notFound()
    const { application, key } = own.found
    const documents = await documentsOf(tx, application.id, key)
    const rule = ruleOf(own, kind)
    const refusal: UploadRefusal | undefined = !rule
      ? 'closed'
      : intake.ok
        ? noRoom(own.description.type, rule, { documents, bytes: intake.bytes })
        : intake.reason
    if (refusal !== undefined || !intake.ok) {
      if (intake.ok) await house.vault.remove(intake.address)
      return c.html(documentsPage(c, own, documents, { kind, reason: refusal ?? 'closed' }), 400)
    }
    const { name, media, bytes, address } = intake
    const added = { applicationId: application.id, kind, name, media, bytes, address, key }
    await addDocument(tx, { ...added, addedAt: house.clock.now() })
    const list = paths.documents.to(language, { id: application.id })
    return c.redirect(`${list}#kind-${kind}`, 303)
  })
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
  own: OwnCase,
  documents: readonly CaseDocument[],
  refused?: { readonly kind: string; readonly reason: UploadRefusal },
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
