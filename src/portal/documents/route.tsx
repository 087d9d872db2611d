import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Readable } from 'node:stream'
import { askedDocuments } from '#core/answers/gaps.ts'
import { isDraft } from '#core/cases/filing.ts'
import { everFiled } from '#core/cases/standing.ts'
import { later } from '#platform/calendar.ts'
import { askedOf } from '#platform/typed.ts'
import { contentDisposition } from '#platform/content-disposition.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { FORM_TOKEN } from '#platform/form-token.ts'
import { MEDIA_TYPES } from '#platform/intake/media.ts'
import { receiveUpload, type Upload } from '#platform/upload.ts'
import { isDiskFull } from '#platform/trouble.ts'
import {
  letGo,
  sameFile,
  settled,
  takeIn,
  type Intake,
  type Lying,
} from '#portal/documents/intake.ts'
import { DocumentsPage, type Refused } from '#portal/documents/page.tsx'
import { sparedDocuments } from '#portal/ahead.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { isPassing, type UploadRefusal } from '#portal/file-refusals.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import { ownAnswers, ownCase, type OwnAnswers, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { isOwnForm, signedInOnly } from '#portal/session.tsx'
import {
  askedWithReply,
  noRoom,
  noRoomBeside,
  openKinds,
  openRule,
  replyAsked,
} from '#portal/taking-files.ts'
import {
  addDocument,
  documentById,
  documentsAndRemoved,
  removeDocument,
  restoreDocument,
  type CaseDocument,
} from '#records/documents.ts'
import {
  addStep,
  bytesOfUpload,
  endUpload,
  nameOfUpload,
  startUpload,
  unfinishedUploads,
  uploadById,
} from '#records/uploads.ts'
import { done } from '#telling/done.tsx'

/** Uploads: streamed, judged by their own bytes, sealed, and bounded in size and number. */
export const documentsRoute = new Hono<PortalEnv>()

const { documents, document, removeDocument: removal, restoreDocument: restoral } = paths
for (const { pattern } of [documents, document, removal, restoral]) {
  documentsRoute.use(pattern, signedInOnly)
}

documentsRoute.get(documents.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx)
    if (!own) return c.notFound()
    const { language } = c.var
    const { address: id } = own
    if (openKinds(own).size === 0) return c.redirect(paths.application.to(language, { id }), 303)
    return c.render(await documentsPage(c, tx, own))
  }),
)

documentsRoute.post(documents.pattern, async (c) => {
  const { house } = c.var
  const own = await inTransaction(house.db, (tx) => ownCase(c, tx))
  if (!own) return c.notFound()
  const { type } = own.description
  const upload = await receiveUpload(c.req.raw, async (file, fields): Promise<Intake> => {
    const rule = openRule(own, fields['kind'])
    if (!rule || !isOwnForm(c, fields[FORM_TOKEN] ?? '')) return { ok: false, reason: 'closed' }
    const later = (bytes: number) => startLater(c, own, { kind: rule.code, name: file.name, bytes })
    return takeIn(house, own.found, { file, type, rule, later })
  })
  const fields = upload.ok ? upload.fields : {}
  if (upload.ok && !isOwnForm(c, upload.fields[FORM_TOKEN] ?? '')) throw new HTTPException(403)
  const { kind = '', upload: steps = '', replaces = '' } = fields
  const sent = { kind, steps, replaces }
  return keep(c, sent, await intakeOf(c, own, { upload, sent }))
})

type Later = { readonly kind: string; readonly name: string; readonly bytes: number }

/** A file that nobody can judge now waits as one that came in steps would, for another press. */
function startLater(c: PortalContext, { found }: OwnCase, file: Later): Promise<Lying | undefined> {
  const { db, clock } = c.var.house
  const { standing, key, partyId } = found
  const begun = { ...file, caseId: standing.id, partyId, key, at: clock.now() }
  return inTransaction(db, async (tx) => {
    // The draft may have been thrown away while this file was on its way.
    if (!(await ownCase(c, tx, { hold: true }))) return undefined
    const id = await startUpload(tx, begun)
    if (id === undefined) return undefined
    const add = (at: number, bytes: Uint8Array) =>
      inTransaction(db, (adding) => addStep(adding, { id, at, bytes, key }))
    return { id, add }
  })
}

/** A file of a form: its kind, the upload in steps that it names, and what it replaces. */
type Sent = { readonly kind: string; readonly steps: string; readonly replaces: string }

