import { join, resolve } from 'node:path'
import { FORM_TOKEN } from '#platform/form-token.ts'
import { createPortal } from '#portal/app.tsx'
import type { TestHouse } from '#test/house.ts'
import type { Visitor } from '#test/visitor.ts'

const ASSETS = join(resolve(import.meta.dirname, '..'), 'build', 'assets')

export type RawBody = { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> }

/** Sends bytes that no form of a browser would make. */
export async function rawPost(
  { faces }: TestHouse,
  who: Visitor,
  { path, type, body }: RawBody & { readonly path: string },
): Promise<Response> {
  const origin = faces.portal.portalUrl
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { origin, cookie, [FORM_TOKEN]: await who.token(), 'content-type': type }
  const request = new Request(new URL(path, origin), { method: 'POST', headers, body })
  return createPortal(faces.portal, ASSETS).fetch(request)
}
