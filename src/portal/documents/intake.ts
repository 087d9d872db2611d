import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { CaseType, DocumentRule, Media } from '#core/policy/case-type.ts'
import { nameWithEnding } from '#platform/intake/media.ts'
import { stepsOf } from '#platform/steps.ts'
import type { IncomingFile } from '#platform/upload.ts'
import type { Putting, Stored, VaultAddress } from '#platform/vault.ts'
import type { UploadRefusal } from '#portal/file-refusals.ts'
import type { Case } from '#records/read-case.ts'
import type { CaseDocument } from '#records/documents.ts'
import type { House } from '#records/house.ts'

export type Intake =
  | {
      readonly ok: true
      readonly name: string
      readonly media: Media
      readonly bytes: number
      readonly stored: Stored
      readonly sha256OfPlain: Buffer
      readonly pages: number
      readonly shown?: { readonly stored: Stored; readonly bytes: number }
    }
  | Refused

type Refused = {
  readonly ok: false
  readonly reason: UploadRefusal
  /** Where all of it lies for another press. */
  readonly steps?: string
}

/** A place where a file waits, and how what comes next is added to it. */
export type Lying = {
  readonly id: string
  readonly add: (at: number, bytes: Uint8Array) => Promise<unknown>
}

type Wanted = {
  readonly file: IncomingFile
  readonly type: CaseType
  readonly rule: DocumentRule
  /** Where it waits when nobody can judge it now; left out where it already waits. */
  readonly later?: (bytes: number) => Promise<Lying | undefined>
}

/** Streams a file into the vault and has it judged from there; what is refused is not kept. */
export async function takeIn(house: House, found: Case, wanted: Wanted): Promise<Intake> {
  const put = await house.vault.put(wanted.file.bytes, found.key, found.standing.id)
  if (!put.ok) return put
  let intake: Intake | undefined
  try {
    intake = await judged(house, found, { ...wanted, put })
    if (intake.ok || intake.reason !== 'busy' || !wanted.later) return intake
    const steps = await laidAside(house, found, { ...wanted, put })
    return steps === undefined ? { ok: false, reason: 'unfinished' } : { ...intake, steps }
  } finally {
    if (intake?.ok !== true) await house.vault.remove(put.stored.address)
  }
}

type Kept = Extract<Putting, { ok: true }>

async function judged(
  { vault, judge }: House,
  { key, partyId, standing }: Case,
  { file, type, rule, put }: Wanted & { readonly put: Kept },
): Promise<Intake> {
  const { stored, size, sha256OfPlain } = put
  const verdict = await judge.judge({
    size,
    of: partyId,
    bytes: async () => {
      const bytes = await vault.get(stored, key)
      if (!bytes) throw new Error('What was just kept is in the vault')
      return bytes
    },
  })
  if (!verdict.ok) return verdict
  const { media, pages, shown } = verdict
  if (!rule.accepts.includes(media)) return { ok: false, reason: 'not-accepted' }
  if (type.pagesMax !== undefined && pages > type.pagesMax) {
    return { ok: false, reason: 'too-many-pages' }
  }
  const name = nameWithEnding(nameKept(file.name), media)
  const taken = { ok: true, name, media, bytes: size, stored, sha256OfPlain, pages } as const
  if (!shown) return taken
  const copy = await vault.put(inOnePiece(shown), key, standing.id)
  return copy.ok ? { ...taken, shown: { stored: copy.stored, bytes: copy.size } } : copy
}

async function laidAside(
  { vault }: House,
  { key }: Case,
  { later, put }: Wanted & { readonly put: Kept },
): Promise<string | undefined> {
  const [lying, bytes] = await Promise.all([later?.(put.size), vault.get(put.stored, key)])
  if (!lying) return undefined
  if (!bytes) throw new Error('What was just kept is in the vault')
  let at = 0
  for await (const step of stepsOf(bytes, put.size)) {
    await lying.add(at, step)
    at += step.length
  }
  return lying.id
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Nothing of it stays in the vault. */
export async function letGo({ vault }: House, intake: Intake): Promise<void> {
  for (const address of addressesOf(intake)) await vault.remove(address)
}

/** Said only once that is committed: what nobody says it of is looked for a day later. */
export async function settled({ vault }: House, intake: Intake): Promise<void> {
  for (const address of addressesOf(intake)) await vault.filed(address)
}

function addressesOf(intake: Intake): readonly VaultAddress[] {
  if (!intake.ok) return []
  const { stored, shown } = intake
  return shown ? [stored.address, shown.stored.address] : [stored.address]
}

/** A document that is this very file: the button was pressed twice, or the file chosen again. */
export async function sameFile(
  { vault }: House,
  { key }: Case,
  { file, documents }: { readonly file: Taken; readonly documents: readonly CaseDocument[] },
): Promise<CaseDocument | undefined> {
  const isNamedAlike = ({ name }: CaseDocument) => name === file.name
  const alike = documents
    .filter(({ bytes }) => bytes === file.bytes)
    .toSorted((one, other) => Number(isNamedAlike(other)) - Number(isNamedAlike(one)))
  for (const each of alike) {
    const bytes = await vault.get(each.stored, key)
    if (bytes && file.sha256OfPlain.equals(await sha256Of(bytes))) return each
  }
  return undefined
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

const NAME_MAX = 110

/** The name as a person knows it, without folders and without what cannot be printed. */
function nameKept(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, '').trim()
  const points = Array.from(plain.normalize('NFC'))
  return points.length <= NAME_MAX ? points.join('') : points.slice(-NAME_MAX).join('')
}