/** One file a form; of several none is kept, so that nobody believes that all were. */
async function intakeOf(
  c: PortalContext,
  own: OwnCase,
  { upload, sent }: { readonly upload: Upload<Intake>; readonly sent: Sent },
): Promise<Intake> {
  if (!upload.ok) {
    if (upload.kept) await letGo(c.var.house, upload.kept)
    return { ok: false, reason: 'cut-off' }
  }
  if (!upload.kept) {
    return sent.steps === '' ? { ok: false, reason: 'no-file' } : fromSteps(c, own, sent)
  }
  if (!upload.several) return upload.kept
  await letGo(c.var.house, upload.kept)
  return { ok: false, reason: 'several' }
}

/** A file that came in steps is taken in as if it had come in one. */
async function fromSteps(c: PortalContext, own: OwnCase, sent: Sent): Promise<Intake> {
  const { house } = c.var
  const { standing, key } = own.found
  const place = { caseId: standing.id, id: sent.steps }
  const found = await inTransaction(house.db, async (tx) => {
    const upload = await uploadById(tx, place)
    return upload && { upload, name: await nameOfUpload(tx, place, key) }
  })
  const rule = openRule(own, sent.kind)
  if (!found || found.upload.kind !== sent.kind) return { ok: false, reason: 'upload-gone' }
  if (!rule) return { ok: false, reason: 'closed' }
  if (found.upload.received < found.upload.bytes) return { ok: false, reason: 'cut-off' }
  const bytes = bytesOfUpload(house.db, { id: place.id, key })
  const { type } = own.description
  return takeIn(house, own.found, { file: { name: found.name, bytes }, type, rule })
}

documentsRoute.get(document.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { standing, key } = own.found
    const id = c.req.param('document') ?? ''
    const document = await documentById(tx, { caseId: standing.id, id, key })
    if (!document) return c.notFound()
    const bytes = await c.var.house.vault.get(document.stored, key)
    if (!bytes) return c.notFound()
    c.header('content-type', MEDIA_TYPES[document.media])
    c.header('content-length', String(document.bytes))
    c.header('content-disposition', contentDisposition('attachment', document.name))
    return c.body(Readable.toWeb(bytes))
  }),
)

/** How long what was removed can be put back. */
const UNDO_MS = 86_400_000

documentsRoute.post(removal.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx, { hold: true })
    if (!own) return c.notFound()
    const { standing, key } = own.found
    const id = c.req.param('document') ?? ''
    const found = await documentById(tx, { caseId: standing.id, id, key })
    if (!found) return c.notFound()
    if (!openKinds(own).has(found.kind)) return refusedPage(c, tx, { own, refused: closed })
    await remove(c, tx, { own, id })
    return done(c, listOf(c, own), 'removed', found.kind)
  }),
)

/** A decision may rest on what was once sent; the rest is deleted once it cannot be put back. */
async function remove(
  c: PortalContext,
  tx: Tx,
  { own, id }: { readonly own: OwnCase; readonly id: string },
): Promise<void> {
  const { standing } = own.found
  const at = c.var.house.clock.now()
  const eraseAt = everFiled(standing).includes(id) ? undefined : later(at, UNDO_MS)
  await removeDocument(tx, { caseId: standing.id, id, at, eraseAt })
}

documentsRoute.post(restoral.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx, { hold: true })
    if (!own) return c.notFound()
    const { id: caseId } = own.found.standing
    const id = c.req.param('document') ?? ''
    const { filed, removed } = await filesOf(c, tx, own)
    const back = filed.find((each) => each.id === id)
    if (back) return done(c, listOf(c, own), 'restored', back.kind)
    const wanted = removed.find((each) => each.id === id)
    if (!wanted) return c.notFound()
    const { kind, bytes } = wanted
    const rule = openRule(own, kind)
    const near = { documents: filed, bytes }
    const reason = rule ? noRoom(own.description.type, rule, near) : 'closed'
    if (reason) return refusedPage(c, tx, { own, refused: { kind, reason } })
    const isBack = await restoreDocument(tx, { caseId, id })
    if (!isBack) return c.notFound()
    return done(c, listOf(c, own), 'restored', kind)
  }),
)

async function filesOf(c: PortalContext, tx: Tx, { found }: OwnCase) {
  const at = c.var.house.clock.now()
  const since = later(at, -UNDO_MS)
  return (await documentsAndRemoved(tx, found.standing.id, { since, at }))(found)
}

const closed: Refused = { kind: '', reason: 'closed' }

const listOf = (c: PortalContext, { address: id }: OwnCase): string =>
  documents.to(c.var.language, { id })

/** Files a document that was taken in, or says why not; what is not filed leaves the vault. */
async function keep(c: PortalContext, sent: Sent, intake: Intake): Promise<Response> {
  try {
    const answer = await filing(c, sent, intake)
    await settled(c.var.house, intake)
    return answer
  } catch (fault) {
    if (!intake.ok || !isDiskFull(fault)) throw fault
    await letGo(c.var.house, intake)
    return filing(c, sent, { ok: false, reason: 'disk-full' })
  }
}

