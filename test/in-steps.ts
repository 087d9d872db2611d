import { FORM_TOKEN } from '#platform/form-token.ts'
import { createPortal } from '#portal/app.tsx'
import { ASSETS, type TestHouse } from '#test/house.ts'
import type { Visitor } from '#test/visitor.ts'

type Sent = {
  readonly method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
}

/** Somebody whose browser, or another program, sends a file in steps. */
export function sender({ faces }: TestHouse, who: Visitor) {
  const origin = faces.portal.portalUrl
  const portal = createPortal(faces.portal, ASSETS)
  const ask = async ({ method, path, headers = {}, body }: Sent): Promise<Response> => {
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = new Request(new URL(path, origin), {
      method,
      headers: { origin, cookie, [FORM_TOKEN]: await who.token(), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    return portal.fetch(request)
  }
  const begin = (path: string, about: Readonly<Record<string, string>>, bytes: number) => {
    const pairs = Object.entries(about).map(
      ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
    )
    const headers = { 'upload-length': String(bytes), 'upload-metadata': pairs.join(',') }
    return ask({ method: 'POST', path, headers })
  }
  const step = (path: string, offset: number, bytes: Uint8Array) =>
    ask({
      method: 'PATCH',
      path,
      headers: {
        'content-type': 'application/offset+octet-stream',
        'content-length': String(bytes.length),
        'upload-offset': String(offset),
      },
      body: new Uint8Array(bytes),
    })
  const offset = async (path: string): Promise<number | undefined> => {
    const answer = await ask({ method: 'HEAD', path })
    return answer.status === 200 ? Number(answer.headers.get('upload-offset')) : undefined
  }
  return { ask, begin, step, offset }
}
