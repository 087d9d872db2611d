import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { OFFERED } from '#core/policy/offered.ts'
import { offeredBy } from '#test/offered.ts'
import { readHouse } from '#test/house.ts'

type Schema = { readonly required?: readonly string[]; readonly properties?: object }
type Described = {
  readonly openapi: string
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post: {
          readonly requestBody: {
            readonly content: { readonly 'application/json': { readonly schema: Schema } }
          }
        }
      }
    >
  >
}

test('one document at a lasting address describes every service that is offered', async (t) => {
  const { url } = await offeredBy(t, await readHouse())

  const answer = await fetch(`${url}/v1/openapi.json`)
  const said = (await answer.json()) as Described

  equal(answer.headers.get('content-type'), 'application/json; charset=utf-8')
  equal(said.openapi, '3.0.3')
  deepEqual(said.servers, [{ url }])
  deepEqual(
    Object.keys(said.paths).sort(),
    ['keys.json', ...OFFERED].map((code) => `/v1/${code}`).toSorted(),
  )
  const asked = said.paths['/v1/status-by-document']?.post.requestBody.content
  const { required, properties } = asked?.['application/json'].schema ?? {}
  deepEqual(required?.toSorted(), ['birthDate', 'documentNumber'])
  deepEqual(Object.keys(properties ?? {}).sort(), ['birthDate', 'documentIssuer', 'documentNumber'])
  ok(!JSON.stringify(said).includes('$schema'), 'OpenAPI 3.0 knows no $schema')
})