function filing(c: PortalContext, sent: Sent, intake: Intake): Promise<Response> {
  const { house } = c.var
  return inTransaction(house.db, async (tx) => {
    const own = await ownAnswers(c, tx, { hold: true })
    if (!own) {
      await letGo(house, intake)
      return c.notFound()
    }
    const { standing, key, partyId } = own.found
    const { id: caseId } = standing
    const { filed, removed } = await filesOf(c, tx, own)
    const ofKind = filed.filter(({ kind }) => kind === sent.kind)
    const old = ofKind.find(({ id }) => id === sent.replaces)
    const reason = refusalOf(own, intake, {
      sent,
      documents: filed.filter((each) => each !== old),
      removed,
    })
    const same = intake.ok
      ? await sameFile(house, own.found, { file: intake, documents: ofKind })
      : undefined
    const isDouble = intake.ok && same?.name === intake.name
    const isOver = !isPassing(reason) && !ASKED_AGAIN.has(reason)
    if (isOver) await endUpload(tx, sent.steps)
    if (isDouble || reason !== undefined || !intake.ok) {
      await letGo(house, intake)
      if (isDouble) return done(c, listOf(c, own), 'uploaded-before', sent.kind)
      const steps = intake.ok ? sent.steps : (intake.steps ?? sent.steps)
      const refused = { ...sent, steps, reason: reason ?? 'closed' }
      return refusedPage(c, tx, { own, refused })
    }
    const { ok: _, sha256OfPlain: __, ...file } = intake
    const addedAt = house.clock.now()
    await addDocument(tx, { ...file, caseId, partyId, kind: sent.kind, key, addedAt })
    if (old) await remove(c, tx, { own, id: old.id })
    const isAlike = same !== undefined && same !== old
    return done(c, listOf(c, own), isAlike ? 'uploaded-alike' : 'uploaded', sent.kind)
  })
}

/** The upload itself is whole, or will be: the next form may file it. */
const ASKED_AGAIN: ReadonlySet<UploadRefusal | undefined> = new Set(['cut-off', 'upload-gone'])

type Beside = {
  readonly sent: Sent
  readonly documents: readonly CaseDocument[]
  /** What can still be put back. */
  readonly removed: readonly CaseDocument[]
}

function refusalOf(
  own: OwnCase,
  intake: Intake,
  { sent, documents, removed }: Beside,
): UploadRefusal | undefined {
  if (!intake.ok) return intake.reason
  const rule = openRule(own, sent.kind)
  const { bytes } = intake
  const { type } = own.description
  if (!rule) return 'closed'
  return noRoom(type, rule, { documents, bytes }) ?? noRoomBeside(type, { removed, bytes })
}

type Refusing = { readonly own: OwnAnswers; readonly refused: Refused }

async function refusedPage(c: PortalContext, tx: Tx, { own, refused }: Refusing) {
  const page = await documentsPage(c, tx, own, refused)
  if (refused.reason === 'closed') return c.render(page, 409)
  if (!isPassing(refused.reason)) return c.render(page, 400)
  c.header('retry-after', '10')
  return c.render(page, 503)
}

async function documentsPage(c: PortalContext, tx: Tx, own: OwnAnswers, refused?: Refused) {
  const { found, address: id, description, kept } = own
  const { type } = description
  const isReply = replyAsked(own) !== undefined
  const isFirst = isDraft(found.standing, type)
  // What an official has asked for is asked for, whatever a register was asked before.
  const asking = isFirst ? own : { ...own, ahead: [] }
  const back = isReply ? paths.reply : isFirst ? paths.application : paths.correct
  const [{ filed, removed }, unfinished] = await Promise.all([
    filesOf(c, tx, own),
    unfinishedUploads(tx, c.var.house.keys, {
      caseId: found.standing.id,
      partyId: found.partyId,
    }),
  ])
  return (
    <DocumentsPage
      view={viewOf(c)}
      id={id}
      type={description.type}
      asked={isReply ? askedWithReply(type) : askedDocuments(type, kept.answers, asking.ahead)}
      spared={sparedDocuments(c, asking, filed)}
      documents={filed}
      removed={removed}
      unfinished={unfinished}
      open={openKinds(own)}
      whose={own.found.several ? nameOfPart(own, c.var.language) : undefined}
      back={back.to(c.var.language, { id })}
      replacing={refused?.replaces ?? askedOf(c.req, 'replace')}
      {...(refused ? { refused } : {})}
    />
  )
}
