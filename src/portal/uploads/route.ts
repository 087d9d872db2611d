import { Hono, type MiddlewareHandler } from 'hono'
import { inTransaction, type Tx } from '#platform/database.ts'
import { isRead } from '#platform/guards.ts'
import { faultFields } from '#platform/log.ts'
import { stepsOf } from '#platform/steps.ts'
import { isDiskFull } from '#platform/trouble.ts'
import { bodyOf } from '#platform/upload.ts'
import type { PortalContext, PortalEnv } from '#portal/env.ts'
import { refusalText, type UploadRefusal } from '#portal/file-refusals.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { isOwnForm, signedInOnly, tokenSent } from '#portal/session.tsx'
import { noRoom, openKinds, openRule } from '#portal/taking-files.ts'
import { documentsOf } from '#records/documents.ts'
import { addStep, endUpload, startUpload, uploadById, type Upload } from '#records/uploads.ts'
import { done } from '#telling/done.tsx'

/**
 * A file that is sent in steps, so that a line that breaks costs one of them: begun by POST, asked
 * after by HEAD, carried on by PATCH, given up by DELETE, with the headers of tus 1.0 (tus.io).
 * When all of it is there, the form of the documents is sent with its id in place of the file.
 */
export const uploadsRoute = new Hono<PortalEnv>()

/** No form, so nobody is led to a sign-in: the script that sends says that the session is over. */
const ownPageOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { account } = c.var
  // The script tells who is sent away so to sign in anew, as whoever this page was made for.
  if (!account || !(isRead(c.req.method) || isOwnForm(c, await tokenSent(c))))
    return c.body(null, 401)
  c.set('applicant', account)
  c.header('tus-resumable', '1.0.0')
  return next()
}

for (const { pattern } of [paths.uploads, paths.upload]) uploadsRoute.use(pattern, ownPageOnly)

uploadsRoute.post(paths.uploads.pattern, async (c) => {
  const { house, language } = c.var
  const length = numberIn(c.req.header('upload-length'))
  const { kind = '', filename = '', replaces = '' } = metadataIn(c.req.header('upload-metadata'))
  if (length === undefined) return c.body(null, 400)
  return inTransaction(house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    if (!own) return c.body(null, 404)
    const { standing, key, partyId } = own.found
    const { id: caseId } = standing
    const documents = (await documentsOf(tx, caseId))(own.found)
    const others = documents.filter(({ id }) => id !== replaces)
    const reason = refusalOf(own, { kind, bytes: length, documents: others })
    if (reason !== undefined) return refused(c, own, { kind, reason })
    const begun = {
      caseId,
      partyId,
      kind,
      name: filename,
      bytes: length,
      key,
      at: house.clock.now(),
    }
    const upload = await startUpload(tx, begun)
    if (upload === undefined) return refused(c, own, { kind, reason: 'unfinished' })
    c.header('location', paths.upload.to(language, { id: own.address, upload }))
    c.header('upload-offset', '0')
    return c.body(null, 201)
  })
})

/** Told as it is of a file that comes whole; the step before the full disk is kept. */
uploadsRoute.onError(async (fault, c: PortalContext) => {
  if (!isDiskFull(fault)) throw fault
  c.var.house.log.warn('no room for an upload', faultFields(fault))
  const own = await inTransaction(c.var.house.db, (tx) => ownCase(c, tx))
  return own ? refused(c, own, { kind: '', reason: 'disk-full' }) : c.body(null, 404)
})

type Refusing = { readonly kind: string; readonly reason: UploadRefusal }

function refused(c: PortalContext, own: OwnCase, { kind, reason }: Refusing): Response {
  const near = { type: own.description.type, rule: openRule(own, kind) }
  return c.text(refusalText(reason, c.var.language, near), STATUS[reason] ?? 409)
}

const STATUS: Readonly<Partial<Record<UploadRefusal, 413 | 507>>> = {
  'too-large': 413,
  'disk-full': 507,
}

