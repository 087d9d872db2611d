import { randomBytes } from 'node:crypto'
import { newVaultAddress, type Stored } from '#platform/vault.ts'

/** Where a document could lie, for rows whose bytes nobody asks for. */
export const somewhere = (): Stored => ({ address: newVaultAddress(), sha256: randomBytes(32) })
