import { generateKeyPairSync } from 'node:crypto'
import { signersIn, signingBy } from '#exchange/signing.ts'

const drawn = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const signers = signersIn(drawn() + drawn())

/** Signs what is told of statuses in tests, by a key that was drawn for this process. */
export const TOY_SIGNING = signingBy(async () => signers)
