import { generateKeyPairSync } from 'node:crypto'
import { signingBy } from '#exchange/signing.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Signs what is told of statuses in tests, by a key that was drawn for this process. */
export const TOY_SIGNING = signingBy(async () => pem)
