import { generateKeyPairSync } from 'node:crypto'
import { signingBy } from '#exchange/signing.ts'

const drawn = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const pems = drawn() + drawn()

/** Signs what is told of statuses in tests, by a key that was drawn for this process. */
export const TOY_SIGNING = signingBy(async () => pems)
