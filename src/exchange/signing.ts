import { createPrivateKey, createPublicKey } from 'node:crypto'
import { calculateJwkThumbprint, CompactSign, exportJWK, type JWK } from 'jose'
import type { z } from 'zod'
import { assert } from '#core/assert.ts'
import type { Systems } from '#core/policy/systems.ts'
import { clientPath } from '#exchange/drivers/identifiers.ts'
import type { change } from '#exchange/services/status-changed/contract.ts'
import type { ChangeTold } from '#records/inquiries.ts'

/**
 * What is told of a status bears our own signature (Ed25519, RFC 8037): a security server signs the
 * message, and whoever keeps what it said can show later, without that server, that we said it.
 */
export type Signing = {
  readonly sign: (claims: object) => Promise<string>
  /** The public half (RFC 7517), by which it is checked. */
  readonly keys: () => Promise<{ readonly keys: readonly JWK[] }>
}

/** A change as it is told: its members, and the same signed. */
export type SignedChange = z.output<typeof change>

/**
 * By the first of the keys that are read then, in PEM: another counts without a restart. Those
 * after it sign nothing any more; what they signed can still be checked.
 */
export function signingBy(pem: () => Promise<string>): Signing {
  const keysNow = async () => Promise.all(pemsIn(await pem()).map(signerOf))
  return {
    sign: async (claims) => {
      const [first] = await keysNow()
      assert(first !== undefined, 'pemsIn gives one at least')
      const { key, kid } = first
      return new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid })
        .sign(key)
    },
    keys: async () => {
      const keys = await keysNow()
      return { keys: keys.map(({ jwk, kid }) => ({ ...jwk, kid, alg: 'EdDSA', use: 'sig' })) }
    },
  }
}

function pemsIn(text: string): readonly string[] {
  const pems = text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? []
  if (pems.length === 0) throw new Error('There is no signing key in it')
  return pems
}

async function signerOf(pem: string) {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The signing key is no Ed25519 key')
  const jwk = await exportJWK(createPublicKey(key))
  return { key, jwk, kid: await calculateJwkThumbprint(jwk) }
}

/** Who says it, to whom, and what: the receiver holds the members against what was signed. */
export async function signedChange(
  { sign }: Pick<Signing, 'sign'>,
  { client, offered }: Pick<Systems, 'client' | 'offered'>,
  told: ChangeTold,
): Promise<SignedChange | undefined> {
  const receiver = offered?.clients.find(({ code }) => code === told.to)
  if (receiver === undefined) return undefined
  const { id, n, subscription, kind, state, on, at } = told
  const said = {
    cursor: n,
    subscription,
    change: id,
    kind,
    state: state === 'in-force' ? ('valid' as const) : state,
    on,
    at,
  }
  const claims = { iss: clientPath(client), aud: clientPath(receiver.client), jti: id, ...said }
  return { ...said, signature: await sign(claims) }
}
