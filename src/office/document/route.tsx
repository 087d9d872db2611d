import { everFiled } from '#core/lifecycle/filed.ts'
import type { Readable } from 'node:stream'
import { Hono } from 'hono'
import { assert } from '#core/assert.ts'
import type { Media } from '#core/policy/application-type.ts'
import { inTransaction } from '#platform/database.ts'
import { isVaultAddress } from '#platform/vault.ts'
import type { OfficeEnv } from '#office/env.ts'
import { noteLook, openCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { documentById } from '#records/documents.ts'

export const documentRoute = new Hono<OfficeEnv>()

/** The bytes of a document that was sent in; what lies in a draft nobody of the office sees. */
documentRoute.get(paths.document.pattern, signedInOnly, async (c) => {
  const { db, vault } = c.var.house
  const id = c.req.param('document') ?? ''
  const seen = await inTransaction(db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open || !everFiled(open.found.history).includes(id)) return undefined
    const { application, key } = open.found
    const document = await documentById(tx, { applicationId: application.id, id, key })
    if (document) await noteLook(tx, open, 'document')
    return document && { document, key }
  })
  if (!seen) return c.notFound()
  const { document, key } = seen
  assert(isVaultAddress(document.address), 'a document has an address in the vault')
  const bytes = await vault.get(document.address, key)
  if (!bytes) throw new Error(`the bytes of document ${id} are not in the vault`)
  c.header('content-type', CONTENT_TYPES[document.media])
  c.header('content-length', String(document.bytes))
  c.header('content-disposition', `inline; filename*=UTF-8''${encodedName(document.name)}`)
  return c.body(bodyOf(bytes))
})

const CONTENT_TYPES: Readonly<Record<Media, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** RFC 8187: what encodeURIComponent leaves alone and a header may not hold is encoded too. */
const encodedName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** A stream of the vault as the web knows streams. */
function bodyOf(bytes: Readable): ReadableStream<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece: IteratorResult<unknown> = await pieces.next()
      if (piece.done === true) return controller.close()
      if (!(piece.value instanceof Uint8Array)) throw new Error('the vault gives bytes')
      controller.enqueue(piece.value)
    },
    cancel: () => void bytes.destroy(),
  })
}
