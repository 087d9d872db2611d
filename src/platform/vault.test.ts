import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type TestContext, test } from 'node:test'
import { later, systemClock } from '#platform/calendar.ts'
import { newKey } from '#platform/sealing.ts'
import { CHUNK_BYTES, encrypted } from '#platform/vault-format.ts'
import { folderVault, isVaultAddress, type Stored } from '#platform/vault.ts'

const SIZE_MAX = 1_000_000
const key = newKey()

function vaultFor(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-vault-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const vault = folderVault(folder, SIZE_MAX)
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  const keep = async (bytes: Buffer) => {
    const putting = await vault.put(Readable.from([bytes]), key)
    ok(putting.ok)
    return putting
  }
  const take = async (stored: Stored, by = key) => {
    const stream = await vault.get(stored, by)
    ok(stream)
    return Buffer.concat(await stream.toArray())
  }
  return { folder, vault, files, keep, take }
}

test('a document comes back as it was, whatever its size and however it arrived', async (t) => {
  const { vault, take } = vaultFor(t)
  const sizes = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, SIZE_MAX]
  for (const size of sizes) {
    const bytes = randomBytes(size)
    const split = Math.floor(size / 3)
    const putting = await vault.put(
      Readable.from([bytes.subarray(0, split), bytes.subarray(split)]),
      key,
    )

    ok(putting.ok)
    equal(putting.size, size)
    deepEqual(putting.sha256OfPlain, createHash('sha256').update(bytes).digest())
    deepEqual(await take(putting.stored), bytes)
  }
})

test('neither the name of a file nor its bytes show anything of the document', async (t) => {
  const { files, keep } = vaultFor(t)
  const { stored } = await keep(Buffer.from('diploma '.repeat(100)))
  const { address, sha256 } = stored

  const [file = ''] = files()
  equal(file.endsWith(join(address.slice(0, 2), address.slice(2, 4), address)), true)
  deepEqual(createHash('sha256').update(readFileSync(file)).digest(), sha256)
  equal(readFileSync(file).includes('diploma'), false)
  ok(address !== Buffer.from(sha256).toString('hex'), 'nor does it repeat what the row says')
})

test('a file that opens but is not the one of the row is never given whole', async (t) => {
  const { keep, vault, files } = vaultFor(t)
  const { stored } = await keep(randomBytes(2 * CHUNK_BYTES))
  const other = await keep(Buffer.from('another diploma'))
  // Whoever has the key can seal other bytes for the same place.
  const forged: Buffer[] = []
  const plain = Readable.from([Buffer.from('forged')])
  for await (const each of encrypted(plain, { key, address: stored.address })) forged.push(each)
  const file = files().find((each) => each.endsWith(stored.address)) ?? ''
  const bytesOf = async (where: Stored) => {
    const pieces: Buffer[] = []
    const stream = await vault.get(where, key)
    const reading = (async () => {
      for await (const piece of stream ?? []) pieces.push(Buffer.from(piece as Buffer))
    })()
    await rejects(reading, /stored document/)
    return Buffer.concat(pieces).length
  }

  equal(await bytesOf({ ...stored, sha256: other.stored.sha256 }), CHUNK_BYTES)
  writeFileSync(file, Buffer.concat(forged))
  equal(await bytesOf(stored), 0)
  // And one that was filed elsewhere does not open here, whatever the row says.
  const second = files().find((each) => each.endsWith(other.stored.address)) ?? ''
  writeFileSync(file, readFileSync(second))
  equal(await bytesOf({ ...stored, sha256: other.stored.sha256 }), 0)
})

test('a document over the limit is refused and leaves nothing', async (t) => {
  const { vault, files } = vaultFor(t)

  deepEqual(await vault.put(Readable.from([randomBytes(SIZE_MAX), Buffer.of(1)]), key), {
    ok: false,
    reason: 'too-large',
  })
  deepEqual(files(), [])
})

test('an upload that is cut off is refused and leaves nothing', async (t) => {
  const { vault, files } = vaultFor(t)
  async function* failing() {
    yield randomBytes(200_000)
    throw new Error('the connection is gone')
  }
  const destroyed = new Readable({ read: () => undefined })
  destroyed.push(randomBytes(200_000))
  setTimeout(() => destroyed.destroy(), 20)

  const refusals = await Promise.all([
    vault.put(failing(), key, 'a case'),
    vault.put(destroyed, key),
  ])

  deepEqual(refusals, [
    { ok: false, reason: 'cut-off' },
    { ok: false, reason: 'cut-off' },
  ])
  deepEqual(files(), [])
})

test('a file that was tampered with gives no byte of the chunk that was touched', async (t) => {
  const { files, keep, vault } = vaultFor(t)
  const { stored: place } = await keep(randomBytes(3 * CHUNK_BYTES))
  const [file = ''] = files()
  const whole = readFileSync(file)
  const size = CHUNK_BYTES + 16
  const chunk = (index: number) => whole.subarray(33 + index * size, 33 + (index + 1) * size)
  const flipped = (index: number) => {
    const bytes = Buffer.from(whole)
    bytes[index] = (bytes[index] ?? 0) ^ 1
    return bytes
  }
  const cases = [
    ['another version', flipped(0), 0],
    ['another salt', flipped(20), 0],
    ['a byte of the second chunk', flipped(33 + size + 5), 1],
    ['a byte of the last tag', flipped(whole.length - 1), 2],
    [
      'two chunks exchanged',
      Buffer.concat([whole.subarray(0, 33), chunk(1), chunk(0), chunk(2)]),
      0,
    ],
    ['the last chunk missing', whole.subarray(0, 33 + 2 * size), 1],
    ['cut inside a chunk', whole.subarray(0, whole.length - 20), 2],
    ['a chunk added', Buffer.concat([whole, chunk(2)]), 2],
    ['only the head left', whole.subarray(0, 33), 0],
    ['empty', Buffer.alloc(0), 0],
  ] as const
  for (const [name, bytes, chunksGiven] of cases) {
    writeFileSync(file, bytes)
    let given = 0
    const stream = await vault.get(place, key)
    const reading = (async () => {
      for await (const piece of stream ?? []) given += Buffer.from(piece as Buffer).length
    })()

    await rejects(reading, /stored document/, name)
    equal(given, chunksGiven * CHUNK_BYTES, name)
  }
})

test("one person's document does not open with another person's key", async (t) => {
  const { keep, take } = vaultFor(t)
  const { stored } = await keep(Buffer.from('diploma'))

  await rejects(take(stored, newKey()), /does not open/)
})

test('what was removed is absent, and removing it again is nothing', async (t) => {
  const { vault, keep, files } = vaultFor(t)
  const { stored } = await keep(Buffer.from('diploma'))

  await vault.remove(stored.address)
  await vault.remove(stored.address)

  equal(await vault.get(stored, key), undefined)
  deepEqual(files(), [])
})

test('only 64 digits are an address, so no path can be reached through one', () => {
  const cases = ['../../master.key', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}\n`, '']
  deepEqual(cases.filter(isVaultAddress), [])
  equal(isVaultAddress('a'.repeat(64)), true)
})

test('uploads that a kill left behind are removed once they are old', async (t) => {
  const { folder, vault, keep, files } = vaultFor(t)
  await keep(Buffer.from('diploma'))
  writeFileSync(join(folder, 'incoming', 'left-behind'), 'half')
  truncateSync(join(folder, 'incoming', 'left-behind'), 2)
  const now = systemClock.now()

  equal(await vault.removeLeftovers(later(now, -60_000)), 0)
  equal(await vault.removeLeftovers(later(now, 60_000)), 1)
  equal(files().length, 1)
})
