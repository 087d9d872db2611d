import { type Argon2Parameters, argon2, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sameBytes } from '#platform/sealing.ts'
import { turnsOf } from '#platform/turns.ts'

export type Hashing =
  { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly reason: 'busy' }

/** `right-but-weak`: right, and better hashed again now, since our costs have risen. */
export type Verdict = 'right' | 'right-but-weak' | 'wrong' | 'busy'

/** OWASP's smallest recommendation for Argon2id; memory in kibibytes. */
const COSTS = { memory: 19_456, passes: 2, parallelism: 1 } as const
/** What a stored hash may ask of us at most. */
const COSTS_MAX = { memory: 262_144, passes: 10, parallelism: 4 } as const

const SALT_BYTES = 16
const TAG_BYTES = 32
const CHARACTERS_MAX = 1024

/** One core stays free for everybody who is not signing in: a hash takes one whole. */
const AT_ONCE = Math.max(1, availableParallelism() - 1)
/** Thirty wait for about a second; who comes then had better come again. */
const WAITING_MAX = 30
/** When it is worth coming again, for `Retry-After`. */
export const BUSY_SECONDS = 5

const argon = promisify(argon2)
const inTurn = turnsOf({ atOnce: AT_ONCE, waitingMax: WAITING_MAX })

/** The hash in the PHC form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<Hashing> {
  if (password.length > CHARACTERS_MAX) throw new Error('The form bounds the length of a password')
  const nonce = randomBytes(SALT_BYTES)
  const tag = await inTurn(() => derived(password, { ...COSTS, nonce, tagLength: TAG_BYTES }))
  if (!tag) return { ok: false, reason: 'busy' }
  const { memory, passes, parallelism } = COSTS
  const costs = `m=${memory},t=${passes},p=${parallelism}`
  return { ok: true, hash: `$argon2id$v=19$${costs}$${written(nonce)}$${written(tag)}` }
}

/** Without a hash it works as long and says wrong: time does not tell who has an account. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<Verdict> {
  if (password.length > CHARACTERS_MAX) return 'wrong'
  const stored = read(hash ?? NOBODY)
  const { memory, passes, parallelism, nonce, tag } = stored
  const tagLength = tag.length
  const given = await inTurn(() =>
    derived(password, { memory, passes, parallelism, nonce, tagLength }),
  )
  if (!given) return 'busy'
  if (!sameBytes(given, tag) || hash === undefined) return 'wrong'
  return memory < COSTS.memory || passes < COSTS.passes ? 'right-but-weak' : 'right'
}

type Stored = {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly nonce: Buffer
  readonly tag: Buffer
}

/** One form of each character, so that a password typed on another keyboard is the same. */
const derived = (
  password: string,
  parameters: Omit<Argon2Parameters, 'message'>,
): Promise<Buffer> => {
  const deriving = argon('argon2id', { ...parameters, message: password.normalize('NFKC') })
  standBack()
  return deriving
}

/**
 * Whoever waits for a page comes before whoever signs in: on Linux the threads that hash, which the
 * first hash has begun, get what the others leave. Elsewhere all are served alike.
 */
let hasStoodBack = false

function standBack(): void {
  if (hasStoodBack || process.platform !== 'linux') return
  hasStoodBack = true
  for (const thread of readdirSync(THREADS)) {
    const name = readFileSync(join(THREADS, thread, 'comm'), 'utf8').trim()
    if (name === 'libuv-worker') setPriority(Number(thread), constants.priority.PRIORITY_LOW)
  }
}

const THREADS = '/proc/self/task'

const written = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

const FORM =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{11,88})\$([\w+/]{22,88})$/

function read(hash: string): Stored {
  const parts = FORM.exec(hash)
  const [memory = 0, passes = 0, parallelism = 0] = parts?.slice(1, 4).map(Number) ?? []
  const [nonce, tag] = [parts?.[4] ?? '', parts?.[5] ?? ''].map((text) =>
    Buffer.from(text, 'base64'),
  )
  const within =
    memory <= COSTS_MAX.memory && passes <= COSTS_MAX.passes && parallelism <= COSTS_MAX.parallelism
  if (!parts || !within || !nonce || !tag)
    throw new Error('A stored password hash is not one of ours')
  return { memory, passes, parallelism, nonce, tag }
}

/** A hash of nothing that anybody knows, at our own costs. */
const NOBODY =
  `$argon2id$v=19$m=${COSTS.memory},t=${COSTS.passes},p=${COSTS.parallelism}` +
  `$${written(randomBytes(SALT_BYTES))}$${written(randomBytes(TAG_BYTES))}`
