import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { ApplicationType, DocumentRule, Media } from '#core/policy/application-type.ts'
import { namedMedia, watchMedia } from '#platform/media.ts'
import type { IncomingFile } from '#platform/upload.ts'
import { isVaultAddress, type PutRefusal, type VaultAddress } from '#platform/vault.ts'
import type { House } from '#records/house.ts'
import type { Case } from '#records/cases.ts'
import type { CaseDocument } from '#records/documents.ts'

/** Why a file is not taken; every reason has its sentence. */
export type UploadRefusal =
  | PutRefusal
  | 'no-file'
  | 'several'
  | 'empty'
  | 'unknown'
  | 'damaged'
  | 'wrong-name'
  | 'not-accepted'
  | 'too-many'
  | 'case-too-large'
  | 'closed'

export type Intake =
  | {
      readonly ok: true
      readonly name: string
      readonly media: Media
      readonly bytes: number
      readonly address: VaultAddress
      readonly sha256: Buffer
    }
  | { readonly ok: false; readonly reason: UploadRefusal }

/** Streams a file into the vault and judges it by what it was; what is refused is not kept. */
export async function takeIn(
  { vault }: House,
  { key }: Case,
  { file, rule }: { readonly file: IncomingFile; readonly rule: DocumentRule },
): Promise<Intake> {
  const watched = watchMedia(file.bytes)
  const put = await vault.put(watched.bytes, key)
  if (!put.ok) return put
  const media = watched.verdict()
  const refusal = judged(media, file.name, rule)
  if (refusal !== undefined || media === 'empty' || media === 'unknown' || media === 'damaged') {
    await vault.remove(put.address)
    return { ok: false, reason: refusal ?? 'unknown' }
  }
  const { size: bytes, address, sha256OfPlain: sha256 } = put
  return { ok: true, name: nameKept(file.name), media, bytes, address, sha256 }
}

/** Whether this very file is there already: the button was pressed twice. */
export async function isThere(
  { vault }: House,
  { key }: Case,
  { file, documents }: { readonly file: Taken; readonly documents: readonly CaseDocument[] },
): Promise<boolean> {
  const alike = documents.filter(({ name, bytes }) => name === file.name && bytes === file.bytes)
  for (const { address } of alike) {
    const bytes = isVaultAddress(address) ? await vault.get(address, key) : undefined
    if (bytes && file.sha256.equals(await sha256Of(bytes))) return true
  }
  return false
}

type Taken = Extract<Intake, { ok: true }>

async function sha256Of(bytes: Readable): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of bytes) {
    if (!(piece instanceof Uint8Array)) throw new Error('The vault gives bytes')
    hash.update(piece)
  }
  return hash.digest()
}

function judged(media: string, name: string, rule: DocumentRule): UploadRefusal | undefined {
  if (media === 'empty' || media === 'unknown' || media === 'damaged') return media
  if (namedMedia(name) !== media) return 'wrong-name'
  return rule.accepts.some((each) => each === media) ? undefined : 'not-accepted'
}

/** Whether there is room for one more file of that kind. */
export function noRoom(
  type: ApplicationType,
  rule: DocumentRule,
  { documents, bytes }: { readonly documents: readonly CaseDocument[]; readonly bytes: number },
): UploadRefusal | undefined {
  const ofKind = documents.filter(({ kind }) => kind === rule.code)
  if (ofKind.length >= rule.filesMax || documents.length >= type.filesMax) return 'too-many'
  const total = documents.reduce((sum, document) => sum + document.bytes, bytes)
  return total > type.caseBytesMax ? 'case-too-large' : undefined
}

const NAME_MAX = 120

/** The name as a person knows it, without folders and without what cannot be printed. */
function nameKept(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\uFFFD"]/gu, '').trim()
  const points = Array.from(plain.normalize('NFC'))
  return points.length <= NAME_MAX ? points.join('') : points.slice(-NAME_MAX).join('')
}
