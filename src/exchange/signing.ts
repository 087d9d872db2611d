import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, CompactSign, type JWK } from 'jose'
import type { z } from 'zod'
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
 * By the first of the keys as they are then. Those after it sign nothing any more; what they signed
 * can still be checked.
 */
export function signingBy(signers: () => Promise<readonly Signer[] | undefined>): Signing {
  const signersNow = async () => {
    const [first, ...former] = (await signers()) ?? []
    if (first === undefined) throw new Error('There is no signing key')
    return [first, ...former] as const
  }
  return {
    sign: async (claims) => {
      const [{ key, kid }] = await signersNow()
      return new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: await kid })
        .sign(key)
    },
    keys: async () => ({
      keys: await Promise.all(
        (await signersNow()).map(async ({ jwk, kid }) => {
          return { ...jwk, kid: await kid, alg: 'EdDSA', use: 'sig' }
        }),
      ),
    }),
  }
}

/** A key with its public half, and what that is known by (RFC 7638). */
export type Signer = {
  readonly key: KeyObject
  readonly jwk: JWK
  readonly kid: Promise<string>
}

/** The keys of a file in PEM; throws where there is none, or one of another kind. */
export function signersIn(text: string): readonly Signer[] {
  const pems = text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? []
  if (pems.length === 0) throw new Error('There is no signing key in it')
  return pems.map((pem) => {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('The signing key is no Ed25519 key')
    const jwk: JWK = { ...createPublicKey(key).export({ format: 'jwk' }) }
    return { key, jwk, kid: calculateJwkThumbprint(jwk) }
  })
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