type Announced = Parameters<typeof noRoom>[2] & { readonly kind: string }

/** What can be told before a single byte has come. */
function refusalOf(own: OwnCase, announced: Announced): UploadRefusal | undefined {
  const { type } = own.description
  const rule = openRule(own, announced.kind)
  if (!rule) return 'closed'
  if (announced.bytes === 0) return 'empty'
  return announced.bytes > type.fileBytesMax ? 'too-large' : noRoom(type, rule, announced)
}

/** HEAD too: an answer to it is one to GET without its body. */
uploadsRoute.get(paths.upload.pattern, async (c) => {
  const found = await inTransaction(c.var.house.db, (tx) => ownUpload(c, tx))
  if (!found) return c.body(null, 404)
  c.header('upload-length', String(found.upload.bytes))
  return answer(c, found.upload.received, 200)
})

uploadsRoute.patch(paths.upload.pattern, async (c) => {
  const { db } = c.var.house
  if (c.req.header('content-type') !== 'application/offset+octet-stream') return c.body(null, 415)
  const offset = numberIn(c.req.header('upload-offset'))
  const found = await inTransaction(db, (tx) => ownUpload(c, tx))
  if (!found) return c.body(null, 404)
  const { own, upload } = found
  if (offset === undefined || offset !== upload.received) return answer(c, upload.received, 409)
  // Told before a byte is read: what has been kept of one that is too long could not be taken back.
  const length = numberIn(c.req.header('content-length'))
  if (length === undefined) return answer(c, offset, 411)
  if (offset + length > upload.bytes) return answer(c, offset, 413)
  const { body } = c.req.raw
  const { id } = upload
  const { key } = own.found
  let at = upload.received
  for await (const bytes of body ? stepsOf(bodyOf(body), upload.bytes - at) : []) {
    const next = await inTransaction(db, (tx) => addStep(tx, { id, at, bytes, key }))
    if (next === undefined) return answer(c, await receivedNow(c), 409)
    at = next
  }
  return answer(c, at, 204)
})

uploadsRoute.delete(paths.upload.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.body(null, 404)
    await endUpload(tx, c.req.param('upload') ?? '')
    return c.body(null, 204)
  }),
)

/** The same as a form. */
uploadsRoute.post(paths.letUploadGo.pattern, signedInOnly, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { address: id } = own
    await endUpload(tx, c.req.param('upload') ?? '')
    return done(c, paths.documents.to(c.var.language, { id }), 'let-go')
  }),
)

type OwnUpload = { readonly own: OwnCase; readonly upload: Upload }

/** Somebody else's reads as absent, and so does one whose document is closed by now. */
async function ownUpload(c: PortalContext, tx: Tx): Promise<OwnUpload | undefined> {
  const own = await ownCase(c, tx)
  if (!own) return undefined
  const place = { caseId: own.found.standing.id, id: c.req.param('upload') ?? '' }
  const upload = await uploadById(tx, place)
  return upload && openKinds(own).has(upload.kind) ? { own, upload } : undefined
}

/** Where another device, or the same one a second time, has brought it meanwhile. */
async function receivedNow(c: PortalContext): Promise<number> {
  const found = await inTransaction(c.var.house.db, (tx) => ownUpload(c, tx))
  return found?.upload.received ?? 0
}

function answer(c: PortalContext, offset: number, status: 200 | 204 | 409 | 411 | 413): Response {
  c.header('upload-offset', String(offset))
  return c.body(null, status)
}

const numberIn = (text: string | undefined): number | undefined =>
  /^\d{1,12}$/.test(text ?? '') ? Number(text) : undefined

/** `kind ZGlwbG9tYQ==,filename ZGlwbG9tLnBkZg==`: words, each with its value in base64. */
function metadataIn(header = ''): Readonly<Record<string, string>> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '))
  return Object.fromEntries(
    pairs.map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString()]),
  )
}
