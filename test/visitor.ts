import { FORM_TOKEN } from '#platform/form-token.ts'

/** A face of the house, as far as a visitor needs it. */
export type Face = {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>
}

/** Where an answer leads to, without what it says was done. */
export const placeOf = (answer: Response): string =>
  (answer.headers.get('location') ?? '').replace(/\?done=[\w-]+(&of=[\w-]+)?$/, '')

type Headers = Readonly<Record<string, string>>

/** What a form sends: one value or several under a name. */
export type Form = Readonly<Record<string, string | readonly string[]>>

/** A file to be uploaded beside the fields of a form. */
export type Upload = {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Somebody with a browser that keeps cookies, follows nothing by itself and runs no script. */
export type Visitor = {
  readonly cookies: Map<string, string>
  /** What a form that this person has open carries; empty where nobody is signed in. */
  readonly token: () => Promise<string>
  readonly get: (path: string, headers?: Headers) => Promise<Response>
  readonly post: (path: string, form?: Form, headers?: Headers) => Promise<Response>
  readonly upload: (path: string, form: Form, files: readonly Upload[]) => Promise<Response>
  /** Where an answer leads to, fetched; for what comes after a redirect. */
  readonly follow: (answer: Response) => Promise<Response>
}

export type TokenOf = (cookies: ReadonlyMap<string, string>) => Promise<string>

export function visitor(face: Face, origin: string, tokenOf: TokenOf): Visitor {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit, headers: Headers): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = new Request(new URL(path, origin), {
      ...init,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
    })
    const response = await face.fetch(request, {})
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const get = (path: string, headers: Headers = {}) => send(path, { method: 'GET' }, headers)
  /** As the page that they would press a button on had put it there. */
  const withToken = async (form: Form): Promise<Form> => {
    const token = await tokenOf(cookies)
    return token === '' ? form : { [FORM_TOKEN]: token, ...form }
  }
  return {
    cookies,
    token: () => tokenOf(cookies),
    get,
    post: async (path, form = {}, headers = {}) =>
      send(path, { method: 'POST', body: encoded(await withToken(form)) }, { origin, ...headers }),
    upload: async (path, form, files) =>
      send(path, { method: 'POST', body: parted(await withToken(form), files) }, { origin }),
    follow: (answer) => {
      const place = answer.headers.get('location')
      if (place === null) throw new Error(`an answer ${answer.status} leads nowhere`)
      return get(place)
    },
  }
}

const pairs = (form: Form): [string, string][] =>
  Object.entries(form).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each): [string, string] => [name, each]),
  )

const encoded = (form: Form): URLSearchParams => new URLSearchParams(pairs(form))

function parted(form: Form, files: readonly Upload[]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs(form)) data.append(name, value)
  for (const { field, name, type, bytes } of files) {
    data.append(field, new File([new Uint8Array(bytes)], name, { type }))
  }
  return data
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  const gone = attributes.some((each) => /^\s*max-age=0$/i.test(each))
  if (gone) cookies.delete(name.trim())
  else cookies.set(name.trim(), value.join('='))
}
