import type { Readable } from 'node:stream'
import { Hono } from 'hono'
import { everFiled, lastFiled } from '#core/cases/standing.ts'
import { askedOf } from '#platform/typed.ts'
import { contentDisposition } from '#platform/content-disposition.ts'
import { inTransaction } from '#platform/database.ts'
import { MEDIA_TYPES, nameWithEnding } from '#platform/intake/media.ts'
import type { OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, partsOf } from '#office/open-case.ts'
import { ORIGINAL, paths } from '#office/paths.ts'
import { mayOpen } from '#office/sight.ts'
import { signedInOnly } from '#office/session.tsx'
import { documentById } from '#records/documents.ts'

export const documentRoute = new Hono<OfficeEnv>()

/**
 * A document that was sent in; what lies in a draft nobody of the office sees. Of a picture the
 * copy is shown that holds nothing else; what was sent is evidence, and is given as a file.
 */
documentRoute.get(paths.document.pattern, signedInOnly, async (c) => {
  const { db, vault } = c.var.house
  const id = c.req.param('document') ?? ''
  const seen = await inTransaction(db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return undefined
    const part = partsOf(open).find(({ sight, found: { standing } }) =>
      (sight.whole ? everFiled(standing) : (lastFiled(standing)?.documents ?? [])).includes(id),
    )
    if (!part) return undefined
    const { standing, key } = part.found
    const document = await documentById(tx, { caseId: standing.id, id, key })
    if (!document || !mayOpen(open.sight, document.kind)) return undefined
    await noteLook(tx, part, 'document')
    return { document, key }
  })
  if (!seen) return c.notFound()
  const { document, key } = seen
  const isOriginal = askedOf(c.req, ORIGINAL) !== '' || document.shown === undefined
  const { stored, bytes: size } = isOriginal ? document : (document.shown ?? document)
  const bytes = await vault.get(stored, key)
  if (!bytes) throw new Error(`the bytes of document ${id} are not in the vault`)
  const media = isOriginal ? document.media : 'jpeg'
  const name = nameWithEnding(document.name, media)
  const how = document.shown !== undefined && isOriginal ? 'attachment' : 'inline'
  c.header('content-type', MEDIA_TYPES[media])
  c.header('content-length', String(size))
  c.header('content-disposition', contentDisposition(how, name))
  return c.body(bodyOf(bytes))
})

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
