import { chownSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentenceFor } from '#platform/postgres-data.ts'
import type { PostgresLog } from '#platform/postgres-log.ts'
import { DATABASE, type PostgresPlace } from '#platform/postgres-place.ts'
import type { PostgresProgram } from '#platform/postgres-program.ts'
import { asSuperuser } from '#platform/postgres-single.ts'
import { troubleSentence } from '#platform/trouble.ts'

/** Who may come in by a password, and the text that makes them, said anew at each start. */
export type Guard = { readonly logins: readonly string[]; readonly text: () => string }

/**
 * Decides before PostgreSQL starts who may connect to it: the logins to our database, and nobody
 * else to anything. The superuser is not among them, so that no statement of ours can become one of
 * his. Without a guard whoever may enter the folder of sockets is whoever he says; that is for
 * clusters that are thrown away.
 */
export async function setGuard(
  program: PostgresProgram,
  place: PostgresPlace,
  { guard, log }: { readonly guard: Guard | undefined; readonly log: PostgresLog },
): Promise<string | undefined> {
  const { dataFolder: folder } = place
  try {
    writeEntrances(program, place, guard)
  } catch (error) {
    return troubleSentence(error, folder)
  }
  if (guard === undefined) return undefined
  const complaints = await asSuperuser(program, { folder, database: DATABASE, text: guard.text() })
  if (complaints.length === 0) return undefined
  log.add(`${complaints.join('\n')}\n`)
  return sentenceFor(complaints, place)
}

/** Written anew at each start, and never through a link that somebody has put there. */
function writeEntrances(
  { account }: PostgresProgram,
  { dataFolder, host }: PostgresPlace,
  guard: Guard | undefined,
): void {
  const file = join(dataFolder, 'pg_hba.conf')
  const [kind, from] = host === '127.0.0.1' ? ['host', ' 127.0.0.1/32'] : ['local', '']
  const line =
    guard === undefined
      ? `${kind} all all${from} trust`
      : `${kind} ${DATABASE} ${guard.logins.join(',')}${from} scram-sha-256`
  rmSync(file, { force: true })
  writeFileSync(file, `${line}\n`, { flag: 'wx', mode: 0o600 })
  if (account.uid !== -1) chownSync(file, account.uid, account.gid)
}
